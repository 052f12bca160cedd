"""The world as the use cases see it: one small protocol a thing, adapters in the outer rooms.

Adapters need not inherit; ``app`` holds them against these protocols with the type checker.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # the window stands before it has anything to do with them
    from desktop.core.docking.model import OtherWindow, Rect, Screen
    from desktop.core.hotkeys import Hotkey
    from desktop.core.phrases.model import Overlay, Phrase
    from desktop.core.phrases.typed import Stroke
    from desktop.services.content import Content

Action = Callable[[], None]


class PortError(Exception):
    """The world did not let us; ``code`` is short, such as ``clipboard_busy``, and has words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotKeptError(Exception):
    """What the agent did is not on disk; all that was kept before is safe.

    Attributes:
        code: It has words under ``store.<code>``, such as ``full``.
        values: What the words fill in.
    """

    def __init__(self, code: str, values: Mapping[str, str]) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


class Target(Struct, frozen=True):
    """A window of another program that phrases go to.

    Attributes:
        window: The system's number for the top-level window (XID, HWND).
        program: Short name of the program for messages and per-program rules; may be empty.
    """

    window: int
    program: str = ""


class Snapshot(Struct, frozen=True):
    """Everything that was on the clipboard: format name to its bytes; empty for nothing."""

    formats: Mapping[str, bytes]


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The wall clock, with its offset."""
        ...

    def monotonic_ms(self) -> float:
        """Milliseconds that never go backwards."""
        ...


class Scheduler(Protocol):
    """Calls back later, on the same thread."""

    def call_later(self, delay_ms: int, action: Action) -> Action:
        """Runs ``action`` once after ``delay_ms``; the returned function cancels it."""
        ...


class Clipboard(Protocol):
    """The system clipboard, with every format.

    Every call but ``ours`` and ``settled`` may raise PortError, as while another program holds it.
    """

    def snapshot(self) -> Snapshot:
        """Everything on it now, copied out."""
        ...

    def offer(self, content: Content, target: Target, on_read: Callable[[bool], None]) -> None:
        """Puts ``content`` on it for a moment, marked as transient.

        ``on_read`` is called at each reading of the content, with whether the target's program
        read it to paste it (True also where the system does not tell). It must return at once.
        """
        ...

    def put(self, content: Content) -> None:
        """Puts ``content`` on it to stay."""
        ...

    def restore(self, snapshot: Snapshot) -> None:
        """Puts back what a snapshot holds."""
        ...

    def ours(self) -> bool:
        """Whether what is on it is still what we put there last."""
        ...

    def settled(self) -> bool:
        """Whether the target could read now: nobody else does who looks at whatever is copied."""
        ...


class Focus(Protocol):
    """Which window of another program the keys go to; any call may raise PortError."""

    def current(self) -> Target | None:
        """The active window, or the last one before a window of ours; None when unknown."""
        ...

    def is_active(self, target: Target) -> bool:
        """Whether keys pressed now go to that window."""
        ...

    def activate(self, target: Target) -> None:
        """Asks the system to make it active; success shows in ``is_active`` soon after."""
        ...

    def exists(self, target: Target) -> bool:
        """Whether the window is still there."""
        ...


class WindowBehaviour(Protocol):
    """What the system does with a window of ours; ``window`` is its ``winId()``."""

    def set_accepts_focus(self, window: int, accepts: bool) -> None:
        """Lets clicks in the window take the keyboard focus, or leave it where it is."""
        ...

    def activate(self, window: int) -> None:
        """Brings the window to the front with the keyboard focus, after a hotkey was pressed."""
        ...

    def may_copy(self) -> bool:
        """Whether the clipboard can be used now: some systems let only the window in front."""
        ...

    def rise(self, window: int) -> None:
        """Brings the window above others without the keyboard focus."""
        ...

    def frame(self, window: int) -> Rect:
        """What is seen of the window, title bar included, in physical pixels."""
        ...

    def place(self, window: int, frame: Rect) -> None:
        """Moves and sizes it so that this is what is seen of it; it is not raised or activated."""
        ...

    def screens(self) -> tuple[Screen, ...]:
        """The monitors, in physical pixels."""
        ...


class Keys(Protocol):
    """The keyboard."""

    def obstacle(self) -> str | None:
        """None, or why keys cannot be sent on this system, as a short code."""
        ...

    def send(
        self, *strokes: Hotkey, despite: str = "", provided: Callable[[], bool] | None = None
    ) -> bool:
        """Presses and releases keys with their modifiers, such as Ctrl+V, Shift+Insert or Enter.

        Only while no key is held: False (and nothing sent) if one is. The look at the held keys
        and all key presses are one step where the system allows it.

        Args:
            strokes: What to press, one after the other.
            despite: A key that may be held all the same, by its name in a Hotkey.
            provided: Asked last of all; nothing is sent, and False returned, if it says False.

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


