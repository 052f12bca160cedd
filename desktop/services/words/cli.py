"""Words for the command line and ``doctor``."""

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
        "打开这个话术包（文件夹或 .mhp 文件）",
        "open this pack, a folder or a .mhp file",
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
        "话术包的文件夹或文件；不写就用默认包",
        "the pack's folder or file; else the default pack",
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
    # doctor
    "check.display": ("图形界面", "Display"),
    "check.keys": ("代按按键", "Keys"),
    "check.target": ("聊天窗口", "Chat window"),
    "check.hotkeys": ("快捷键", "Hotkeys"),
    "check.typed_codes": ("打代码", "Typed codes"),
    "check.autostart": ("开机自动打开", "Autostart"),
    "check.clipboard": ("剪贴板", "Clipboard"),
    "check.store": ("数据", "Data"),
    "check.space": ("磁盘空间", "Disk space"),
    "check.backups": ("备份", "Backups"),
    "check.pack": ("话术包", "Pack"),
    "doctor.display": ("图形界面可用（{kind}）", "there is a display ({kind})"),
    "doctor.no_display": (
        "没有图形界面：在桌面里打开终端再运行",
        "there is no display: run it in a desktop session",
    ),
    "doctor.macos": (
        "还不支持 macOS：没有窗口、快捷键和粘贴，命令行可以用",
        "macOS is not supported yet: no window, no hotkeys, no pasting; the command line works",
    ),
    "doctor.hotkeys": ("{count} 个快捷键都可用", "all {count} hotkeys can be had"),
    "doctor.hotkeys_refused": (
        "有快捷键用不了，请在设置里换一个：{which}",
        "some hotkeys cannot be had, choose others in the settings: {which}",
    ),
    "doctor.refused_hotkey": ("{keys}（{command}）{why}", "{keys} ({command}): {why}"),
    "doctor.keys": ("可以代按粘贴键", "the paste key can be sent"),
    "doctor.no_xtest": (
        "显示服务没有 XTEST 扩展，只能复制，请在 X 服务里打开它",
        "the X server lacks the XTEST extension, so phrases are only copied: switch it on there",
    ),
    "doctor.no_x11": (
        "连不上显示服务 {display}：{why}",
        "cannot reach the display {display}: {why}",
    ),
    "doctor.clipboard": ("剪贴板可用", "the clipboard works"),
    "doctor.no_clipboard": (
        "命令行复制不可用：请安装 xclip 或 wl-clipboard",
        "copying from the command line needs xclip or wl-clipboard: install one",
    ),
    "doctor.target": ("当前窗口：{program}", "the active window is {program}"),
    "doctor.no_target": (
        "看不到当前窗口：窗口管理器没有说明，点一下聊天窗口再试",
        "the window manager does not tell the active window: click the chat and try again",
    ),
    "doctor.store": ("数据可读写：{path}", "data can be read and written: {path}"),
    "doctor.no_store": (
        "还没有数据，第一次打开窗口时会建在 {path}",
        "no data yet: the window makes it in {path} when it is first opened",
    ),
    "doctor.typed_codes_off": ("打代码没有开", "typed codes are switched off"),
    "doctor.typed_codes_on": ("打代码已开，可用", "typed codes are switched on and can be seen"),
    "doctor.autostart_on": ("开机会自动打开", "the program starts when you log in"),
    "doctor.autostart_off": ("开机不会自动打开", "the program does not start when you log in"),
    "doctor.space": ("磁盘剩余 {free} MB：{path}", "{free} MB are free for {path}"),
    "doctor.not_writable": (
        "数据文件夹不能写：{path}。请检查权限",
        "the data folder cannot be written: {path}. Check its rights",
    ),
    "doctor.little_space": (
        "磁盘只剩 {free} MB，请腾出空间：{path}",
        "only {free} MB are free: make room for {path}",
    ),
    "doctor.no_reserve": (
        "磁盘满过，备用空间已经让出来了：{path}。腾出空间后重新打开秒回",
        "the disk was full and the reserve in {path} is used up: make room, then start again",
    ),
    "doctor.backups": (
        "有 {count} 份备份，最近一份是 {time}：{path}",
        "{count} backups, the newest of {time}: {path}",
    ),
    "doctor.no_backups": (
        "还没有备份，窗口打开后每天自动备份一次",
        "no backup yet: one a day is made while the window is open",
    ),
    "doctor.bad_backup": (
        "最近一份备份（{time}）读不出来：{path}。请在设置里马上备份一次",
        "the newest backup, of {time}, cannot be read: {path}. Back up now in the settings",
    ),
    "doctor.pack": ("话术包 {name}，{count} 条", "pack {name}, {count} phrases"),
    "doctor.bad_pack": ("话术包打不开：{why}", "the pack cannot be opened: {why}"),
    "doctor.problem": ("{why}", "{why}"),
    # the database
    "store.full": (
        "磁盘满了，这次改动没有保存，之前的都还在。请腾出空间：{path}",
        "the disk is full: this change was not kept, all before it is safe. Make room for {path}",
    ),
    "store.unavailable": (
        "数据文件打不开：{path}（{why}）。请检查权限，或关掉占用它的程序",
        "the data file cannot be used: {path} ({why}). Check its rights and who holds it",
    ),
    "store.backup_full": (
        "磁盘满了，备份没有做成，数据本身没有受影响。请腾出空间：{path}",
        "the disk is full: no backup was made, the data itself is safe. Make room for {path}",
    ),
    "store.backup_failed": (
        "备份没有做成：{path}（{why}）。数据本身没有受影响",
        "no backup was made in {path} ({why}); the data itself is safe",
    ),
    "store.backup_broken": (
        "这份备份损坏了，用不了：{path}。请选另一份，现在的数据没有动",
        "this backup is damaged: {path}. Choose another; your data was left as it is",
    ),
    "store.broken": (
        "数据文件损坏：{path}。打开秒回的窗口，会问您要不要用备份恢复",
        "the data file is damaged: {path}. Open the window: it offers to restore a backup",
    ),
    "store.newer": (
        "数据是更新版本的程序写的，没有动它：{path}。请升级秒回",
        "a newer version wrote the data, which was left alone: {path}. Please update miaohui",
    ),
    "store.damaged": (
        "数据文件损坏，已移到 {path}",
        "the data file is damaged and was moved to {path}",
    ),
    "store.restore_title": ("恢复数据", "Restore your data"),
    "store.restore": (
        (
            "自己的话术和设置的数据文件损坏了，原文件已保留在 {path}。\n"
            "要用 {time} 的备份恢复吗？不恢复就从空白开始。"
        ),
        (
            "The file with your own phrases and settings is damaged; it was kept at {path}.\n"
            "Restore the backup of {time}? Otherwise you start afresh."
        ),
    ),
}
