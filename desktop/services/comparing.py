"""What changed from one pack to another, in words and as JSON; window and commands say the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.core.packs.diff import Change, Changed, PackDiff, Placed
from desktop.core.packs.facts import Fact, span
from desktop.core.phrases.text_diff import Piece
from desktop.services.words import Words

_CODED = {"complete", "forbidden", "allowed", "cold_alone", "extra_paid_by"}
"""Facts whose values are codes."""
_MARKS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}


class DiffText:
    """Says a difference in one language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def change(self, change: Change) -> str:
        """One rule or list entry: ``包邮门槛 江浙沪皖 500 → 450``."""
        before, after = (self._value(change.fact, v) for v in (change.before, change.after))
        fact = self._fact(change.fact)
        return self._words.text("diff.change", fact=fact, before=before, after=after)

    def fields(self, changed: Changed) -> str:
        """What is other in a phrase: ``文字、标题``."""
        comma = "、" if self._words.language == "zh" else ", "
        return comma.join(self._words.text(f"diff.field.{name}") for name in changed.fields)

    def lines(self, diff: PackDiff) -> Iterator[str]:
        """Everything, a line each, the numbers first."""
        if diff.empty:
            yield self._words.text("diff.none")
            return
        yield diff.summary
        for note in diff.notes:
            said = self._words.text("diff.note", version=note.version)
            yield from (f"{said}: {line}" for line in note.text.splitlines())
        yield from (line for placed in diff.added for line in _whole("+", placed))
        yield from (line for changed in diff.changed for line in self._changed(changed))
        yield from (line for placed in diff.removed for line in _whole("−", placed))
        if diff.reordered:
            yield self._words.text("diff.reordered")
        if diff.changes:
            yield self._words.text("diff.rules")
            yield from (f"    {self.change(change)}" for change in diff.changes)
        if diff.quotes:
            yield self._words.text("diff.quotes", cases="; ".join(diff.quotes))

    def as_json(self, diff: PackDiff) -> dict[str, Any]:
        """The difference for scripts."""
        return {
            "summary": diff.summary,
            "added": [_placed_json(placed) for placed in diff.added],
            "removed": [_placed_json(placed) for placed in diff.removed],
            "changed": [_changed_json(changed) for changed in diff.changed],
            "reordered": diff.reordered,
            "changes": [
                {
                    "fact": list(change.fact),
                    "before": change.before,
                    "after": change.after,
                    "text": self.change(change),
                }
                for change in diff.changes
            ],
            "quotes": list(diff.quotes),
            "notes": [{"version": note.version, "text": note.text} for note in diff.notes],
        }

    def _changed(self, changed: Changed) -> Iterator[str]:
        after = changed.after
        yield f"~ {_heading(after)}  {self.fields(changed)}"
        if "text" in changed.fields:
            marked = "".join(_MARKS[piece.kind].format(piece.text) for piece in changed.text())
            yield from (f"    {line}" for line in marked.splitlines())
        for name, before, now in other_fields(changed):
            yield f"    {self._words.text(f'diff.field.{name}')}: {before} → {now}"

    def _fact(self, fact: Fact) -> str:
        code, *of = fact
        if code == "in_period":
            period, *inner = of
            return self._words.text("fact.in_period", period=period, fact=self._fact(tuple(inner)))
        if code in ("first", "extra", "extra_paid_by"):
            of[1] = self._words.courier(of[1])
        values = dict(zip("ab", of, strict=False))
        return self._words.text(f"fact.{code}", **values)

    def _value(self, fact: Fact, value: str | None) -> str:
        code = fact[2] if fact[0] == "in_period" else fact[0]
        if not value:
            return self._words.text("fact_value.none")
        if code == "default_courier":
            return self._words.courier(value)
        if code == "tier_pays":
            return f"{float(value) * 100:g}%"
        return self._words.text(f"fact_value.{value}") if code in _CODED else value


def _whole(sign: str, placed: Placed) -> Iterator[str]:
    yield f"{sign} {_heading(placed)}"
    yield from (f"    {line}" for line in placed.phrase.text.splitlines())


def _heading(placed: Placed) -> str:
    phrase = placed.phrase
    return f"{phrase.id}  {placed.category} › {placed.group} › {phrase.title}"


def other_fields(changed: Changed) -> Iterator[tuple[str, str, str]]:
    """The fields besides the text, with what they were and are."""
    before, after = _fields_of(changed.before), _fields_of(changed.after)
    yield from ((name, before[name], after[name]) for name in changed.fields if name != "text")


def _fields_of(placed: Placed) -> dict[str, str]:
    phrase = placed.phrase
    attached = (part for part in phrase.parts if not isinstance(part, str))
    return {
        "attachments": " ".join(part.name for part in attached),
        "title": phrase.title,
        "code": phrase.code,
        "tags": " ".join(phrase.tags),
        "valid": span(phrase.valid) if phrase.valid else "",
        "place": f"{placed.category} › {placed.group}",
    }


def _placed_json(placed: Placed) -> dict[str, Any]:
    phrase = placed.phrase
    place = {"category": placed.category, "group": placed.group}
    return {"id": phrase.id, "title": phrase.title, "text": phrase.text} | place


def _changed_json(changed: Changed) -> dict[str, Any]:
    others = {name: {"before": b, "after": a} for name, b, a in other_fields(changed)}
    pieces = [[_sign(piece), piece.text] for piece in changed.text()]
    fields = {"fields": list(changed.fields), "pieces": pieces, "others": others}
    return _placed_json(changed.after) | fields


def _sign(piece: Piece) -> str:
    return {"same": "=", "gone": "-", "new": "+"}[piece.kind]
