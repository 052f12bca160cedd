"""Filling a phrase in: from what is known, from the quote, from what the agent types."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.core.orders.model import Order
from desktop.core.orders.quote import Quote
from desktop.core.phrases.model import Part, Phrase, joined
from desktop.core.phrases.templates import MissingError, Value, render
from desktop.core.phrases.values import quote_values
from desktop.core.problems import InputError, Problem, shown
from desktop.services.words import Words


class Filled(Struct, frozen=True):
    """The phrase as it may be sent: texts filled in, attachments as they are; at least one."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """Its texts, a blank line between them."""
        return joined(self.parts)


class Missing(Struct, frozen=True):
    """Placeholders without a value, in order of first use; the phrase must not be sent."""

    names: tuple[str, ...]


class Refused(Struct, frozen=True):
    """The phrase cannot be filled in with these values, or not at all."""

    problems: tuple[Problem, ...]


def fill(phrase: Phrase, *layers: Mapping[str, Value]) -> Filled | Missing | Refused:
    """Fills a phrase in.

    Args:
        phrase: The phrase.
        layers: Placeholder name to value, weakest first: automatic, of the quote, typed. An
            empty value hides none below it.

    Returns:
        What to send, without parts in which nothing is left to say; or why nothing may be sent.
    """
    known = {n: value for layer in layers for n, value in layer.items() if str(value).strip()}
    parts: list[Part] = []
    missing: dict[str, None] = {}
    problems: list[Problem] = []
    for part in phrase.in_parts():
        try:
            parts.append(render(part, known) if isinstance(part, str) else part)
        except MissingError as lacking:
            missing |= dict.fromkeys(lacking.names)
        except InputError as wrong:
            problems += wrong.problems
    if problems:
        return Refused(tuple(problems))
    if missing:
        return Missing(tuple(missing))
    said = tuple(part for part in parts if not isinstance(part, str) or part.strip())
    return Filled(said or ("",))


def order_values(quote: Quote, order: Order) -> dict[str, str]:
    """What the quote of an order fills in, its courier by the name customers know."""
    return {**quote_values(quote, order), "快递": Words("zh").courier(quote.courier)}


def read_settings(settings: tuple[str, ...], phrase: Phrase) -> dict[str, str]:
    """Reads the command line's ``NAME=VALUE``s for a phrase.

    Raises:
        InputError: One has no ``=``, is given twice, or names nothing the phrase fills in.
    """
    problems: list[Problem] = []
    values: dict[str, str] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals:
            problems.append(Problem("setting_form", values={"got": shown(setting)}))
        elif name not in phrase.placeholders:
            problems.append(_not_in_phrase(name, phrase))
        elif name in values:
            problems.append(Problem("setting_twice", values={"name": name}))
        values[name] = value
    if problems:
        raise InputError(*problems)
    return values


def _not_in_phrase(name: str, phrase: Phrase) -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(name, phrase.placeholders, n=1)
    values = {"name": shown(name), "names": " ".join(phrase.placeholders)}
    if near:
        return Problem("setting_unknown_near", values={**values, "near": near[0]})
    code = "setting_unknown" if phrase.placeholders else "setting_none"
    return Problem(code, values=values)
