"""What is typed and clicked, told by Windows as raw input."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import wintypes as w

from desktop.core.phrases.typed import Stroke
from desktop.platform.windows.api import user32
from desktop.platform.windows.input_field import composing, is_password
from desktop.platform.windows.messages import MessageWindow
from desktop.platform.windows.raw_input import WM_INPUT, Press, read, unwatch, watch
from desktop.platform.windows.strokes import Strokes

_REMOVE = 1


class WindowsTyping:
    """Has keys and clicks sent to our hidden window for as long as it is started.

    No hook: Windows drops hooks that are slow without a word, and every key of every program would
    wait for us.
    """

    def __init__(self, window: MessageWindow) -> None:
        self._window = window
        self._strokes = Strokes()
        self._on_stroke: Callable[[Stroke], None] | None = None
        window.listen(WM_INPUT, self._received)

    def start(self, on_stroke: Callable[[Stroke], None]) -> str | None:
        """Tells of each stroke soon after it was made; returns None, or ``refused``."""
        self._strokes = Strokes()
        self._on_stroke = on_stroke if watch(self._window.handle) else None
        return None if self._on_stroke else "refused"

    def stop(self) -> None:
        """Looks at nothing any more."""
        if self._on_stroke:
            unwatch()
            self._on_stroke = None

    def catch_up(self) -> None:
        """Tells at once of all strokes that were made before this call."""
        message = w.MSG()
        while user32().PeekMessageW(
            ctypes.byref(message), self._window.handle, WM_INPUT, WM_INPUT, _REMOVE
        ):
            user32().DispatchMessageW(ctypes.byref(message))

    def off_limits(self) -> bool:
        """Whether keys go to a password field, or to an input method that is set to compose."""
        return is_password() or composing()

    def _received(self, _: int, handle: int) -> None:
        press = read(handle) if self._on_stroke else None
        stroke = self._stroke(press) if press else None
        if stroke and self._on_stroke:
            self._on_stroke(stroke)

    def _stroke(self, press: Press) -> Stroke | None:
        return self._strokes.of_key(press.key, down=press.down) if press.key else Stroke()
