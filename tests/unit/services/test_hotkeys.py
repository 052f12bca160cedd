"""What the system has bound follows what the agent wants."""

from __future__ import annotations

import pytest

from desktop.core.hotkeys import Hotkey, default_bindings, parse_hotkey
from desktop.services.hotkeys import OURS, HotkeyService, Obstacle, Refused
from tests.fakes.desktop import FakeDesktop, FakeHotkeys
from tests.fakes.personal import FakePersonalStore

SEARCH, ORDER = default_bindings()["search"], default_bindings()["order"]
FREE, OWN = parse_hotkey("Ctrl+Alt+A"), parse_hotkey("Ctrl+Alt+B")


class Room:
    """A service on a desktop where another program may have keys too."""

    def __init__(self, **phrases: Hotkey) -> None:
        self.desktop = FakeDesktop()
        self.other = FakeHotkeys(self.desktop, "other")
        self.store = FakePersonalStore()
        self.phrases = phrases
        self.heard = list[str]()
        self.service = HotkeyService(
            FakeHotkeys(self.desktop), self.store, lambda: self.phrases, self.heard.append, str
        )


def test_the_defaults_are_bound_and_a_changed_wish_moves_the_keys() -> None:
    room = Room()
    assert room.service.apply() == ()
    room.service.choose("order", FREE)
    room.desktop.press(FREE)
    room.desktop.press(ORDER)
    assert room.heard == ["order"]
    assert room.service.commands()["order"] == FREE


def test_two_commands_can_change_keys() -> None:
    room = Room()
    room.service.apply()
    room.service.choose("order", None)
    room.service.choose("search", ORDER)
    room.service.choose("order", SEARCH)
    room.desktop.press(ORDER)
    room.desktop.press(SEARCH)
    assert room.heard == ["search", "order"]


def test_a_choice_lasts_and_the_default_again_is_no_choice() -> None:
    room = Room()
    room.service.choose("search", None)
    again = HotkeyService(FakeHotkeys(FakeDesktop()), room.store, dict, room.heard.append, str)
    assert again.commands()["search"] is None
    again.choose("search", SEARCH)
    assert room.store.settings["hotkeys.commands"] == "{}"


def test_reset_gives_every_command_its_default() -> None:
    room = Room()
    room.service.choose("search", FREE)
    room.service.choose("pin.1", None)
    room.service.reset()
    assert room.service.commands() == default_bindings()
    room.desktop.press(SEARCH)
    assert room.heard == ["search"]


def test_a_key_of_another_program_is_told_and_asked_for_again() -> None:
    room = Room()
    room.other.bind(SEARCH, lambda: None)
    taken = (Refused("search", SEARCH, Obstacle("taken")),)
    assert room.service.apply() == taken
    assert room.service.refused == taken
    room.other.release(SEARCH)
    assert room.service.apply() == ()
    room.desktop.press(SEARCH)
    assert room.heard == ["search"]


def test_a_phrase_that_lost_its_keys_to_a_command_is_told() -> None:
    room = Room(a=OWN, b=SEARCH)
    assert room.service.apply() == (Refused("phrase:b", SEARCH, Obstacle(OURS, "search")),)
    room.desktop.press(OWN)
    assert room.heard == ["phrase:a"]


@pytest.mark.parametrize(
    ("keys", "obstacle"),
    [
        ("Ctrl+Alt+Space", Obstacle(OURS, "search")),
        ("Ctrl+Alt+B", Obstacle(OURS, "phrase:a")),
        ("Ctrl+Alt+Z", Obstacle("taken")),
        ("F24", Obstacle("no_such_key")),
        ("Ctrl+Alt+A", None),
    ],
)
def test_what_stands_against_keys_is_told_without_taking_them(
    keys: str, obstacle: Obstacle | None
) -> None:
    room = Room(a=OWN)
    room.other.bind(parse_hotkey("Ctrl+Alt+Z"), lambda: None)
    room.service.apply()
    before = dict(room.desktop.grabs)
    assert room.service.obstacle(parse_hotkey(keys)) == obstacle
    assert room.desktop.grabs == before


def test_when_the_system_changes_its_mind_everything_is_asked_for_again() -> None:
    room = Room()
    told: list[tuple[Refused, ...]] = []
    room.service.watch(lambda: told.append(room.service.apply()))
    room.service.apply()
    room.desktop.change_keyboard({ORDER.key})
    assert told == [(Refused("order", ORDER, Obstacle("no_such_key")),)]
    room.desktop.change_keyboard(set())
    room.desktop.press(ORDER)
    assert room.heard == ["order"]


def test_while_the_systems_user_is_asked_keys_are_neither_bound_nor_an_obstacle() -> None:
    room = Room()
    room.desktop.user_says = "asked"
    room.service.watch(room.service.apply)
    assert {one.obstacle for one in room.service.apply()} == {Obstacle("asked")}
    assert room.service.obstacle(FREE) is None
    room.desktop.answer(None)
    assert room.service.refused == ()
    room.desktop.press(SEARCH)
    assert room.heard == ["search"]


def test_other_keys_that_the_systems_user_has_set_are_told_with_their_command() -> None:
    room = Room()
    room.desktop.other_keys = {SEARCH: "Press <Super>space", ORDER: "Press <Control><Alt>o"}
    room.service.apply()
    assert room.service.other_keys == {"search": "Press <Super>space"}


def test_the_system_is_told_what_each_hotkey_is_for() -> None:
    room = Room()
    room.service.apply()
    assert room.desktop.purposes[SEARCH] == "search"
