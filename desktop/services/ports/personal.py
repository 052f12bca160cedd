"""What one agent keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window stands before it has anything to do with them
    from desktop.core.hotkeys import Hotkey
    from desktop.core.phrases.model import Overlay, Phrase


class KeptSettings(Protocol):
    """Small texts by their key."""

    def setting(self, key: str) -> str | None:
        """A setting as text; None if never set."""
        ...


class Settings(KeptSettings, Protocol):
    """Small texts that are safe on disk when the call returns, or else raises NotKeptError."""

    def set_setting(self, key: str, value: str) -> None:
        """Sets it."""
        ...


class Replies(Protocol):
    """How long answers took, for one day; a call that cannot keep it raises NotKeptError."""

    def record_reply(self, day: str, took_ms: int) -> None:
        """Adds an answer of this day, ``2026-02-03``, and forgets those of other days."""
        ...

    def replies(self, day: str) -> tuple[int, ...]:
        """How long this day's answers took, in milliseconds, in their order."""
        ...


class PersonalStore(Settings, Replies, Protocol):
    """What one agent keeps; every call that changes something is safe on disk when it returns.

    Such a call raises NotKeptError if it cannot, and has changed nothing then.
    """

    def overlay(self) -> Overlay:
        """Own phrases, pins, hotkeys and usage."""
        ...

    def save_own(self, phrase: Phrase) -> None:
        """Adds the phrase, or replaces the one with its id, keeping its place."""
        ...

    def delete_own(self, phrase_id: str) -> None:
        """Deletes one of the agent's own phrases, with its pin, hotkey and usage."""
        ...

    def replace(self, overlay: Overlay) -> None:
        """Puts a whole overlay in the place of what is kept, as undo does."""
        ...

    def set_pins(self, phrase_ids: tuple[str, ...]) -> None:
        """Replaces the pins."""
        ...

    def set_hotkey(self, phrase_id: str, hotkey: Hotkey | None) -> None:
        """Gives the phrase a hotkey of its own, or takes it away."""
        ...

    def record_use(self, phrase_id: str, at_s: float) -> None:
        """Counts one use at ``at_s`` (UTC seconds since 1970)."""
        ...
