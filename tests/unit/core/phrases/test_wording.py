"""Listed words are found where a customer would read them, and nowhere else."""

from __future__ import annotations

import pytest

from desktop.core.phrases.wording import Cold, Forbidden, WordLists, slips

MOST = Forbidden("绝对化", "error", ("最", "第一"), ("最近", "最多", "第一时间"))
VX = Forbidden("站外", "warning", ("加vx", "微信"), ("企业微信",))
OH = Cold("哦", "好的", alone=True)
YOU = Cold("你", "您", allowed=("你们",))
LISTS = WordLists((MOST, VX), (OH, YOU))


def found(text: str) -> list[tuple[str, int]]:
    return [(slip.word, slip.start) for slip in slips(text, LISTS)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("您好，欢迎光临", []),
        ("这款最好看", [("最", 2)]),
        ("最近上新，最多两件", []),
        ("最近最好卖", [("最", 2)]),
        ("最近最好卖，最最好卖", [("最", 2)]),  # each word once
        ("第一时间回复您", []),
        ("销量第一，最好", [("第一", 2), ("最", 5)]),
        ("加ＶＸ便宜", [("加vx", 0)]),
        ("加Vx便宜", [("加vx", 0)]),
        ("企业微信也可以", []),
        ("企业微信，还有微信", [("微信", 7)]),
        ("哦", [("哦", 0)]),
        ("哦，稍等", [("哦", 0)]),
        ("好的，哦~", [("哦", 3)]),
        ("好的哦", []),
        ("哦哦", []),
        ("您好\n哦\n稍等", [("哦", 3)]),
        ("{{ 最近 }}{{ 最 }}{% if 最 %}您好{% endif %}", []),
        ("{% if 会员等级 %}最好{% endif %}", [("最", 13)]),
        ("{% comment %}第一{% endcomment %}您好", []),
        ("{{ 客户昵称 }}哦", []),  # it stands right behind a name
        ("你好，你们好", [("你", 0)]),
    ],
)
def test_words_are_told_with_their_place(text: str, words: list[tuple[str, int]]) -> None:
    assert found(text) == words


def test_slip_knows_its_rule() -> None:
    first, second = slips("第一，你", LISTS)
    assert first.rule is MOST
    assert second.rule is YOU
