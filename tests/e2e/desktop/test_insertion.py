"""Real keys, real programs: a hotkey pressed in a chat box brings the phrase there."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.xkb import Xkb
from tests.e2e.desktop.chatboxes import ChatBox, ChromiumBox, TkBox
from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import Desktop, eventually

ROOT = Path(__file__).parents[3]
PHRASE = "亲，您这单会员价 ¥486.60，邮费 ¥6.00，一共 492.60 元哦 😊\n麻烦您看下~"
# the 20 keys that stand for themselves in every layout in use here
KEYS = "1234567890qwertyuiop"
ONE = 10
"""The number of the key that is 1 on most keyboards."""


@pytest.fixture(scope="module")
def picture(x11: Desktop) -> bytes:
    return x11.run("convert", "-size", "256x256", "plasma:", "png:-")


@pytest.fixture
def driver(x11: Desktop) -> Iterator[Program]:
    program = Program(
        x11, [sys.executable, "-m", "tests.e2e.desktop.driver"], env={"PYTHONPATH": str(ROOT)}
    )
    assert program.wait(ready=True)["name"] == "x11"
    yield program
    program.close()


@pytest.fixture(scope="module", params=[ChromiumBox, TkBox])
def open_box(request: pytest.FixtureRequest, x11: Desktop) -> Iterator[ChatBox]:
    opened: ChatBox = request.param(x11)
    yield opened
    opened.close()


@pytest.fixture
def box(open_box: ChatBox, x11: Desktop, driver: Program) -> ChatBox:
    x11.activate(open_box.title)
    open_box.clear()
    return open_box


def press_and_hear(x11: Desktop, driver: Program, text: str) -> str:
    x11.press("ctrl+alt+1")
    return str(driver.wait(text=text)["outcome"])


def test_phrase_stands_there_and_focus_and_picture_stay(
    x11: Desktop, driver: Program, box: ChatBox, picture: bytes
) -> None:
    x11.copy(picture, "image/png")
    assert driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE) is None
    assert press_and_hear(x11, driver, PHRASE) == "Inserted"
    assert box.text() == PHRASE
    assert x11.active_title() == box.title
    eventually(lambda: x11.pasted("image/png") == picture, "the picture on the clipboard")
    assert not x11.pasted()


def test_text_on_the_clipboard_stays(x11: Desktop, driver: Program, box: ChatBox) -> None:
    x11.copy("原来的".encode())
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    assert press_and_hear(x11, driver, PHRASE) == "Inserted"
    eventually(lambda: x11.pasted() == "原来的".encode(), "the text on the clipboard")
    assert box.text() == PHRASE


def test_hotkeys_paste_while_they_are_pressed(x11: Desktop, driver: Program, box: ChatBox) -> None:
    x11.copy("原来的".encode())
    for key in "123":
        assert driver.ask(do="bind", hotkey=f"Ctrl+Alt+{key}", text=PHRASE + key) is None
    try:
        x11.run("xdotool", "keydown", "ctrl", "keydown", "alt")
        for key in "123":
            x11.run("xdotool", "keydown", key)
            assert driver.wait(text=PHRASE + key)["outcome"] == "Inserted"
            x11.run("xdotool", "keyup", key)
    finally:
        x11.run("xdotool", "keyup", "alt", "keyup", "ctrl")
    eventually(lambda: x11.pasted() == "原来的".encode(), "the text on the clipboard")
    x11.run("xdotool", "type", "ok")
    eventually(lambda: box.text() == "".join(PHRASE + key for key in "123") + "ok", "all of it")


def test_busy_chat_gets_the_phrase_and_not_the_old_clipboard(
    x11: Desktop, driver: Program, box: ChatBox
) -> None:
    x11.copy(b"old")
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    box.freeze(0.5)
    assert press_and_hear(x11, driver, PHRASE) == "Inserted"
    eventually(lambda: box.text() == PHRASE, "the phrase in the chat box")
    eventually(lambda: x11.pasted() == b"old", "the old clipboard")


def test_program_that_stands_still_is_told_and_gets_the_phrase_when_it_goes_on(
    x11: Desktop, driver: Program, box: ChatBox
) -> None:
    x11.copy(b"old")
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    window = driver.ask(do="current")
    box.process.send_signal(signal.SIGSTOP)
    try:
        driver.tell(do="insert", text=PHRASE, window=window)
        assert driver.wait(text=PHRASE)["reason"] == "unread"
        assert x11.pasted() == PHRASE.encode()
    finally:
        box.process.send_signal(signal.SIGCONT)
    eventually(lambda: box.text() == PHRASE, "the phrase in the chat box")
    eventually(lambda: x11.pasted() == b"old", "the old clipboard")


@pytest.fixture
def history(x11: Desktop) -> Iterator[Program]:
    """A program that reads whatever is copied, and minds no marks."""
    program = Program(
        x11, [sys.executable, "-m", "tests.e2e.desktop.rival"], env={"PYTHONPATH": str(ROOT)}
    )
    program.wait(ready=True)
    program.ask(do="read_along")
    yield program
    program.close()


def test_history_that_reads_along_changes_nothing(
    x11: Desktop, driver: Program, box: ChatBox, history: Program
) -> None:
    x11.copy(b"old")
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    for _ in range(3):
        assert press_and_hear(x11, driver, PHRASE) == "Inserted"
    assert box.text() == PHRASE * 3
    assert history.wait(read=PHRASE)
    eventually(lambda: x11.pasted() == b"old", "the old clipboard")


def test_history_that_reads_along_is_no_evidence_for_a_chat_that_does_not_read(
    x11: Desktop, driver: Program, box: ChatBox, history: Program
) -> None:
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    assert press_and_hear(x11, driver, PHRASE) == "Inserted"
    window = driver.ask(do="current")
    box.process.send_signal(signal.SIGSTOP)
    try:
        driver.tell(do="insert", text=PHRASE, window=window)
        assert history.wait(read=PHRASE)
        assert driver.wait(text=PHRASE)["reason"] == "unread"
    finally:
        box.process.send_signal(signal.SIGCONT)
    eventually(lambda: box.text() == PHRASE * 2, "the phrase in the chat box")


def test_twenty_hotkeys_50_ms_apart_arrive_whole_and_in_order(
    x11: Desktop, driver: Program, box: ChatBox, picture: bytes
) -> None:
    x11.copy(picture, "image/png")
    texts = [f"【{number}】亲，第{number}句话术在这里哦。" for number in range(len(KEYS))]
    for key, text in zip(KEYS, texts, strict=True):
        assert driver.ask(do="bind", hotkey=f"Ctrl+Alt+{key}", text=text) is None
    presses = [["key", "--delay", "5", f"ctrl+alt+{key}", "sleep", "0.04"] for key in KEYS]
    x11.run("xdotool", *(word for press in presses for word in press))
    for text in texts:
        assert driver.wait(text=text)["outcome"] == "Inserted"
    assert box.text() == "".join(texts)
    eventually(lambda: x11.pasted("image/png") == picture, "the picture on the clipboard")


def test_what_the_agent_copies_meanwhile_stays(x11: Desktop, driver: Program, box: ChatBox) -> None:
    x11.copy(b"old")
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    assert press_and_hear(x11, driver, PHRASE) == "Inserted"
    x11.copy(b"tracking number")
    # a second phrase and its restore come after whatever the first one still had to do
    driver.ask(do="bind", hotkey="Ctrl+Alt+2", text="二")
    x11.press("ctrl+alt+2")
    assert driver.wait(text="二")["outcome"] == "Inserted"
    eventually(lambda: x11.pasted() == b"tracking number", "the new copy")
    assert box.text() == PHRASE + "二"


def test_caps_lock_does_not_matter(x11: Desktop, driver: Program, box: ChatBox) -> None:
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    x11.press("Caps_Lock")
    try:
        assert press_and_hear(x11, driver, PHRASE) == "Inserted"
    finally:
        x11.press("Caps_Lock")
    assert box.text() == PHRASE


def test_cyrillic_layout_does_not_matter(x11: Desktop, driver: Program, box: ChatBox) -> None:
    x11.run("setxkbmap", "ru,us")
    try:
        driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
        assert press_and_hear(x11, driver, PHRASE) == "Inserted"
    finally:
        x11.run("setxkbmap", "us")
    assert box.text() == PHRASE


@pytest.mark.parametrize(
    ("layout", "group"),
    [(["us", "-variant", "dvorak"], 0), (["fr"], 0), (["us,ru"], 0), (["us,ru"], 1)],
)
def test_layout_switched_while_it_runs_does_not_matter(
    x11: Desktop, driver: Program, box: ChatBox, layout: list[str], group: int
) -> None:
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    x11.run("setxkbmap", *layout)
    connection = XConnection(x11.display)
    try:
        with connection.talking() as display, Xkb(display).using(display, group):
            display.sync()
            x11.press_code("ctrl+alt", ONE)
            assert driver.wait(text=PHRASE)["outcome"] == "Inserted"
    finally:
        connection.close()
        x11.run("setxkbmap", "us")
    assert box.text() == PHRASE


def test_phrase_for_a_chat_in_the_background_brings_it_to_the_front(
    x11: Desktop, driver: Program, box: ChatBox
) -> None:
    window = driver.ask(do="current")
    driver.ask(do="show", title="OURS")
    driver.ask(do="take_focus")
    eventually(lambda: x11.active_title() == "OURS", "our window active")
    assert driver.ask(do="current") == window
    driver.tell(do="insert", text=PHRASE, window=window)
    assert driver.wait(text=PHRASE)["outcome"] == "Inserted"
    assert box.text() == PHRASE
    assert x11.active_title() == box.title


def test_hotkey_of_another_program_is_reported(x11: Desktop, driver: Program) -> None:
    other = Program(
        x11, [sys.executable, "-m", "tests.e2e.desktop.driver"], env={"PYTHONPATH": str(ROOT)}
    )
    other.wait(ready=True)
    assert other.ask(do="bind", hotkey="Ctrl+Alt+1", text="") is None
    assert driver.ask(do="bind", hotkey="Ctrl+Alt+1", text="") == "taken"
    other.close()
    eventually(
        lambda: driver.ask(do="bind", hotkey="Ctrl+Alt+1", text="") is None, "the hotkey free"
    )
