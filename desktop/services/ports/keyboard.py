"""The keyboard: keys sent, keys taken, and what is typed elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from desktop.services.ports.time import Action

if TYPE_CHECKING:  # the window stands before it has anything to do with them
    from desktop.core.hotkeys import Hotkey
    from desktop.core.phrases.typed import Stroke
    from desktop.services.ports.windows import Target


class Keys(Protocol):
    """The keyboard."""

    def obstacle(self) -> str | None:
        """None, or why keys cannot be sent on this system, as a short code."""
        ...

    def send(
        self,
        *strokes: Hotkey,
        into: Target,
        despite: str = "",
        provided: Callable[[], bool] | None = None,
    ) -> bool:
        """Presses and releases keys with their modifiers, such as Ctrl+V, Shift+Insert or Enter.

        Only while no key is held: False (and nothing sent) if one is. The look at the window and
        at the held keys and all key presses are one step where the system allows it.

        Args:
            strokes: What to press, one after the other.
            into: The window they are meant for; nothing is sent, and False returned, if keys
                pressed now would not go there.
            despite: A key that may be held all the same, by its name in a Hotkey.
            provided: Asked before; nothing is sent, and False returned, if it says False.

        Raises:
            PortError: The keyboard cannot be reached, or has no such key (``no_such_key``).
        """
        ...


class Hotkeys(Protocol):
    """Keys the system hands to us wherever the focus is."""

    def bind(self, hotkey: Hotkey, action: Action, purpose: str = "") -> str | None:
        """Takes the hotkey; returns None, or why not in a short code such as ``taken``.

        Where the system asks its user first, it shows them the ``purpose``, and the answer is
        ``asked`` until they have decided.
        """
        ...

    def release(self, hotkey: Hotkey) -> None:
        """Gives it back; nothing happens if it was not ours."""
        ...

    def tell_changes(self, changed: Action) -> None:
        """Has ``changed`` called when answers of ``bind`` no longer hold: ask again then."""
        ...

    def keys_of(self, hotkey: Hotkey) -> str:
        """What to press for a hotkey that is bound, in the system's words.

        Where its user decides, that may be other keys.
        """
        ...


class Typing(Protocol):
    """What is typed and clicked in any window; nothing is looked at unless it was started."""

    def start(self, on_stroke: Callable[[Stroke], None]) -> str | None:
        """Tells of each stroke soon after it was made; returns None, or why not as a short code."""
        ...

    def stop(self) -> None:
        """Looks at nothing any more, and gives back what it took from the system."""
        ...

    def catch_up(self) -> None:
        """Tells at once of all strokes that were made before this call."""
        ...

    def off_limits(self) -> bool:
        """Whether keys now go to a password field or into an input method's composition.

        As far as the system tells: False where it does not.
        """
        ...
