"""Words for order quotes: problems and the steps of a quote."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {
    # what is wrong with an order or a shop
    "problem.json_too_large": ("超过 {limit} MB，太大了", "more than {limit} MB is too large"),
    "problem.not_utf8": (
        "第 {at} 个字节不是 UTF-8，请另存为 UTF-8 编码",
        "byte {at} is not UTF-8: save it as UTF-8",
    ),
    "problem.not_json": (
        "第 {line} 行第 {column} 列不是正确的 JSON",
        "not JSON at line {line}, column {column}",
    ),
    "problem.json_too_deep": ("JSON 嵌套太深", "JSON is nested too deep"),
    "problem.json_key_twice": ("JSON 里 {got} 出现了两次", "JSON has the key {got} twice"),
    "problem.json_constant": ("{got} 不是 JSON 数字", "{got} is not a JSON number"),
    "problem.not_an_object": ("{got} 不是 JSON 对象", "{got} is not a JSON object"),
    "problem.missing": ("缺少这一项", "is missing"),
    "problem.unknown_field": ("没有这一项", "is not a known field"),
    "problem.unknown_field_near": (
        "没有这一项，是不是 {near}？",
        "is not a known field; did you mean {near}?",
    ),
    "problem.not_yuan": (
        "{got} 不是金额：请填 0 到 999999999.99 元，最多两位小数",
        "{got} is not an amount of yuan: give 0 to 999999999.99 with at most 2 decimals",
    ),
    "problem.not_kg": (
        "{got} 不是重量：请填 0 到 999999 公斤，最多三位小数",
        "{got} is not a weight: give 0 to 999999 kg with at most 3 decimals",
    ),
    "problem.not_count": (
        "{got} 不是数量：请填 1 到 {most} 的整数",
        "{got} is not a whole number from 1 to {most}",
    ),
    "problem.not_between": (
        "{got} 不对：请填 {least} 到 {most} 的整数",
        "{got} is not a whole number from {least} to {most}",
    ),
    "problem.not_hours": (
        "{got} 不是小时数：请填 0 到 {most} 的整数",
        "{got} is not a number of hours from 0 to {most}",
    ),
    "problem.not_text": ("{got} 不是文字", "{got} is not a text"),
    "problem.half_character": ("含有半个字符", "holds half a character"),
    "problem.not_yes_no": ("{got} 不对：请填 true 或 false", "{got} is neither true nor false"),
    "problem.not_a_time": (
        "{got} 不是时间：请写成 2026-02-03T10:00:00+08:00",
        "{got} is not a time: write 2026-02-03T10:00:00+08:00",
    ),
    "problem.not_a_province": (
        "{got} 不是省份：请写 广东、内蒙古 这样的名字，国外写 海外",
        "{got} is not a province of China such as 广东, nor 海外 for abroad",
    ),
    "problem.not_one_of": (
        "{got} 不对：请填 {allowed} 之一",
        "{got} is not one of: {allowed}",
    ),
    "problem.not_a_list": ("{got} 不是列表", "{got} is not a list"),
    "problem.empty_list": ("不能为空", "must not be empty"),
    "problem.too_many": ("超过 {limit} 项", "has more than {limit} entries"),
    "problem.postage_over_paid": (
        "邮费比付款还多",
        "is more than what was paid",
    ),
    "problem.not_served": ("店铺不发往 {got}", "the shop has no area for {got}"),
    "problem.not_a_courier": (
        "{area} 不发 {got}，可选：{allowed}",
        "{got} does not serve {area}; there are: {allowed}",
    ),
    "problem.not_ascending": ("要比上一档大", "must be above the step before"),
    "problem.not_descending": ("要比上一档小", "must be below the tier before"),
    "problem.not_share": (
        "{got} 不是折扣：请填 0.95 这样大于 0、不超过 1 的数",
        "{got} is not a share of the price such as 0.95, above 0 and at most 1",
    ),
    "problem.province_twice": ("{got} 已经在别的地区里了", "{got} is in an area already"),
    "problem.second_rest": ("只能有一个 rest 地区", "there is a rest area already"),
    "problem.provinces_or_rest": (
        "请写 provinces 或 rest: true，二选一",
        "an area takes either provinces or rest: true",
    ),
    "problem.goes_with": ("要和 {other} 一起写", "goes with {other}"),
    # the steps of a quote
    "step.goods.regular": ("商品", "Goods"),
    "step.goods.special": ("特价商品（不打会员折）", "Special-price goods (no member discount)"),
    "step.member.discount": ("会员折扣 {tiers}", "Member discount {tiers}"),
    "step.shipping.postage": (
        "邮费，{courier} {parcels} 个包裹",
        "Postage, {courier}, parcels: {parcels}",
    ),
    "step.shipping.free": ("包邮，免 {parcels} 个包裹", "Free shipping, parcels: {parcels}"),
    "step.shipping.reduction": (
        "单笔满 {start} 元，邮费减免",
        "Postage lowered: this order is {start} or more",
    ),
    "step.shipping.extra_weight": ("续重 {kilos} 公斤", "Extra weight, {kilos} kg"),
    "step.shipping.weight_unknown": (
        "没填重量，未计续重",
        "No weight given: extra weight not counted",
    ),
    "step.shipping.credit": ("抵扣已付邮费", "Postage paid before"),
    "step.shipping.refund": ("另退已付邮费 {refund} 元", "Give back {refund} of postage"),
    # around the quote
    "quote.new": ("本单 ", "This order: "),
    "quote.order": ("前单 {id} ", "Earlier order {id}: "),
    "quote.due": ("应收", "Due"),
    "quote.gap": ("还差 ¥{gap} 包邮", "¥{gap} short of free shipping"),
    "quote.free": ("已包邮", "Free shipping"),
    "quote.refund": ("应退 ¥{refund}", "Refund ¥{refund}"),
    "quote.period": ("按“{name}”的规则", "By the rules of {name}"),
    "quote.tier": ("下单后：{tier}", "After this: {tier}"),
    "quote.pooled": ("合并：{ids}", "Together with: {ids}"),
    "quote.not_pooled": ("未合并：{id}（{reason}）", "Not with {id} ({reason})"),
    "quote.reason.shipped": ("已发货", "shipped"),
    "quote.reason.closed": ("已关闭", "closed"),
    "quote.reason.outside_window": ("超过合并时限", "too far apart in time"),
    "quote.reason.other_address": ("地址不同", "other address"),
    "quote.line_price": ("{name} 新价 {pays}", "{name}: new price {pays}"),
    "quote.line": ("商品 {n}", "Line {n}"),
    # couriers
    "courier.zto": ("中通", "ZTO"),
    "courier.sf": ("顺丰", "SF Express"),
    "courier.ems": ("EMS", "EMS"),
    "courier.yto": ("圆通", "YTO"),
    "courier.sto": ("申通", "STO"),
    "courier.yunda": ("韵达", "Yunda"),
    "courier.jtexpress": ("极兔", "J&T Express"),
    "courier.jd": ("京东", "JD Logistics"),
    "courier.youzheng": ("邮政", "China Post"),
    "courier.deppon": ("德邦", "Deppon"),
}
