"""The provinces of China as shops write them, and as addresses do."""

from __future__ import annotations

import re

ABROAD = "海外"
"""What a shop writes for every place outside China."""

_MUNICIPALITIES = ("北京", "天津", "上海", "重庆")
_LONG = {
    "内蒙古": "内蒙古自治区",
    "广西": "广西壮族自治区",
    "西藏": "西藏自治区",
    "宁夏": "宁夏回族自治区",
    "新疆": "新疆维吾尔自治区",
    "香港": "香港特别行政区",
    "澳门": "澳门特别行政区",
}
PROVINCES = (
    *_MUNICIPALITIES,
    *("河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东"),
    *(
        "河南",
        "湖北",
        "湖南",
        "广东",
        "海南",
        "四川",
        "贵州",
        "云南",
        "陕西",
        "甘肃",
        "青海",
        "台湾",
    ),
    *_LONG,
)
"""The 34 province-level divisions of China, written short."""


def _long(short: str) -> str:
    return _LONG.get(short) or short + ("市" if short in _MUNICIPALITIES else "省")


_SHORT = {name: short for short in PROVINCES for name in (short, _long(short))} | {ABROAD: ABROAD}
_AT_START = re.compile("|".join(sorted(_SHORT, key=len, reverse=True)))


def short_name(name: str) -> str | None:
    """The short name for a short or official long one; None for what is no province."""
    return _SHORT.get(name)


def find_province(address: str) -> str | None:
    """The province a pasted address is in, written short; None when it names none.

    The name that stands first counts: 河北省 before the 北京路 of its street.
    """
    match = _AT_START.search(address)
    return _SHORT[match.group()] if match else None
