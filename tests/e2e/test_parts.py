"""A team's phrase of text, picture and text in a chat, with the real program and real keys."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests.e2e.desktop.miaohui import Miaohui
from tests.e2e.desktop.rich_box import Part, RichBox
from tests.e2e.desktop.session import Desktop, eventually

PACK = """id: look
name: 示例
version: 1
language: zh-CN
categories: [product]
"""
PRODUCT = """id: product
name: 商品
groups:
  - name: 尺码
    phrases:
      - scenario: product.size_chart
        title: 尺码表
        code: cmb
        parts: [{text: 亲，这是尺码表}, {picture: 尺码.png}, {text: 您平时穿多大的呢？}]
"""


@pytest.fixture(scope="module")
def table(x11: Desktop) -> bytes:
    return x11.run("convert", "-size", "320x200", "plasma:", "png:-")


@pytest.fixture(scope="module")
def open_box(x11: Desktop) -> Iterator[RichBox]:
    opened = RichBox(x11)
    yield opened
    opened.close()


@pytest.fixture
def box(open_box: RichBox, x11: Desktop) -> RichBox:
    x11.activate(open_box.title)
    open_box.clear()
    return open_box


@pytest.fixture
def pack(tmp_path: Path, table: bytes) -> Path:
    folder = tmp_path / "pack"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "尺码.png").write_bytes(table)
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    (folder / "product.yaml").write_text(PRODUCT, encoding="utf-8")
    return folder


@pytest.fixture
def wanted(table: bytes) -> list[Part]:
    picture = {"name": "image.png", "digest": sha256(table).hexdigest()}
    return ["亲，这是尺码表", picture, "您平时穿多大的呢？"]


def start(x11: Desktop, tmp_path: Path, pack: Path, **settings: str) -> Iterator[Miaohui]:
    program = Miaohui(x11, tmp_path / "home", args=("--pack", str(pack)), settings=settings)
    yield program
    x11.stop(program.process)
    assert "Traceback" not in program.said(), program.said()


@pytest.fixture
def careful(x11: Desktop, tmp_path: Path, pack: Path) -> Iterator[Miaohui]:
    """As it comes: nothing is ever sent."""
    yield from start(x11, tmp_path, pack)


@pytest.fixture
def quick(x11: Desktop, tmp_path: Path, pack: Path) -> Iterator[Miaohui]:
    """Paste and send is switched on, with a pause that can be seen."""
    rules = '{"": {"between_ms": 400}}'
    settings = {"paste.send": "yes", "paste.rules": rules}
    yield from start(x11, tmp_path, pack, **settings)


def test_enter_brings_all_parts_into_the_chat_in_order(
    x11: Desktop, box: RichBox, careful: Miaohui, wanted: list[Part]
) -> None:
    x11.copy(b"old")
    careful.come("ctrl+alt+space")
    careful.type("cmb")
    x11.press("Return")
    eventually(lambda: box.parts() == wanted, "all parts in the chat")
    eventually(lambda: x11.pasted() == b"old", "the old clipboard")
    assert box.sent() == []


def test_until_it_is_switched_on_the_send_key_does_nothing(
    x11: Desktop, box: RichBox, careful: Miaohui, wanted: list[Part]
) -> None:
    careful.come("ctrl+alt+space")
    careful.type("cmb")
    x11.press("ctrl+Return")
    x11.press("Return")  # what comes after it has been worked off says that it did nothing
    eventually(lambda: box.parts() == wanted, "all parts in the chat, once")
    eventually(lambda: box.title in x11.active_title(), "the chat has the focus again")
    assert box.sent() == []


def test_switched_on_the_phrase_is_sent_exactly_once(
    x11: Desktop, box: RichBox, quick: Miaohui, wanted: list[Part]
) -> None:
    quick.come("ctrl+alt+space")
    quick.type("cmb")
    x11.press("ctrl+Return")
    eventually(lambda: box.sent() == [wanted], "the message sent")
    quick.come("ctrl+alt+space")
    x11.press("ctrl+Return")
    eventually(lambda: box.sent() == [wanted, wanted], "the second message sent")
    assert box.parts() == []
