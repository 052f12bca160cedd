"""Until when signatures hold, as people are told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop.services.repository import KeyStatus, RoleStatus
from desktop.services.terms import RoleText, needs_care
from desktop.services.words import Words

NOW = datetime(2026, 2, 3, 10, tzinfo=UTC)
KEYS = (KeyStatus("a" * 64, "阿婷", signed=True, at_hand=True),)


def role(name: str, days: float) -> RoleStatus:
    return RoleStatus(name, 1, NOW + timedelta(days=days), 1, KEYS, 100)


@pytest.mark.parametrize(("days", "care"), [(15, False), (13, True), (-1, True)])
def test_two_weeks_before_the_end_it_is_time_to_sign_again(days: float, *, care: bool) -> None:
    assert needs_care(role("targets", days), NOW) is care


def test_whoever_must_sign_again_reads_when_and_by_which_command() -> None:
    text = RoleText(Words("en"))
    assert "miaohui" not in text.term(role("dress", 100), NOW)
    soon = text.term(role("dress", 10), NOW)
    assert "2026-02-13" in soon
    assert "miaohui repo keys renew dress" in soon
    assert "miaohui repo resign" in text.term(role("timestamp", 3), NOW)
    assert "miaohui repo keys renew online" in text.term(role("snapshot", 3), NOW)
    over = text.term(role("root", -1), NOW)
    assert "ran out on 2026-02-02" in over


def test_a_key_is_shown_with_its_holder_and_where_it_is() -> None:
    assert RoleText(Words("zh")).key(KEYS[0]) == "aaaaaaaaaaaaaaaa  阿婷  已签  在这里"
