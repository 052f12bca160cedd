"""What people type wrong is said in their language, and so are the help pages."""

from __future__ import annotations

import re
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("args", "chinese", "english"),
    [
        (["frob"], "没有命令 frob，看看 miaohui --help", "no command frob: see miaohui --help"),
        (["doktor"], "是不是 miaohui doctor？", "did you mean miaohui doctor?"),
        (["pack"], "miaohui pack 后面要写一个命令", "miaohui pack needs a command"),
        (["pack", "chek"], "是不是 miaohui pack check？", "did you mean miaohui pack check?"),
        (["--frob"], "没有选项 --frob", "there is no option --frob"),
        (["quote", "--sho", "-"], "是不是 --shop？", "did you mean --shop?"),
        (["quote", "--shop"], "--shop 后面要写一个值", "--shop needs a value"),
        (["quote", "--json=yes"], "--json 不带值", "--json takes no value"),
        (["--pack"], "--pack 后面要写一个值", "--pack needs a value"),
        (["search"], "缺少 QUERY", "QUERY is missing"),
        (["search", "a", "b"], "多写了：b", "more than was expected: b"),
        (
            ["search", "--limit", "0", "x"],
            "--limit 要填 1 到 10000",
            "whole number from 1 to 10000",
        ),
        (
            ["search", "--limit", "x", "x"],
            "--limit 要填 1 到 10000",
            "whole number from 1 to 10000",
        ),
    ],
)
def test_a_slip_in_the_arguments_is_one_line_in_the_systems_language(
    run: Any, args: list[str], chinese: str, english: str
) -> None:
    for lang, words in (("zh_CN.UTF-8", chinese), ("en_US.UTF-8", english)):
        status, out, err = run(*args, lang=lang)
        assert (status, out) == (2, "")
        assert words in err
        assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["", "quote", "search", "fill", "pack", "pack check", "doctor"])
def test_a_help_page_is_chinese_where_the_system_is(run: Any, command: str) -> None:
    status, out, _ = run(*command.split(), "--help", lang="zh_CN.UTF-8")
    assert status == 0
    for english in ("Usage", "Options", "Commands", "arguments", "Show this"):
        assert english not in out
    assert re.search(r"-h, --help +显示这份说明", out)
