"""What typing a code comes to, and how little of the typing is remembered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.hotkeys import Modifier
from desktop.core.phrases.typed import BACKSPACE, PREFIXES, Codes, Found, Stroke

CODES = Codes({"yj", "y", "hy", "zf1", "ccjd"}, longest=4)

strokes = st.builds(
    Stroke,
    text=st.sampled_from([*";；yjhzf1cdYJ x:亲é", BACKSPACE, "", ";", ";", "y", "j", " ", " "]),
    held=st.sampled_from(
        [Modifier(0)] * 6 + [Modifier.SHIFT, Modifier.CTRL, Modifier.ALT, Modifier.META]
    ),
)


def typed(text: str) -> list[Stroke]:
    return [Stroke(character) for character in text]


def found(strokes: list[Stroke]) -> list[Found]:
    recent, all_found = "", []
    for stroke in strokes:
        recent, one = CODES.after(recent, stroke)
        all_found += [one] if one else []
    return all_found


@pytest.mark.parametrize(
    ("text", "code", "count"),
    [
        (";yj ", "yj", 4),
        ("；yj ", "yj", 4),
        ("亲，在的;yj ", "yj", 4),
        ("a;;yj ", "yj", 4),
        (";zf1 ", "zf1", 5),
        (";YJ ", "yj", 4),
        (f";yx{BACKSPACE}j ", "yj", 4),
        (f";yj {BACKSPACE * 9};hy ", "hy", 4),
    ],
)
def test_a_code_between_semicolon_and_space_is_found(text: str, code: str, count: int) -> None:
    assert found(typed(text))[-1] == Found(code, count)


@pytest.mark.parametrize(
    "text",
    [
        "yj ",
        "; ",
        ";yx ",
        ";yj",
        ";yj.",
        ":yj ",
        ";yj，",
        "; yj ",
        ";y.j ",
        ";ccjdd ",
        f";yj{BACKSPACE}{BACKSPACE}{BACKSPACE}yj ",
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert found(typed(text)) == []


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize(
    "between",
    [
        Stroke(),
        *(Stroke("j", held) for held in (Modifier.CTRL, Modifier.ALT, Modifier.META)),
        Stroke("v", Modifier.CTRL),
        Stroke(BACKSPACE, Modifier.CTRL),
        Stroke("", Modifier.SHIFT),
    ],
)
def test_a_click_another_key_or_a_held_modifier_makes_it_forget(at: int, between: Stroke) -> None:
    strokes = typed(";yj ")
    assert (found([*strokes[:at], between, *strokes[at:]]) == []) == (at > 0)


def test_a_code_that_is_typed_by_shift_or_caps_lock_counts_but_shift_and_space_does_not() -> None:
    *code, end = typed(";YJ ")
    shifted = [code[0], *(Stroke(stroke.text, Modifier.SHIFT) for stroke in code[1:])]
    assert found([*shifted, end]) == [Found("yj", 4)]
    assert found([*shifted, Stroke(" ", Modifier.SHIFT)]) == []


@given(st.lists(strokes, max_size=40))
def test_no_more_is_remembered_than_the_longest_code_needs_and_nothing_outside_one(
    all_strokes: list[Stroke],
) -> None:
    recent = ""
    for stroke in all_strokes:
        recent, _ = CODES.after(recent, stroke)
        assert len(recent) <= 1 + CODES.longest
        assert recent == "" or (recent[0] in PREFIXES and (recent[1:] + "a").isalnum())


@given(st.lists(strokes, max_size=40))
def test_a_code_is_found_only_at_the_space_that_ends_it_typed_in_one_go(
    all_strokes: list[Stroke],
) -> None:
    recent, line = "", ""
    for stroke in all_strokes:
        recent, one = CODES.after(recent, stroke)
        plain = not stroke.held & ~Modifier.SHIFT
        if not plain or not stroke.text:
            line = "|"  # from here on the caret may be anywhere
        else:
            line = line[:-1] if stroke.text == BACKSPACE else line + stroke.text
        if one:
            assert stroke == Stroke(" ")
            assert line[-one.count :].lower() in {f"{p}{one.code} " for p in PREFIXES}
