"""Words for packs and the files they are written in."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {
    "problem.no_folder": ("没有这个文件夹：{path}", "there is no such folder: {path}"),
    "problem.no_file": ("没有这个文件：{path}", "there is no such file: {path}"),
    "problem.unreadable": ("读不了 {path}：{why}", "cannot read {path}: {why}"),
    "problem.pack_too_large": (
        "{path} 超过 {most} MB，不像一个话术包",
        "{path} is more than {most} MB: not a pack",
    ),
    "problem.no_pack": (
        "这个文件夹里没有 {file}，不是话术包",
        "the folder holds no {file}: not a pack",
    ),
    "problem.file_missing": (
        "pack.yaml 里列了这个分类，但没有这个文件",
        "pack.yaml lists this category, but the file is not there",
    ),
    "problem.file_unused": (
        "pack.yaml 没有列出这个文件，不会用到",
        "pack.yaml does not list this file: it is not used",
    ),
    "problem.file_too_large": ("超过 {limit} MB", "is more than {limit} MB"),
    "problem.not_utf8_file": (
        "不是 UTF-8 编码，请用“另存为 UTF-8”保存",
        "is not UTF-8: save the file as UTF-8",
    ),
    "problem.forbidden_character": (
        "含有不可见字符 {got}，请删掉",
        "holds the invisible character {got}: delete it",
    ),
    "problem.not_yaml": (
        "不是正确的 YAML：检查缩进、引号，冒号要用半角并在后面加空格",
        "is not YAML: check indents, quotes, and colons (half-width, a space after them)",
    ),
    "problem.empty_file": ("文件是空的", "the file is empty"),
    "problem.yaml_alias": (
        "不支持锚点 & 和引用 *，请把内容写出来",
        "anchors (&) and aliases (*) are not allowed: write the text out",
    ),
    "problem.yaml_tag": ("不支持标签 !，请删掉", "tags (!) are not allowed: delete it"),
    "problem.yaml_key": ("键必须是普通文字", "a key must be a plain text"),
    "problem.yaml_key_twice": ("{got} 写了两次", "{got} is given twice"),
    "problem.yaml_two_documents": (
        "一个文件只能有一份内容，请删掉 ---",
        "a file holds one document: delete the ---",
    ),
    "problem.yaml_too_deep": ("嵌套太深", "is nested too deep"),
    "problem.yaml_too_many": ("条目过多", "has too many entries"),
    "problem.not_a_mapping": (
        "这里应该是“名称: 值”的形式",
        "takes `name: value` entries",
    ),
    "problem.not_an_id": (
        "{got} 不能作编号：请用小写字母、数字和连字符",
        "{got} is not an id: use lower-case letters, digits and hyphens",
    ),
    "problem.not_a_name": (
        "{got} 不能作占位符名：请用文字、数字和下划线，不以数字开头",
        "{got} is not a placeholder name: use letters, digits and underscores",
    ),
    "problem.twice": ("{got} 列了两次", "{got} is listed twice"),
    "problem.id_not_file": (
        "{got} 与文件名不一致",
        "{got} is not the file's name",
    ),
    "problem.not_a_scenario": (
        "{got} 不是场景编号：请写 bargain.value 这样的",
        "{got} is not a scenario id such as bargain.value",
    ),
    "problem.title_twice": (
        "同一组里已经有标题 {got}",
        "the group has the title {got} already",
    ),
    "problem.not_a_code": (
        "{got} 不能作代码：请用 1–16 个小写字母或数字",
        "{got} is not a code: use 1 to 16 lower-case letters or digits",
    ),
    "problem.code_twice": (
        "代码 {got} 已经用在 {first}",
        "the code {got} is taken at {first}",
    ),
}
