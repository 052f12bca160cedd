"""The fields of a JSON object, read one by one; every fault is told with its path."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TypeVar, cast

from desktop.core.money import parse_yuan
from desktop.core.orders.json_input import Number
from desktop.core.orders.provinces import short_name
from desktop.core.problems import InputError, Problem, shown
from desktop.core.validity import CHINA

MAX_COUNT = 1_000_000

T = TypeVar("T")
Read = Callable[[object, str], T]
_COUNT = re.compile(r"[1-9]\d{0,6}", re.ASCII)
_KG = re.compile(r"\d{1,6}(\.\d{1,3})?", re.ASCII)


class _Missing:
    """Marks a field that has no default."""


class Fields:
    """One JSON object being read; collects what is wrong with it."""

    def __init__(self, raw: object, where: str, problems: list[Problem]) -> None:
        self._where = where
        self._problems = problems
        self._known: set[str] = set()
        self._raw: Mapping[str, object] = {}
        if isinstance(raw, dict):
            self._raw = raw
        else:
            problems.append(Problem("not_an_object", where, {"got": shown(raw)}))

    def take(self, name: str, read: Read[T], default: T | type[_Missing] = _Missing) -> T:
        """Reads a field; what comes back after a fault is only good for going on reading."""
        self._known.add(name)
        where = f"{self._where}.{name}" if self._where else name
        if name not in self._raw:
            if default is _Missing:
                self._problems.append(Problem("missing", where))
            return cast("T", default)
        try:
            return read(self._raw[name], where)
        except InputError as error:
            self._problems.extend(error.problems)
            return cast("T", default)

    def close(self) -> None:
        """Names the fields nobody asked for."""
        for name in self._raw.keys() - self._known:
            where = f"{self._where}.{shown(name)}" if self._where else shown(name)
            self._problems.append(Problem("unknown_field", where))


def yuan(raw: object, where: str) -> int:
    """An amount of yuan, as 分."""
    try:
        return parse_yuan(_written(raw))
    except ValueError:
        raise InputError(Problem("not_yuan", where, {"got": said(raw)})) from None


def kilograms(raw: object, where: str) -> Decimal:
    """A weight with at most three decimals."""
    if not _KG.fullmatch(_written(raw)):
        raise InputError(Problem("not_kg", where, {"got": said(raw)}))
    return Decimal(_written(raw))


def count(raw: object, where: str) -> int:
    """A whole number from 1 to 1,000,000, written as a JSON number."""
    if isinstance(raw, Number) and _COUNT.fullmatch(raw) and int(raw) <= MAX_COUNT:
        return int(raw)
    raise InputError(Problem("not_count", where, {"got": said(raw), "most": f"{MAX_COUNT:,}"}))


def text(raw: object, where: str) -> str:
    """A text without half characters."""
    if not isinstance(raw, str) or isinstance(raw, Number):
        raise InputError(Problem("not_text", where, {"got": said(raw)}))
    if any("\ud800" <= c <= "\udfff" for c in raw):
        raise InputError(Problem("half_character", where))
    return raw


def yes_no(raw: object, where: str) -> bool:
    """True or false."""
    if isinstance(raw, bool):
        return raw
    raise InputError(Problem("not_yes_no", where, {"got": said(raw)}))


def moment(raw: object, where: str) -> datetime:
    """An ISO 8601 time; without an offset it is China's."""
    try:
        read = datetime.fromisoformat(text(raw, where))
    except ValueError:
        raise InputError(Problem("not_a_time", where, {"got": said(raw)})) from None
    return read if read.tzinfo else read.replace(tzinfo=CHINA)


def province(raw: object, where: str) -> str:
    """A province, written short."""
    short = short_name(text(raw, where))
    if short is None:
        raise InputError(Problem("not_a_province", where, {"got": said(raw)}))
    return short


def one_of(allowed: tuple[T, ...]) -> Read[T]:
    """One of a few words."""

    def read(raw: object, where: str) -> T:
        for word in allowed:
            if raw == word and not isinstance(raw, Number):
                return word
        values = {"got": said(raw), "allowed": ", ".join(map(str, allowed))}
        raise InputError(Problem("not_one_of", where, values))

    return read


def or_null(read: Read[T]) -> Read[T | None]:
    """What ``read`` reads, or null."""
    return lambda raw, where: None if raw is None else read(raw, where)


def said(raw: object) -> str:
    """An offending JSON value as the message shows it."""
    if isinstance(raw, dict | list):
        return "{…}" if isinstance(raw, dict) else "[…]"
    if raw is None or isinstance(raw, bool):
        return {None: "null", True: "true", False: "false"}[raw]
    return shown(raw) if isinstance(raw, Number) or raw else '""'


def _written(raw: object) -> str:
    return raw if isinstance(raw, str) else ""
