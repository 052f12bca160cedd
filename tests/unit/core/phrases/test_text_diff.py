from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.phrases.text_diff import text_diff

MARKS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
TEXTS = st.text(alphabet="包邮满500元 {}a\n，", max_size=40)


def said(before: str, after: str) -> str:
    return "".join(MARKS[piece.kind].format(piece.text) for piece in text_diff(before, after))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("满500元包邮", "满450元包邮", "满[-500-]{+450+}元包邮"),
        ("应付 492.60 元", "应付 495.00 元", "应付 [-492.60-]{+495.00+} 元"),
        ("{{ 客服 }}您好", "{{ 店铺 }}您好", "[-{{ 客服 }}-]{+{{ 店铺 }}+}您好"),
        ("您好", "您好呀", "您好{+呀+}"),
        ("亲，您好", "您好", "[-亲，-]您好"),
        ("甲一乙", "丙一丁", "[-甲一乙-]{+丙一丁+}"),  # one thing in common is no reading
        ("", "新", "{+新+}"),
        ("旧", "", "[-旧-]"),
        ("一样", "一样", "一样"),
        ("", "", ""),
    ],
)
def test_change_reads_as_people_would_mark_it(before: str, after: str, told: str) -> None:
    assert said(before, after) == told


@given(TEXTS, TEXTS)
def test_both_texts_are_in_it(before: str, after: str) -> None:
    pieces = text_diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after
    assert all(piece.text for piece in pieces)
    assert before != after or all(piece.kind == "same" for piece in pieces)
