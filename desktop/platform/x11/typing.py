"""What is typed and clicked, told by the X server's RECORD extension."""

from __future__ import annotations

import select
import struct
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from Xlib import X
from Xlib.ext import record

from desktop.core.phrases.typed import Stroke
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.keymap import follow_keymap
from desktop.platform.x11.strokes import Strokes
from desktop.services.ports import Action, PortError

Watch = Callable[[XConnection, Action], Action]
"""Has the action called when a connection has something to read; returns what ends that."""

_EVENT = struct.Struct("=BB2xI20xH2x")
"""Type, key or button, time, state. Source: X11 protocol, KeyPress and ButtonPress."""
_BEGIN_CAP_S = 1.0
_NONE = (0, 0)
_WHAT: dict[str, Any] = {
    **dict.fromkeys(("core_requests", "core_replies", "delivered_events", "errors"), _NONE),
    **dict.fromkeys(("ext_requests", "ext_replies"), (*_NONE, *_NONE)),
    **dict.fromkeys(("client_started", "client_died"), False),
    "device_events": (X.KeyPress, X.ButtonPress),
}


class XTyping:
    """Follows the keyboard and the mouse buttons over a connection of its own.

    The server answers the one request to begin again and again until the connection ends. Nobody
    waits for these answers, so it takes no thread: they are read when they have come.
    """

    def __init__(
        self,
        keyboard: XConnection,
        connect: Callable[[], XConnection],
        watch: Watch,
        composing: Callable[[], bool],
    ) -> None:
        """Prepares; nothing is looked at yet.

        Args:
            keyboard: Knows the keys.
            connect: Opens the connection of its own.
            watch: Calls when that has something to read.
            composing: Whether an input method may be taking the keys, as far as it tells.
        """
        self._keyboard = keyboard
        self._connect = connect
        self._watch = watch
        self._composing = composing
        self._strokes: Strokes | None = None
        self._connection: XConnection | None = None
        self._unwatch: Action = lambda: None
        self._on_stroke: Callable[[Stroke], None] = lambda _: None
        self._begun = False
        self._recorded: deque[tuple[int, int, int, int]] = deque()
        follow_keymap(keyboard, self._keymap_changed)

    def start(self, on_stroke: Callable[[Stroke], None]) -> str | None:
        """Tells of each stroke soon after it was made.

        Returns:
            None, or ``no_record`` (the server has no such extension) or ``no_x11``.
        """
        self.stop()
        self._on_stroke = on_stroke
        try:
            self._connection = self._connect()
            if not self._record(self._connection):
                self.stop()
                return "no_record"
        except PortError as error:
            self.stop()
            return error.code
        self._unwatch = self._watch(self._connection, self.catch_up)
        return None

    def stop(self) -> None:
        """Looks at nothing any more; the server frees what it kept for us."""
        self._unwatch()
        self._unwatch = lambda: None
        if self._connection:
            self._connection.close()
            self._connection = None
        self._begun = False
        self._recorded.clear()

    def catch_up(self) -> None:
        """Tells at once of all strokes that were made before this call."""
        if self._connection is None:
            return
        try:
            self._connection.pump()
            while self._recorded:
                stroke = self._read(*self._recorded.popleft())
                if stroke:
                    self._on_stroke(stroke)
        except PortError:  # the server is gone
            self.stop()

    def off_limits(self) -> bool:
        """Whether an input method may be taking the keys; X11 knows nothing of password fields."""
        return self._composing()

    def _record(self, connection: XConnection) -> bool:
        with connection.talking() as display:
            if not display.has_extension(record.extname):
                return False
            record.EnableContext(
                callback=self._take,
                display=display.display,
                opcode=display.display.get_extension_major(record.extname),
                context=display.record_create_context(0, [record.AllClients], [_WHAT]),
                defer=True,
            )
            display.flush()
            # it has begun with the first answer, which is empty and comes at once
            deadline_s = time.monotonic() + _BEGIN_CAP_S
            while not self._begun and time.monotonic() < deadline_s:
                select.select([display.fileno()], [], [], _BEGIN_CAP_S)
                display.pending_events()
        return True

    def _take(self, answer: Any) -> None:
        """Notes what came in; python-xlib is in the middle of reading and must not be used."""
        if answer.category == record.StartOfData:
            self._begun = True
        elif answer.category == record.FromServer:
            self._recorded.extend(_EVENT.iter_unpack(answer.data))

    def _read(self, kind: int, code: int, time_ms: int, state: int) -> Stroke | None:
        if kind == X.ButtonPress:
            return Stroke()
        if kind != X.KeyPress:
            return None
        self._keyboard.user_time_ms = time_ms
        with self._keyboard.talking() as display:
            if self._strokes is None:
                self._strokes = Strokes(display)
            return self._strokes.of_key(code, state)

    def _keymap_changed(self) -> None:
        self._strokes = None
