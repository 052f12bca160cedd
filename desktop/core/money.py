"""Money as whole 分: read, written and shared out without a float."""

from __future__ import annotations

import re
from collections.abc import Sequence

_YUAN = re.compile(r"(\d{1,9})(?:\.(\d{1,2}))?", re.ASCII)
FEN = 100
"""分 in a yuan."""


def parse_yuan(text: str) -> int:
    """Reads ``499``, ``499.5`` or ``499.00`` as 分.

    Raises:
        ValueError: Anything else: a sign, an exponent, a third decimal, more than 999,999,999.99.
    """
    match = _YUAN.fullmatch(text)
    if match is None:
        raise ValueError(text)
    yuan, fraction = match.groups()
    return int(yuan) * FEN + int((fraction or "0").ljust(2, "0"))


def format_yuan(minor: int) -> str:
    """Writes 分 as yuan with two decimals: ``-12.40``."""
    yuan, fen = divmod(abs(minor), FEN)
    return f"{'-' if minor < 0 else ''}{yuan}.{fen:02}"


def allocate(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Shares ``total`` 分 in proportion to ``weights``; the parts add up to it.

    Each part is the exact share rounded down; the 分 left over go to the largest remainders,
    of equal ones to the earlier. All weights 0 give all parts 0, which needs a total of 0.
    """
    whole = sum(weights)
    if whole == 0:
        return (0,) * len(weights)
    parts = [total * weight // whole for weight in weights]
    remainders = [total * weight % whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda n: -remainders[n])
    for n in order[: total - sum(parts)]:
        parts[n] += 1
    return tuple(parts)
