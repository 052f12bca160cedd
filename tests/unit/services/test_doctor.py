"""What is told of hotkeys: how many can be had, and which cannot for what reason."""

from __future__ import annotations

from desktop.core.hotkeys import default_bindings, parse_hotkey
from desktop.services.doctor import Check, check_hotkeys
from desktop.services.words import Words

WANTED = {**default_bindings(), "phrase:p/1": parse_hotkey("F6")}


def said(check: Check, language: str = "en") -> str:
    return Words(language).text(f"doctor.{check.code}", **check.values)  # type: ignore[arg-type]


def test_hotkeys_that_can_all_be_had_are_counted() -> None:
    check = check_hotkeys(WANTED, {}, Words("en"))
    assert check.ok
    assert said(check) == f"all {len(WANTED)} hotkeys can be had"


def test_each_hotkey_that_cannot_be_had_is_named_with_its_reason() -> None:
    refused = {"pin.3": "taken", "phrase:p/1": "no_such_key"}
    check = check_hotkeys(WANTED, refused, Words("zh"))
    assert not check.ok
    assert "Ctrl+Alt+3（粘贴置顶话术 3）这个快捷键已经被别的程序占用" in said(check, "zh")
    assert "F6（粘贴话术 p/1）这个键盘上没有这个键" in said(check, "zh")


def test_a_system_without_hotkeys_is_told_once() -> None:
    check = check_hotkeys(WANTED, dict.fromkeys(WANTED, "unsupported"), Words("en"))
    assert said(check) == "Global hotkeys are not possible on this system yet"
