"""Fills phrases in: which placeholders a template has, what is wrong with it, what it says.

Templates are Liquid, held to what ``language`` allows; nothing of Liquid leaves this module.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.core.phrases.pieces import (
    MOST_CHARACTERS,
    MOST_OUTPUT_BYTES,
    Mention,
    MissingError,
    Piece,
    Value,
    field,
)
from desktop.core.phrases.plain import Plain, plain_mentions, read_plain
from desktop.core.phrases.template_problems import lint, unknown
from desktop.core.problems import InputError, Problem

__all__ = ["MissingError", "Piece", "Value", "check", "placeholders", "preview", "render"]


def placeholders(*parts: object) -> tuple[str, ...]:
    """Names that templates fill in, in order of first use; not those they assign themselves.

    Args:
        parts: The templates; what is no text is passed over.

    Raises:
        InputError: One is no template; ``check`` says the same.
    """
    sources = (part for part in parts if isinstance(part, str))
    names = (name for source in sources for name, _ in _mentions(source)[0])
    return tuple(dict.fromkeys(names))


def check(source: str, allowed: Collection[str]) -> tuple[Problem, ...]:
    """Everything wrong with a template, in order; empty if it can be used.

    Args:
        source: The template.
        allowed: The placeholder names there are.

    Returns:
        Problems with their line inside ``source``, from 1.
    """
    try:
        names, filters = _mentions(source)
    except InputError as wrong:
        return (*lint(source), *wrong.problems)
    found = lint(source) + unknown("template_unknown_name", names, allowed, source)
    if filters:
        from desktop.core.phrases.language import filter_names

        found += unknown("template_unknown_filter", filters, filter_names(), source)
    return tuple(sorted(found, key=lambda problem: problem.line))


def render(source: str, values: Mapping[str, Value]) -> str:
    """The template filled in, at most 20 kB.

    Args:
        source: The template.
        values: Placeholder name to value; one of nothing but spaces counts as missing.

    Raises:
        MissingError: Placeholders it needs have no value.
        InputError: It is no template, or does not go with these values.
    """
    given = _given(values)
    plain = _plain(source)
    if plain is None:
        from desktop.core.phrases import scripted

        return scripted.render(source, given)
    missing = tuple(dict.fromkeys(name for name in plain.names if name not in given))
    if missing:
        raise MissingError(missing)
    text = plain.filled(lambda name: str(given[name]))
    if len(text.encode("utf-8", "surrogatepass")) > MOST_OUTPUT_BYTES:
        raise InputError(Problem("template_output_too_long"))
    return text


def preview(source: str, values: Mapping[str, Value]) -> tuple[Piece, ...]:
    """What ``render`` would give with these values, its placeholders as fields in place.

    A name that only a condition or a filter reads is a field ``beside`` the text, after it. A
    template that cannot be rendered with these values is shown as it is written, its fields
    beside it. Every field of one name is a piece of its own.

    Raises:
        InputError: It is no template.
    """
    given = _given(values)
    plain = _plain(source)
    if plain is None:
        from desktop.core.phrases import scripted

        return scripted.preview(source, given)
    pieces = [Piece(plain.literals[0])]
    for name, literal in zip(plain.names, plain.literals[1:], strict=True):
        pieces += (field(name, given), Piece(literal))
    return tuple(piece for piece in pieces if piece.text or piece.placeholder)


def _given(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if str(value).strip()}


def _plain(source: str) -> Plain | None:
    if len(source) > MOST_CHARACTERS:
        values = {"got": str(len(source)), "most": str(MOST_CHARACTERS)}
        raise InputError(Problem("template_too_long", values=values))
    return read_plain(source)


def _mentions(source: str) -> tuple[list[Mention], list[Mention]]:
    """The names and the filters a template mentions."""
    if _plain(source) is not None:
        return plain_mentions(source), []
    from desktop.core.phrases import scripted

    return scripted.mentions(source)
