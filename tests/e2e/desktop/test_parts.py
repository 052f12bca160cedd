"""Texts, pictures and files pasted for real, in order, and sent by the key of the chat."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.services.content import Content, File, Picture
from tests.e2e.desktop.chatboxes import TkBox
from tests.e2e.desktop.contents import coded
from tests.e2e.desktop.program import Message, Program
from tests.e2e.desktop.rich_box import Part, RichBox
from tests.e2e.desktop.session import Desktop, eventually

ROOT = Path(__file__).parents[3]
HELLO, LOOK = "亲，尺码表发您看下 😊", "您平时穿多大的呢？"


@pytest.fixture(scope="module")
def table(x11: Desktop) -> bytes:
    return x11.run("convert", "-size", "320x200", "plasma:", "png:-")


@pytest.fixture
def driver(x11: Desktop) -> Iterator[Program]:
    program = Program(
        x11, [sys.executable, "-m", "tests.e2e.desktop.driver"], env={"PYTHONPATH": str(ROOT)}
    )
    program.wait(ready=True)
    yield program
    program.close()


@pytest.fixture(scope="module")
def open_box(x11: Desktop) -> Iterator[RichBox]:
    opened = RichBox(x11)
    yield opened
    opened.close()


@pytest.fixture
def box(open_box: RichBox, x11: Desktop, driver: Program) -> RichBox:
    x11.activate(open_box.title)
    open_box.clear()
    return open_box


def insert(
    driver: Program, *parts: Content, window: int | None = None, send: bool = False, **rule: object
) -> Message:
    driver.tell(
        do="insert_parts",
        name="phrase",
        parts=[coded(part) for part in parts],
        window=window or driver.ask(do="current"),
        send=send,
        **rule,
    )
    return driver.wait(text="phrase")


def of_picture(data: bytes) -> Part:
    return {"name": "image.png", "digest": sha256(data).hexdigest()}


def test_text_picture_and_text_arrive_in_order_and_the_old_clipboard_returns(
    x11: Desktop, driver: Program, box: RichBox, table: bytes
) -> None:
    x11.copy("原来的".encode())
    outcome = insert(driver, HELLO, Picture(table), LOOK)
    assert outcome["outcome"] == "Inserted"
    assert box.parts() == [HELLO, of_picture(table), LOOK]
    eventually(lambda: x11.pasted() == "原来的".encode(), "the old clipboard")


def test_file_arrives_under_its_name(
    x11: Desktop, driver: Program, box: RichBox, tmp_path: Path
) -> None:
    path = tmp_path / "价目 表 #1.pdf"
    path.write_bytes(b"%PDF prices")
    assert insert(driver, HELLO, File(path), LOOK)["outcome"] == "Inserted"
    prices: Part = {"name": path.name, "digest": sha256(b"%PDF prices").hexdigest()}
    assert box.parts() == [HELLO, prices, LOOK]


def test_photo_arrives_as_a_picture(x11: Desktop, driver: Program, box: RichBox) -> None:
    photo = x11.run("convert", "-size", "90x60", "plasma:", "jpg:-")
    assert insert(driver, Picture(photo))["outcome"] == "Inserted"
    [part] = box.parts()
    assert isinstance(part, dict)
    assert part["name"] == "image.png"


def test_busy_page_gets_every_part_whole_and_not_the_old_clipboard(
    x11: Desktop, driver: Program, box: RichBox, table: bytes
) -> None:
    x11.copy(b"old")
    window = driver.ask(do="current")
    box.freeze(0.8)
    outcome = insert(driver, Picture(table), HELLO, Picture(table), window=window, between_ms=0)
    assert outcome["outcome"] == "Inserted"
    wanted = [of_picture(table), HELLO, of_picture(table)]
    eventually(lambda: box.parts() == wanted, "all parts in the chat")
    eventually(lambda: x11.pasted() == b"old", "the old clipboard")


def test_phrase_is_sent_once_when_all_of_it_stands_there(
    x11: Desktop, driver: Program, box: RichBox, table: bytes
) -> None:
    outcome = insert(driver, HELLO, Picture(table), LOOK, send=True)
    assert outcome["outcome"] == "Inserted"
    eventually(lambda: box.sent() == [[HELLO, of_picture(table), LOOK]], "the message sent")
    assert box.parts() == []


def test_busy_page_sends_the_phrase_and_not_what_stood_there_before(
    x11: Desktop, driver: Program, box: RichBox
) -> None:
    window = driver.ask(do="current")
    box.freeze(0.8)
    assert insert(driver, HELLO, window=window, send=True, between_ms=0)["outcome"] == "Inserted"
    eventually(lambda: box.sent() == [[HELLO]], "the message sent")
    assert box.parts() == []


def test_without_the_wish_nothing_is_sent(x11: Desktop, driver: Program, box: RichBox) -> None:
    assert insert(driver, HELLO)["outcome"] == "Inserted"
    assert insert(driver, LOOK)["outcome"] == "Inserted"
    assert (box.parts(), box.sent()) == ([HELLO + LOOK], [])


def test_held_key_keeps_the_phrase_from_being_sent(
    x11: Desktop, driver: Program, box: RichBox
) -> None:
    driver.tell(
        do="insert_parts",
        name="phrase",
        parts=[coded(HELLO)],
        window=driver.ask(do="current"),
        send=True,
        between_ms=1_500,
    )
    eventually(lambda: box.parts() == [HELLO], "the phrase in the chat")
    x11.run("xdotool", "keydown", "Shift_L")
    try:
        said = driver.wait(text="phrase")
    finally:
        x11.run("xdotool", "keyup", "Shift_L")
    assert (said["outcome"], said["reason"]) == ("Unsent", "keys_held")
    assert (box.parts(), box.sent()) == ([HELLO], [])


def test_another_window_in_front_gets_no_send_key(
    x11: Desktop, driver: Program, box: RichBox
) -> None:
    driver.tell(
        do="insert_parts",
        name="phrase",
        parts=[coded(HELLO)],
        window=driver.ask(do="current"),
        send=True,
        between_ms=1_500,
    )
    eventually(lambda: box.parts() == [HELLO], "the phrase in the chat")
    other = TkBox(x11, "OTHER CHAT")
    said = driver.wait(text="phrase")
    assert (said["outcome"], said["reason"]) == ("Unsent", "not_active")
    assert x11.active_title() == "OTHER CHAT"
    assert other.text() == ""
    other.close()
    assert (box.parts(), box.sent()) == ([HELLO], [])


def test_program_that_stands_still_sends_nothing_when_it_goes_on(
    x11: Desktop, driver: Program, box: RichBox
) -> None:
    window = driver.ask(do="current")
    box.pause()
    try:
        assert insert(driver, HELLO, window=window, send=True)["reason"] == "unread"
    finally:
        box.resume()
    eventually(lambda: box.parts() == [HELLO], "the phrase in the chat")
    assert box.sent() == []


def test_program_that_takes_only_text_is_told_and_gets_no_path(
    x11: Desktop, driver: Program, table: bytes, tmp_path: Path
) -> None:
    plain = TkBox(x11)
    (tmp_path / "secret.pdf").write_bytes(b"%PDF")
    for part in (Picture(table), File(tmp_path / "secret.pdf")):
        said = insert(driver, HELLO, part, LOOK)
        assert (said["outcome"], said["reason"], said["arrived"]) == ("CopiedOnly", "untaken", 1)
        assert (plain.text(), x11.pasted()) == (HELLO, LOOK.encode())
        plain.clear()
    plain.close()
