"""One setting as a typed value: whoever owns it declares it once, with its key and its default."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct

from desktop.services.ports import KeptSettings, Settings

T = TypeVar("T")
Chosen = TypeVar("Chosen", bound=StrEnum)


class Setting(Struct, Generic[T], frozen=True):
    """A setting.

    Attributes:
        key: Its name among all settings, ``<owner>.<what>``; it stays for ever.
        default: Its value until an agent sets it.
        read: Makes the value of its text; raises ValueError for a text without a meaning.
        write: Makes the text that ``read`` reads.
    """

    key: str
    default: T
    read: Callable[[str], T]
    write: Callable[[T], str]

    def of(self, settings: KeptSettings) -> T:
        """Its value; the default if it was never set, or a version that knew more has set it."""
        text = settings.setting(self.key)
        if text is None:
            return self.default
        try:
            return self.read(text)
        except ValueError:
            return self.default

    def keep(self, settings: Settings, value: T) -> None:
        """Sets it; it is safe on disk when this returns."""
        settings.set_setting(self.key, self.write(value))


def switch(key: str, *, default: bool) -> Setting[bool]:
    """One that is on or off."""
    return Setting(key, default, _is_yes, lambda on: "yes" if on else "no")


def choice(key: str, default: Chosen) -> Setting[Chosen]:
    """One of an enumeration's members."""
    return Setting(key, default, type(default), str)


def line(key: str) -> Setting[str]:
    """A line of text, empty until it is set."""
    return Setting(key, "", str.strip, str.strip)


def record(key: str, kind: type[T], default: T) -> Setting[T]:
    """A value of several fields, kept as JSON."""
    return Setting(key, default, lambda text: _decoded(text, kind), _encoded)


def _decoded(text: str, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.MsgspecError as error:
        raise ValueError(text) from error


def _encoded(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _is_yes(text: str) -> bool:
    if text not in {"yes", "no"}:
        raise ValueError(text)
    return text == "yes"
