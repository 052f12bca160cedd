"""Phrases are filled strictly: nothing unfilled is sent, and no template runs away."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.phrases.pieces import MOST_OUTPUT_BYTES, Piece
from desktop.core.phrases.templates import MissingError, check, placeholders, preview, render
from desktop.core.problems import InputError
from desktop.services.words import Words

NAMES = {"店铺", "应付", "收件人", "邮费", "会员等级"}
TIERED = "{% if 会员等级 == '高级会员' %}尊贵的{% endif %}{{ 收件人 }}您好"


def codes(source: str) -> list[str]:
    return [problem.code for problem in check(source, NAMES)]


def test_values_stand_where_their_names_stood() -> None:
    values = {"收件人": "王女士", "应付": Decimal("492.60")}
    assert render("{{收件人}}，一共 {{ 应付 }} 元", values) == "王女士，一共 492.60 元"


def test_every_missing_name_is_told_and_blank_counts_as_missing() -> None:
    with pytest.raises(MissingError) as missing:
        render("{{ 收件人 }} {{ 应付 }} {{ 收件人 }} {{ 店铺 }}", {"应付": "1", "店铺": "  "})
    assert missing.value.names == ("收件人", "店铺")


def test_placeholders_come_in_order_of_first_use_and_without_what_is_assigned() -> None:
    assert placeholders("{{ 应付 }}{{ 店铺 }}{{ 应付 }}") == ("应付", "店铺")
    assert placeholders("{% assign 合 = 应付 %}{{ 合 }}{{ 店铺 }}") == ("应付", "店铺")
    assert placeholders(TIERED) == ("会员等级", "收件人")
    assert placeholders("没有占位符 { } }}") == ()


@pytest.mark.parametrize(
    ("level", "said"), [("高级会员", "尊贵的王女士您好"), ("初级会员", "王女士您好")]
)
def test_a_condition_chooses_the_words(level: str, said: str) -> None:
    assert render(TIERED, {"会员等级": level, "收件人": "王女士"}) == said


def test_a_condition_on_a_missing_value_is_missing_too() -> None:
    with pytest.raises(MissingError) as missing:
        render(TIERED, {"收件人": "王女士"})
    assert missing.value.names == ("会员等级",)


def test_a_default_stands_in_for_what_is_missing() -> None:
    assert render("{{ 收件人 | default: '亲' }}您好", {}) == "亲您好"


def test_amounts_and_dates_have_filters() -> None:
    assert render("{{ 应付 | 金额 }}", {"应付": "5"}) == "5.00"
    assert "2月3日" in render("{{ 店铺 | 日期 }}", {"店铺": "2026-02-03"})


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("{{ 应付款 }}", "template_unknown_name_near"),
        ("{{ 天气 }}", "template_unknown_name"),
        ("｛｛ 应付 ｝｝", "template_full_width"),
        ("{｛ 应付 ｝}", "template_full_width"),
        ("{{ 应付 元", "template_unclosed"),
        ("{% if 应付 %}x", "template_unclosed_block"),
        ("{% endif %}", "template_stray_tag"),
        ("{% for x in 应付 %}{% endfor %}", "template_unknown_tag"),
        ("{% fi 应付 %}", "template_unknown_tag_near"),
        ("{{ 应付 | split: '' }}", "template_unknown_filter"),
        ("{{ 应付 | defualt: 1 }}", "template_unknown_filter_near"),
        ("{{ 应付 ! }}", "template_expression"),
        ("x" * 2001, "template_too_long"),
    ],
)
def test_what_is_wrong_with_a_template_is_told_before_it_is_used(source: str, code: str) -> None:
    assert code in codes(source)
    for problem in check(source, NAMES):
        assert Words("zh").problem(problem)


def test_a_problem_knows_its_line() -> None:
    (problem,) = check("第一行\n第二行 {{ 天气 }}\n", NAMES)
    assert problem.line == 2


def test_a_good_template_has_no_problem() -> None:
    assert check(TIERED, NAMES) == ()
    assert check("价格 { 5 } 元 %}", NAMES) == ()


def test_the_preview_has_fields_in_place_and_says_which_are_empty() -> None:
    assert preview("{{ 收件人 }}，{{ 应付 }} 元", {"应付": "5.00"}) == (
        Piece("", "收件人", filled=False),
        Piece("，"),
        Piece("5.00", "应付"),
        Piece(" 元"),
    )


def test_what_only_a_condition_reads_is_a_field_beside_the_text() -> None:
    pieces = preview(TIERED, {"会员等级": "高级会员"})
    assert pieces == (
        Piece("尊贵的"),
        Piece("", "收件人", filled=False),
        Piece("您好"),
        Piece("高级会员", "会员等级", beside=True),
    )


ATTACKS = {
    "loops": "{% for a in (1..1000000000) %}x{% endfor %}",
    "doubling": "{% assign a = 'xxxxxxxxxx' %}" + "{% assign a = a | append: a %}" * 32,
    "squares": "{% assign a = 9 %}" + "{% assign a = a | times: a %}" * 30,
    "replace": "{{ 店铺 | replace: '', 'xxxxxxxxxx' | replace: '', 'xxxxxxxxxx' }}",
    "split": "{{ 店铺 | split: '' | join: 'xxxxxxxx' | split: '' }}",
    "blocks": "{% if 店铺 %}" * 150,
    "brackets": "{{ 店铺" + "[" * 900 + " }}",
    "and": "{% if " + " and ".join(["店铺"] * 250) + " %}x{% endif %}",
    "attributes": "{{ 店铺.__class__.__mro__ }}",
    "include": "{% include '/etc/passwd' %}",
    "width": "{{ 店铺 | upcase | upcase | size }}",
}


@pytest.mark.parametrize("source", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_is_refused_or_ends_small(source: str) -> None:
    try:
        text = render(source, {"店铺": "店" * 100})
    except (InputError, MissingError):
        return
    assert len(text.encode()) <= MOST_OUTPUT_BYTES


def test_values_that_make_the_text_too_long_are_refused() -> None:
    for source in ("{{ 店铺 }}" * 100, "{% if 店铺 %}" + "{{ 店铺 }}" * 100 + "{% endif %}"):
        with pytest.raises(InputError):
            render(source, {"店铺": "店" * 100})


PIECES = (
    *("{{", "}}", "{%", "%}", "if ", "endif", "assign ", "|", "default", ":", "'", '"', "[", "]"),
    *(
        ".",
        "=",
        " ",
        "应付",
        "店铺",
        "\n",
        "｛",
        "1",
        "(",
        "..",
        "raw",
        "comment",
        "case ",
        "when ",
    ),
)
sources = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=40)


@given(sources)
@settings(max_examples=500, deadline=None)
def test_any_text_is_checked_previewed_and_rendered_or_refused(source: str) -> None:
    check(source, NAMES)
    for use in (render, preview):
        with suppress(InputError, MissingError):
            use(source, {"应付": "5", "店铺": "x"})  # type: ignore[operator]
