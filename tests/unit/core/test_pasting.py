"""Which rule counts for a program, and rules that come back as they were kept."""

from __future__ import annotations

import pytest

from desktop.core.pasting import (
    BETWEEN_MS,
    MOST_MS,
    PasteKey,
    PasteRule,
    SendKey,
    read_rules,
    rule_for,
    write_rules,
)

SLOW = PasteRule("AliWorkbench", 80, 300, PasteKey.SHIFT_INSERT, SendKey.CTRL_ENTER)
OTHERS = PasteRule(before_ms=5)


def test_a_program_has_its_own_rule_or_that_of_all_others_or_the_defaults() -> None:
    assert rule_for([OTHERS, SLOW], "AliWorkbench") == SLOW
    assert rule_for([OTHERS, SLOW], "wechat") == OTHERS
    assert rule_for([SLOW], "wechat") == PasteRule()


@pytest.mark.parametrize("name", ["aliworkbench", "AliWorkbench.exe", " ALIWORKBENCH "])
def test_a_program_is_known_by_its_name_however_it_is_written(name: str) -> None:
    assert rule_for([SLOW], name) == SLOW
    assert rule_for([PasteRule(name, before_ms=1)], "AliWorkbench").before_ms == 1


def test_rules_come_back_as_they_were_kept() -> None:
    rules = (SLOW, OTHERS, PasteRule("微信"))
    assert read_rules(write_rules(rules)) == rules


def test_a_field_that_means_nothing_gets_its_default_and_a_pause_its_bounds() -> None:
    kept = '[{"program": "x", "before_ms": -5, "between_ms": "soon", "send_key": "F9", "new": 1}]'
    assert read_rules(kept) == (PasteRule("x", 0, BETWEEN_MS),)
    assert read_rules('[{"before_ms": 99999999}]')[0].before_ms == MOST_MS


@pytest.mark.parametrize("kept", ["", "{", "{}", "[1]"])
def test_what_is_no_list_of_rules_is_refused(kept: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_rules(kept)
