"""What a supervisor does with packs on the command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.packs import DEFAULT

PACK = str(DEFAULT)
ROOT = Path(__file__).parents[3]


def test_the_default_pack_has_no_problem(run: Any) -> None:
    assert run("pack", "check", PACK)[0] == 0
    assert run("pack", "check", "--json", PACK)[1].strip() == "[]"


def test_a_bad_pack_is_told_with_file_and_line_and_status_1(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "pack.yaml").write_text(
        "id: mine\nname: 我的\nversion: 1\nlanguage: zh-CN\ncategories: [greet]\ncolour: red\n",
        encoding="utf-8",
    )
    (folder / "greet.yaml").write_text(
        "id: greet\nname: 招呼\ngroups:\n  - name: 进店\n    phrases:\n"
        "      - scenario: greet.first\n        title: 你好\n        text: 您好 {{ 店名 }}\n",
        encoding="utf-8",
    )
    status, out, err = run("pack", "check", "--json", str(folder))
    found = {(p["file"], p["line"], p["level"]) for p in json.loads(out)}
    assert (status, err) == (1, "")
    assert found == {("pack.yaml", 6, "error"), ("greet.yaml", 8, "error")}
    status, out, _ = run("search", "--pack", str(folder), "x")
    assert (status, out) == (2, "")


def test_pack_is_built_checked_and_used_as_one_file(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "out.mhp"
    status, out, err = run("pack", "build", PACK, "-o", str(file), "--json")
    said = json.loads(out)
    assert (status, err) == (0, "")
    assert (said["file"], said["id"], said["version"]) == (str(file), "default", 1)
    assert said["bytes"] == file.stat().st_size
    assert said["sha256"] == sha256(file.read_bytes()).hexdigest()
    assert said["phrases"] > 100
    assert said["problems"] == []
    assert run("pack", "check", str(file))[:2] == (0, "No problems\n")
    from_file = run("search", "--pack", str(file), "--json", "包邮")
    assert from_file == run("search", "--json", "包邮")


def test_file_is_named_after_pack_and_version(run: Any, tmp_path: Path) -> None:
    status, out, _ = run("pack", "build", PACK, "-o", str(tmp_path))
    assert (tmp_path / "default-1.mhp").is_file()
    assert status == 0
    assert "default-1.mhp" in out


def test_pack_with_errors_is_not_built(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "bad.mhp"
    status, out, err = run("pack", "build", "tests/golden/packs/pack_fields", "-o", str(file))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert not file.exists()


@pytest.mark.parametrize("command", [["pack", "check"], ["search", "x", "--pack"]])
def test_damaged_file_is_one_clear_line(run: Any, tmp_path: Path, command: list[str]) -> None:
    file = tmp_path / "shop-3.mhp"
    run("pack", "build", PACK, "-o", str(file))
    file.write_bytes(file.read_bytes()[:-1])
    status, out, err = run(*command, str(file))
    assert (status, out) == (2, "")
    assert err == "shop-3.mhp: is damaged or cut off: get it again\n"


def test_file_that_cannot_be_written_is_told(run: Any, tmp_path: Path) -> None:
    status, out, err = run("pack", "build", PACK, "-o", str(tmp_path / "no" / "where.mhp"))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "where.mhp" in err


def test_same_pack_gives_the_same_bytes_wherever_and_whenever_it_is_built(tmp_path: Path) -> None:
    made = set()
    for number, (zone, mask, seed) in enumerate([("UTC", 0o22, "1"), ("Asia/Tokyo", 0o77, "2")]):
        folder = tmp_path / str(number) / "pack"
        folder.mkdir(parents=True)
        for path in sorted(DEFAULT.iterdir(), reverse=bool(number)):
            shutil.copyfile(path, folder / path.name)
            os.utime(folder / path.name, (number, number))
        out = folder.parent / "out.mhp"
        subprocess.run(
            [sys.executable, "-m", "desktop", "pack", "build", str(folder), "-o", str(out)],
            cwd=ROOT,
            check=True,
            capture_output=True,
            umask=mask,
            env=os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "MIAOHUI_HOME": str(tmp_path)},
        )
        made.add(out.read_bytes())
    assert len(made) == 1


def test_phrase_out_of_its_time_is_neither_found_nor_filled(run: Any, tmp_path: Path) -> None:
    phrase = "      - {{scenario: a.b, title: 大促{n}, text: 满减{n}, {end}}}\n"
    (tmp_path / "pack.yaml").write_text(
        "id: p\nname: x\nversion: 1\nlanguage: zh-CN\ncategories: [a]\n", encoding="utf-8"
    )
    (tmp_path / "a.yaml").write_text(
        "id: a\nname: x\ngroups:\n  - name: x\n    phrases:\n"
        + phrase.format(n=1, end="until: 2020-01-01")
        + phrase.format(n=2, end="from: 2020-01-01"),
        encoding="utf-8",
    )
    pack = ("--pack", str(tmp_path))
    _, out, _ = run("search", *pack, "--json", "满减")
    assert [hit["id"] for hit in json.loads(out)] == ["p/a.b/2"]
    assert run("fill", *pack, "p/a.b/2")[:2] == (0, "满减2\n")
    status, out, err = run("fill", *pack, "p/a.b/1")
    assert (status, out) == (2, "")
    assert "p/a.b/1 is not in effect now" in err


def test_difference_of_a_file_and_a_folder_is_told(run: Any, tmp_path: Path) -> None:
    old, new = tmp_path / "old.mhp", tmp_path / "new"
    run("pack", "build", PACK, "-o", str(old))
    shutil.copytree(DEFAULT, new)
    shop = (new / "shop.yaml").read_text(encoding="utf-8")
    (new / "shop.yaml").write_text(shop.replace('"500"', '"450"'), encoding="utf-8")
    status, out, err = run("pack", "diff", str(old), str(new), lang="zh_CN.UTF-8")
    assert (status, err) == (0, "")
    assert out == "+0 ~0 −0\n规则和词单\n    包邮门槛 江浙沪皖 500 → 450\n"
    _, out, _ = run("pack", "diff", "--json", str(old), str(new))
    said = json.loads(out)
    assert said["summary"] == "+0 ~0 −0"
    assert [c["fact"] for c in said["changes"]] == [["free_from", "江浙沪皖"]]
    assert run("pack", "diff", str(old), PACK)[:2] == (0, "No differences\n")
    status, out, err = run("pack", "diff", str(old), "nowhere")
    assert (status, out, err.count("\n")) == (2, "", 1)
