"""Tells in our own terms what is wrong with a template, and where."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Protocol

from desktop.core.phrases.pieces import Mention
from desktop.core.problems import Problem, shown

_WITH_EXPRESSION = ("if", "unless", "case", "assign")
TAGS = (*_WITH_EXPRESSION, "comment", "raw")
_INNER = {"elsif", "else", "when", "endif", "endunless", "endcase", "endcomment", "endraw"}
_BLOCK = re.compile(r"\{%-?\s*(end)?(if|unless|case|comment|raw)\b")
_FULL_WIDTH = re.compile("[｛{]｛|｛[{%％]|｝[｝}]|[}%％]｝|\\{％|％\\}")
_ALIKE = 0.5


def lint(source: str) -> list[Problem]:
    """What the language would let pass as text, although nobody means it so."""
    found = _FULL_WIDTH.search(source)
    return [problem("template_full_width", source, found.start())] if found else []


def unknown(
    code: str, mentions: Iterable[Mention], known: Collection[str], source: str
) -> list[Problem]:
    """A problem for every name that is not known, once each, with the one most like it."""
    first: dict[str, int] = {}
    for name, at in mentions:
        if name not in known:
            first[name] = min(at, first.get(name, at))
    return [_unknown(code, name, known, source, at) for name, at in first.items()]


class Token(Protocol):
    """Where the language stopped reading."""

    kind: str
    value: str
    start_index: int


def explain(token: Token | None, source: str) -> Problem:
    """Why the language stopped reading at this token; None stands for one of its limits."""
    if token is None:
        return problem("template_too_complex", source, 0)
    at, value = token.start_index, token.value
    if at < 0:
        block, at = _unclosed_block(source)
        return problem("template_unclosed_block", source, at, tag=block)
    if token.kind == "tag" and value not in _WITH_EXPRESSION:
        return _bad_tag(value, source, at)
    if value.startswith(("{{", "{%")):
        closing = "}}" if value.startswith("{{") else "%}"
        return problem("template_unclosed", source, at, opening=value[:2], closing=closing)
    return problem("template_expression", source, at, got=shown(value or "{{ }}"))


def problem(code: str, source: str, at: int, **values: str) -> Problem:
    """A problem on the line of that place in the source."""
    return Problem(code, values=values, line=source.count("\n", 0, at) + 1)


def _bad_tag(tag: str, source: str, at: int) -> Problem:
    if tag in TAGS:
        return problem("template_unclosed_block", source, at, tag=tag)
    if tag in _INNER:
        return problem("template_stray_tag", source, at, tag=tag)
    return _unknown("template_unknown_tag", tag, TAGS, source, at)


def _unknown(code: str, name: str, known: Collection[str], source: str, at: int) -> Problem:
    near = get_close_matches(name, known, n=1, cutoff=_ALIKE)
    if near:
        return problem(f"{code}_near", source, at, name=shown(name), near=near[0])
    return problem(code, source, at, name=shown(name))


def _unclosed_block(source: str) -> tuple[str, int]:
    """The innermost block that nothing ends, and where it begins."""
    opened: list[Mention] = []
    for found in _BLOCK.finditer(source):
        ends, tag = found.groups()
        if not ends:
            opened.append((tag, found.start()))
        elif opened:
            opened.pop()
    return opened[-1] if opened else ("", 0)
