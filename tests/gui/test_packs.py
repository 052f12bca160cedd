"""The packs an agent follows, in the window: shops to choose from, news, and doubt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTextBrowser
from pytestqt.qtbot import QtBot

from desktop.core.hotkeys import parse_hotkey
from desktop.core.packs.diff import pack_diff
from desktop.core.packs.edition import Edition
from desktop.core.packs.freshness import Doubt
from desktop.core.packs.model import Pack
from desktop.core.phrases.model import Overlay, Phrase
from desktop.services.followed import Followed, Unseen
from desktop.services.subscriptions import Held, Subscription
from desktop.ui.packs.difference import DifferenceWindow
from desktop.ui.shell.news import NewsButton
from desktop.ui.shell.shop import ShopButton
from tests.fakes.packs import Refusing
from tests.gui.conftest import LIBRARY, Agent, Come, pack_of
from tests.packs import default_pack

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no window system here
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
PACK = pack_of(LIBRARY)


def edited(change: Callable[[Phrase], Phrase]) -> Pack:
    """The team's pack with other phrases."""
    categories = tuple(
        replace(
            category,
            groups=tuple(
                replace(group, phrases=tuple(map(change, group.phrases)))
                for group in category.groups
            ),
        )
        for category in LIBRARY.categories
    )
    return replace(PACK, library=replace(LIBRARY, categories=categories))


def warmer(phrase: Phrase) -> Phrase:
    first = phrase.id == "p/greet.first/1"
    return replace(phrase, text=phrase.text.replace("您好", "您好呀")) if first else phrase


def followed(doubt: Doubt | None = None, news: Pack | None = None) -> Followed:
    edition = Edition("p", 13, "0" * 64, 100, "问候更亲切", LONG_AGO)
    unseen = Unseen(12, edition, pack_diff(PACK, news)) if news else None
    held = Held(edition, LONG_AGO, doubt)
    return Followed(Subscription("r", ("/packs",), "p"), "示例代购店", held, unseen)


def shops(agent: Agent) -> list[str]:
    """What the menu at the shop's name offers."""
    menu: QMenu | None = agent.one(ShopButton).menu()
    return [action.text() for action in menu.actions()] if menu else []


def test_one_shop_is_a_name_and_several_are_a_choice(agent: Agent) -> None:
    assert agent.one(ShopButton).text() == "示例代购店"
    assert shops(agent) == []
    agent.put_on_shelf("shoes", replace(default_pack(), id="shoes", name="鞋店"))
    agent.current.look()
    agent.jobs.finish()
    assert agent.one(ShopButton).text() == "示例代购店 ▾"
    assert shops(agent) == ["示例代购店 (p)", "示例代购店 (shoes)"]


def test_another_shop_brings_its_phrases_and_its_prices(agent: Agent) -> None:
    assert "Order" not in agent.texts  # the first shop has no rules for prices
    agent.window.run("order")
    assert "no rules" in agent.toast
    agent.put_on_shelf("default", default_pack())
    agent.current.look()
    agent.jobs.finish()
    agent.one(ShopButton).menu().actions()[1].trigger()
    agent.jobs.finish()
    assert "Order" in agent.texts
    agent.search.setFocus()
    agent.write("yunfei")
    assert any("运费" in line or "邮费" in line for line in agent.lines)
    agent.window.run("order")
    assert "Due" in agent.texts


def test_a_shop_without_prices_closes_the_order_room(agent: Agent) -> None:
    agent.put_on_shelf("default", default_pack())
    agent.current.choose("default")
    agent.jobs.finish()
    agent.window.run("order")
    agent.current.choose("p")
    agent.jobs.finish()
    assert agent.search.isVisible()
    assert "Order" not in agent.texts


def test_a_newer_edition_shows_at_once_and_leaves_what_is_the_agents(come: Come) -> None:
    agent = come(
        Overlay(
            own=(Phrase("mine/1", "", "我的", "自己写的", ""),),
            pins=("p/greet.first/1",),
            hotkeys={"p/greet.first/1": parse_hotkey("ctrl+alt+h")},
        )
    )
    agent.put_on_shelf("p", edited(warmer))
    agent.current.look()
    agent.jobs.finish()
    agent.click_row(0)
    assert agent.sent == "您好呀，欢迎光临示例代购店"
    overlay = agent.library.overlay()
    assert overlay.pins == ("p/greet.first/1",)
    assert overlay.hotkeys
    assert overlay.own[0].text == "自己写的"


def test_news_are_told_once_and_stay_at_hand_until_they_are_looked_at(
    agent: Agent, qtbot: QtBot
) -> None:
    sign = agent.one(NewsButton)
    assert not sign.isVisible()
    agent.follows(followed(news=edited(warmer)))
    assert agent.toast == "v12 → v13: +0 ~1 −0"
    assert sign.isVisible()
    agent.click("v12 → v13: +0 ~1 −0")
    shown = agent.one(DifferenceWindow)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown)
    assert not sign.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_the_difference_is_readable_and_begins_with_what_is_the_agents(come: Come) -> None:
    agent = come(Overlay(pins=("p/greet.busy/1", "p/greet.first/1")))
    agent.follows(followed(news=edited(warmer)))
    agent.click("v12 → v13: +0 ~1 −0")
    text = agent.one(DifferenceWindow).findChild(QTextBrowser).toPlainText()
    assert text.startswith("问候更亲切\nPinned, or with a hotkey (1)\n热情问候 — text")
    assert "Changed (1)" in text
    assert "您好呀，欢迎光临[店铺]" in text
    assert "忙碌" not in text


def test_a_pinned_phrase_that_the_team_changed_is_marked_until_the_news_are_seen(
    come: Come,
) -> None:
    agent = come(Overlay(pins=("p/greet.busy/1", "p/greet.first/1")))
    agent.follows(followed(news=edited(warmer)))
    rows = agent.window._rooms.panel._finder.rows  # type: ignore[attr-defined]
    assert [row.renewed for row in rows[:2]] == [False, True]
    agent.click("v12 → v13: +0 ~1 −0")
    rows = agent.window._rooms.panel._finder.rows  # type: ignore[attr-defined]
    assert not any(row.renewed for row in rows)


def test_doubt_is_told_and_marks_every_amount(agent: Agent) -> None:
    agent.put_on_shelf("p", replace(default_pack(), id="p"))
    agent.current.look()
    agent.jobs.finish()
    agent.follows(followed(Doubt("expired", LONG_AGO)))
    assert agent.toast.startswith("prices to be verified")
    assert agent.one(NewsButton).isVisible()
    agent.window.run("scenario:price.quote")
    assert any(text.startswith("prices to be verified") for text in agent.texts)
    agent.window.run("scenario:greet.first")
    assert not any(text.startswith("prices to be verified") for text in visible(agent))
    agent.window.run("order")
    assert "Due (verify)" in agent.texts
    agent.follows(followed())
    assert "Due" in agent.texts
    assert not agent.one(NewsButton).isVisible()


def visible(agent: Agent) -> list[str]:
    """What labels of the phrase room say."""
    room = agent.window._rooms.panel
    return [label.text() for label in room.findChildren(QLabel) if label.isVisible()]


def test_an_edition_that_cannot_be_opened_is_told_and_the_last_one_stays(agent: Agent) -> None:
    agent.places["q"] = agent.places.pop("p")
    agent.store.settings["pack.current"] = "p"
    agent.places["p"] = Refusing()
    agent.current.look()
    agent.jobs.finish()
    assert agent.one(NewsButton).isVisible()
    assert "was not fetched whole yet" in agent.toast
    assert agent.lines
