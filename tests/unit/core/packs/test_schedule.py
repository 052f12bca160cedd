"""Checks are spread out."""

from __future__ import annotations

from desktop.core.packs.schedule import EVERY_S, next_check_s


def test_checks_come_every_quarter_of_an_hour_give_or_take_half() -> None:
    assert next_check_s(0.0) == EVERY_S / 2 == 450
    assert next_check_s(0.5) == EVERY_S == 900
    assert next_check_s(1.0) == EVERY_S * 1.5 == 1350
