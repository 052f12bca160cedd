"""The published JSON Schemas say of each file what the reader says, as far as a schema can."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from desktop.core.packs.check import check_files
from desktop.core.packs.sources import sources_of
from desktop.core.packs.tree import Mapping, Node, Sequence, read_tree
from desktop.core.phrases.values import PLACEHOLDERS
from desktop.core.problems import InputError
from tests.packs import DEFAULT, attached_of, default_pack, files_of

SCHEMAS = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in Path("docs/schema").glob("*.json")
}
REGISTRY: Registry = Registry().with_resources(
    (f"{name}.json", Resource.from_contents(schema)) for name, schema in SCHEMAS.items()
)
GOLDEN = sorted(path for path in Path("tests/golden/packs").iterdir() if path.is_dir())
PACK_FILE = "id: mine\nname: x\nversion: 1\nlanguage: zh-CN\ncategories: [greet]\n"
GREET_FILE = """id: greet
name: 招呼
groups:
  - name: 进店
    phrases:
      - {scenario: greet.first, title: 问好, text: 您好}
"""
SHOP_FILE = (DEFAULT / "shop.yaml").read_text(encoding="utf-8")
PERIOD = "periods: [{name: 大促, from: 2026-11-01, shipping: {areas: [{name: 偏远}]}}]\n"
WORDS_FILE = (
    "forbidden: [{name: x, level: error, words: [最]}]\ncold: [{word: 哦, instead: 好的}]\n"
)
QUOTES_FILE = """quotes:
  - case: 一件
    order:
      placed_at: 2026-02-03
      ship_to: {province: 上海}
      lines: [{unit_price: "499", quantity: 1}]
    expect: {due: "505", free_shipping: false, tier_after: null}
"""
GOOD = {
    "pack.yaml": PACK_FILE,
    "greet.yaml": GREET_FILE,
    "shop.yaml": SHOP_FILE + PERIOD,
    "words.yaml": WORDS_FILE,
    "quotes.yaml": QUOTES_FILE,
    "notes.yaml": "1: 第一版\n",
}


def as_json(node: Node) -> object:
    """What an editor's YAML 1.2 parser gives to its schema checker."""
    if isinstance(node, Sequence):
        return [as_json(item) for item in node.items]
    if isinstance(node, Mapping):
        return {name: as_json(below) for name, below in node.entries.items()}
    if node.plain and re.fullmatch(r"true|false|null|-?(0|[1-9]\d*)(\.\d+)?", node.text):
        return json.loads(node.text)
    return node.text


def schema_of(file: str) -> Draft202012Validator:
    name = file.partition("/")[0].removesuffix(".yaml")
    return Draft202012Validator(SCHEMAS.get(name, SCHEMAS["category"]), registry=REGISTRY)


def refused_by_schema(file: str, data: bytes | Node) -> bool:
    try:
        node = read_tree(data, file) if isinstance(data, bytes) else data
    except InputError:
        return True
    return not schema_of(file).is_valid(as_json(node))


def refused_by_reader(files: dict[str, bytes], file: str) -> bool:
    _, problems = check_files(files, PLACEHOLDERS)
    return any(p.file == file and p.level == "error" for p in problems)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def test_default_pack_is_what_the_schemas_say() -> None:
    for file, data in files_of(DEFAULT).items():
        errors = schema_of(file).iter_errors(as_json(read_tree(data, file)))
        assert [error.message for error in errors] == []


def test_what_a_built_pack_holds_is_what_the_schemas_say() -> None:
    for file, node in sources_of(default_pack()).items():
        assert not refused_by_schema(file, node), file


@pytest.mark.parametrize("folder", GOLDEN, ids=lambda folder: folder.name)
def test_schema_refuses_nothing_that_the_reader_takes(folder: Path) -> None:
    files = files_of(folder)
    _, problems = check_files(files, PLACEHOLDERS, attached_of(folder))
    unused = {p.file for p in problems if p.code == "file_unused"}
    for file in files.keys() - unused:
        wrong = any(p.file == file and p.level == "error" for p in problems)
        assert wrong or not refused_by_schema(file, files[file]), file


def test_reader_and_schema_take_a_good_pack() -> None:
    files = {name: text.encode() for name, text in GOOD.items()}
    assert check_files(files, PLACEHOLDERS)[1] == ()
    assert [file for file, data in files.items() if refused_by_schema(file, data)] == []


