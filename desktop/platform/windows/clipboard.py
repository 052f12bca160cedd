"""The clipboard of Windows: every format, and what is on offer made when it is read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from desktop.platform.clipboard import MAX_BYTES
from desktop.platform.windows import memory
from desktop.platform.windows.api import user32
from desktop.platform.windows.contents import MARKS, Make, formats_of
from desktop.platform.windows.formats import (
    UNICODE_TEXT,
    as_unicode_text,
    format_name,
    format_number,
    text_of,
)
from desktop.platform.windows.messages import MessageWindow
from desktop.platform.windows.offer import Offer
from desktop.services.content import Content
from desktop.services.ports import PortError, Snapshot, Target

WM_RENDERFORMAT = 0x0305
WM_RENDERALLFORMATS = 0x0306
_WM_NULL = 0
_ABORT_IF_HUNG = 0x2
_OWNER_CAP_MS = 10
_READ_CAP_S = 1.0
_SETTLE_S = 0.012
"""Histories read within a few milliseconds of a copy, one after the other."""
_HISTORY_CAP_S = 0.15
"""One that has read before is awaited for so long: a busy machine makes it slower."""
_PUT_TRIES, _PUT_PAUSE_S = 5, 0.01
_NOTHING: Mapping[int, Make] = {}


class WindowsClipboard:
    """Ours through a window of our own, so that Windows asks us when somebody reads.

    Qt puts an object of OLE on the clipboard instead: it neither tells who reads nor keeps formats
    that Qt does not know as they are.
    """

    def __init__(self, window: MessageWindow) -> None:
        self._window = window
        self._offered = _NOTHING
        self._offer: Offer | None = None
        self._unread: set[int] = set()
        self._holding = False
        self._taken_at_s = self._busy_at_s = 0.0
        self._histories: set[int] = set()
        window.listen(WM_RENDERFORMAT, self._asked)
        window.listen(WM_RENDERALLFORMATS, self._asked_for_all)

    def snapshot(self) -> Snapshot:
        """Everything on it now, copied out, 64 MB at most, within about a second.

        Raises:
            PortError: ``clipboard_busy``, another program holds it or does not answer; ask again.
        """
        until_s = time.monotonic() + _READ_CAP_S
        formats: dict[str, bytes] = {}
        room = MAX_BYTES
        with self._opened():
            for number in _listed():
                name = format_name(number)
                content = _read(number, room) if name and time.monotonic() < until_s else None
                if name and content is not None:
                    formats[name] = text_of(content) if number == UNICODE_TEXT else content
                    room -= len(content)
        return Snapshot(formats)

    def offer(self, content: Content, target: Target, on_read: Callable[[bool], None]) -> None:
        """Puts ``content`` on it for a moment, marked as transient, and reports its readings.

        Raises:
            PortError: ``clipboard_busy``, another program holds it or does not answer; ask again.
        """
        awaited = target.window in self._unread
        offer = Offer(target, on_read, key_sent=awaited)
        marks = {format_number(name): _ready(value) for name, value in MARKS.items()}
        self._take(marks, formats_of(content, format_number), offer)

    def put(self, content: Content) -> None:
        """Puts ``content`` on it to stay.

        Raises:
            PortError: ``clipboard_busy``, another program holds it for longer than a moment.
        """
        made = formats_of(content, format_number)
        for _ in range(_PUT_TRIES):
            try:
                self._take(made)
            except PortError:
                time.sleep(_PUT_PAUSE_S)
            else:
                return
        self._take(made)

    def restore(self, snapshot: Snapshot) -> None:
        """Puts back what a snapshot holds.

        Raises:
            PortError: ``clipboard_busy``, another program holds it or does not answer; ask again.
        """
        formats = {format_number(name): _ready(c) for name, c in snapshot.formats.items()}
        if UNICODE_TEXT in formats:
            formats[UNICODE_TEXT] = _ready(as_unicode_text(formats[UNICODE_TEXT]()))
        self._take(formats)
        self._holding = bool(formats)

    def ours(self) -> bool:
        """Whether what is on it is still what we put there last."""
        return self._holding and user32().GetClipboardOwner() == self._window.handle

    def settled(self) -> bool:
        """Whether nobody has had it open for a moment, and who reads along has done so.

        A program that reads at the very moment at which the target pastes would keep it from
        reading: Windows lets one program at a time open it, and hardly anybody asks twice.
        """
        now_s = time.monotonic()
        if user32().GetOpenClipboardWindow():
            self._busy_at_s = now_s
        if now_s - self._busy_at_s < _SETTLE_S:
            return False
        read = self._offer.turned_away if self._offer else set()
        if self._histories <= read:
            return True
        if now_s - self._taken_at_s < _HISTORY_CAP_S:
            return False
        self._histories &= read  # it has ended, or reads no longer
        return True

    def key_sent(self) -> None:
        """The target's paste key goes out now: from now on it may read what is on offer."""
        if self._offer and not self._offer.read:
            self._offer.await_reader()
            self._unread.add(self._offer.target.window)

    def _take(
        self,
        ready: Mapping[int, Make],
        later: Mapping[int, Make] = _NOTHING,
        offer: Offer | None = None,
    ) -> None:
        if self._offer:
            self._histories |= self._offer.turned_away
        with self._opened():
            user32().EmptyClipboard()
            self._offered, self._offer, self._holding = later, offer, True
            for number, make in ready.items():
                _write(number, make())
            for number in later:
                user32().SetClipboardData(number, None)
        self._taken_at_s = self._busy_at_s = time.monotonic()

    @contextmanager
    def _opened(self) -> Iterator[None]:
        if not self._owner_answers() or not user32().OpenClipboard(self._window.handle):
            raise PortError("clipboard_busy")
        try:
            yield
        finally:
            user32().CloseClipboard()

    def _owner_answers(self) -> bool:
        """Whether who owns it answers at once: Windows would wait for it, and we with Windows."""
        owner = user32().GetClipboardOwner() or self._window.handle
        how = (_ABORT_IF_HUNG, _OWNER_CAP_MS, None)
        return owner == self._window.handle or bool(
            user32().SendMessageTimeoutW(owner, _WM_NULL, 0, 0, *how)
        )

    def _asked(self, number: int, _: int) -> int:
        """Somebody has the clipboard open and wants a format that is not made yet."""
        self._busy_at_s = time.monotonic()
        make = self._offered.get(number)
        if make and (self._offer is None or self._offer.serve()):
            _write(number, make())
            if self._offer and self._offer.read:
                self._unread.discard(self._offer.target.window)
        return 0

    def _asked_for_all(self, _first: int, _second: int) -> int:
        """Our window ends: what is on offer stays for whoever needs it."""
        if user32().OpenClipboard(self._window.handle):
            if self.ours():
                for number, make in self._offered.items():
                    _write(number, make())
            user32().CloseClipboard()
        return 0


def _listed() -> Iterator[int]:
    """The formats on the open clipboard: what was put there, then what Windows makes of it."""
    number = user32().EnumClipboardFormats(0)
    while number:
        yield number
        number = user32().EnumClipboardFormats(number)


def _read(number: int, room: int) -> bytes | None:
    handle = user32().GetClipboardData(number)
    return memory.read(number, handle, room) if handle else None


def _write(number: int, content: bytes) -> None:
    handle = memory.write(number, content)
    if handle and not user32().SetClipboardData(number, handle):
        memory.free(number, handle)


def _ready(content: bytes) -> Make:
    return lambda: content
