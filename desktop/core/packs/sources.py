"""The files a team would write for a pack that exists already.

A pack that came in a file was made elsewhere: it is held to every rule by reading these with the
reader that reads a team's own.
"""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import msgspec

from desktop.core.money import format_yuan
from desktop.core.orders.shop import Area, Courier, Period, Shop
from desktop.core.packs.model import GoldenQuote, Pack
from desktop.core.packs.shop_reader import NEVER
from desktop.core.packs.source import FORBIDDEN, forbidden
from desktop.core.packs.tree import Mapping, Node, Scalar, Sequence
from desktop.core.phrases.model import Category, Phrase
from desktop.core.phrases.wording import WordLists
from desktop.core.problems import InputError
from desktop.core.validity import Validity

Document = str | int | bool | None | list["Document"] | dict[str, "Document"]
"""What stands without quotes is no ``str``."""


def sources_of(pack: Pack) -> dict[str, Node]:
    """File name to content; reading them gives the pack.

    Raises:
        InputError: A forbidden character.
        ValueError, RecursionError: A golden quote's order is no JSON, or absurdly deep.
    """
    documents = {f"{category.id}.yaml": _category(category) for category in pack.library.categories}
    documents["pack.yaml"] = _pack(pack)
    if pack.shop is not None:
        documents["shop.yaml"] = _shop(pack.shop)
    if pack.words != WordLists():
        documents["words.yaml"] = _words(pack.words)
    if pack.quotes:
        documents["quotes.yaml"] = {"quotes": [_quote(golden) for golden in pack.quotes]}
    if pack.notes:
        documents["notes.yaml"] = {str(note.version): note.text for note in pack.notes}
    return {name: _node(document, name) for name, document in documents.items()}


def _pack(pack: Pack) -> Document:
    return {
        "id": pack.id,
        "name": pack.name,
        "version": str(pack.version),
        "language": pack.language,
        "categories": [category.id for category in pack.library.categories],
        **_unless_empty("placeholders", dict(pack.placeholders)),
        **({"complete": True} if pack.complete else {}),
    }


def _words(lists: WordLists) -> Document:
    forbidden: list[Document] = [
        {
            "name": rule.name,
            "level": rule.level,
            "words": list(rule.words),
            "allowed": list(rule.allowed),
        }
        for rule in lists.forbidden
    ]
    cold: list[Document] = [
        {
            "word": rule.word,
            "instead": rule.instead,
            "alone": rule.alone,
            "allowed": list(rule.allowed),
        }
        for rule in lists.cold
    ]
    return {"forbidden": forbidden, "cold": cold}


def _quote(golden: GoldenQuote) -> Document:
    order = msgspec.json.decode(golden.order)
    return {"case": golden.case, "order": order, "expect": dict(golden.expect)}


def _category(category: Category) -> Document:
    groups: list[Document] = [
        {"name": group.name, "phrases": [_phrase(phrase) for phrase in group.phrases]}
        for group in category.groups
    ]
    return {"id": category.id, "name": category.name, "groups": groups}


def _phrase(phrase: Phrase) -> Document:
    return {
        "scenario": phrase.scenario,
        "title": phrase.title,
        **_unless_empty("code", phrase.code),
        **_unless_empty("tags", list(phrase.tags)),
        **_ends(phrase.valid),
        **_sent(phrase),
    }


def _sent(phrase: Phrase) -> dict[str, Document]:
    if not phrase.parts:
        return {"text": phrase.text}
    parts: list[Document] = [
        {"text": part} if isinstance(part, str) else {part.kind: part.name} for part in phrase.parts
    ]
    return {"parts": parts}


def _ends(valid: Validity | None) -> dict[str, Document]:
    ends = {"from": valid.start, "until": valid.until} if valid else {}
    return {name: end.isoformat() for name, end in ends.items() if end is not None}


def _shop(shop: Shop) -> Document:
    return {
        "name": shop.name,
        **_rules(shop),
        **_unless_empty("periods", [_period(period) for period in shop.periods]),
    }


def _period(period: Period) -> Document:
    return {"name": period.name, **_ends(period.valid), **_rules(period.rules)}


def _rules(shop: Shop) -> dict[str, Document]:
    """All rules in full, so that nothing shines through where they are laid over others."""
    tiers: list[Document] = [
        {"name": tier.name, "above": format_yuan(tier.above), "pays": _share(tier.pays)}
        for tier in shop.tiers
    ]
    steps: list[Document] = [
        {"from": format_yuan(step.start), "parcels": str(step.parcels)}
        for step in shop.free_parcels
    ]
    return {
        "member": {"tiers": tiers},
        "merge": {"window_hours": _hours(shop.merge_window)},
        "shipping": {"free_parcels": steps, "areas": [_area(area) for area in shop.areas]},
    }


def _area(area: Area) -> Document:
    return {
        "name": area.name,
        "provinces": list(area.provinces),
        "rest": area.rest,
        "free_from": _threshold(area.free_from),
        "reduce_from": _threshold(area.reduce_from),
        "reduce_by": format_yuan(area.reduce_by),
        "couriers": dict(map(_courier, area.couriers)),
    }


def _threshold(minor: int | None) -> str:
    return NEVER if minor is None else format_yuan(minor)


def _courier(courier: Courier) -> tuple[str, Document]:
    payer = "customer" if courier.customer_pays_extra else "shop"
    first, extra = format_yuan(courier.first), format_yuan(courier.extra)
    return courier.id, {"first": first, "extra": extra, "extra_paid_by": payer}


def _share(share: Fraction) -> str:
    """The share with up to four decimals; one with more is written as no reader takes it."""
    tenthousandths = share * 10_000
    if tenthousandths.denominator != 1 or not 0 < share <= 1:
        return str(share)
    return f"{tenthousandths.numerator / 10_000:.4f}"


def _hours(window: timedelta) -> str:
    hours = window / timedelta(hours=1)
    return str(int(hours)) if hours == int(hours) else str(hours)


def _unless_empty(name: str, document: Document) -> dict[str, Document]:
    return {name: document} if document else {}


def _node(document: Document, file: str) -> Node:
    if isinstance(document, str):
        return Scalar(_clean(document, file), 0)
    if isinstance(document, list):
        return Sequence(tuple(_node(below, file) for below in document), 0)
    if isinstance(document, dict):
        below = {_clean(name, file): _node(entry, file) for name, entry in document.items()}
        return Mapping(below, dict.fromkeys(below, 0), 0)
    return Scalar(msgspec.json.encode(document).decode(), 0, plain=True)


def _clean(text: str, file: str) -> str:
    if found := FORBIDDEN.search(text):
        raise InputError(forbidden(found.group(), file, 0))
    return text