BAD = [
    ("pack.yaml", "id: mine\n", ""),
    ("pack.yaml", "id: mine", "id: My Shop"),
    ("pack.yaml", "id: mine", "id: [mine]"),
    ("pack.yaml", "name: x", 'name: " "'),
    ("pack.yaml", "name: x", f"name: {'长' * 81}"),
    ("pack.yaml", "name: x", 'name: "a\\nb"'),
    ("pack.yaml", "version: 1", "version: 0"),
    ("pack.yaml", "version: 1", "version: 1.5"),
    ("pack.yaml", "zh-CN", "fr"),
    ("pack.yaml", "[greet]", "[]"),
    ("pack.yaml", "[greet]", "greet"),
    ("pack.yaml", "name: x", "name: x\ncolour: red"),
    ("pack.yaml", "name: x", "name: x\ncomplete: yes"),
    ("pack.yaml", "name: x", "name: x\nplaceholders: {1x: y}"),
    ("pack.yaml", "name: x", "name: x\nplaceholders: [x]"),
    ("greet.yaml", "name: 招呼\n", ""),
    ("greet.yaml", "groups:", "group:"),
    ("greet.yaml", "greet.first", "greet"),
    ("greet.yaml", "greet.first", "Greet.First"),
    ("greet.yaml", ", text: 您好", ""),
    ("greet.yaml", "text: 您好", 'text: ""'),
    ("greet.yaml", "text: 您好", "text: 您好, parts: [{text: x}]"),
    ("greet.yaml", "text: 您好", "parts: []"),
    ("greet.yaml", "text: 您好", "parts: [{text: x, file: y.pdf}]"),
    ("greet.yaml", "text: 您好", "parts: [{picture: [x]}]"),
    ("greet.yaml", "title: 问好", "title: 问好, code: 你好"),
    ("greet.yaml", "title: 问好", "title: 问好, code: abcdefghijklmnopq"),
    ("greet.yaml", "title: 问好", "title: 问好, tags: 问好"),
    ("greet.yaml", "title: 问好", "title: 问好, from: 双十一"),
    ("greet.yaml", "title: 问好", "title: 问好, until: 2026-11-11 8:00"),
    ("greet.yaml", "title: 问好", "titel: 问好"),
    ("shop.yaml", 'above: "1000"', "above: 一千"),
    ("shop.yaml", 'above: "1000"', "above: -1"),
    ("shop.yaml", 'pays: "0.95"', 'pays: "1.95"'),
    ("shop.yaml", 'pays: "0.95"', "pays: 0"),
    ("shop.yaml", "window_hours: 72", "window_hours: 三天"),
    ("shop.yaml", "merge:", "merg:"),
    ("shop.yaml", "parcels: 2", "parcels: 0"),
    ("shop.yaml", "extra_paid_by: shop", "extra_paid_by: me"),
    ("shop.yaml", 'zto: {first: "6", ', "zto: {"),
    ("shop.yaml", "rest: true", "rest: all"),
    ("shop.yaml", "from: 2026-11-01, ", ""),
    ("shop.yaml", "areas: [{name: 偏远}]", "areas: [{name: 偏远, free_form: 1}]"),
    ("shop.yaml", "areas: [{name: 偏远}]", "areas: [{free_from: 1}]"),
    ("words.yaml", "error", "fatal"),
    ("words.yaml", "[最]", "[]"),
    ("words.yaml", "[最]", "最"),
    ("words.yaml", ", instead: 好的", ""),
    ("words.yaml", "cold", "warm"),
    ("quotes.yaml", '{due: "505", ', "{"),
    ("quotes.yaml", 'due: "505"', "due: free"),
    ("quotes.yaml", "false", "maybe"),
    ("quotes.yaml", "  - case: 一件\n    order", "  - order"),
    ("quotes.yaml", "quantity: 1", "quantity: 0"),
    ("quotes.yaml", "quantity: 1", 'quantity: "1"'),
    ("quotes.yaml", '"499"', "很贵"),
    ("quotes.yaml", "ship_to: {province: 上海}\n", "ship_to: {}\n"),
    ("quotes.yaml", "province: 上海", "province: 上海, zip: 200000"),
    ("quotes.yaml", "quotes:", "cases:"),
    ("notes.yaml", "1: ", "v1: "),
    ("notes.yaml", "第一版", '""'),
    ("notes.yaml", "第一版", "[第一版]"),
]


@pytest.mark.parametrize(("file", "old", "new"), BAD)
def test_reader_and_schema_refuse_the_same(file: str, old: str, new: str) -> None:
    assert old in GOOD[file]
    files = {name: text.encode() for name, text in GOOD.items()}
    files[file] = GOOD[file].replace(old, new, 1).encode()
    assert refused_by_schema(file, files[file])
    assert refused_by_reader(files, file)
