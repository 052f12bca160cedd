"""Users install the wheel, not the checkout: it must be whole and work elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import ROOT, Installed

ORDER = {
    "placed_at": "2026-02-03T10:00:00+08:00",
    "customer": {"history": [{"paid": "755", "postage_included": "6"}]},
    "ship_to": {"province": "上海"},
    "lines": [{"name": "鞋子", "unit_price": "499"}],
}


def below(folder: Path) -> list[str]:
    return [p.relative_to(ROOT).as_posix() for p in folder.rglob("*") if p.is_file()]


def test_the_wheel_carries_every_resource_and_phrase_inside_the_package(names: list[str]) -> None:
    wanted = {f"desktop/{name}" for top in ("resources", "phrases") for name in below(ROOT / top)}

    assert wanted
    assert wanted <= set(names)


def test_the_wheel_carries_every_module_and_nothing_beside_the_package(names: list[str]) -> None:
    modules = {name for name in below(ROOT / "desktop") if name.endswith(".py")}

    assert modules <= set(names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"desktop", "miaohui"}


def test_the_wheel_carries_the_licence_and_the_notices(names: list[str]) -> None:
    licences = {Path(name).name for name in names if ".dist-info/licenses/" in name}

    assert licences == {"LICENSE", "THIRD-PARTY-NOTICES.md"}


def test_the_installed_program_quotes_with_the_shop_of_its_own_pack(installed: Installed) -> None:
    order = installed.folder / "order.json"
    order.write_text(json.dumps(ORDER), encoding="utf-8")

    done = installed.run(installed.miaohui, "quote", "--json", order)

    assert done.stderr == ""
    assert json.loads(done.stdout)["due"] == "492.60"


def test_the_installed_program_finds_a_phrase_of_its_own_pack(installed: Installed) -> None:
    done = installed.run(installed.miaohui, "search", "--json", "包邮")

    assert done.stderr == ""
    assert json.loads(done.stdout)


def test_the_installed_default_pack_has_no_problem(installed: Installed) -> None:
    where = "from desktop.platform.paths import default_pack_dir; print(default_pack_dir())"
    folder = installed.run(installed.python, "-c", where).stdout.strip()

    done = installed.run(installed.miaohui, "pack", "check", folder)

    assert done.returncode == 0, done.stdout + done.stderr
    assert Path(folder).is_relative_to(installed.folder)
