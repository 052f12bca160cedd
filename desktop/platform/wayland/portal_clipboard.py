"""The clipboard by the portal: ours to use while we may send keys, whichever window is in front.

Source: XDG Desktop Portal documentation, org.freedesktop.portal.Clipboard.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QMimeData

from desktop.platform.clipboard import MAX_BYTES
from desktop.platform.mime import IMAGE, Offered, lasting
from desktop.platform.wayland.keys import CLIPBOARD
from desktop.platform.wayland.pipes import read_pipe, write_pipe
from desktop.platform.wayland.portal import Portal, plain
from desktop.services.content import Content
from desktop.services.ports import PortError, Scheduler, Snapshot, Target

READ_CAP_S = 1.0
_ANSWER_CAP_S = 1.0
_TEXTS = ("text/plain;charset=utf-8", "UTF8_STRING", "text/plain", "STRING", "TEXT")
"""What programs ask for when they want a text, the most telling name first."""
_TEXT = "text/plain"


class PortalClipboard:
    """Tells what is on it, puts things there, and hears who takes them."""

    def __init__(self, portal: Portal, scheduler: Scheduler, session: Callable[[], str]) -> None:
        """Nothing is asked for yet.

        Args:
            portal: The desktop's.
            scheduler: Goes on with large transfers.
            session: The session that may use the clipboard; empty for none.
        """
        self._portal = portal
        self._scheduler = scheduler
        self._session = session
        self._listed: tuple[str, ...] = ()
        self._data: QMimeData | None = None
        portal.on_signal(CLIPBOARD, "SelectionOwnerChanged", self._owner_changed)
        portal.on_signal(CLIPBOARD, "SelectionTransfer", self._transfer)

    def granted(self) -> bool:
        """Whether the user lets us use it."""
        return bool(self._session())

    def snapshot(self) -> Snapshot:
        """Everything on it now, copied out, within a second."""
        if self._data is not None:
            return Snapshot(_contents(self._data))
        deadline_s = time.monotonic() + READ_CAP_S
        found: dict[str, bytes] = {}
        room = MAX_BYTES
        for name, mime_type in _worth_reading(self._listed).items():
            content = self._read(mime_type, room, deadline_s)
            if content is not None:
                found[name] = content
                room -= len(content)
        return Snapshot(found)

    def offer(self, content: Content, target: Target, on_read: Callable[[bool], None]) -> None:
        """Puts ``content`` on it for a moment; whoever reads it counts as the target.

        Raises:
            PortError: The portal did not take it.
        """
        del target
        by_target = True  # the portal does not tell who
        self._take(Offered(content, lambda: on_read(by_target)))

    def put(self, content: Content) -> None:
        """Puts ``content`` on it to stay, as long as we run.

        Raises:
            PortError: The portal did not take it.
        """
        self._take(lasting(content))

    def restore(self, snapshot: Snapshot) -> None:
        """Puts back what a snapshot holds; an empty one leaves what is there.

        Raises:
            PortError: The portal did not take it.
        """
        if snapshot.formats:
            data = QMimeData()
            for name, content in snapshot.formats.items():
                data.setData(name, content)
            self._take(data)

    def ours(self) -> bool:
        """Whether what is on it is still what we put there last."""
        return self._data is not None and self.granted()

    def settled(self) -> bool:
        """Always: any number of programs can read at a time."""
        return True

    def _take(self, data: QMimeData) -> None:
        options = {"mime_types": ("as", _names(data))}
        self._ask("SetSelection", "oa{sv}", options)
        self._data = data

    def _owner_changed(self, session: str, options: Mapping[str, Any]) -> None:
        if session != self._session():
            return
        told = plain(options)
        if not told.get("session_is_owner", False):
            self._data = None
            listed = told.get("mime_types", ())
            # some desktops wrap the list once more
            self._listed = tuple(listed[0] if isinstance(listed, tuple) and listed else listed)

    def _transfer(self, session: str, mime_type: str, serial: int) -> None:
        """Somebody pastes."""
        if session != self._session() or self._data is None:
            return
        name = _TEXT if mime_type in _TEXTS and self._data.hasText() else mime_type
        content = bytes(self._data.data(name).data())
        try:
            (pipe,) = self._ask("SelectionWrite", "ou", serial)
        except PortError:
            return  # who pasted has gone

        def done(whole: bool) -> None:
            self._portal.call(
                CLIPBOARD, "SelectionWriteDone", "oub", (session, serial, whole), lambda _: None
            )

        write_pipe(pipe.to_raw_fd(), content, self._scheduler, done)

    def _read(self, mime_type: str, room: int, deadline_s: float) -> bytes | None:
        try:
            (pipe,) = self._ask("SelectionRead", "os", mime_type)
        except PortError:
            return None
        with os.fdopen(pipe.to_raw_fd(), "rb", buffering=0) as reading:
            return read_pipe(reading.fileno(), room, deadline_s)

    def _ask(self, method: str, signature: str, argument: object) -> tuple[Any, ...]:
        session = self._session()
        if not session:
            raise PortError("portal_gone")
        return self._portal.ask(CLIPBOARD, method, signature, (session, argument), _ANSWER_CAP_S)


def _names(data: QMimeData) -> list[str]:
    """The formats as programs on Wayland know them."""
    names = [name for name in data.formats() if name != IMAGE and "qt-windows" not in name]
    return [*(_TEXTS if _TEXT in names else ()), *(n for n in names if n not in _TEXTS)]


def _contents(data: QMimeData) -> dict[str, bytes]:
    return {n: bytes(data.data(n).data()) for n in data.formats() if n != IMAGE}


def _worth_reading(listed: tuple[str, ...]) -> dict[str, str]:
    """Format name to the name it is asked for by; the text by its best name, pictures last."""
    text = next((name for name in _TEXTS if name in listed), None)
    others = [n for n in listed if ("/" in n and n not in _TEXTS) or n.startswith("x-")]
    found = {_TEXT: text} if text else {}
    return found | {name: name for name in sorted(others, key=_rank)}


def _rank(name: str) -> int:
    """Pictures can be large and slow to make, and PNG says what the others say."""
    return 1 if name == "image/png" else 2 * name.startswith("image/")