class WindowWatch(Protocol):
    """Windows of other programs, seen from outside; all calls but ``obstacle`` may raise PortError.

    The functions that end something do nothing when it has ended already.
    """

    def obstacle(self) -> str | None:
        """None, or why windows cannot be followed on this system, as a short code."""
        ...

    def pick(self, picked: Callable[[OtherWindow | None], None]) -> Action:
        """Lets the agent point at a window; the returned function ends it without a word.

        ``picked`` is called once: with the window that was clicked, with the one that was active
        before after Enter, or with None after Esc. Other clicks change nothing.
        """
        ...

    def windows(self) -> tuple[OtherWindow, ...]:
        """Those an agent could work in, shown or not, the topmost first."""
        ...

    def watch(self, window: int, changed: Callable[[OtherWindow], None]) -> Action:
        """Tells soon how the window is, then after every change, to the last: that it is gone.

        The returned function ends it.
        """
        ...

    def listen(self, opened: Action) -> Action:
        """Tells when windows came or got other titles; the returned function ends it."""
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


class Autostart(Protocol):
    """Whether the program starts when the agent logs in."""

    def enabled(self) -> bool:
        """Whether it will."""
        ...

    def enable(self) -> None:
        """Sees to it that it does; PortError if the system does not let us."""
        ...

    def disable(self) -> None:
        """Sees to it that it does not; PortError if the system does not let us."""
        ...


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


class Backup(Struct, frozen=True):
    """A copy of the agent's database that was whole when it was made."""

    path: Path
    made_at: datetime


class Archive(Protocol):
    """The agent's data and its copies."""

    @property
    def folder(self) -> Path:
        """Where the data lies."""
        ...

    def copies(self) -> Sequence[Backup]:
        """The backups, newest first."""
        ...

    def back_up(self) -> Backup:
        """Makes a copy now; raises NotKeptError if it cannot."""
        ...


class Replies(Protocol):
    """How long answers took, for one day; a call that cannot keep it raises NotKeptError."""

    def record_reply(self, day: str, took_ms: int) -> None:
        """Adds an answer of this day, ``2026-02-03``, and forgets those of other days."""
        ...

    def replies(self, day: str) -> tuple[int, ...]:
        """How long this day's answers took, in milliseconds, in their order."""
        ...


class OwnFiles(Protocol):
    """The pictures and files of the agent's own phrases, known by their content."""

    def keep(self, data: bytes) -> None:
        """Keeps it; on disk when the call returns, or else raises NotKeptError."""
        ...

    def read(self, digest: str) -> bytes | None:
        """What has this digest (SHA-256 in hex); None if it is not there or was damaged."""
        ...

    def sweep(self, used: Collection[str], now_s: float) -> None:
        """Deletes what has not been among the used digests for long; never fails."""
        ...


class NamedFiles(Protocol):
    """Files put down for other programs to take, under the names customers shall see."""

    def put(self, name: str, digest: str, data: bytes) -> Path:
        """Where it lies; raises NotKeptError if it cannot be written."""
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
