"""Words for phrases, templates, search and insertion."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {
    # what is wrong with a template
    "problem.template_too_long": (
        "有 {got} 个字，最多 {most} 个字",
        "has {got} characters; at most {most} are allowed",
    ),
    "problem.template_output_too_long": (
        "填好以后太长，聊天窗口放不下",
        "is too long for a chat window once it is filled in",
    ),
    "problem.template_too_complex": (
        "条件套得太多太深，请拆成几条话术",
        "nests too deep: make several phrases of it",
    ),
    "problem.template_full_width": (
        "花括号是全角的，请改成半角的 {{{{ }}}}",
        "has full-width braces: write {{{{ }}}} instead",
    ),
    "problem.template_unclosed": (
        "{opening} 后面少了 {closing}",
        "{opening} is never closed by {closing}",
    ),
    "problem.template_unclosed_block": (
        "{{% {tag} %}} 没有用 {{% end{tag} %}} 结束",
        "{{% {tag} %}} is never ended by {{% end{tag} %}}",
    ),
    "problem.template_stray_tag": (
        "{{% {tag} %}} 放错了位置，前面没有对应的开头",
        "{{% {tag} %}} stands where nothing begins that it belongs to",
    ),
    "problem.template_expression": (
        "看不懂“{got}”，占位符请写成 {{{{ 店铺 }}}} 这样",
        "cannot read “{got}”; a placeholder looks like {{{{ 店铺 }}}}",
    ),
    "problem.template_unknown_tag": (
        "不能用 {{% {name} %}}",
        "{{% {name} %}} cannot be used",
    ),
    "problem.template_unknown_tag_near": (
        "不能用 {{% {name} %}}，是不是 {{% {near} %}}？",
        "{{% {name} %}} cannot be used; did you mean {{% {near} %}}?",
    ),
    "problem.template_unknown_filter": (
        "没有“{name}”这个写法，不能放在 | 后面",
        "there is no “{name}” to write after a |",
    ),
    "problem.template_unknown_filter_near": (
        "没有“{name}”这个写法，| 后面是不是 {near}？",
        "there is no “{name}” to write after a |; did you mean {near}?",
    ),
    "problem.template_unknown_name": (
        "没有叫“{name}”的占位符",
        "there is no placeholder “{name}”",
    ),
    "problem.template_unknown_name_near": (
        "没有叫“{name}”的占位符，是不是“{near}”？",
        "there is no placeholder “{name}”; did you mean “{near}”?",
    ),
    "problem.template_value": (
        "填入的内容不合适，“{got}”用不了它",
        "“{got}” cannot use what was filled in",
    ),
    # filling in from the command line
    "problem.setting_form": (
        "“{got}”请写成 名字=内容",
        "write “{got}” as NAME=VALUE",
    ),
    "problem.setting_twice": ("“{name}”给了两次", "“{name}” is given twice"),
    "problem.setting_none": (
        "这条话术没有占位符，用不上“{name}”",
        "the phrase has no placeholders, so “{name}” has no use",
    ),
    "problem.setting_unknown": (
        "这条话术没有“{name}”，只有：{names}",
        "the phrase has no “{name}”; it has: {names}",
    ),
    "problem.setting_unknown_near": (
        "这条话术没有“{name}”，是不是“{near}”？",
        "the phrase has no “{name}”; did you mean “{near}”?",
    ),
    # what belongs in a placeholder
    "hint.shop": ("店铺的名字", "the shop's name"),
    "hint.agent": ("您对客户的称呼，如 小林", "what you call yourself, e.g. 小林"),
    "hint.greeting": ("按时间的问候，如 下午好", "a greeting by time of day, e.g. 下午好"),
    "hint.date": ("今天的日期，如 2月3日", "today's date, e.g. 2月3日"),
    "hint.time": ("现在的时间，如 14:30", "the time now, e.g. 14:30"),
    "hint.due": ("要收的金额，如 492.60", "the amount to collect, e.g. 492.60"),
    "hint.goods": ("优惠前的商品金额，如 499.00", "goods before the discount, e.g. 499.00"),
    "hint.discount": ("会员优惠的金额，如 12.40", "the member discount, e.g. 12.40"),
    "hint.postage": ("邮费，如 6.00", "the postage, e.g. 6.00"),
    "hint.breakdown": ("金额的组成，给客户看", "how the amount is made up, for the customer"),
    "hint.tier": ("会员等级，如 初级会员", "the member tier, e.g. 初级会员"),
    "hint.gap": ("离包邮还差的金额，如 1.00", "what is missing for free shipping, e.g. 1.00"),
    "hint.free_from": ("满多少包邮，如 500.00", "goods that ship for free, e.g. 500.00"),
    "hint.together": ("合并计算的商品金额，如 640.00", "goods of the joined orders, e.g. 640.00"),
    "hint.province": ("收货的省份，如 广东", "the province it ships to, e.g. 广东"),
    "hint.courier": ("快递公司，如 中通", "the courier, e.g. 中通"),
    "hint.address": ("收货地址", "the delivery address"),
    "hint.customer": ("客户的昵称", "the customer's name"),
    "hint.article": ("商品的名字", "what the article is called"),
    "hint.link": ("商品的网址", "the article's web address"),
    "hint.colour": ("颜色", "the colour"),
    "hint.size": ("尺码，如 M", "the size, e.g. M"),
    "hint.amount": ("金额，如 20.00", "an amount, e.g. 20.00"),
    "hint.time_left": ("还剩多少时间，如 2 小时", "the time that is left, e.g. 2 小时"),
    "hint.recipient": ("收件人的姓名", "who receives the parcel"),
    "hint.phone": ("收件人的电话", "the recipient's phone number"),
    "hint.tracking": ("快递单号", "the tracking number"),
    "hint.return_address": ("退货寄回的地址", "where returned goods are sent"),
    "hint.call_back": (
        "约好回电的时间，如 明天上午 10 点",
        "when we call back, e.g. 明天上午 10 点",
    ),
}
