"""Measures from inside the program's own process, in turns with the least the same work can take.

usage: python -m bench.inside ROUNDS OUT [ARGUMENTS OF MIAOHUI]

The program starts as always; in the place of its event loop stands ``Rounds``, which works the real
window with key events. OUT gets one JSON line a round.
"""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget

from bench.packs import DEFAULT

TYPED = ("tuikuan", "yhq", "p00731", "fahuo", "zheke", "nihao", "wlxx", "zzzz")
"""What agents type: pinyin, initials, a code, and what is not to be found."""

PHRASE = "亲，您这单会员价 ¥{{ 商品金额 }}，邮费 ¥{{ 邮费 }}，一共 {{ 应付 }} 元哦，{{ 客服 }}"
VALUES = {"商品金额": "486.60", "邮费": "6.00", "应付": "492.60", "客服": "小林"}
ORDER = {
    "placed_at": "2026-02-03T10:00:00+08:00",
    "customer": {"history": [{"paid": "755", "postage_included": "6"}]},
    "ship_to": {"province": "上海"},
    "lines": [{"name": "鞋子", "unit_price": "499"}],
}


class Painted(QObject):
    """Sees when the list is painted."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.seen = False
        viewport.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def keys_ms(box: QLineEdit, painted: Painted) -> list[float]:
    """From each key's arrival until the list it changes is painted and nothing more is to do."""
    app = QApplication.instance()
    assert app
    found = []
    for word in TYPED:
        for letter in word:
            painted.seen = False
            begun = time.perf_counter()
            QTest.keyClicks(box, letter)
            while not painted.seen and time.perf_counter() - begun < 0.5:
                app.processEvents()
            if painted.seen:  # a key that changes nothing in the list paints nothing
                found.append(round((time.perf_counter() - begun) * 1000, 2))
        box.clear()
        QTest.qWait(50)
    return found


def each_us(work: Callable[[], object], times: int = 2000) -> float:
    """Microseconds for one call, over many."""
    begun = time.perf_counter()
    for _ in range(times):
        work()
    return round((time.perf_counter() - begun) / times * 1e6, 2)


def whole_ms(*command: str) -> float:
    """A whole process."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return round((time.perf_counter() - begun) * 1000, 1)


def quoting() -> Callable[[], object]:
    from desktop.core.orders.order_reader import parse_order
    from desktop.core.orders.quote import quote
    from desktop.core.packs.schema import Reader
    from desktop.core.packs.shop_reader import read_shop
    from desktop.core.packs.tree import read_tree

    node = read_tree((DEFAULT / "shop.yaml").read_bytes(), "shop.yaml")
    shop, order = read_shop(node, Reader("shop.yaml")), parse_order(ORDER)
    return lambda: quote(order, shop)


def rendering() -> Callable[[], object]:
    from desktop.core.phrases.templates import render

    return lambda: render(PHRASE, VALUES)


def one_round(box: QLineEdit, painted: Painted, order: Path) -> dict[str, Any]:
    text = json.dumps(ORDER, ensure_ascii=False)
    plain = PHRASE.replace("{{ ", "{").replace(" }}", "}")
    miaohui = str(Path(sys.executable).with_name("miaohui"))
    return {
        "keys_ms": keys_ms(box, painted),
        "quote_us": each_us(quoting()),
        "json_us": each_us(lambda: json.loads(text)),
        "render_us": each_us(rendering()),
        "format_us": each_us(lambda: plain.format_map(VALUES)),
        "cli_ms": whole_ms(miaohui, "quote", "--json", str(order)),
        "python_ms": whole_ms(sys.executable, "-c", "pass"),
    }


def widget(name: str) -> QWidget:
    """Waits for it: the window is furnished once it stands."""
    while True:
        for found in QApplication.allWidgets():
            if found.objectName() == name:
                return found
        QTest.qWait(10)


def measure(rounds: int, out: Path) -> int:
    """Works the window that the program has just shown."""
    box, view = widget("search"), widget("lines")
    assert isinstance(box, QLineEdit)
    assert isinstance(view, QListView)
    QTest.qWaitForWindowExposed(box.window())
    QTest.qWait(500)
    box.setFocus()
    painted, order = Painted(view.viewport()), out.with_suffix(".order.json")
    order.write_text(json.dumps(ORDER, ensure_ascii=False), encoding="utf-8")
    with out.open("w", encoding="utf-8") as file:
        for number in range(rounds + 1):
            record = one_round(box, painted, order)
            if number:
                file.write(json.dumps(record) + "\n")
    return 0


def main() -> None:
    rounds, out, *arguments = sys.argv[1:]

    def instead_of_its_loop(*_: object) -> int:
        return measure(int(rounds), Path(out))

    with mock.patch.object(QApplication, "exec", instead_of_its_loop):
        sys.argv = ["miaohui", *arguments]
        runpy.run_module("desktop", run_name="__main__")


if __name__ == "__main__":
    main()
