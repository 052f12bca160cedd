from __future__ import annotations

from desktop.core.packs.model import Pack
from desktop.core.packs.reader import read_pack
from desktop.core.problems import Problem
from desktop.core.validity import Validity, read_moment

HEAD = b"id: mine\nname: x\nversion: 2\nlanguage: zh-CN\n"


def category(category_id: str, *phrases: str) -> bytes:
    listed = "".join(f"      - {phrase}\n" for phrase in phrases)
    return f"id: {category_id}\nname: x\ngroups:\n  - name: x\n    phrases:\n{listed}".encode()


def read(**categories: bytes) -> tuple[Pack | None, tuple[Problem, ...]]:
    files = {f"{name}.yaml": data for name, data in categories.items()}
    head = HEAD + f"categories: [{', '.join(categories)}]\n".encode()
    return read_pack({"pack.yaml": head, **files}, {"应付", "客服"})


def good(**categories: bytes) -> Pack:
    pack, problems = read(**categories)
    assert problems == ()
    assert pack is not None
    return pack


def codes(**categories: bytes) -> list[tuple[str, int]]:
    pack, problems = read(**categories)
    assert pack is None
    return [(problem.code, problem.line) for problem in problems]


def test_wordings_of_a_scenario_are_counted_through_all_categories() -> None:
    one, other = "{scenario: a.b, title: x, text: x}", "{scenario: a.c, title: y, text: x}"
    pack = good(greet=category("greet", one, other), ask=category("ask", one))
    assert [p.id for p in pack.library.phrases()] == ["mine/a.b/1", "mine/a.c/1", "mine/a.b/2"]


def test_phrase_knows_its_placeholders_in_order_of_use() -> None:
    text = "text: 您好，我是{{ 客服 }}，收您 {{ 应付 }} 元。{{ 客服 }}"
    pack = good(greet=category("greet", f"scenario: a.b\n        title: x\n        {text}"))
    (phrase,) = pack.library.phrases()
    assert phrase.placeholders == ("客服", "应付")


def test_line_end_at_the_end_of_a_block_is_not_sent() -> None:
    block = "text: |\n          一\n          二\n\n"
    pack = good(greet=category("greet", f"scenario: a.b\n        title: x\n        {block}"))
    (phrase,) = pack.library.phrases()
    assert phrase.text == "一\n二"


def test_text_has_at_most_two_thousand_characters() -> None:
    good(greet=category("greet", f"{{scenario: a.b, title: x, text: {'好' * 2_000}}}"))
    longer = category("greet", f"{{scenario: a.b, title: x, text: {'好' * 2_001}}}")
    assert codes(greet=longer) == [("template_too_long", 6)]


def test_title_has_at_most_eighty_characters() -> None:
    good(greet=category("greet", f"{{scenario: a.b, title: {'好' * 80}, text: x}}"))
    longer = category("greet", f"{{scenario: a.b, title: {'好' * 81}, text: x}}")
    assert codes(greet=longer) == [("text_too_long", 6)]


def test_same_title_may_stand_in_two_groups() -> None:
    one = category("greet", "{scenario: a.b, title: x, text: x}")
    pack = good(greet=one + one.split(b"groups:\n")[1])
    assert len(pack.library.categories[0].groups) == 2


def test_titles_on_one_line_are_told_apart_too() -> None:
    inner = "{scenario: a.b, title: x, text: x}"
    data = f"{{id: greet, name: x, groups: [{{name: x, phrases: [{inner}, {inner}]}}]}}".encode()
    assert codes(greet=data) == [("title_twice", 1)]


def test_folded_text_is_told_by_the_line_it_begins_on() -> None:
    text = "text: >-\n          一\n          {{ 谁 }}"
    data = category("greet", f"scenario: a.b\n        title: x\n        {text}")
    assert codes(greet=data) == [("template_unknown_name", 8)]


def test_problems_come_in_the_order_of_the_lines() -> None:
    data = category("greet", "{scenario: a.b, title: x, text: x, a: b}", "{scenario: A, text: x}")
    found = codes(greet=data + b"x: y\n")
    wanted = [("unknown_field", 6), ("missing", 7), ("not_a_scenario", 7), ("unknown_field", 8)]
    assert sorted(found) == sorted(wanted)
    assert [line for _, line in found] == [6, 7, 7, 8]


def test_a_file_that_cannot_be_read_hides_no_problem_of_the_others() -> None:
    assert codes(greet=b"{", ask=category("ask")) == [("not_yaml", 1), ("not_a_list", 5)]


def test_an_agents_own_id_cannot_be_a_packs() -> None:
    _, problems = read_pack({"pack.yaml": HEAD.replace(b"mine", b"own")}, ())
    assert problems[0] == Problem("id_taken", "id", {"got": "own"}, "pack.yaml", 1)


def test_a_list_is_no_pack() -> None:
    _, problems = read_pack({"pack.yaml": b"- id: mine\n"}, ())
    assert problems == (Problem("not_a_mapping", file="pack.yaml", line=1),)


def test_phrase_counts_while_its_group_and_it_both_do() -> None:
    group = category("greet", "{scenario: a.b, title: x, text: x}", "SECOND").decode()
    group = group.replace("  - name: x", "  - name: x\n    from: 2026-11-01\n    until: 2026-11-12")
    second = "{scenario: a.b, title: y, text: x, from: 2026-11-11 10:00, until: 2026-12-01}"
    pack = good(greet=group.replace("SECOND", second).encode())
    spans = [phrase.valid for phrase in pack.library.phrases()]
    assert spans == [
        Validity(read_moment("2026-11-01"), read_moment("2026-11-12")),
        Validity(read_moment("2026-11-11 10:00"), read_moment("2026-11-12")),
    ]


def test_phrase_without_dates_always_counts() -> None:
    (phrase,) = good(
        greet=category("greet", "{scenario: a.b, title: x, text: x}")
    ).library.phrases()
    assert phrase.valid is None


def test_more_than_a_desk_has_room_for_is_told() -> None:
    phrases = [f"{{scenario: a.b, title: t{n}, text: x}}" for n in range(20_001)]
    pack, problems = read(greet=category("greet", *phrases))
    assert pack is None
    values = {"what": "phrases", "most": "20,000"}
    assert problems == (Problem("pack_too_many", "", values, "pack.yaml"),)
