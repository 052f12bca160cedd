"""How programs take phrases: found by name, kept as one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.pasting import (
    MOST_PAUSE_MS,
    PASTE_KEYS,
    SEND_KEYS,
    PasteRule,
    PasteRules,
    parse_rules,
    print_rules,
    program_key,
)

PAUSES = st.integers(0, MOST_PAUSE_MS)
RULES = st.builds(
    PasteRule, PAUSES, PAUSES, st.sampled_from(PASTE_KEYS), st.sampled_from(SEND_KEYS)
)
NAMES = st.text(min_size=1).map(program_key).filter(bool)
SLOW = PasteRule(before_ms=200, between_ms=800, send_key=SEND_KEYS[1])


@given(st.builds(PasteRules, RULES, st.dictionaries(NAMES, RULES)))
def test_what_is_printed_is_read_again(rules: PasteRules) -> None:
    assert parse_rules(print_rules(rules)) == rules


def test_a_program_is_known_by_its_name_however_a_system_writes_it() -> None:
    rules = PasteRules(programs={"wechat": SLOW})
    assert [rules.of(name) for name in ("wechat", "WeChat.exe", " WECHAT ")] == [SLOW] * 3
    assert rules.of("AliWorkbench") == rules.of("") == PasteRule()


def test_a_kept_text_is_one_that_people_can_read() -> None:
    text = print_rules(PasteRules(programs={"wechat": SLOW}))
    assert '"wechat":{"before_ms":200,"between_ms":800,' in text
    assert '"paste_key":"Ctrl+V","send_key":"Ctrl+Enter"}' in text


def test_what_a_text_leaves_out_is_as_usual() -> None:
    assert parse_rules('{"QQ": {"between_ms": 0}}') == PasteRules(
        programs={"qq": PasteRule(between_ms=0)}
    )


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "no JSON",
        "[]",
        '{"wechat":{"between_ms":-1}}',
        '{"wechat":{"before_ms":5001}}',
        '{"wechat":{"send_key":"Ctrl+Q"}}',
    ],
)
def test_a_text_that_was_not_written_by_us_leaves_everything_as_usual(text: str | None) -> None:
    assert parse_rules(text) == PasteRules()
