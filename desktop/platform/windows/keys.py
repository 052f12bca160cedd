"""Keys, sent by SendInput."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.core.hotkeys import Hotkey
from desktop.platform.windows.input import Motion, send_keys
from desktop.platform.windows.keyboard import MODIFIER_KEYS, held_keys, virtual_key
from desktop.services.ports import Action, PortError, Target


class WindowsKeys:
    """Presses keys when none is held."""

    def __init__(self, is_active: Callable[[Target], bool], sending: Action = lambda: None) -> None:
        """Sends nothing yet.

        Args:
            is_active: Whether keys go to a window.
            sending: Called right before keys are sent.
        """
        self._is_active = is_active
        self._sending = sending

    def obstacle(self) -> str | None:
        """None: a window that keys cannot be sent to is found out when it is known."""
        return None

    def send(
        self,
        *strokes: Hotkey,
        into: Target,
        despite: str = "",
        provided: Callable[[], bool] | None = None,
    ) -> bool:
        """Presses and releases the keys unless one is held; False (and nothing sent) if one is.

        Windows lets nothing come between the presses; between the look at the window and the held
        keys and the presses a few microseconds pass.

        Args:
            strokes: What to press, one after the other.
            into: The window they are meant for; nothing is sent, and False returned, if keys
                pressed now would not go there.
            despite: A key that may be held all the same, by its name in a Hotkey.
            provided: Asked before; nothing is sent, and False returned, if it says False.

        Raises:
            PortError: ``no_such_key``; ``target_elevated``: the window's program runs as
                administrator; ``keys_refused``: Windows does not take them, as while the screen is
                locked.
        """
        motions = [motion for stroke in strokes for motion in _motions(stroke)]
        if provided and not provided():
            return False
        if held_keys() - {virtual_key(despite) if despite else None} or not self._is_active(into):
            return False
        self._sending()
        if not send_keys(motions):
            raise PortError("keys_refused")
        return True


def _motions(stroke: Hotkey) -> Iterator[Motion]:
    key = virtual_key(stroke.key)
    if key is None:
        raise PortError("no_such_key")
    keys = [*(code for held, code in MODIFIER_KEYS.items() if held in stroke.modifiers), key]
    yield from (Motion(code, down=True) for code in keys)
    yield from (Motion(code, down=False) for code in reversed(keys))
