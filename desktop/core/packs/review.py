"""What is wrong with what a pack says: its form is right, or right enough to look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from desktop.core.packs.golden import differences
from desktop.core.packs.origin import Origin
from desktop.core.packs.reader import Draft
from desktop.core.phrases.alike import alike
from desktop.core.phrases.model import Phrase
from desktop.core.phrases.scenarios import STANDARD
from desktop.core.phrases.wording import Forbidden, Slip, slips
from desktop.core.problems import InputError, Level, Problem, shown


def review(draft: Draft) -> tuple[Problem, ...]:
    """Every problem of the pack's content, errors and warnings, in no order.

    What a broken part would have said is left out: with errors in the form nothing is said of
    missing scenarios and golden quotes.
    """
    return tuple(_problems(draft))


def _problems(draft: Draft) -> Iterator[Problem]:
    if draft.pack is None:
        return
    phrases = [phrase for phrase in draft.pack.library.phrases() if phrase.text]
    yield from _wording(draft, phrases)
    yield from _twice(draft, phrases)
    if not draft.failed:
        yield from _missing_scenarios(draft, phrases)
        yield from _golden_quotes(draft)


def _wording(draft: Draft, phrases: list[Phrase]) -> Iterator[Problem]:
    assert draft.pack is not None
    for phrase in phrases:
        texts = (part for part in phrase.in_parts() if isinstance(part, str))
        for text, origin in zip(texts, draft.phrases[phrase.id], strict=False):
            for slip in slips(text, draft.pack.words):
                yield _slip(slip, text, origin)


def _slip(slip: Slip, text: str, origin: Origin) -> Problem:
    rule, line = slip.rule, origin.line_in(text, slip.start)
    if isinstance(rule, Forbidden):
        values = {"got": shown(slip.word), "name": shown(rule.name)}
        return Problem("word_forbidden", origin.where, values, origin.file, line, rule.level)
    values = {"got": shown(slip.word), "instead": shown(rule.instead)}
    return _warning("word_cold", origin.where, values, origin.file, line)


def _twice(draft: Draft, phrases: list[Phrase]) -> Iterator[Problem]:
    """Texts that are there already, for the same time and with the same pictures."""
    alikes: dict[object, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        attached = tuple(part for part in phrase.parts if not isinstance(part, str))
        alikes[phrase.valid, attached].append(phrase)
    for together in alikes.values():
        first: dict[str, Phrase] = {}
        for phrase in together:
            if phrase.text in first:
                yield _same("text_twice", draft, phrase, first[phrase.text])
            first.setdefault(phrase.text, phrase)
        single = list(first.values())
        for number, earlier in alike([phrase.text for phrase in single]):
            yield _same("text_alike", draft, single[number], single[earlier])


def _same(code: str, draft: Draft, phrase: Phrase, first: Phrase) -> Problem:
    origin, other = draft.phrases[phrase.id][0], draft.phrases[first.id][0]
    place = f"{other.file}:{other.line}" if other.line else first.id
    values = {"title": shown(first.title), "first": place}
    return _warning(code, origin.where, values, origin.file, origin.line)


def _missing_scenarios(draft: Draft, phrases: list[Phrase]) -> Iterator[Problem]:
    assert draft.pack is not None
    if not draft.pack.complete:
        return
    there = {phrase.scenario for phrase in phrases}
    origin = draft.complete
    for scenario in STANDARD:
        if scenario not in there:
            values = {"scenario": scenario}
            yield _warning("scenario_missing", origin.where, values, origin.file, origin.line)


def _golden_quotes(draft: Draft) -> Iterator[Problem]:
    assert draft.pack is not None
    for golden, origin in zip(draft.pack.quotes, draft.quotes, strict=True):
        place, at = f"{origin.where}.expect", (origin.file, origin.line)
        case = shown(golden.case)
        if draft.pack.shop is None:
            yield Problem("quote_no_shop", origin.where, {"case": case}, *at)
            continue
        try:
            found = differences(golden, draft.pack.shop)
        except InputError as error:
            for fault in error.problems:
                where = f"{origin.where}.order.{fault.where}"
                yield Problem(fault.code, where, fault.values, *at)
            continue
        for name, wanted, came in found:
            values = {"case": case, "wanted": shown(wanted), "got": shown(came)}
            yield Problem("quote_differs", f"{place}.{name}", values, *at)


def _warning(code: str, where: str, values: dict[str, str], file: str, line: int) -> Problem:
    level: Level = "warning"
    return Problem(code, where, values, file, line, level)
