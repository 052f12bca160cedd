"""What changed from one version of a pack to the next: a value that window and commands show."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desktop.core.packs.facts import Fact, facts
from desktop.core.packs.model import Note, Pack
from desktop.core.phrases.model import Phrase
from desktop.core.phrases.text_diff import Piece, text_diff

_SINGLE = ("title", "code", "tags", "valid")


class Placed(Struct, frozen=True):
    """A phrase where it stands.

    Attributes:
        phrase: The phrase.
        category: Name of its category.
        group: Name of its group.
    """

    phrase: Phrase
    category: str
    group: str


class Changed(Struct, frozen=True):
    """A phrase that both versions have, with the names of what is other in it.

    Attributes:
        before: In the older version.
        after: In the newer one.
        fields: Some of ``text attachments title code tags valid place``, in this order.
    """

    before: Placed
    after: Placed
    fields: tuple[str, ...]

    def text(self) -> tuple[Piece, ...]:
        """Its text, word by word."""
        return text_diff(self.before.phrase.text, self.after.phrase.text)


class Change(Struct, frozen=True):
    """One rule, list entry or other fact that is new, gone or other.

    Attributes:
        fact: What it is; see ``facts``.
        before: As it was; None if it was not there.
        after: As it is; None if it is gone.
    """

    fact: Fact
    before: str | None
    after: str | None


class PackDiff(Struct, frozen=True):
    """All that changed; phrases are the same by scenario and number, in whichever pack.

    Attributes:
        added: Phrases of the newer version alone, in its order.
        removed: Phrases of the older version alone, in its order.
        changed: Phrases of both, in the order of the newer one.
        reordered: Whether phrases of both stand in another order.
        changes: Everything else, in the order of the older version, new facts last.
        quotes: Cases of golden quotes that are new, gone or other.
        notes: What agents are told of the versions after the older one, newest first.
    """

    added: tuple[Placed, ...]
    removed: tuple[Placed, ...]
    changed: tuple[Changed, ...]
    reordered: bool
    changes: tuple[Change, ...]
    quotes: tuple[str, ...]
    notes: tuple[Note, ...]

    @property
    def summary(self) -> str:
        """How many phrases were added, changed and removed: ``+3 ~2 −1``."""
        return f"+{len(self.added)} ~{len(self.changed)} −{len(self.removed)}"

    @property
    def empty(self) -> bool:
        """Whether agents see no difference."""
        told = self.added or self.removed or self.changed or self.changes or self.quotes
        return not told and not self.reordered


def pack_diff(before: Pack, after: Pack) -> PackDiff:
    """What changed from one pack to another."""
    old, new = dict(_placed(before)), dict(_placed(after))
    both = [key for key in new if key in old]
    pairs = ((old[key], new[key]) for key in both)
    changed = (Changed(one, other, tuple(_fields(one, other))) for one, other in pairs)
    known, told = facts(before), facts(after)
    return PackDiff(
        added=tuple(placed for key, placed in new.items() if key not in old),
        removed=tuple(placed for key, placed in old.items() if key not in new),
        changed=tuple(change for change in changed if change.fields),
        reordered=both != [key for key in old if key in new],
        changes=tuple(
            Change(fact, known.get(fact), told.get(fact))
            for fact in dict.fromkeys((*known, *told))
            if known.get(fact) != told.get(fact)
        ),
        quotes=_other_quotes(before, after),
        notes=tuple(note for note in after.notes if note.version > before.version),
    )


def _other_quotes(before: Pack, after: Pack) -> tuple[str, ...]:
    known, told = ([(q.case, q) for q in pack.quotes] for pack in (before, after))
    other = [pair for pair in (*known, *told) if (pair in known) != (pair in told)]
    return tuple(dict.fromkeys(case for case, _ in other))


def _placed(pack: Pack) -> Iterator[tuple[str, Placed]]:
    for category in pack.library.categories:
        for group in category.groups:
            for phrase in group.phrases:
                key = phrase.id.removeprefix(f"{pack.id}/")
                yield key, Placed(phrase, category.name, group.name)


def _fields(before: Placed, after: Placed) -> Iterator[str]:
    old, new = before.phrase, after.phrase
    for name, was, now in zip(("text", "attachments"), _sent(old), _sent(new), strict=True):
        if was != now:
            yield name
    yield from (name for name in _SINGLE if getattr(old, name) != getattr(new, name))
    if (before.category, before.group) != (after.category, after.group):
        yield "place"


def _sent(phrase: Phrase) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """The texts, with a gap for each attachment, and the attachments."""
    parts = phrase.in_parts()
    texts = tuple(part if isinstance(part, str) else None for part in parts)
    return texts, tuple(part for part in parts if not isinstance(part, str))
