"""Words for the command line."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {
    "window.name": ("秒回", "Miaohui"),
    "cli.help": (
        "秒回：聊天窗口旁边的快捷话术和订单算价。不带命令就打开窗口。",
        (
            "Quick phrases and order quotes beside the chat window. Without a command it opens the "
            "window."
        ),
    ),
    "cli.help.pack_window": (
        "打开这个话术包（文件夹、.mhp 文件，或者订阅的话术包的 id）",
        "open this pack: a folder, a .mhp file, or the id of one that is followed",
    ),
    "cli.help.version": ("显示版本", "show the version"),
    "cli.help.quote": (
        (
            "算一单该收多少钱，为什么。\n\n"
            "ORDER.json 是订单；写 - 从标准输入读。\n\n例：miaohui quote --json order.json"
        ),
        (
            "What to collect for an order, and why.\n\n"
            "ORDER.json is the order; - reads standard input.\n\nExample: miaohui quote --json "
            "order.json"
        ),
    ),
    "cli.help.shop": ("店铺规则；不写就用默认包里的", "the shop's rules; else the default pack's"),
    "cli.help.json": ("输出 JSON，给脚本用", "print JSON, for scripts"),
    "cli.help.jsonl": (
        "每行读一个订单，每行写一个结果",
        "read one order a line, write one quote a line",
    ),
    "cli.help.search": (
        "搜索框会搜到什么。\n\n例：miaohui search 包邮",
        "What the search box finds.\n\nExample: miaohui search 包邮",
    ),
    "cli.help.pack": (
        "话术包的文件夹、文件，或者订阅的 id；不写就用默认包",
        "the pack's folder, file, or id if it is followed; else the default pack",
    ),
    "cli.help.limit": ("最多几条", "how many at most"),
    "cli.help.fill": (
        (
            "把一条话术填好。没填全会报错，并列出还缺什么。\n\n"
            "例：miaohui fill default/greet.first/1 --set 客服=小林"
        ),
        (
            "One phrase with its placeholders filled in; it is an error if one stays empty.\n\n"
            "Example: miaohui fill default/greet.first/1 --set 客服=小林"
        ),
    ),
    "cli.help.set": ("给占位符一个值，可以写多次", "give a placeholder its value; repeatable"),
    "cli.help.order": ("金额来自这个订单", "take the amounts from this order"),
    "cli.help.copy": ("同时复制到剪贴板", "also put it on the clipboard"),
    "cli.help.subscribe": (
        (
            "订阅主管发布的话术包。先念 12 位数字和主管核对。\n\n"
            "例：miaohui subscribe 女装店.miaohui-invite"
        ),
        (
            "Follow the packs of an invitation; compare the 12 digits with your supervisor "
            "first.\n\nExample: miaohui subscribe shop.miaohui-invite"
        ),
    ),
    "cli.help.root": (
        "只有地址时：第一个根的 SHA-256，主管给的",
        "with an address alone: the SHA-256 of the first root, from your supervisor",
    ),
    "cli.help.follow": (
        "只有地址时：订阅哪个话术包，可以写多次",
        "with an address alone: which pack to follow; repeatable",
    ),
    "cli.help.yes_digits": (
        "数字已经核对过，不再问",
        "the digits were compared already: do not ask",
    ),
    "cli.help.unsubscribe": (
        "不再订阅一个话术包，并删掉它下载的内容。\n\n例：miaohui unsubscribe dress",
        (
            "Follow a pack no longer, and delete what was fetched.\n\n"
            "Example: miaohui unsubscribe dress"
        ),
    ),
    "cli.help.update": (
        "现在就看看订阅的话术包有没有新版本。\n\n例：miaohui update",
        "Look for newer editions of the packs that are followed.\n\nExample: miaohui update",
    ),
    "cli.digits": (
        "邀请订阅 {packs}。请和主管核对这 12 位数字：{digits}",
        "An invitation to {packs}. Compare these 12 digits with your supervisor: {digits}",
    ),
    "cli.digits_right": ("数字一样吗？", "Are they the same?"),
    "cli.left": ("不再订阅 {pack}", "{pack} is not followed any more"),
    "cli.unchanged": ("{pack} v{version}：没有新版本", "{pack} v{version}: nothing newer"),
    "cli.kept": (
        "{pack} 保留着 v{version}，上次检查正常是 {when}",
        "{pack} stays at v{version}, last found in order {when}",
    ),
    "cli.doubt.expired": (
        "{pack} 太久没有确认过，价格待核实：请连上网络再运行 miaohui update",
        "{pack} was not confirmed for too long: verify its prices, and run miaohui update online",
    ),
    "cli.doubt.clock": (
        "电脑的时间往回走了，{pack} 的价格待核实：请校准时间",
        "this machine's clock went back: verify the prices of {pack}, and set the clock",
    ),
    "cli.help.packs": ("话术包", "Phrase packs"),
    "cli.help.check": (
        "检查话术包，每个问题都给出文件和行号。\n\n例：miaohui pack check my-shop",
        "Every problem of a pack, with file and line.\n\nExample: miaohui pack check my-shop",
    ),
    "cli.help.build": (
        (
            "把话术包做成一个文件，可以分发；同样的内容，做出来的文件一模一样。\n\n"
            "例：miaohui pack build my-shop -o my-shop.mhp"
        ),
        (
            "Make one file of a pack, to be handed out; the same content gives the same bytes.\n\n"
            "Example: miaohui pack build my-shop -o my-shop.mhp"
        ),
    ),
    "cli.help.diff": (
        (
            "比较两个话术包（文件夹或 .mhp 文件）：话术、规则、词单各变了什么。\n\n"
            "例：miaohui pack diff my-shop-1.mhp my-shop"
        ),
        (
            "What changed from pack A to pack B (folders or .mhp files): phrases, rules, lists.\n\n"
            "Example: miaohui pack diff my-shop-1.mhp my-shop"
        ),
    ),
    "cli.help.output": (
        "写到哪个文件；不写就是当前文件夹里的 编号-版本.mhp",
        "the file to write; else ID-VERSION.mhp in this folder",
    ),
    "cli.built": (
        "已写好 {file}：{size} kB，{count} 条话术",
        "Wrote {file}: {size} kB, {count} phrases",
    ),
    "cli.help.doctor": (
        "看看这台电脑上哪些能用，不能用的怎么办。\n\n例：miaohui doctor",
        "What works on this machine, and how to mend what does not.\n\nExample: miaohui doctor",
    ),
    "cli.help.help": ("显示这份说明", "show this page"),
    "cli.heading.usage": ("用法：", "Usage: "),
    "cli.heading.options": ("选项", "Options"),
    "cli.heading.commands": ("命令", "Commands"),
    "cli.heading.arguments": ("参数", "Arguments"),
    "problem.no_command": (
        "没有命令 {got}，看看 {path} --help",
        "there is no command {got}: see {path} --help",
    ),
    "problem.no_command_near": (
        "没有命令 {got}，是不是 {path} {near}？",
        "there is no command {got}; did you mean {path} {near}?",
    ),
    "problem.needs_command": (
        "{path} 后面要写一个命令：{commands}",
        "{path} needs a command: {commands}",
    ),
    "problem.extra_arguments": ("多写了：{got}", "there is more than was expected: {got}"),
    "problem.no_option": ("没有选项 {got}", "there is no option {got}"),
    "problem.no_option_near": (
        "没有选项 {got}，是不是 {near}？",
        "there is no option {got}; did you mean {near}?",
    ),
    "problem.needs_value": ("{name} 后面要写一个值", "{name} needs a value after it"),
    "problem.takes_no_value": ("{name} 不带值，单独写就行", "{name} takes no value"),
    "problem.missing_parameter": ("缺少 {name}", "{name} is missing"),
    "problem.not_in_range": (
        "{name} 要填 {least} 到 {most} 的整数",
        "{name} must be a whole number from {least} to {most}",
    ),
    "problem.not_a_choice": ("{name} 只能是：{choices}", "{name} must be one of {choices}"),
    "problem.bad_value": ("{name} 的值不对", "{name} has a bad value"),
    "problem.bad_usage": ("用法不对：{why}", "{why}"),
    "cli.bad_lines": ("{all} 行里有 {bad} 行不对", "{bad} of {all} lines were bad"),
    "cli.level.error": ("错误", "error"),
    "cli.level.warning": ("提醒", "warning"),
    "cli.pack_good": ("没有问题", "No problems"),
    "problem.json_or_jsonl": ("--json 和 --jsonl 只能选一个", "give --json or --jsonl, not both"),
    "problem.no_shop": (
        "{path} 里没有店铺规则，请用 --shop 指定",
        "{path} has no shop rules: name some with --shop",
    ),
    "problem.no_phrase": (
        "没有编号是 {got} 的话术，用 miaohui search 找找看",
        "there is no phrase {got}: look with miaohui search",
    ),
    "problem.phrase_not_now": (
        "{id} 现在不在有效期内，见话术包里的 from 和 until",
        "{id} is not in effect now: see its from and until in the pack",
    ),
    "problem.no_phrase_near": (
        "没有编号是 {got} 的话术，是不是 {near}？",
        "there is no phrase {got}; did you mean {near}?",
    ),
    "problem.unfilled": (
        "{id} 还缺：{names}（用 --set 名称=值 或 --order 补上）",
        "{id} still needs: {names} (give --set NAME=VALUE or --order)",
    ),
    "problem.no_clipboard": (
        "没有可用的剪贴板：{why}",
        "there is no clipboard here: {why}",
    ),
    "problem.empty": ("请填写", "must be filled in"),
    "cli.no_display": (
        "没有图形界面，打不开窗口；命令行照常能用：miaohui --help",
        "No display for the window; the command line works: miaohui --help",
    ),
    "cli.macos": (
        "还不支持 macOS，打不开窗口；命令行照常能用：miaohui --help",
        "macOS is not supported yet: no window opens. The command line works: miaohui --help",
    ),
    "cli.window_failed": ("窗口打不开：{why}", "the window cannot open: {why}"),
}
