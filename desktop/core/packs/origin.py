"""Where something was written."""

from __future__ import annotations

from msgspec import Struct


class Origin(Struct, frozen=True):
    """A place in one of a pack's files.

    Attributes:
        file: Name of the file.
        line: Line in it from 1; 0 for none.
        where: The field, as a path.
        block: Whether it is a text whose own lines are lines of the file, from the next one on.
    """

    file: str
    line: int
    where: str
    block: bool = False

    def line_in(self, text: str, start: int) -> int:
        """The line of a place in the text that stands here."""
        return self.line + 1 + text.count("\n", 0, start) if self.block else self.line
