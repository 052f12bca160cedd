from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.core.packs.source import MAX_BYTES
from desktop.core.packs.tree import MAX_DEPTH, MAX_NODES, Mapping, Node, Scalar, Sequence, read_tree
from desktop.core.problems import InputError, Problem


@pytest.fixture(params=["in C", "in Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers: not every system has the fast one."""
    if request.param == "in Python":
        monkeypatch.delattr(yaml, "CSafeLoader")


def refusal(text: str | bytes) -> Problem:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(InputError) as caught:
        read_tree(data, "greet.yaml")
    (problem,) = caught.value.problems
    assert problem.file == "greet.yaml"
    return problem


def told(text: str | bytes) -> tuple[str, int]:
    problem = refusal(text)
    return problem.code, problem.line


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    else:
        below = node.items if isinstance(node, Sequence) else node.entries.values()
        for child in below:
            yield from scalars(child)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "written",
    ["NO", "on", "12:30", "1.10", "010010", "19.90", "~", "null", "2026-02-03", "=", ".inf"],
)
def test_what_was_written_stays_text(written: str) -> None:
    tree = read_tree(f"a: {written}\n".encode(), "x.yaml")
    assert isinstance(tree, Mapping)
    assert tree.entries["a"] == Scalar(written, 1, plain=True)


@pytest.mark.usefixtures("parser")
def test_every_node_knows_its_line() -> None:
    tree = read_tree(b"\xef\xbb\xbf# first\r\na: 1\r\nb:\r\n  - x\r\n  - |-\r\n    y\r\n", "x.yaml")
    assert tree == Mapping(
        entries={
            "a": Scalar("1", 2, plain=True),
            "b": Sequence((Scalar("x", 4, plain=True), Scalar("y", 5, block=True)), 4),
        },
        key_lines={"a": 2, "b": 3},
        line=2,
    )


@pytest.mark.usefixtures("parser")
def test_emoji_of_several_characters_are_welcome() -> None:
    family = "👩‍👩‍👧‍👦 ❤️"
    assert read_tree(f'"{family}"'.encode(), "x.yaml") == Scalar(family, 1)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    ["a: \0", "a: \x1b[31m", "a: \u202e", "a: \u2066", "a: \u200f", "a: b\x85c", "a: \ufeff"],
)
def test_invisible_character_is_named(text: str) -> None:
    problem = refusal("# one\n" + text)
    assert (problem.code, problem.line) == ("forbidden_character", 2)
    hidden = next(c for c in text if not c.isprintable())
    assert problem.values["got"] == f"U+{ord(hidden):04X}"


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\u202E", r"\L", r"\N"])
def test_invisible_character_cannot_come_in_by_an_escape(escape: str) -> None:
    assert told(f'a: 1\nb: "{escape}"') == ("forbidden_character", 2)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("escape", [r"\uD800", r"\UFFFFFFFF", r"\U00110000"])
def test_escape_of_no_character_is_refused(escape: str) -> None:
    assert told(f'"{escape}"') in (("not_yaml", 1), ("forbidden_character", 1))


def test_other_encodings_are_told_apart() -> None:
    assert told("a: 1\n名: 中文".encode("gbk")) == ("gbk_file", 2)
    assert told("a: 1\n名: 中文".encode("utf-16")) == ("utf16_file", 1)
    assert told(b"a: 1\nb: \xff\xff") == ("not_utf8_file", 2)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "\ufeff"])
def test_file_without_content_is_told(text: str) -> None:
    assert told(text) == ("empty_file", 1)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("bomb", "code"),
    [
        ("a: &a [x, x]\nb: [*a, *a]\n", "yaml_alias"),
        ("a: &a {k: v}\nb: {<<: *a}\n", "yaml_alias"),
        ("a: {<<: {k: v}}\n", "yaml_merge"),
        ("a: !!python/object/apply:os.system [ls]\n", "yaml_tag"),
        ("a: !!binary aGk=\n", "yaml_tag"),
        ("[" * 10_000, "yaml_too_deep"),
        ("{a: " * 10_000, "yaml_too_deep"),
        ("- " * 1_000 + "x", "yaml_too_deep"),
        ("[" + "a, " * MAX_NODES + "a]", "yaml_too_many"),
        ("".join(f"k{n}: &a{n} x\n" for n in range(100_000)), "yaml_alias"),
        ("a: 1\n---\na: 2\n", "yaml_two_documents"),
        ("[a]: b\n", "yaml_key"),
        ("a" * (MAX_BYTES + 1), "file_too_large"),
    ],
    ids=lambda value: value[:12].strip(),
)
def test_bomb_is_refused(bomb: str, code: str) -> None:
    assert refusal(bomb).code == code


@pytest.mark.usefixtures("parser")
def test_depth_and_nodes_up_to_the_limit_are_read() -> None:
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert isinstance(read_tree(deepest.encode(), "x.yaml"), Sequence)
    most = "[" + "a, " * (MAX_NODES - 2) + "a]"
    tree = read_tree(most.encode(), "x.yaml")
    assert sum(1 for _ in scalars(tree)) == MAX_NODES - 1


@pytest.mark.usefixtures("parser")
def test_second_of_two_equal_keys_is_told_with_the_line_of_the_first() -> None:
    problem = refusal("a: 1\nb: 2\na: 3\n")
    assert (problem.code, problem.line) == ("yaml_key_twice", 3)
    assert problem.values == {"got": "a", "first": "1"}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("id: x\nname：x\nversion: 1\n", "full_width_colon", 2),
        ("- scenario：a.b\n  title: x\n", "full_width_colon", 1),
        ("a: 1\ntext: {{ 应付 }}\n", "yaml_braces", 2),
        ("a: 1\ntext: {{ 应付 }}元\n", "yaml_braces", 2),
        ("a: 1\ntags: [{{ 应付 }}元]\n", "yaml_braces", 2),
        ("a:\n\tb: 1\n", "yaml_tab", 2),
        ('a: 1\nb: "x\n\nc: 3\n', "not_yaml", 2),
        ("a: 1\nb: [1, 2\n", "not_yaml", 2),
        ("a: 1\nb: x: y\n", "not_yaml", 2),
        ("a: 1\nb: @x\n", "not_yaml", 2),
        ("a: 1\nb: 好：c: d\n", "not_yaml", 2),
    ],
)
def test_slip_is_told_on_its_own_line(text: str, code: str, line: int) -> None:
    assert told(text) == (code, line)


_YAMLISH = st.text(
    alphabet=st.sampled_from(" \n\t-:：,[]{}&*!|>'\"%@#?<~abc0\\uU中\ufeff\x85")
).map(str.encode)


@pytest.mark.usefixtures("parser")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(), _YAMLISH, st.text().map(lambda t: t.encode("utf-8", "replace"))))
@example(b"%YAML " + b"9" * 5_000 + b".1\n---\na")
@example(b'"\\UFFFFFFFF"')
@example(b"? \n? \n")
def test_any_bytes_give_a_tree_of_plain_text_or_a_refusal(data: bytes) -> None:
    try:
        tree = read_tree(data, "x.yaml")
    except InputError:
        return
    for scalar in scalars(tree):
        assert scalar.text.encode().decode() == scalar.text
