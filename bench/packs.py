"""A pack folder of the test phrases, in our own format."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.phrases import phrase

DEFAULT = Path(__file__).parent.parent / "phrases" / "default"
CATEGORIES = 10
IN_A_GROUP = 50


def phrase_id(number: int) -> str:
    return f"bench/bench.p{number:06d}/1"


def write_pack(folder: Path, count: int) -> Path:
    """Writes ``count`` phrases in ten categories, with the example shop; unless it is there."""
    if folder.exists():
        return folder
    folder.mkdir(parents=True)
    names = [f"part{n}" for n in range(CATEGORIES)]
    (folder / "pack.yaml").write_text(
        f"id: bench\nname: 测速\nversion: 1\nlanguage: zh-CN\ncategories: [{', '.join(names)}]\n",
        encoding="utf-8",
    )
    shutil.copy(DEFAULT / "shop.yaml", folder)
    share = count // CATEGORIES
    for place, name in enumerate(names):
        lines = [f"id: {name}", f"name: 分类{place}", "groups:"]
        for number in range(place * share, (place + 1) * share):
            if number % IN_A_GROUP == 0:
                lines += [f"  - name: 第{number // IN_A_GROUP}组", "    phrases:"]
            lines += _phrase(number)
        (folder / f"{name}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _phrase(number: int) -> list[str]:
    text = phrase(number)
    return [
        f"      - scenario: bench.p{number:06d}",
        f"        title: {text[6:16].rstrip('，')} {number}",
        f"        code: p{number:06d}",
        f"        tags: [测速, {text[6:8]}]",
        f'        text: "{text}"',
    ]
