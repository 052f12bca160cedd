"""Deterministic test phrases: 60 characters of customer-service Chinese, each with its number."""

from __future__ import annotations

import random
from pathlib import Path

PARTS = (
    "亲，您好，欢迎光临本店",
    "这款商品目前有现货",
    "下单后四十八小时内发货",
    "默认发中通快递，偏远地区除外",
    "支持七天无理由退换货",
    "运费险已经为您赠送",
    "尺码请参考详情页的尺码表",
    "如有质量问题请拍照发给客服",
    "退款会在一到三个工作日内原路退回",
    "请您核对一下收货地址和电话",
    "活动期间满三百减五十",
    "优惠券可以在店铺首页领取",
    "感谢您的支持与理解",
    "祝您生活愉快",
    "物流信息稍后会更新",
    "您反馈的问题已经登记",
    "专员会在两小时内联系您",
    "发票随包裹一起寄出",
    "颜色以实物为准",
    "请放心购买",
)


def phrase(number: int, length: int = 60) -> str:
    """Phrase ``number``: always the same text, exactly ``length`` characters, unique."""
    dice = random.Random(number)
    text = f"{number:06d}"
    while len(text) < length:
        text += dice.choice(PARTS) + "，"
    return text[: length - 1] + "。"


def ascii_phrase(number: int, length: int = 60) -> str:
    """A phrase for tools that type key by key and know no character outside ASCII."""
    sentence = f"{number:06d} dear customer your parcel left our store today thank you "
    return (sentence * 3)[: length - 1] + "."


def write_lines(path: Path, count: int) -> Path:
    """Writes the first ``count`` phrases, one a line, unless they are there."""
    if not path.exists():
        path.write_text("".join(phrase(i) + "\n" for i in range(count)), encoding="utf-8")
    return path
