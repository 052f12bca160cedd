"""Where the team changed what an agent has laid something over."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desktop.core.hotkeys import Hotkey
from desktop.core.packs.diff import Changed, PackDiff, Placed
from desktop.core.phrases.model import Overlay


class Beneath(Struct, frozen=True):
    """A phrase that an agent pinned or gave a hotkey, and that the team changed or removed.

    Attributes:
        phrase_id: Its id.
        pinned: Whether it is pinned.
        hotkey: Its own hotkey; None for none.
        change: What the team did: a change, or the phrase as it was before it was removed.
    """

    phrase_id: str
    pinned: bool
    hotkey: Hotkey | None
    change: Changed | Placed

    @property
    def removed(self) -> bool:
        """Whether it is not there any more."""
        return isinstance(self.change, Placed)


def beneath(diff: PackDiff, overlay: Overlay) -> tuple[Beneath, ...]:
    """What an agent should know of an update: pinned phrases first, in the agent's order."""
    changes: dict[str, Changed | Placed] = {placed.phrase.id: placed for placed in diff.removed}
    changes |= {changed.before.phrase.id: changed for changed in diff.changed}
    ids = dict.fromkeys((*overlay.pins, *overlay.hotkeys))
    return tuple(_beneath(changes, overlay, ids))


def _beneath(
    changes: dict[str, Changed | Placed], overlay: Overlay, ids: dict[str, None]
) -> Iterator[Beneath]:
    for phrase_id in ids:
        if phrase_id in changes:
            hotkey = overlay.hotkeys.get(phrase_id)
            pinned = phrase_id in overlay.pins
            yield Beneath(phrase_id, pinned, hotkey, changes[phrase_id])
