"""How characters are read: every common reading, found by syllable.

pypinyin knows the readings but takes 55 MB, so it is asked once and the answer is kept as bytes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

_LONGEST = 6
MOST_SPLITS = 4
_RARE = 0.02
_VOWELS = frozenset("aeiouv")


class Readings(Struct, frozen=True, dict=True):
    """Readings of characters, without tones; ü is written v.

    Attributes:
        main: Syllable to the characters that are mostly read so.
        other: Syllable to the characters that are also read so.
    """

    main: Mapping[str, str]
    other: Mapping[str, str]

    @classmethod
    def of(cls, text: str) -> Readings:
        """The readings of all characters of a text and of the common simplified ones."""
        main: defaultdict[str, str] = defaultdict(str)
        other: defaultdict[str, str] = defaultdict(str)
        for char, syllables in _look_up({*text, *_common()}):
            for place, syllable in enumerate(syllables):
                (other if place else main)[syllable] += char
        return cls(dict(main), dict(other))

    def read_as(self, piece: str, *, whole: bool) -> frozenset[str]:
        """Characters with a reading that is, or unless ``whole`` begins with, the piece."""
        if whole:
            return frozenset(self.main.get(piece, "") + self.other.get(piece, ""))
        kinds = (self.main, self.other)
        found = (kind[s] for kind in kinds for s in kind if s.startswith(piece))
        return frozenset("".join(found))

    def split(self, letters: str) -> list[tuple[str, ...]]:
        """The ways to read letters as syllables, the last one perhaps unfinished.

        At most four, those of the fewest syllables first: ``xian`` is xian and xi an.
        """
        syllables, begun = self._syllables, self._begun
        ways: list[list[tuple[str, ...]]] = [[] for _ in letters]
        for at in reversed(range(len(letters))):
            for end in range(at + 1, min(at + _LONGEST, len(letters)) + 1):
                piece = letters[at:end]
                if end == len(letters) and piece in begun:
                    ways[at].append((piece,))
                elif end < len(letters) and piece in syllables:
                    ways[at] += ((piece, *rest) for rest in ways[end])
            ways[at] = sorted(ways[at], key=len)[:MOST_SPLITS]
        return ways[0] if ways else []

    @cached_property
    def _syllables(self) -> frozenset[str]:
        return frozenset((*self.main, *self.other))

    @cached_property
    def _begun(self) -> frozenset[str]:
        return frozenset(s[:n] for s in self._syllables for n in range(1, len(s) + 1))

    def by_char(self) -> tuple[dict[str, str], dict[str, str]]:
        """Character to its main syllable, and to one that begins with another letter."""
        main = {char: syllable for syllable, chars in self.main.items() for char in chars}
        other = {
            char: syllable
            for syllable, chars in self.other.items()
            for char in chars
            if main[char][0] != syllable[0]
        }
        return main, other


def _common() -> Iterator[str]:
    """The 6,763 characters of GB 2312."""
    for high in range(0xB0, 0xF8):
        row = bytes(byte for low in range(0xA1, 0xFF) for byte in (high, low))
        yield from row.decode("gb2312", "ignore")


def _look_up(chars: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each character that has readings with them, the most frequent first, rare ones left out."""
    from pypinyin import Style, pinyin
    from pypinyin.phrases_dict import phrases_dict

    plain = _Toneless()
    heard: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in phrases_dict.items():
        for char, toned in zip(phrase, readings, strict=False):
            heard[char][plain[toned[0]]] += 1
    for char in sorted(chars):
        (known,) = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore") or ([],)
        counts = heard[char]
        often = sorted(
            (s for s in known if counts[s] >= _RARE * counts.total()), key=lambda s: -counts[s]
        )
        # 略 is typed lue as well as lve; 嗯 is also listed as n and ng, which nobody types.
        spelled = [s for s in often if not _VOWELS.isdisjoint(s)]
        yield char, spelled + [s.replace("ve", "ue") for s in spelled if s.endswith("ve")]


class _Toneless(dict[str, str]):
    """Syllables with tone marks to those without, each converted once."""

    def __missing__(self, toned: str) -> str:
        from pypinyin.contrib.tone_convert import to_normal

        plain: str = to_normal(toned, v_to_u=False)
        self[toned] = plain
        return plain
