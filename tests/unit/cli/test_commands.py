"""The command line as scripts and people meet it, as a whole process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.orders import order_json

ROOT = Path(__file__).parents[3]
PACK = ROOT / "phrases" / "default"
SHOES = order_json(
    {"to": "上海", "goods": ["499"], "history": [{"paid": "755", "postage_included": "6"}]}
)


def test_the_quote_of_the_contract(run: Any) -> None:
    status, out, err = run("quote", "--json", "-", data=json.dumps(SHOES))
    assert (status, err) == (0, "")
    said = json.loads(out)
    assert said["due"] == "492.60"
    wanted = {"id": "new", "goods": "499.00", "member_discount": "12.40", "postage": "6.00"}
    assert (
        said["orders"][0] | wanted | {"postage_credit": "0.00", "due": "492.60"}
        == (said["orders"][0])
    )
    assert said["orders"][0]["lines"][0]["pays"] == "486.60"
    assert (said["refund"], said["free_shipping"]) == ("0.00", False)
    assert (said["free_shipping_gap"], said["tier_after"]) == ("1.00", "初级会员")
    assert (said["pooled"], said["not_pooled"]) == ([], [])
    discount = next(step for step in said["steps"] if step["rule"] == "member.discount")
    assert (discount["order"], discount["amount"]) == ("new", "-12.40")
    assert discount["text"]


def test_a_person_reads_every_rule_and_the_amount_in_their_language(run: Any) -> None:
    _, chinese, _ = run("quote", "-", data=json.dumps(SHOES), lang="zh_CN.UTF-8")
    assert "会员折扣 248.00 × 5%" in chinese
    assert "492.60  应收" in chinese
    assert "还差 ¥1.00 包邮" in chinese
    _, english, _ = run("quote", "-", data=json.dumps(SHOES))
    assert "Member discount 248.00 × 5%" in english
    assert "¥1.00 short of free shipping" in english


def test_chinese_comes_out_whole_on_a_terminal_that_knows_none(run: Any) -> None:
    status, out, _ = run("quote", "-", data=json.dumps(SHOES), lang="C", PYTHONUTF8="0")
    assert status == 0
    assert "初级会员" in out


@pytest.mark.parametrize(
    ("args", "data", "words"),
    [
        (["quote", "-"], "{", "not JSON"),
        (["quote", "-"], json.dumps(SHOES | {"parcels": 0}), "parcels: 0 is not"),
        (["quote", "nowhere.json"], "", "no such file: nowhere.json"),
        (["quote", "."], "", "cannot read ."),
        (["quote", "--shop", "nowhere.yaml", "-"], json.dumps(SHOES), "nowhere.yaml"),
        (["quote", "--shop", "README.md", "-"], json.dumps(SHOES), "README.md"),
        (["quote", "--json", "--jsonl", "-"], "", "not both"),
        (["quote"], "", "ORDER.json"),
        (["quote", "--frob", "-"], "", "--frob"),
        (["frob"], "", "frob"),
        (["search", "--pack", "nowhere", "x"], "", "no such folder"),
        (["search", "--limit", "0", "x"], "", "--limit"),
        (["fill", "default/greet.first/99"], "", "default/greet.first"),
        (["fill", "default/greet.first/1"], "", "still needs: 客服"),
        (["fill", "default/greet.first/1", "--set", "客服"], "", "客服"),
        (["fill", "default/greet.first/1", "--set", "客户=x"], "", "客户"),
        (["pack", "check", "nowhere"], "", "no such folder"),
        (["pack", "frob"], "", "frob"),
    ],
)
def test_bad_input_is_one_line_on_standard_error_and_status_2(
    run: Any, args: list[str], data: str, words: str
) -> None:
    status, out, err = run(*args, data=data)
    assert (status, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_a_bad_line_of_many_gets_its_error_and_the_rest_go_on(run: Any) -> None:
    lines = [json.dumps(SHOES), "{", json.dumps(SHOES | {"lines": []}), "", json.dumps(SHOES)]
    status, out, err = run("quote", "--jsonl", "-", data="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 2
    assert [answer.get("due") for answer in answers] == ["492.60", None, None, None, "492.60"]
    assert answers[2]["error"].startswith("lines: ")
    assert err.count("\n") == 1
    assert run("quote", "--jsonl", "-", data=lines[0])[0] == 0


def test_a_reader_that_leaves_is_no_crash(run: Any) -> None:
    script = f"yes '{json.dumps(SHOES)}' | head -400 | {sys.executable} -m desktop quote --jsonl -"
    done = subprocess.run(
        ["sh", "-c", f"{script} | head -1"], capture_output=True, cwd=ROOT, check=False, timeout=60
    )
    assert b"492.60" in done.stdout
    assert done.stderr == b""


def test_search_prints_what_scripts_rely_on(run: Any) -> None:
    status, out, _ = run("search", "--json", "--limit", "3", "baoyou")
    hits = json.loads(out)
    assert status == 0
    assert len(hits) == 3
    assert {"id", "title", "text", "score", "matched"} <= hits[0].keys()
    assert hits[0]["score"] >= hits[-1]["score"]
    _, out, _ = run("search", "--json", "包邮")
    for hit in json.loads(out):
        assert all(hit["text"][start:end] == "包邮" for start, end in hit["matched"])


def test_a_phrase_is_filled_from_the_order_and_from_what_is_set(run: Any, tmp_path: Path) -> None:
    order = tmp_path / "order.json"
    order.write_text(json.dumps(SHOES), encoding="utf-8")
    status, out, _ = run("fill", "--json", "default/price.quote/1", "--order", str(order))
    said = json.loads(out)
    assert status == 0
    assert said["id"] == "default/price.quote/1"
    assert "应付492.60元" in said["text"]
    assert said["placeholders"] == ["明细", "应付"]
    _, out, _ = run("fill", "default/greet.first/1", "--set", "客服=小林")
    assert "小林" in out
    assert "{{" not in out


def test_a_phrase_of_several_parts_is_printed_text_by_text(run: Any) -> None:
    pack = ("--pack", "tests/golden/packs/good_parts", "--set", "客服=小林")
    status, out, _ = run("fill", *pack, "good-parts/product.size_chart/1")
    assert (status, out) == (0, "亲，尺码表发您看下\n\n看好了告诉小林哦\n")
    said = json.loads(run("fill", "--json", *pack, "good-parts/product.size_chart/1")[1])
    assert said["text"] == out.rstrip("\n")
    assert said["parts"] == [
        {"text": "亲，尺码表发您看下"},
        {"picture": "尺码.png"},
        {"file": "尺码 说明(1).txt"},
        {"text": "看好了告诉小林哦"},
    ]


def test_a_phrase_of_one_text_has_one_part(run: Any) -> None:
    said = json.loads(run("fill", "--json", "default/greet.first/1", "--set", "客服=小林")[1])
    assert said["parts"] == [{"text": said["text"]}]


def test_without_a_display_the_window_says_so_in_one_line(run: Any) -> None:
    status, out, err = run()
    assert (status, out) == (1, "")
    assert "command line works" in err
    assert err.count("\n") == 1
    assert run(DISPLAY=":987")[0] == 1


@pytest.mark.parametrize("args", [[], ["doctor"]])
def test_on_macos_one_line_says_that_it_is_not_supported_yet(
    args: list[str], tmp_path: Path
) -> None:
    code = (
        "import sys; sys.platform = 'darwin'\n"
        "from desktop.app import main; sys.argv = ['miaohui', *sys.argv[1:]]\n"
        "sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=60,
        env={"PATH": os.environ["PATH"], "LANG": "en", "MIAOHUI_HOME": str(tmp_path)},
    )
    said = (done.stdout + done.stderr).decode().splitlines()
    assert done.returncode == 1
    assert [line for line in said if "macOS is not supported yet" in line]
    assert len(said) == 1 or args
    assert not [line for line in said if "Traceback" in line]


def test_doctor_tells_what_works_and_how_to_mend_what_does_not(run: Any) -> None:
    status, out, _ = run("doctor", "--json")
    checks = {check["check"]: check for check in json.loads(out)}
    assert status == 1
    assert checks["display"]["ok"] is False
    assert "desktop session" in checks["display"]["detail"]
    assert checks["store"]["ok"] is True
    assert checks["pack"]["ok"] is True
    assert {"hotkeys", "typed_codes", "space", "backups", "autostart"} <= checks.keys()


@pytest.mark.parametrize("lang", ["zh_CN.UTF-8", "en_US.UTF-8"])
@pytest.mark.parametrize(
    "command", ["quote", "search", "fill", "pack check", "pack build", "pack diff", "doctor"]
)
def test_every_command_has_help_with_an_example(run: Any, command: str, lang: str) -> None:
    status, out, _ = run(*command.split(), "--help", lang=lang)
    assert status == 0
    assert f"miaohui {command}" in out.split("\n", 2)[2]


def test_no_command_needs_qt(run: Any) -> None:
    code = (
        "import sys; from desktop.app import main; sys.argv = ['miaohui', *sys.argv[1:]]\n"
        "main(); bad = [m for m in sys.modules if m.startswith(('PySide6', 'Xlib'))]\n"
        "sys.exit(f'imported: {bad}' if bad else 0)"
    )
    for args in (["quote", "-"], ["search", "x"], ["pack", "check", str(PACK)]):
        done = subprocess.run(
            [sys.executable, "-c", code, *args],
            input=json.dumps(SHOES).encode(),
            capture_output=True,
            cwd=ROOT,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
