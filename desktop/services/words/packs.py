"""Words for packs and the files they are written in."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {
    "problem.no_folder": (
        "没有这个文件夹或文件：{path}",
        "there is no such folder or file: {path}",
    ),
    "problem.no_file": ("没有这个文件：{path}", "there is no such file: {path}"),
    "problem.unreadable": ("读不了 {path}：{why}", "cannot read {path}: {why}"),
    "problem.pack_too_large": (
        "{path} 里的 YAML 超过 {most} MB，不像一个话术包",
        "{path} holds more than {most} MB of YAML: not a pack",
    ),
    "problem.no_pack": (
        "这个文件夹里没有 {file}，不是话术包",
        "the folder holds no {file}: not a pack",
    ),
    "problem.file_missing": (
        "缺少文件 {wanted}：请放在 pack.yaml 旁边，或把这个分类去掉",
        "{wanted} is missing: put it beside pack.yaml, or drop the category",
    ),
    "problem.file_unused": (
        "pack.yaml 没有列出这个文件，不会用到",
        "pack.yaml does not list this file: it is not used",
    ),
    "problem.file_too_large": (
        "超过 {limit} MB：请拆成几个分类",
        "is more than {limit} MB: split the category",
    ),
    "problem.not_utf8_file": (
        "不是 UTF-8 编码：请另存为 UTF-8",
        "is not UTF-8: save the file as UTF-8",
    ),
    "problem.forbidden_character": (
        "含有看不见的字符 {got}：请删掉这一处，重新输入",
        "holds the invisible character {got}: delete it and type the place again",
    ),
    "problem.not_yaml": (
        "从这里起不是正确的 YAML：请检查缩进和括号，带冒号或以符号开头的文字要加引号",
        "is not YAML from here on: check indents, and quote texts with colons or signs",
    ),
    "problem.empty_file": (
        "文件里没有内容",
        "there is nothing in the file",
    ),
    "problem.yaml_alias": (
        "不支持锚点 & 和引用 *，请把内容写出来",
        "anchors (&) and aliases (*) are not allowed: write the text out",
    ),
    "problem.yaml_tag": ("不支持标签 !，请删掉", "tags (!) are not allowed: delete it"),
    "problem.yaml_key": (
        "冒号前面要是普通文字",
        "what stands before a colon must be a plain text",
    ),
    "problem.yaml_key_twice": (
        "{got} 写了两次，第一次在第 {first} 行",
        "{got} is given twice, first on line {first}",
    ),
    "problem.yaml_two_documents": (
        "一个文件只能有一份内容，请删掉 ---",
        "a file holds one document: delete the ---",
    ),
    "problem.yaml_too_deep": (
        "嵌套超过 {most} 层：请检查缩进和括号",
        "is nested more than {most} deep: check indents and brackets",
    ),
    "problem.yaml_too_many": (
        "超过 {most} 个条目：请拆成几个分类",
        "has more than {most} entries: split the category",
    ),
    "problem.not_a_mapping": (
        "这里要写成“名称: 值”的样子",
        "takes entries such as `name: value`",
    ),
    "problem.not_an_id": (
        "{got} 不能作编号：请用小写字母、数字和连字符，最多 64 个",
        "{got} is not an id: use lower-case letters, digits and hyphens, at most 64",
    ),
    "problem.not_a_name": (
        "{got} 不能作占位符：请用文字、数字和下划线，不以数字开头，最多 32 个",
        "{got} is not a placeholder name: use letters, digits and underscores, at most 32",
    ),
    "problem.twice": ("{got} 列了两次", "{got} is listed twice"),
    "problem.id_not_file": (
        "{got} 和文件名不一致：这里应是 {wanted}",
        "{got} is not the name of the file: write {wanted}",
    ),
    "problem.not_a_scenario": (
        "{got} 不是场景编号：请写 bargain.value 这样的",
        "{got} is not a scenario id such as bargain.value",
    ),
    "problem.text_and_parts": (
        "已经写了 parts，就不要再写 text：请把这段文字放进 parts",
        "stands beside parts: make this text one of the parts",
    ),
    "problem.not_one_part": (
        "每一段请写 text、picture、file 里的一个",
        "takes one of text, picture and file",
    ),
    "problem.too_many_parts": (
        "有 {got} 段，最多 {most} 段",
        "has {got} parts, at most {most}",
    ),
    "problem.not_a_file_name": (
        "{got} 不能作文件名：请用文字、数字、空格和 . - _ ( )，不写文件夹",
        "{got} is not a file name: use letters, digits, spaces and . - _ ( ), and no folder",
    ),
    "problem.attached_missing": (
        "缺少文件 {wanted}：请放在话术包的文件夹里",
        "{wanted} is missing: put it into the pack's folder",
    ),
    "problem.attached_case": (
        "没有 {wanted}，只有 {near}：大小写要一样",
        "there is no {wanted} but {near}: write capitals and small letters alike",
    ),
    "problem.attached_too_large": (
        "{got} 超过 {most} MB，请换小一点的",
        "{got} has more than {most} MB: take a smaller one",
    ),
    "problem.attached_empty": (
        "{got} 是空的，请换一个",
        "{got} is empty: take another",
    ),
    "problem.not_a_picture": (
        "{got} 不是 PNG、JPEG、GIF 或 WebP 图片：请另存为 PNG，或改用 file",
        "{got} is no PNG, JPEG, GIF or WebP picture: save it as PNG, or send it as a file",
    ),
    "problem.attached_unused": (
        "没有话术用到这个文件",
        "no phrase sends this file",
    ),
    "problem.attached_changed": (
        "{got} 在打开话术包以后变了：请重新打开程序",
        "{got} has changed since the pack was opened: start the program again",
    ),
    "problem.pack_too_many_beside": (
        "{path} 里的图片和文件超过 {most} 个",
        "{path} holds more than {most} pictures and files",
    ),
    "problem.title_twice": (
        "同一组里已经有标题“{got}”（第 {first} 行）",
        "the group has the title {got} already, on line {first}",
    ),
    "problem.not_a_code": (
        "{got} 不能作代码：请用 1–16 个小写字母或数字",
        "{got} is not a code: use 1 to 16 lower-case letters or digits",
    ),
    "problem.code_twice": (
        "代码 {got} 已经用在 {first}",
        "the code {got} is taken at {first}",
    ),
    "problem.unwritable": ("写不了 {path}：{why}", "cannot write {path}: {why}"),
    "problem.built_not_a_pack": (
        "不是话术包：请给出话术包的文件夹、里面的 pack.yaml，或 .mhp 文件",
        "is no pack: name a pack's folder, the pack.yaml in it, or a .mhp file",
    ),
    "problem.built_newer": (
        "是更新版本的秒回做的（格式 {got}，这里只认到 {known}）：请先升级秒回",
        "was made by a newer miaohui (format {got}, known here is {known}): update miaohui",
    ),
    "problem.built_damaged": (
        "文件损坏或不完整：请重新取一份",
        "is damaged or cut off: get it again",
    ),
    "problem.built_unsound": (
        "里面的内容不合规则，不是用 pack build 做的：请向发布的人要一份新的",
        "breaks the rules of its own format, so pack build did not make it: ask for a new one",
    ),
    "problem.built_too_large": (
        "超过 {most} MB，不像一个话术包",
        "is more than {most} MB: not a pack",
    ),
    "problem.pack_too_many": (
        "{what} 太多，整个话术包最多 {most}：请分成几个话术包",
        "there is too much of {what}, at most {most} in a pack: make several packs of it",
    ),
    "problem.built_too_many": (
        "里面的文件超过 {most} 个，不像一个话术包",
        "holds more than {most} files: not a pack",
    ),
    "problem.not_a_moment": (
        "{got} 不是时间：请写 2026-11-11 或 2026-11-11 20:00（24:00 写成第二天 00:00）",
        "{got} is no time: write 2026-11-11 or 2026-11-11 20:00; 24:00 is the next day's 00:00",
    ),
    "problem.ends_before": (
        "结束时间（不含）要晚于开始时间",
        "must be later than from: until is the first moment it is over",
    ),
    "problem.period_overlaps": (
        "和“{other}”的时间有重叠：同一时刻只能有一套规则",
        "overlaps with {other}: there is one set of rules at a time",
    ),
    "problem.no_such_area": (
        "店铺规则里没有名为“{got}”的地区：只能改已有的地区（{areas}）",
        "the shop has no area {got}: a period changes those there are ({areas})",
    ),
    "problem.outside_group": (
        "和所在组的时间没有重叠，这条话术永远用不上",
        "never meets the time of its group: the phrase could never be used",
    ),
    "problem.link_outside": (
        "这个链接指到文件夹外面去了：请换成文件本身",
        "is a link that leads out of the folder: put the file itself here",
    ),
    "problem.pack_too_many_files": (
        "{path} 里的 YAML 文件超过 {most} 个，不像一个话术包",
        "{path} holds more than {most} YAML files: not a pack",
    ),
    "problem.gbk_file": (
        "是 GBK（ANSI）编码：请在记事本里另存为 UTF-8",
        "is GBK (ANSI): save the file as UTF-8",
    ),
    "problem.utf16_file": (
        "是 UTF-16（Unicode）编码：请在记事本里另存为 UTF-8",
        "is UTF-16 (Unicode): save the file as UTF-8",
    ),
    "problem.full_width_colon": (
        "这里的冒号“：”是全角的：请改成半角的“:”，后面空一格",
        "the colon is full-width (：): write a half-width one and a space after it",
    ),
    "problem.yaml_braces": (
        "以 {{{{ 开头的文字，要加双引号，或写在 |- 的下一行",
        "a text that begins with {{{{ goes in double quotes, or on the line below |-",
    ),
    "problem.yaml_tab": (
        "用了 Tab 键：请换成空格",
        "there is a tab: use spaces",
    ),
    "problem.yaml_merge": (
        "不支持合并键 <<：请把内容写出来",
        "merge keys (<<) are not allowed: write the entries out",
    ),
    "problem.not_one_line": (
        "只能写一行",
        "must stand on one line",
    ),
    "problem.text_too_long": (
        "有 {got} 个字，最多 {most} 个",
        "has {got} characters, at most {most}",
    ),
    "problem.id_taken": (
        "{got} 是程序自己用的编号：请换一个",
        "{got} is an id of the program itself: take another",
    ),
    "problem.name_taken": (
        "{got} 是现成的占位符，不用再写",
        "{got} is a placeholder already: leave it out",
    ),
    "problem.not_a_version": (
        "{got} 不是版本：请写 1 到 {version}（pack.yaml 里的版本）",
        "{got} is no version: write 1 to {version}, the pack's own",
    ),
    # what a pack says
    "problem.word_forbidden": (
        "“{got}”不能发给客户（{name}）：请换个说法",
        "{got} is not to be sent ({name}): say it another way",
    ),
    "problem.word_cold": (
        "“{got}”听起来冷淡：可以换成“{instead}”",
        "{got} sounds cold: better {instead}",
    ),
    "problem.text_twice": (
        "和“{title}”一字不差（{first}）：留一条就够",
        "says word for word what {title} says ({first}): keep one of them",
    ),
    "problem.text_alike": (
        "和“{title}”几乎一样（{first}）：合成一条，或改得不同些",
        "says nearly what {title} says ({first}): make one of them, or make them differ",
    ),
    "problem.scenario_missing": (
        "写了 complete，但场景 {scenario} 还没有话术：补一条，或去掉 complete",
        "it says complete, but {scenario} has no phrase: add one, or drop complete",
    ),
    "problem.quote_no_shop": (
        "{case}：没有 shop.yaml，算不出来",
        "{case}: there is no shop.yaml to quote it by",
    ),
    "problem.quote_differs": (
        "{case}：应是 {wanted}，现在算出来是 {got}。改规则，或改这里",
        "{case}: is to be {wanted}, but comes out as {got}: mend the rules, or this",
    ),
}
