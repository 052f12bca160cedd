"""Several shops on one desk: one pack is current, and it is never mistaken for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.phrases.values import PLACEHOLDERS
from desktop.core.problems import InputError
from desktop.services.packs import PackSource
from desktop.services.shelf import Shelf
from desktop.store.files import PackPlace
from tests.fakes.personal import FakePersonalStore
from tests.packs import DEFAULT

GOOD, BAD = Path("tests/golden/packs/good"), Path("tests/golden/packs/pack_fields")


class Cache(dict[str, bytes]):
    """A cache in memory."""

    def get(self, key: str) -> memoryview | None:  # type: ignore[override]
        return memoryview(self[key]) if key in self else None

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


@pytest.fixture
def store() -> FakePersonalStore:
    return FakePersonalStore()


def shelf(store: FakePersonalStore, **places: Path) -> Shelf:
    source = PackSource(Cache(), lambda: PLACEHOLDERS)
    return Shelf(source, lambda: {key: PackPlace(path) for key, path in places.items()}, store)


def test_first_pack_is_current_until_another_is_chosen(store: FakePersonalStore) -> None:
    both = shelf(store, default=DEFAULT, good=GOOD)
    assert both.open(both.current()).pack.id == "default"
    both.choose("good")
    assert both.open(both.current()).pack.id == "mine"


def test_choice_is_remembered(store: FakePersonalStore) -> None:
    shelf(store, default=DEFAULT, good=GOOD).choose("good")
    assert shelf(store, default=DEFAULT, good=GOOD).current() == "good"
    assert shelf(store, default=DEFAULT).current() == "default"
    assert shelf(store, default=DEFAULT, good=GOOD).current() == "good"


def test_pack_named_at_the_start_comes_first_until_the_agent_chooses(
    store: FakePersonalStore,
) -> None:
    shelf(store, default=DEFAULT, good=GOOD).choose("good")
    source = PackSource(Cache(), lambda: PLACEHOLDERS)
    places = {"default": PackPlace(DEFAULT), "good": PackPlace(GOOD)}
    named = Shelf(source, lambda: places, store, "default")
    assert named.current() == "default"
    assert shelf(store, default=DEFAULT, good=GOOD).current() == "good"
    named.choose("good")
    assert named.current() == "good"


def test_pack_that_has_gone_is_told_of(store: FakePersonalStore) -> None:
    with pytest.raises(InputError) as refused:
        shelf(store, default=DEFAULT).open("good")
    assert refused.value.problems[0].code == "not_held"


def test_another_shops_pack_never_stands_in_for_a_broken_one(store: FakePersonalStore) -> None:
    with pytest.raises(InputError):
        shelf(store, bad=BAD, default=DEFAULT).open("bad")


def test_agent_chooses_among_shop_names_and_sees_what_is_wrong(store: FakePersonalStore) -> None:
    titles = shelf(store, default=DEFAULT, bad=BAD, good=GOOD).titles()
    assert [(title.key, bool(title.name), bool(title.problems)) for title in titles] == [
        ("default", True, False),
        ("bad", False, True),
        ("good", True, False),
    ]
    assert titles[0].name == "示例代购店"
