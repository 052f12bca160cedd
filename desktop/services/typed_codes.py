"""Typed codes: looks out for them while they are switched on, and for nothing else.

Nothing typed is kept beyond what a code needs, and nothing of it leaves this object but the id of
a phrase whose code was typed to its end.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.phrases.typed import Codes, Found, Stroke
from desktop.services.jobs import Typed
from desktop.services.library import LibraryService
from desktop.services.ports import Focus, PortError, Settings, Target, Typing
from desktop.services.settings import switch

TYPED_CODES = switch("typed_codes.on", default=False)
"""Whether typed codes are looked out for."""


class TypedCodes:
    """Calls ``use`` with the id of each phrase whose code was typed.

    Attributes:
        obstacle: Why they could not be had when they were last asked for, as a short code; None
            if they could, or are off.
    """

    def __init__(
        self,
        typing: Typing,
        focus: Focus,
        library: LibraryService,
        settings: Settings,
        use: Callable[[str], None],
    ) -> None:
        self._typing = typing
        self._focus = focus
        self._library = library
        self._settings = settings
        self._use = use
        self.obstacle: str | None = None
        self._recent = ""
        self._target: Target | None = None
        self._standing: tuple[str, Typed] | None = None
        self._take_codes()
        library.on_change.append(self._take_codes)

    @property
    def on(self) -> bool:
        """Whether the agent has switched them on."""
        return TYPED_CODES.of(self._settings)

    def switch(self, on: bool) -> str | None:
        """Switches them on or off, for good.

        Returns:
            None, or why they cannot be had here, as a short code; then they are off.

        Raises:
            NotKeptError: The wish is not on disk, and nothing has changed.
        """
        TYPED_CODES.keep(self._settings, on)
        if self.resume():
            TYPED_CODES.keep(self._settings, value=False)
        return self.obstacle

    def resume(self) -> str | None:
        """Does what the agent wants; returns None, or why it cannot be done now."""
        self._recent, self._target, self._standing = "", None, None
        self.obstacle = None
        if self.on:
            self.obstacle = self._typing.start(self._follow)
        else:
            self._typing.stop()
        return self.obstacle

    def standing(self, phrase_id: str) -> Typed | None:
        """What was typed for a phrase and stands there, unless a stroke was told of since."""
        if self._standing and self._standing[0] == phrase_id:
            return self._standing[1]
        return None

    def _take_codes(self) -> None:
        self._phrases = self._library.codes()
        self._codes = Codes(self._phrases, max(map(len, self._phrases), default=0))

    def _follow(self, stroke: Stroke) -> None:
        try:
            if self._standing and self._focus.is_active(self._standing[1].target):
                self._standing = None  # something follows what was typed
            found = self._look(stroke)
        except PortError:  # the desktop is going away
            self._recent = ""
            return
        phrase = self._library.phrase(self._phrases[found.code]) if found else None
        if found and phrase and self._target:
            typed = Typed(self._target, found.count, lambda: self._untouched(typed))
            self._standing = phrase.id, typed
            self._use(phrase.id)

    def _untouched(self, typed: Typed) -> bool:
        self._typing.catch_up()
        return self._standing is not None and self._standing[1] is typed

    def _look(self, stroke: Stroke) -> Found | None:
        """The code that the stroke ends, if all of it was typed where we may look."""
        begins = not self._recent
        self._recent, found = self._codes.after(self._recent, stroke)
        if not self._recent and not found:
            return None
        if begins:
            self._target = self._focus.current()
        # while a window of ours has the keyboard, the last other one is current and not active
        if (
            self._target is None
            or not self._focus.is_active(self._target)
            or self._typing.off_limits()
        ):
            self._recent = ""
            return None
        return found
