"""What fills itself in: from the clock, from the shop, from the quote on the desk."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from typing import Any

import pytest

from desktop.core.orders.json_input import decode_json
from desktop.core.orders.order_reader import parse_order
from desktop.core.orders.quote import quote
from desktop.core.phrases.model import Attachment, Phrase, joined
from desktop.core.phrases.templates import placeholders
from desktop.core.phrases.values import PLACEHOLDERS, automatic_values, greeting, quote_values
from desktop.core.problems import InputError
from desktop.services.filling import Filled, Missing, Refused, fill, order_values, read_settings
from tests.orders import example_shop, order_json

NOON = datetime(2026, 2, 3, 12, 5, tzinfo=UTC)


def phrase(text: str) -> Phrase:
    return Phrase("p/a.b/1", "a.b", "题", text, placeholders=placeholders(text))


def quoted(short: dict[str, Any], *, couriers: bool = False) -> dict[str, str]:
    order = parse_order(decode_json(json.dumps(order_json(short)).encode()))
    values = order_values if couriers else quote_values
    return values(quote(order, example_shop()), order)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(4, 59), "晚上好"),
        (time(5), "早上好"),
        (time(9), "上午好"),
        (time(11, 30), "中午好"),
        (time(13, 30), "下午好"),
        (time(18), "晚上好"),
    ],
)
def test_the_greeting_follows_the_time_of_day(at: time, said: str) -> None:
    assert greeting(at) == said


def test_the_clock_and_the_shop_fill_themselves_in_and_what_is_empty_stays_away() -> None:
    assert automatic_values("示例店", " ", NOON) == {
        "店铺": "示例店",
        "问候": "中午好",
        "日期": "2月3日",
        "时间": "12:05",
    }


def test_a_quote_fills_in_its_amounts() -> None:
    values = quoted({"to": "上海", "goods": ["499"], "spent": "749"}, couriers=True)
    assert values == {
        "应付": "492.60",
        "商品金额": "499.00",
        "优惠金额": "12.40",
        "邮费": "6.00",
        "还差金额": "1.00",
        "包邮门槛": "500.00",
        "明细": "商品 499.00 元，会员优惠减 12.40 元，邮费 6.00 元",
        "会员等级": "初级会员",
        "省份": "上海",
        "快递": "中通",
    }


def test_what_a_quote_does_not_know_is_absent() -> None:
    values = quoted({"to": "江苏", "goods": ["600"]})
    assert values["明细"] == "商品 600.00 元，包邮"
    assert not {"还差金额", "包邮门槛", "会员等级", "合并金额"} & values.keys()


def test_merged_orders_and_postage_paid_before_are_told() -> None:
    earlier = [{"id": "A", "hours": 1, "status": "paid", "goods": ["300"], "postage_paid": "6"}]
    values = quoted({"to": "江苏", "goods": ["200"], "spent": "300", "earlier": earlier})
    assert values["合并金额"] == "500.00"
    assert values["明细"] == "商品 200.00 元，已付邮费抵 6.00 元"
    assert values["应付"] == "194.00"


def test_what_is_typed_beats_the_quote_and_the_quote_beats_the_clock() -> None:
    text = phrase("{{ 快递 }} {{ 时间 }} {{ 应付 }}")
    layers = ({"时间": "a", "快递": "a"}, {"快递": "b", "应付": "b"}, {"应付": "c", "快递": ""})
    assert fill(text, *layers) == Filled(("b a c",))


def test_a_phrase_with_a_gap_is_not_filled() -> None:
    assert fill(phrase("{{ 收件人 }} {{ 电话 }}"), {"电话": " "}) == Missing(("收件人", "电话"))


SIZES = Attachment("picture", "size.png", "0" * 64, 83)


def in_parts(*parts: str | Attachment) -> Phrase:
    return Phrase("p/s/1", "s", "t", joined(parts), parts=parts)


def test_every_part_is_filled_in_and_attachments_stay_in_their_places() -> None:
    filled = fill(in_parts("{{ 客服 }}", SIZES, "{{ 应付 }} 元"), {"客服": "小林", "应付": "5.00"})
    assert filled == Filled(("小林", SIZES, "5.00 元"))
    assert isinstance(filled, Filled)
    assert filled.text == "小林\n\n5.00 元"


def test_what_is_missing_in_any_part_is_told_once_in_order() -> None:
    phrase = in_parts("{{ 收件人 }} {{ 电话 }}", SIZES, "{{ 电话 }} {{ 地址 }}")
    assert fill(phrase, {}) == Missing(("收件人", "电话", "地址"))


def test_a_part_in_which_nothing_is_left_to_say_is_not_sent() -> None:
    phrase = in_parts("{% if 颜色 == '红' %}红色有货{% endif %}", SIZES)
    assert fill(phrase, {"颜色": "蓝"}) == Filled((SIZES,))
    assert fill(phrase, {"颜色": "红"}) == Filled(("红色有货", SIZES))


def test_what_only_a_condition_asks_for_is_missing_too() -> None:
    assert fill(in_parts("{% if 颜色 == '红' %}有货{% endif %}"), {}) == Missing(("颜色",))


def test_a_value_that_does_not_fit_refuses_the_phrase() -> None:
    assert isinstance(fill(phrase("{{ 应付 | 金额 }}"), {"应付": "很多"}), Refused)


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (("收件人",), "setting_form"),
        (("收件=王",), "setting_unknown_near"),
        (("天气=晴",), "setting_unknown"),
        (("收件人=王", "收件人=李"), "setting_twice"),
    ],
)
def test_a_setting_that_means_nothing_is_told(settings: tuple[str, ...], code: str) -> None:
    with pytest.raises(InputError) as told:
        read_settings(settings, phrase("{{ 收件人 }}"))
    assert [problem.code for problem in told.value.problems] == [code]


def test_settings_may_hold_an_equals_sign() -> None:
    assert read_settings(("收件人=a=b",), phrase("{{ 收件人 }}")) == {"收件人": "a=b"}


def test_every_name_of_the_scenarios_is_known() -> None:
    wanted = (
        *(
            [
                "店铺",
                "客服",
                "商品链接",
                "还差金额",
                "会员等级",
                "应付",
                "明细",
                "省份",
                "邮费",
                "合并金额",
                "剩余时间",
            ]
        ),
        *(["收件人", "电话", "地址", "快递", "单号", "退货地址", "回电时间"]),
    )
    assert set(wanted) <= PLACEHOLDERS.keys()
