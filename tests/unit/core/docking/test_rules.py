"""Which window ours docks to when the other program is started again."""

from __future__ import annotations

import pytest

from desktop.core.docking.model import OtherWindow, Presence, Rect
from desktop.core.docking.rules import PRESETS, Rule, find, rule_for

FRAME = Rect(0, 0, 800, 600)


def window(
    program: str, title: str, number: int = 1, presence: Presence = Presence.SHOWN
) -> OtherWindow:
    return OtherWindow(number, program, title, FRAME, presence)


@pytest.mark.parametrize(
    ("program", "title", "fits"),
    [
        ("AliWorkbench.exe", "示例代购店:小林-接待中心", True),
        ("aliworkbench", "tb123456 - 接待中心", True),
        ("AliWorkbench", "千牛接待台", True),
        ("AliWorkbench", "示例代购店-千牛工作台", False),
        ("PddWorkbench", "mall-接待中心", False),
    ],
)
def test_the_preset_knows_the_chat_windows_of_qianniu(program: str, title: str, fits: bool) -> None:
    assert PRESETS["qianniu"].fits(window(program, title)) is fits


@pytest.mark.parametrize(
    ("picked", "again"),
    [
        ("客户甲 - 客服聊天 - Chromium", "客户乙 - 客服聊天 - Chromium"),
        ("*Untitled - Notepad", "话术.txt - Notepad"),
        ("微信(3)", "微信"),
        ("(12) 消息 — Mozilla Firefox", "Mozilla Firefox"),
        ("mall-接待中心", "other-接待中心"),
        ("无标题", "无标题"),
        ("", "anything"),
    ],
)
def test_a_picked_window_is_found_again_with_another_customer_in_its_title(
    picked: str, again: str
) -> None:
    rule = rule_for(window("Chat", picked))
    assert rule.fits(window("chat.exe", again, 2))
    assert not rule.fits(window("other", again, 3))


def test_a_picked_window_that_a_preset_knows_has_the_presets_rule() -> None:
    assert rule_for(window("AliWorkbench.exe", "店:甲-接待中心")) is PRESETS["qianniu"]


def test_a_window_that_is_seen_comes_before_one_that_is_not() -> None:
    minimised = window("Chat", "Chat", 1, Presence.AWAY)
    shown, below = window("Chat", "Chat", 2), window("Chat", "Chat", 3)
    rule = Rule("Chat")
    assert find(rule, [minimised, shown, below]) == shown
    assert find(rule, [minimised]) == minimised
    assert find(rule, [window("Chat", "Chat", 4, Presence.GONE), window("Mail", "Chat")]) is None
