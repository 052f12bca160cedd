"""The guide to the pack format says what the reader does."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.core.packs.check import check_files
from desktop.core.phrases.language import filter_names
from desktop.core.phrases.templates import check
from desktop.core.phrases.values import PLACEHOLDERS
from desktop.core.validity import Validity, read_moment
from tests.packs import Lies

PNG = b"\x89PNG\r\n\x1a\n"
GUIDE = Path("docs/guide/pack-format.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


def test_example_in_the_guide_is_a_good_pack() -> None:
    pack_file, category, parts, dated, shop, periods, words, quotes, notes = blocks("yaml")
    files = {
        "pack.yaml": pack_file,
        "bargain.yaml": category + "".join(b.removeprefix("groups:\n") for b in (parts, dated)),
        "shop.yaml": shop + periods,
        "words.yaml": words,
        "quotes.yaml": quotes,
        "notes.yaml": notes,
    }
    sources = {name: text.encode() for name, text in files.items()}
    beside = {"pictures/size-chart.png": Lies(PNG), "files/尺码说明.pdf": Lies(b"%PDF")}
    pack, problems = check_files(sources, PLACEHOLDERS, beside)
    assert problems == ()
    assert pack is not None
    assert pack.shop is not None
    assert pack.shop.periods[0].rules.areas[0].free_from == 19_900
    always, sizes, sale = pack.library.phrases()
    assert always.id == "my-shop/bargain.too_expensive/1"
    assert [getattr(part, "kind", "text") for part in sizes.parts] == [
        "text",
        "picture",
        "file",
        "text",
    ]
    assert sale.valid == Validity(read_moment("2026-11-11"), read_moment("2026-11-12"))


def test_template_in_the_guide_can_be_used() -> None:
    (template,) = blocks("liquid")
    assert check(template, PLACEHOLDERS) == ()


def test_guide_lists_every_placeholder_where_it_belongs() -> None:
    row = next(line for line in GUIDE.splitlines() if "店铺" in line).strip("| ").split(" | ")
    for column, kind in zip(row, ("automatic", "quote", "field"), strict=True):
        assert column.split() == [n for n, place in PLACEHOLDERS.items() if place.kind == kind]


def test_guide_lists_every_filter() -> None:
    sentence = GUIDE.partition("the filters")[2].partition(":")[0]
    assert set(re.findall("`(.+?)`", sentence)) == set(filter_names())
