"""What is told about a phrase that an agent writes."""

from __future__ import annotations

import pytest

from desktop.core.phrases.model import Attachment, Part, Phrase
from desktop.core.phrases.own import check_own, of_parts

TABLE = Attachment("picture", "size.png", "0" * 64, 83)
EMPTY = Phrase("", "", "尺码表", "")


def told(*parts: Part) -> list[tuple[str, str]]:
    problems = check_own(of_parts(EMPTY, parts), {"客服", "应付"})
    return [(problem.where, problem.code) for problem in problems]


def test_one_text_alone_is_the_phrases_text() -> None:
    assert of_parts(EMPTY, ("在的",)) == Phrase("", "", "尺码表", "在的")


def test_several_parts_keep_their_order_and_their_texts_are_the_phrases_text() -> None:
    phrase = of_parts(EMPTY, ("在的", TABLE, "您看"))
    assert phrase.parts == phrase.in_parts() == ("在的", TABLE, "您看")
    assert phrase.text == "在的\n\n您看"


@pytest.mark.parametrize(
    ("parts", "problems"),
    [
        (("好",), []),
        ((TABLE,), []),
        (("",), [("text", "empty")]),
        (("{{ 应付 }}", TABLE, ""), [("parts[2]", "empty")]),
        ((TABLE, "{{ 应附 }}"), [("parts[1]", "template_unknown_name_near")]),
        (("{% if 应付 %}", "{% endif %}"), ["parts[0]", "parts[1]"]),
        (("a",) * 9, []),
        (("a",) * 10, [("parts", "too_many_parts")]),
    ],
)
def test_each_part_is_told_what_is_wrong_with_it(
    parts: tuple[Part, ...], problems: list[object]
) -> None:
    found = told(*parts)
    assert (found if found == problems else [where for where, _ in found]) == problems
