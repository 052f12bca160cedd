"""The phrases of a soak: short and long, with line ends and emoji, no two of them alike."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bench.programs.program import LETTERS
from desktop.core.phrases.model import Phrase
from desktop.platform.paths import Paths
from desktop.store.database import Database
from desktop.store.personal import SqlitePersonalStore
from tests.e2e.desktop.miaohui import prepare

PARTS = (
    "亲，在的哦 😊",
    "您这单会员价 ¥486.60，邮费 ¥6.00，一共 492.60 元哦",
    "麻烦您看下地址对不对~\n第二行：电话和姓名也核对一下",
    "Size chart: S/M/L，身高 165 建议 M 码",
    "七天无理由，运费险也有的，您放心拍 👍",
)


def text(number: int) -> str:
    """From twelve characters up to about a thousand; each starts with its own number."""
    times = 24 if number % 10 == 9 else number % 4
    body = "，".join(PARTS[(number + part) % len(PARTS)] for part in range(1 + times))
    return f"【{number:02}】{body}。"


def hotkeys() -> list[tuple[str, str]]:
    """Keys, as ``ctrl+alt+b``, and the text they must bring."""
    return [(f"ctrl+alt+{letter}", text(number)) for number, letter in enumerate(LETTERS)]


def keep_phrases(home: Path) -> None:
    """Makes a data folder with the phrases as an agent's own, each with its hotkey."""
    found = hotkeys()
    prepare(home, (), {_id(number): keys for number, (keys, _) in enumerate(found)})
    database = _database(home)
    store = SqlitePersonalStore(database)
    for number, (_, words) in enumerate(found):
        store.save_own(Phrase(_id(number), "", f"话术{number}", words))
    database.close()


def uses(home: Path) -> int:
    """How often the program, which has ended, says that its phrases were used."""
    database = _database(home)
    usage = SqlitePersonalStore(database).overlay().usage
    database.close()
    return sum(use.count for use in usage.values())


def _database(home: Path) -> Database:
    return Database(Paths(home, home).database, lambda: datetime.now(UTC))


def _id(number: int) -> str:
    return f"own/{number + 1}"
