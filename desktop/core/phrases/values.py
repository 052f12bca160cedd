"""The placeholders that phrases know by name, and where their values come from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Literal

from msgspec import Struct

from desktop.core.money import format_yuan
from desktop.core.orders.model import Order
from desktop.core.orders.quote import Quote

Kind = Literal["automatic", "quote", "field"]


class Placeholder(Struct, frozen=True):
    """A name that a template may fill in.

    Attributes:
        kind: Whether it fills itself in, comes from the quote on the desk, or is typed. What has
            no value at the moment is typed, whatever its kind.
        hint: Code of the words that say what belongs there.
    """

    kind: Kind
    hint: str


PLACEHOLDERS: Mapping[str, Placeholder] = {
    "店铺": Placeholder("automatic", "hint.shop"),
    "客服": Placeholder("automatic", "hint.agent"),
    "问候": Placeholder("automatic", "hint.greeting"),
    "日期": Placeholder("automatic", "hint.date"),
    "时间": Placeholder("automatic", "hint.time"),
    "应付": Placeholder("quote", "hint.due"),
    "商品金额": Placeholder("quote", "hint.goods"),
    "优惠金额": Placeholder("quote", "hint.discount"),
    "邮费": Placeholder("quote", "hint.postage"),
    "明细": Placeholder("quote", "hint.breakdown"),
    "会员等级": Placeholder("quote", "hint.tier"),
    "还差金额": Placeholder("quote", "hint.gap"),
    "包邮门槛": Placeholder("quote", "hint.free_from"),
    "合并金额": Placeholder("quote", "hint.together"),
    "省份": Placeholder("quote", "hint.province"),
    "快递": Placeholder("quote", "hint.courier"),
    "地址": Placeholder("quote", "hint.address"),
    "客户昵称": Placeholder("field", "hint.customer"),
    "商品": Placeholder("field", "hint.article"),
    "商品链接": Placeholder("field", "hint.link"),
    "颜色": Placeholder("field", "hint.colour"),
    "尺码": Placeholder("field", "hint.size"),
    "金额": Placeholder("field", "hint.amount"),
    "剩余时间": Placeholder("field", "hint.time_left"),
    "收件人": Placeholder("field", "hint.recipient"),
    "电话": Placeholder("field", "hint.phone"),
    "单号": Placeholder("field", "hint.tracking"),
    "退货地址": Placeholder("field", "hint.return_address"),
    "回电时间": Placeholder("field", "hint.call_back"),
}

AMOUNTS = frozenset(name for name, it in PLACEHOLDERS.items() if it.kind == "quote") - {
    "会员等级",
    "省份",
    "快递",
    "地址",
}
"""Those that stand for what a shop's rules come to, in yuan."""

_GREETINGS = (
    (time(5), "晚上好"),
    (time(9), "早上好"),
    (time(11, 30), "上午好"),
    (time(13, 30), "中午好"),
    (time(18), "下午好"),
)
"""What is said before each time of day; later it is evening again."""


def automatic_values(shop_name: str, agent: str, now: datetime) -> dict[str, str]:
    """What fills itself in, without what is empty.

    Args:
        shop_name: The shop the agent answers for.
        agent: What the agent calls themselves to customers; empty if not set.
        now: The agent's wall clock.
    """
    values = {
        "店铺": shop_name.strip(),
        "客服": agent.strip(),
        "问候": greeting(now.time()),
        "日期": f"{now.month}月{now.day}日",
        "时间": f"{now:%H:%M}",
    }
    return {name: value for name, value in values.items() if value}


def greeting(at: time) -> str:
    """The greeting for a time of day."""
    return next((said for before, said in _GREETINGS if at < before), "晚上好")


def quote_values(quote: Quote, order: Order) -> dict[str, str]:
    """What a quote knows, amounts as ``492.60``; what it does not know is absent.

    Amounts are those of all orders to be paid together, so that goods less discount plus postage
    is the amount due. The free-shipping gap and threshold are there only while it is not reached.
    """
    goods = sum(o.goods for o in quote.orders)
    discount = sum(o.member_discount for o in quote.orders)
    postage = sum(o.postage - o.postage_credit for o in quote.orders)
    gap = quote.free_shipping_gap
    amounts = {
        "应付": quote.due,
        "商品金额": goods,
        "优惠金额": discount,
        "邮费": postage,
        "还差金额": gap,
        "包邮门槛": None if gap is None else quote.together + gap,
        "合并金额": quote.together if quote.pooled else None,
    }
    texts = {
        "明细": _breakdown(goods, discount, postage),
        "会员等级": quote.tier_after,
        "省份": quote.province,
        "地址": order.ship_to.address,
    }
    return {
        **{name: format_yuan(minor) for name, minor in amounts.items() if minor is not None},
        **{name: text for name, text in texts.items() if text},
    }


def _breakdown(goods: int, discount: int, postage: int) -> str:
    """One line for the customer: 商品 499.00 元，会员优惠减 12.40 元，邮费 6.00 元."""
    said = [f"商品 {format_yuan(goods)} 元"]
    if discount:
        said.append(f"会员优惠减 {format_yuan(discount)} 元")
    if postage < 0:
        said.append(f"已付邮费抵 {format_yuan(-postage)} 元")
    else:
        said.append(f"邮费 {format_yuan(postage)} 元" if postage else "包邮")
    return "，".join(said)
