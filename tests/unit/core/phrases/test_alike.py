"""Texts that say nearly the same are found, each with an earlier one."""

from __future__ import annotations

import random

from desktop.core.phrases.alike import alike
from tests.packs import default_pack

TEXTS = [phrase.text for phrase in default_pack().library.phrases()]


def test_spaces_signs_case_and_width_do_not_count() -> None:
    texts = ["您好，欢迎光临小店 VIP，请问需要什么？", "您好~欢迎光临小店ｖｉｐ！\n请问需要什么"]
    assert list(alike(texts)) == [(1, 0)]


def test_one_word_more_in_a_long_text_is_nearly_the_same() -> None:
    longer = TEXTS[0] + "谢谢"
    assert list(alike([*TEXTS, longer])) == [(len(TEXTS), 0)]


def test_another_text_and_a_short_one_are_not() -> None:
    assert list(alike(TEXTS)) == []
    assert list(alike(["在的，您说", "在的，您讲", "好滴", "好滴", "", "。"])) == []


def test_none_is_missed_however_many_there_are() -> None:
    """The look-up by rare pieces finds what comparing all with all finds."""
    draw = random.Random(7)
    texts = TEXTS + [_changed(text, draw) for text in TEXTS]
    wanted = {n for n, text in enumerate(texts) if any(_alike(text, e) for e in texts[:n])}
    assert {number for number, _ in alike(texts)} == wanted
    assert len(wanted) > 30


def _changed(text: str, draw: random.Random) -> str:
    for _ in range(draw.randint(1, 8)):
        at = draw.randrange(len(text))
        text = text[:at] + draw.choice("的了一是在不有这") + text[at + draw.randint(0, 1) :]
    return text


def _alike(one: str, other: str) -> bool:
    return list(alike([one, other])) == [(1, 0)]
