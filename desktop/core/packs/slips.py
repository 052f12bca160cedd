"""Why a text is no YAML: the slips people make get words of their own."""

from __future__ import annotations

import re

from desktop.core.problems import Problem

_FULL_WIDTH_COLON = re.compile(r"[\s-]*[^\s:：\"'#][^:：\"'#]*：(?!.*:(\s|$))")
_BARE_BRACES = re.compile(r"(^|[:-] |[\[,] ?)\s*\{\{")


def slip(error: Exception, text: str, file: str) -> Problem:
    """The problem behind what stopped the YAML parser, on the line that causes it."""
    stopped = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if stopped is None:
        return Problem("not_yaml", file=file, line=1)
    begun = getattr(error, "context_mark", None) or stopped
    lines = text.splitlines()
    last = stopped.line
    # The parser often notices a line late.
    first = min(begun.line, max(last - 1, 0))
    for number, line in enumerate(lines[first : last + 1], first + 1):
        if full_width_colon(line):
            return Problem("full_width_colon", file=file, line=number)
        if _BARE_BRACES.search(line):
            return Problem("yaml_braces", file=file, line=number)
    if last < len(lines) and "\t" in lines[last][: stopped.column + 1]:
        return Problem("yaml_tab", file=file, line=last + 1)
    at_end = last >= len(lines)  # an open quote or bracket: where it opened says more
    line = min(begun.line if at_end else last, len(lines) - 1)
    return Problem("not_yaml", file=file, line=line + 1)


def full_width_colon(line: str) -> bool:
    """Whether ``名：1`` stands where ``名: 1`` was meant."""
    return _FULL_WIDTH_COLON.match(line) is not None
