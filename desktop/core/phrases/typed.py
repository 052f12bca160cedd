"""Typed codes: ``;yj`` and a space, typed in one go, stand for the phrase with the code ``yj``.

All that is ever remembered is what was typed since the last ``;``, and only as long as a code could
still come of it.
"""

from __future__ import annotations

from collections.abc import Container

from msgspec import Struct

from desktop.core.hotkeys import Modifier

PREFIXES = ";；"
"""The second is what Chinese layouts and input methods type with the same key."""
BACKSPACE = "\b"
END = " "

_NONE = Modifier(0)
_HARMLESS = Modifier.SHIFT


class Stroke(Struct, frozen=True):
    """One press of a key, or a click.

    Attributes:
        text: The character it types, BACKSPACE, or nothing for every other key and for a click.
        held: The modifiers held meanwhile.
    """

    text: str = ""
    held: Modifier = _NONE


class Found(Struct, frozen=True):
    """A code was typed to its end.

    Attributes:
        code: The code, in small letters.
        count: How many characters of it stand before the caret, prefix and space included.
    """

    code: str
    count: int


class Codes(Struct, frozen=True):
    """The codes to look out for.

    Attributes:
        known: Every code, in small letters.
        longest: The length of the longest.
    """

    known: Container[str]
    longest: int

    def after(self, recent: str, stroke: Stroke) -> tuple[str, Found | None]:
        """What to remember after a stroke, and the code it ends, if it does.

        Args:
            recent: What was remembered before it; empty at first.
            stroke: The stroke.
        """
        text = stroke.text
        if stroke.held & ~_HARMLESS:
            return "", None
        if text == BACKSPACE:
            return recent[:-1], None
        if text and text in PREFIXES:
            return text, None
        if recent and text == END:
            code = recent[1:]
            # with Shift it is a key of input methods
            ends = code in self.known and not stroke.held
            return "", Found(code, len(recent) + len(END)) if ends else None
        if recent and len(text) == 1 and text.isascii() and text.isalnum():
            longer = recent + text.lower()
            return longer if len(longer) <= 1 + self.longest else "", None
        return "", None
