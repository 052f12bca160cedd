"""Handlers for what a system does not offer: nothing happens, and the reason is told."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.docking.model import OtherWindow
from desktop.core.hotkeys import Hotkey
from desktop.core.phrases.typed import Stroke
from desktop.services.ports import Action, PortError, Target


class NoHotkeys:
    """No hotkey can be had."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    def bind(self, hotkey: Hotkey, action: Action, purpose: str = "") -> str | None:
        """Always the reason."""
        del hotkey, action, purpose
        return self._reason

    def release(self, hotkey: Hotkey) -> None:
        """Nothing was taken."""

    def tell_changes(self, changed: Action) -> None:
        """Nothing changes."""

    def keys_of(self, hotkey: Hotkey) -> str:
        """Nothing to press."""
        del hotkey
        return ""


class NoKeys:
    """No key can be sent."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    def obstacle(self) -> str | None:
        """Always the reason."""
        return self._reason

    def send(
        self,
        *strokes: Hotkey,
        into: Target,
        despite: str = "",
        provided: Callable[[], bool] | None = None,
    ) -> bool:
        """Cannot be done.

        Raises:
            PortError: Always, with the reason.
        """
        del strokes, into, despite, provided
        raise PortError(self._reason)


class NoTyping:
    """What is typed cannot be seen."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    def start(self, on_stroke: Callable[[Stroke], None]) -> str | None:
        """Always the reason."""
        del on_stroke
        return self._reason

    def stop(self) -> None:
        """Nothing was looked at."""

    def catch_up(self) -> None:
        """There is nothing to tell."""

    def off_limits(self) -> bool:
        """Everything is."""
        return True


class NoFocus:
    """Windows of other programs cannot be seen."""

    def current(self) -> Target | None:
        """None: unknown."""
        return None

    def is_active(self, target: Target) -> bool:
        """Never known to be."""
        del target
        return False

    def activate(self, target: Target) -> None:
        """Nothing happens."""

    def exists(self, target: Target) -> bool:
        """Never known to be."""
        del target
        return False


class NoWindowWatch:
    """Windows of other programs cannot be followed."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    def obstacle(self) -> str | None:
        """Always the reason."""
        return self._reason

    def pick(self, picked: Callable[[OtherWindow | None], None]) -> Action:
        """Cannot be done.

        Raises:
            PortError: Always, with the reason; so do the others.
        """
        del picked
        raise PortError(self._reason)

    def windows(self) -> tuple[OtherWindow, ...]:
        """Cannot be done."""
        raise PortError(self._reason)

    def watch(self, window: int, changed: Callable[[OtherWindow], None]) -> Action:
        """Cannot be done."""
        del window, changed
        raise PortError(self._reason)

    def listen(self, opened: Action) -> Action:
        """Cannot be done."""
        del opened
        raise PortError(self._reason)
