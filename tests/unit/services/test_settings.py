"""Settings come back as they were kept, and one that cannot be read is as if never set."""

from __future__ import annotations

from enum import StrEnum

from desktop.services.settings import choice, line, switch
from tests.fakes.personal import FakePersonalStore


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


ON, COLOUR, NAME = switch("a.on", default=True), choice("a.colour", Colour.RED), line("a.name")


def test_a_setting_has_its_default_until_it_is_set() -> None:
    store = FakePersonalStore()
    assert (ON.of(store), COLOUR.of(store), NAME.of(store)) == (True, Colour.RED, "")
    ON.keep(store, value=False)
    COLOUR.keep(store, Colour.BLUE)
    NAME.keep(store, " 小林 ")
    assert (ON.of(store), COLOUR.of(store), NAME.of(store)) == (False, Colour.BLUE, "小林")


def test_a_value_of_another_version_is_as_if_never_set() -> None:
    store = FakePersonalStore(**{"a.on": "maybe", "a.colour": "green"})
    assert (ON.of(store), COLOUR.of(store)) == (True, Colour.RED)
