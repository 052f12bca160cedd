"""Templates with conditions or filters: what they read, what they say, their preview.

Raises only errors of ours. Import this module late: see ``plain``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from liquid import BoundTemplate
from liquid.exceptions import (
    LiquidError,
    OutputStreamLimitError,
    ResourceLimitError,
    UndefinedError,
)

from desktop.core.phrases import language
from desktop.core.phrases.language import Buffer, Watched
from desktop.core.phrases.pieces import Mention, MissingError, Piece, Value, field
from desktop.core.phrases.template_problems import explain
from desktop.core.problems import InputError, Problem

# Besides its own errors the language lets through what "inf", deep brackets and the like raise.
_TROUBLE = (LiquidError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError)


def mentions(source: str) -> tuple[list[Mention], list[Mention]]:
    """The names a template reads and does not assign, and its filters, in their order.

    Raises:
        InputError: It is no template.
    """
    try:
        return language.mentions(_parsed(source))
    except RecursionError as error:
        raise InputError(explain(None, source)) from error


def render(source: str, given: Mapping[str, Value]) -> str:
    """The template filled in.

    Raises:
        MissingError: It needs values that are not among those given.
        InputError: It is no template, or does not go with these values.
    """
    template = _parsed(source)
    try:
        return language.write(template, given).getvalue()
    except UndefinedError as error:
        watched = Watched(given)
        _write(template, watched)
        if missing := watched.missing():
            raise MissingError(missing) from error
        raise InputError(_unfit(error)) from error
    except _TROUBLE as error:
        raise InputError(_unfit(error)) from error


def preview(source: str, given: Mapping[str, Value]) -> tuple[Piece, ...]:
    """The rendered text with what bare names wrote as fields in it, other names beside it.

    Raises:
        InputError: It is no template.
    """
    watched = Watched(given)
    buffer = _write(_parsed(source), watched)
    if buffer is None:
        names = dict.fromkeys(name for name, _ in mentions(source)[0])
        return (Piece(source), *(field(name, given, beside=True) for name in names))
    pieces = tuple(_pieces(buffer, given))
    shown = {piece.placeholder for piece in pieces}
    beside = (field(name, given, beside=True) for name in watched.read if name not in shown)
    return (*pieces, *beside)


def _pieces(buffer: Buffer, given: Mapping[str, Value]) -> Iterator[Piece]:
    text, at = buffer.getvalue(), 0
    for start, end, name in buffer.named:
        if at < start:
            yield Piece(text[at:start])
        yield field(name, given)
        at = end
    if at < len(text):
        yield Piece(text[at:])


def _parsed(source: str) -> BoundTemplate:
    try:
        return language.parse(source)
    except ResourceLimitError as error:
        raise InputError(explain(None, source)) from error
    except _TROUBLE as error:
        raise InputError(explain(getattr(error, "token", None), source)) from error


def _write(template: BoundTemplate, watched: Watched) -> Buffer | None:
    """The rendering with gaps for what is missing; None if it breaks off."""
    try:
        return language.write(template, watched)
    except _TROUBLE:
        return None


def _unfit(error: Exception) -> Problem:
    if isinstance(error, OutputStreamLimitError):
        return Problem("template_output_too_long")
    token = error.token if isinstance(error, LiquidError) else None
    return Problem("template_value", values={"got": token.value if token else ""})
