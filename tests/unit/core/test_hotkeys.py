"""How hotkeys are written, and which of them are bound together."""

from __future__ import annotations

import pytest

from desktop.core.hotkeys import (
    Hotkey,
    HotkeyError,
    Modifier,
    bindings,
    command_bindings,
    default_bindings,
    parse_hotkey,
    read_chosen,
    same_keys,
    write_chosen,
)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("ctrl+alt+1", "Ctrl+Alt+1"),
        ("Alt+Ctrl+a", "Ctrl+Alt+A"),
        ("Win + Shift + space", "Shift+Meta+Space"),
        ("f5", "F5"),
        ("Ctrl+;", "Ctrl+;"),
        ("super+pagedown", "Meta+PageDown"),
    ],
)
def test_a_hotkey_is_read_in_any_case_and_order_and_shown_in_one(written: str, shown: str) -> None:
    assert str(parse_hotkey(written)) == shown
    assert parse_hotkey(shown) == parse_hotkey(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Ctrl",
        "Ctrl+",
        "a",
        "Shift+a",
        "Shift+Space",
        "Hyper+a",
        "Ctrl+ab",
        "Ctrl+价",
        "1",
        "Enter",
    ],
)
def test_what_could_not_be_pressed_or_would_take_a_typing_key_is_refused(written: str) -> None:
    with pytest.raises(HotkeyError):
        parse_hotkey(written)


def test_every_default_hotkey_is_different() -> None:
    commands = default_bindings()
    assert len(set(commands.values())) == len(commands)
    assert commands["pin.9"] == Hotkey(Modifier.CTRL | Modifier.ALT, "9")


def test_the_agents_choice_goes_over_the_default_and_may_be_none() -> None:
    own = parse_hotkey("Ctrl+Alt+Q")
    found = command_bindings({"search": own, "order": None})
    assert found["search"] == own
    assert "order" not in found
    assert found["pin.1"] == default_bindings()["pin.1"]


def test_a_default_gives_way_to_what_the_agent_chose_for_another_command() -> None:
    default = default_bindings()["order"]
    found = command_bindings({"search": default})
    assert found["search"] == default
    assert "order" not in found


def test_choices_come_back_as_they_were_kept_and_unknown_commands_are_left_out() -> None:
    chosen = {"search": parse_hotkey("F9"), "pin.2": None}
    assert read_chosen(write_chosen(chosen)) == chosen
    assert read_chosen('{"telepathy": "F8", "order": "ctrl+alt+p"}') == {
        "order": parse_hotkey("Ctrl+Alt+P")
    }


@pytest.mark.parametrize("kept", ["", "[]", '{"search": "Hyper+A"}', '{"search": 5}'])
def test_what_is_no_choice_is_refused(kept: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_chosen(kept)


def test_a_phrase_cannot_take_the_hotkey_of_a_command_or_of_an_earlier_phrase() -> None:
    search, own = parse_hotkey("Ctrl+Alt+Space"), parse_hotkey("Ctrl+Alt+J")
    wanted = bindings({"search": search}, {"a/1": search, "b/1": own, "c/1": own})
    assert wanted == {"search": search, "phrase:b/1": own}


@pytest.mark.parametrize(
    ("text", "said", "same"),
    [
        ("Ctrl+Alt+1", "Ctrl+Alt+1", True),
        ("Ctrl+Alt+1", "Press <Control><Alt>1", True),
        ("Ctrl+Alt+Space", "CTRL+ALT+space", True),
        ("Ctrl+;", "<Ctrl>;", True),
        ("Meta+Enter", "Super + Return", True),
        ("Ctrl+Alt+1", "Ctrl+Alt+2", False),
        ("Ctrl+Alt+1", "Ctrl+1", False),
        ("Ctrl+1", "Ctrl+Alt+1", False),
    ],
)
def test_a_desktops_words_for_keys_are_understood(text: str, said: str, same: bool) -> None:
    assert same_keys(parse_hotkey(text), said) == same
