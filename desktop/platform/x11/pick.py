"""Picking a window by pointing at it: the pointer and the keyboard are ours for that moment."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from Xlib import XK, X
from Xlib.display import Display
from Xlib.protocol.rq import Event

from desktop.core.docking.model import OtherWindow
from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.others import XOthers
from desktop.services.ports import Action, PortError, Scheduler, Target

_CROSSHAIR = 34
"""Source: X11/cursorfont.h; the mask of a shape is the one after it."""
_BLACK, _WHITE = (0, 0, 0), (0xFFFF, 0xFFFF, 0xFFFF)
_AGAIN_MS, _TRIES = 50, 20
"""A menu that is just closing holds pointer and keyboard a little longer."""
_LEFT = 1
_Picked = Callable[[OtherWindow | None], None]


class XPick:
    """Grabs both, with a crosshair, until a window is clicked or a key ends it."""

    def __init__(
        self,
        connection: XConnection,
        scheduler: Scheduler,
        others: XOthers,
        last_used: Callable[[], Target | None],
    ) -> None:
        self._connection = connection
        self._scheduler = scheduler
        self._others = others
        self._last_used = last_used
        self._picked: _Picked | None = None
        self._cursor: int | None = None
        connection.listen(X.ButtonRelease, self._clicked)
        connection.listen(X.KeyPress, self._pressed)

    def begin(self, picked: _Picked) -> Action:
        """Begins; the returned function ends it without a word.

        Raises:
            PortError: The X server is gone.
        """
        self._picked = picked
        self._grab(_TRIES)
        return self._end

    def _grab(self, tries: int) -> None:
        if self._picked is None:
            return
        try:
            with self._connection.talking() as display:
                if self._grabbed(display):
                    return
                self._let_go(display)
        except PortError:
            tries = 0
        if tries == 0:
            self._done(None)
        else:
            self._scheduler.call_later(_AGAIN_MS, lambda: self._grab(tries - 1))

    def _grabbed(self, display: Display) -> bool:
        """Takes pointer and keyboard; whether both were to be had."""
        root = self._connection.root()
        pointer = root.grab_pointer(
            owner_events=False,
            event_mask=X.ButtonReleaseMask,
            pointer_mode=X.GrabModeAsync,
            keyboard_mode=X.GrabModeAsync,
            confine_to=X.NONE,
            cursor=self._crosshair(display),
            time=X.CurrentTime,
        )
        if pointer != X.GrabSuccess:
            return False
        keyboard = root.grab_keyboard(
            owner_events=False,
            pointer_mode=X.GrabModeAsync,
            keyboard_mode=X.GrabModeAsync,
            time=X.CurrentTime,
        )
        return bool(keyboard == X.GrabSuccess)

    def _crosshair(self, display: Display) -> int:
        """The cursor; none of its own if the server has no cursor font."""
        if self._cursor is None:
            self._cursor = X.NONE
            font = display.open_font("cursor")
            if font is not None:
                shape = (_CROSSHAIR, _CROSSHAIR + 1, _BLACK, _WHITE)
                self._cursor = font.create_glyph_cursor(font, *shape).id  # type: ignore[attr-defined]
        return self._cursor

    def _clicked(self, event: Event) -> None:
        if self._picked is not None and event.detail == _LEFT and event.child:
            self._pick(self._others.inside(event.child.id))

    def _pressed(self, event: Event) -> None:
        if self._picked is None:
            return
        with self._connection.talking() as display:
            key = display.keycode_to_keysym(event.detail, 0)
        if key == XK.XK_Escape:
            self._done(None)
        elif key in {XK.XK_Return, XK.XK_KP_Enter} and (target := self._last_used()):
            self._pick(target.window)

    def _pick(self, number: int) -> None:
        """Takes the window if it is one to dock to: no panel, none of ours."""
        window = next((w for w in self._others.windows() if w.window == number), None)
        if window is not None:
            self._done(window)

    def _done(self, window: OtherWindow | None) -> None:
        picked = self._picked
        self._end()
        if picked is not None:
            picked(window)

    def _end(self) -> None:
        if self._picked is not None:
            self._picked = None
            with suppress(PortError), self._connection.talking() as display:
                self._let_go(display)

    def _let_go(self, display: Display) -> None:
        display.ungrab_keyboard(X.CurrentTime)
        display.ungrab_pointer(X.CurrentTime)
        display.flush()
