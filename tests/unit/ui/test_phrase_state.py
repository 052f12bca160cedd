"""Rows, digits and marks of the phrase list, decided without Qt."""

from __future__ import annotations

import pytest

from desktop.core.hotkeys import parse_hotkey
from desktop.core.phrases.model import Attachment, Category, Group, Phrase
from desktop.core.phrases.templates import preview
from desktop.ui.phrases.state import (
    Heading,
    Line,
    Marks,
    as_text,
    category_rows,
    fields_of,
    first_line,
    found_rows,
    numbered,
    one_line,
    plain_rows,
    row_of,
    shape,
    stepped,
    whole_text,
)


def phrases(*ids: str) -> tuple[Phrase, ...]:
    return tuple(Phrase(one, "", one, one) for one in ids)


CATEGORY = Category(
    "greet", "招呼", (Group("初次", phrases("a", "b")), Group("老客", phrases("c")))
)
ROWS = category_rows(CATEGORY, frozenset(), Marks())


def said(rows: tuple[Heading | Line, ...]) -> list[str]:
    return [
        f"[{row.name} {row.count}{' folded' if row.folded else ''}]"
        if isinstance(row, Heading)
        else f"{row.digit} {row.phrase.id}"
        for row in rows
    ]


def test_groups_have_headings_and_digits_count_phrases_only() -> None:
    assert said(ROWS) == ["[初次 2]", "1 a", "2 b", "[老客 1]", "3 c"]


def test_a_folded_group_keeps_its_heading_and_digits_move_up() -> None:
    folded = category_rows(CATEGORY, frozenset({"greet/初次"}), Marks())
    assert said(folded) == ["[初次 2 folded]", "[老客 1]", "1 c"]


def test_a_group_without_a_name_has_no_heading() -> None:
    own = Category("own", "", (Group("", phrases("x")),))
    assert said(category_rows(own, frozenset(), Marks())) == ["1 x"]


def test_only_nine_phrases_have_digits() -> None:
    rows = plain_rows(phrases(*"abcdefghijk"), Marks())
    assert [row.digit for row in rows if isinstance(row, Line)][8:] == [9, 0, 0]


def test_lines_show_pins_and_own_hotkeys() -> None:
    marks = Marks(frozenset({"a"}), {"b": parse_hotkey("Ctrl+Alt+J")})
    one, two = plain_rows(phrases("a", "b"), marks)
    assert isinstance(one, Line)
    assert isinstance(two, Line)
    assert (one.pinned, one.hotkey) == (True, "")
    assert (two.pinned, two.hotkey) == (False, "Ctrl+Alt+J")


def test_hits_stay_in_order_with_what_matched() -> None:
    b, a = phrases("b", "a")
    rows = found_rows([(b, ((0, 1),), ()), (a, (), ((0, 1),))], Marks())
    assert said(rows) == ["1 b", "2 a"]
    assert [(row.in_title, row.in_text) for row in rows if isinstance(row, Line)] == [
        (((0, 1),), ()),
        ((), ((0, 1),)),
    ]


def test_rows_are_found_by_digit_and_by_phrase() -> None:
    assert first_line(ROWS) == 1
    assert numbered(ROWS, 3) == 4
    assert numbered(ROWS, 9) == -1
    assert row_of(ROWS, "b") == 2
    assert row_of(ROWS, "gone") == -1
    assert first_line(()) == -1


@pytest.mark.parametrize(
    ("start", "by", "reached"),
    [(1, 1, 2), (2, 1, 4), (4, -1, 2), (1, 8, 4), (4, -8, 1), (1, -1, 1), (4, 1, 4), (-1, 1, 1)],
)
def test_steps_pass_over_headings_and_stop_at_the_ends(start: int, by: int, reached: int) -> None:
    assert stepped(ROWS, start, by) == reached


def test_a_template_on_one_line_keeps_every_character_in_its_place() -> None:
    source = "亲，{{ 店铺 }}\n欢迎您"
    assert len(one_line(source)) == len(source)
    assert one_line(source).replace("\u200b", "") == "亲，[ 店铺 ] 欢迎您"


SIZES = Attachment("picture", "size.png", "0" * 64, 83)


def test_a_preview_has_the_same_shape_whatever_its_fields_hold() -> None:
    source = "一共 {{ 应付 }} 元，{{ 收件人 }}"
    values = {"应付": "6.00", "收件人": "李雷"}
    empty, full = (preview(source, {}), SIZES), (preview(source, values), SIZES)
    assert shape(empty) == shape(full)
    assert shape(empty) != shape(empty[:1])
    assert shape(empty) != shape((preview("一共 {{ 邮费 }} 元，{{ 收件人 }}", {}), SIZES))
    assert whole_text(empty) == "一共 [应付] 元，[收件人]\n[size.png]"
    assert whole_text(full) == "一共 6.00 元，李雷\n[size.png]"


def test_the_fields_of_all_parts_are_walked_in_order() -> None:
    parts = (preview("{{ 应付 }}", {}), SIZES, preview("{{ 收件人 }}和{{ 应付 }}", {}))
    assert [field.placeholder for field in fields_of(parts)] == ["应付", "收件人", "应付"]


def test_a_phrase_of_parts_is_one_text_with_the_names_of_its_attachments() -> None:
    assert as_text(Phrase("", "", "", "一", parts=("一", SIZES, "二"))) == "一\n\n[size.png]\n\n二"
