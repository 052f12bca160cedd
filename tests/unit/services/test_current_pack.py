"""The pack on the desk: another takes its place as a whole, or not at all."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from desktop.core.orders.shop import Period
from desktop.core.packs.model import Pack
from desktop.core.phrases.search import Index
from desktop.core.validity import Validity
from desktop.services.calendar import Calendar
from desktop.services.current_pack import CurrentPack
from desktop.services.packs import Opened
from desktop.services.shelf import Shelf
from tests.fakes.attachments import FakePackParts
from tests.fakes.jobs import ManualJobs
from tests.fakes.packs import Made, MadePacks, Refusing
from tests.fakes.personal import FakePersonalStore
from tests.fakes.time import ManualTime
from tests.packs import default_pack


def opened(pack: Pack) -> Opened:
    return Opened(pack, Index.build(tuple(pack.library.phrases())), FakePackParts())


class Desk:
    """A shelf with two shops, and one of them on the desk."""

    def __init__(self) -> None:
        first = default_pack()
        assert first.shop is not None
        second = replace(first, id="shoes", shop=replace(first.shop, name="鞋店"))
        self.places = {"dress": Made(opened(first)), "shoes": Made(opened(second))}
        self.store, self.jobs, self.time = FakePersonalStore(), ManualJobs(), ManualTime()
        shelf = Shelf(MadePacks(), lambda: self.places, self.store)
        self.current = CurrentPack(shelf, self.jobs, self.time)
        self.changes: list[str] = []
        self.current.on_change.append(lambda: self.changes.append(self.current.shop_name))

    def renew(self, name: str) -> None:
        """A newer edition of the first pack arrives."""
        pack = self.places["dress"].opened.pack
        assert pack.shop is not None
        self.places["dress"] = Made(opened(replace(pack, shop=replace(pack.shop, name=name))))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_shop_that_is_chosen_is_opened_and_stays_the_choice(desk: Desk) -> None:
    desk.current.choose("shoes")
    assert (desk.current.key, desk.changes) == ("shoes", ["鞋店"])
    assert desk.store.settings["pack.current"] == "shoes"
    desk.current.look()
    desk.jobs.finish()
    assert [title.name for title in desk.current.titles] == ["示例代购店", "鞋店"]


def test_a_newer_edition_takes_the_place_of_the_one_that_is_open(desk: Desk) -> None:
    desk.renew("示例代购店（新）")
    desk.current.look()
    desk.jobs.finish()
    assert desk.changes == ["示例代购店（新）"]


def test_nothing_changes_while_the_shelf_holds_what_is_open(desk: Desk) -> None:
    desk.current.look()
    desk.jobs.finish()
    assert desk.changes == []


def test_a_newer_edition_that_cannot_be_opened_leaves_the_last_and_is_told(desk: Desk) -> None:
    desk.places["dress"] = Refusing()
    desk.current.look()
    desk.jobs.finish()
    assert desk.changes == []
    assert desk.current.shop_name == "示例代购店"
    assert desk.current.problem is not None
    assert desk.current.problem.code == "not_held"


def test_a_look_that_began_before_the_choice_does_not_undo_it(desk: Desk) -> None:
    desk.renew("示例代购店（新）")
    desk.current.look()
    desk.current.choose("shoes")
    desk.jobs.finish()
    assert desk.current.key == "shoes"
    assert desk.changes == ["鞋店"]


def test_a_shop_that_is_followed_no_longer_makes_way_for_the_first_of_the_others(
    desk: Desk,
) -> None:
    del desk.places["dress"]
    desk.current.look()
    desk.jobs.finish()
    assert desk.changes == ["鞋店"]


def test_rules_of_a_time_are_told_of_when_that_time_comes_and_goes(desk: Desk) -> None:
    pack = desk.places["dress"].opened.pack
    assert pack.shop is not None
    now = desk.time.now()
    valid = Validity(now + timedelta(hours=1), now + timedelta(hours=2))
    sale = replace(pack.shop, periods=(Period("双十二", valid, pack.shop),))
    desk.places["dress"] = Made(opened(replace(pack, shop=sale)))
    desk.current.look()
    desk.jobs.finish()
    desk.changes.clear()
    Calendar(desk.current, desk.time, desk.time).plan()
    desk.time.pass_ms(59 * 60_000)
    assert len(desk.changes) == 0
    desk.time.pass_ms(2 * 60_000)
    assert len(desk.changes) == 1
    desk.time.pass_ms(60 * 60_000)
    assert len(desk.changes) == 2
