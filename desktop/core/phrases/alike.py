"""Finds texts that say nearly the same, among thousands in a second."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import chain
from math import ceil

from desktop.core.phrases.haystack import fold

_ALIKE = 0.8
"""Share of the pieces of two texts that both have."""
_PIECE = 3
_FEWEST_PIECES = 8
"""Very short texts resemble each other by chance."""
_RARE = 4
"""How many of their rarest pieces alike texts share."""
_MOST_LOOKED_AT = 64
"""Texts with one piece in common that are compared; only a pack made by a machine has more."""


def alike(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that are nearly or entirely the same: the number of one, of an earlier one.

    A text is told at most once. Spaces, punctuation, case and width do not count.

    Two texts that share so much must share a few of their rarest pieces: only those are looked up.
    """
    pieces = [_pieces(text) for text in texts]
    often = Counter(chain.from_iterable(pieces))
    rank = {piece: n for n, piece in enumerate(sorted(often, key=lambda p: (often[p], p)))}
    with_piece: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(pieces):
        if len(found) < _FEWEST_PIECES:
            continue
        most = len(found) - ceil(_ALIKE * len(found)) + _RARE
        rarest = nsmallest(most, found, key=rank.__getitem__)
        shared = Counter(chain.from_iterable(with_piece[piece] for piece in rarest))
        likely = (n for n, count in shared.items() if count >= _RARE)
        match = next((n for n in likely if _share(found, pieces[n]) >= _ALIKE), None)
        if match is not None:
            yield number, match
        for piece in rarest:
            if len(with_piece[piece]) < _MOST_LOOKED_AT:
                with_piece[piece].append(number)


def _pieces(text: str) -> frozenset[str]:
    said = "".join(filter(str.isalnum, fold(text)))
    return frozenset(said[n : n + _PIECE] for n in range(len(said) - _PIECE + 1))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    return common / (len(one) + len(other) - common)
