"""Real keys, the real Notepad: a hotkey pressed there brings the phrase there."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from desktop.services.content import Picture
from tests.e2e.desktop.contents import coded
from tests.e2e.desktop.program import Program
from tests.windows.desktop import WindowsDesktop, windows_path
from tests.windows.notepad import Notepad

PHRASE = "亲，您这单会员价 ¥486.60，邮费 ¥6.00，一共 492.60 元哦 😊\n麻烦您看下~"
KEYS = "123456789abcdefghijk"
TEXT, BITMAP = "#13", "#8"
CTRL, ALT, ONE = 0x11, 0x12, 0x31
V = 0x2F
"""Its scan code."""
MARKS = {
    "ExcludeClipboardContentFromMonitorProcessing",
    "CanIncludeInClipboardHistory",
    "CanUploadToCloudClipboard",
    "Clipboard Viewer Ignore",
}


def unicode_text(text: str) -> bytes:
    return (text + "\0").encode("utf-16-le")


def bitmap(side: int) -> bytes:
    """A picture as CF_DIB."""
    header = struct.pack("<IiiHHIIiiII", 40, side, side, 1, 32, 0, 0, 0, 0, 0, 0)
    return header + bytes(n % 251 for n in range(side * side * 4))


@pytest.fixture(scope="module")
def open_notepad(windows: WindowsDesktop) -> Iterator[Notepad]:
    opened = Notepad(windows)
    yield opened
    opened.close()


@pytest.fixture
def driver(windows: WindowsDesktop) -> Iterator[Program]:
    program = Program(windows, windows.python("-m", "tests.e2e.desktop.driver"))
    assert program.wait(ready=True, within_s=60)["name"] == "windows"
    yield program
    program.close()


@pytest.fixture
def notepad(open_notepad: Notepad, driver: Program) -> Notepad:
    open_notepad.activate()
    open_notepad.clear()
    return open_notepad


@pytest.fixture
def witness(windows: WindowsDesktop) -> Iterator[Program]:
    program = Program(windows, windows.python("-m", "tests.windows.witness"))
    program.wait(ready=True, within_s=60)
    yield program
    program.close()


def press_and_hear(windows: WindowsDesktop, driver: Program, text: str) -> str:
    windows.press("ctrl+alt+1")
    return str(driver.wait(text=text)["outcome"])


def test_chinese_and_emoji_stand_there_and_picture_and_focus_stay(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    copied = {BITMAP: bitmap(64), "HTML Format": b"Version:0.9\r\n<b>x</b>", "My Own": b"\1\2"}
    windows.copy(copied)
    assert driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE) is None
    assert press_and_hear(windows, driver, PHRASE) == "Inserted"
    assert notepad.text() == PHRASE
    assert notepad.active()
    windows.eventually(lambda: "My Own" in windows.ask(do="clipboard"), "the old clipboard")
    assert {name: windows.pasted(name) for name in copied} == copied
    assert TEXT not in windows.ask(do="clipboard")


def test_text_on_the_clipboard_stays(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    windows.copy({TEXT: unicode_text("原来的 😊\r\n")})
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    assert press_and_hear(windows, driver, PHRASE) == "Inserted"
    windows.eventually(
        lambda: windows.pasted(TEXT) == unicode_text("原来的 😊\r\n"), "the old text"
    )
    assert notepad.text() == PHRASE


def test_twenty_quick_hotkeys_arrive_whole_and_in_order(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    windows.copy({BITMAP: bitmap(64)})
    phrases = [f"[{key} 亲，在的 😊]" for key in KEYS]
    for key, phrase in zip(KEYS, phrases, strict=True):
        assert driver.ask(do="bind", hotkey=f"Ctrl+Alt+{key}", text=phrase) is None
    for key in KEYS:
        windows.x11.run("xdotool", "key", "--delay", "5", f"ctrl+alt+{key}", "sleep", "0.03")
    told = driver.wait_all(20, lambda message: "outcome" in message)
    assert {message["outcome"] for message in told} == {"Inserted"}
    assert notepad.text() == "".join(phrases)
    windows.eventually(lambda: windows.pasted(BITMAP) == bitmap(64), "the picture")


def test_nothing_is_pasted_while_a_key_is_held_and_all_is_when_it_is_let_go(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    windows.x11.run("xdotool", "keydown", "ctrl", "keydown", "alt", "key", "1")
    driver.wait(pressed="Ctrl+Alt+1")
    assert driver.ask(do="ours")
    assert notepad.text() == ""
    windows.x11.run("xdotool", "keyup", "ctrl", "keyup", "alt")
    assert driver.wait(text=PHRASE)["outcome"] == "Inserted"
    assert notepad.text() == PHRASE


def test_key_that_is_never_let_go_leaves_the_phrase_on_the_clipboard(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    windows.x11.run("xdotool", "keydown", "ctrl", "keydown", "alt", "key", "1")
    try:
        assert driver.wait(text=PHRASE)["reason"] == "keys_held"
    finally:
        windows.x11.run("xdotool", "keyup", "ctrl", "keyup", "alt")
    assert notepad.text() == ""
    assert windows.pasted(TEXT) == unicode_text(PHRASE.replace("\n", "\r\n"))
    assert not MARKS & set(windows.ask(do="clipboard"))


def test_clipboard_that_another_program_holds_is_waited_for(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    windows.ask(do="hold_clipboard", milliseconds=400)
    assert press_and_hear(windows, driver, PHRASE) == "Inserted"
    assert notepad.text() == PHRASE


def test_frozen_chat_does_not_freeze_us_and_gets_the_phrase_when_it_wakes(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    windows.copy({TEXT: unicode_text("原来的")})
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    notepad.freeze()
    try:
        windows.ask(do="press", keys=[CTRL, ALT, ONE])
        driver.wait(pressed="Ctrl+Alt+1")
        for _ in range(10):
            assert driver.ask(do="ours")  # answered from the loop that pastes
        assert driver.wait(text=PHRASE)["reason"] == "unread"
    finally:
        notepad.thaw()
    windows.eventually(lambda: notepad.text() == PHRASE, "the phrase")
    windows.eventually(lambda: windows.pasted(TEXT) == unicode_text("原来的"), "the old text")
    assert notepad.text() == PHRASE


def test_frozen_owner_of_the_clipboard_does_not_freeze_us(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    other = Notepad(windows)
    other.copy("ab")
    assert windows.pasted(TEXT) == unicode_text("ab")
    notepad.activate()
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    other.freeze()
    try:
        windows.ask(do="press", keys=[CTRL, ALT, ONE])
        driver.wait(pressed="Ctrl+Alt+1")
        assert driver.ask(do="ours") is False
        assert driver.wait(text=PHRASE)["reason"] == "clipboard_busy"
    finally:
        other.thaw()
    assert press_and_hear(windows, driver, PHRASE) == "Inserted"
    assert notepad.text() == PHRASE
    other.close()


def test_chat_that_is_gone_leaves_the_phrase_on_the_clipboard(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    closed = Notepad(windows)
    closed.close()
    windows.eventually(
        lambda: closed.window not in windows.ask(do="find_all", title="Notepad"), "it closed"
    )
    driver.tell(do="insert", text=PHRASE, window=closed.window)
    assert driver.wait(text=PHRASE)["reason"] == "target_gone"
    assert windows.pasted(TEXT) == unicode_text(PHRASE.replace("\n", "\r\n"))


def test_chat_behind_another_window_comes_to_the_front_first(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    other = Notepad(windows)
    driver.tell(do="insert", text=PHRASE, window=notepad.window)
    assert driver.wait(text=PHRASE)["outcome"] == "Inserted"
    assert notepad.text() == PHRASE
    assert other.text() == ""
    assert notepad.active()
    other.close()


def press_while_it_stands_still(
    windows: WindowsDesktop, driver: Program, then: Callable[[], object]
) -> None:
    """Presses the hotkey, and does something else before the program hears of it."""
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    driver.ask(do="hear_of_windows")
    go_on = windows.x11.folder / "go on"
    go_on.unlink(missing_ok=True)
    driver.tell(do="stand_still", until=windows_path(go_on))
    driver.wait(still=True)
    windows.press("ctrl+alt+1")
    then()
    go_on.touch()


@pytest.mark.usefixtures("window_events")
def test_hotkey_means_the_chat_it_was_pressed_in_though_another_is_in_front_since(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    other = Notepad(windows)
    notepad.activate()
    press_while_it_stands_still(windows, driver, other.activate)
    assert driver.wait(text=PHRASE)["outcome"] == "Inserted"
    assert notepad.text() == PHRASE
    assert other.text() == ""
    other.close()


@pytest.mark.usefixtures("window_events")
def test_hotkey_in_a_chat_that_is_closed_since_means_no_other(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    closed = Notepad(windows)
    closed.activate()

    def close() -> None:
        closed.close()
        notepad.activate()

    press_while_it_stands_still(windows, driver, close)
    assert driver.wait(text=PHRASE)["reason"] == "no_target"
    assert notepad.text() == ""


def test_phrase_on_offer_asks_histories_to_look_away_and_is_only_the_chats(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    driver.ask(do="offer", content={"text": PHRASE}, window=notepad.window)
    assert set(windows.ask(do="clipboard")) >= MARKS
    assert windows.pasted("CanIncludeInClipboardHistory") == bytes(4)
    assert windows.pasted("CanUploadToCloudClipboard") == bytes(4)
    # nobody has asked to paste: a program that reads whatever is copied would be taken for the chat
    assert windows.pasted(TEXT) is None
    assert driver.ask(do="ours")


def test_history_that_reads_along_changes_nothing(
    windows: WindowsDesktop, driver: Program, notepad: Notepad
) -> None:
    driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE)
    windows.ask(do="read_along")
    try:
        for _ in range(3):
            assert press_and_hear(windows, driver, PHRASE) == "Inserted"
    finally:
        windows.ask(do="read_no_more")
    assert notepad.text() == PHRASE * 3


def test_picture_goes_to_a_chat_as_png_and_as_bitmap(
    windows: WindowsDesktop, driver: Program
) -> None:
    png = windows.x11.run("convert", "-size", "3x2", "xc:#ff0000", "png:-")
    driver.ask(do="put", content=coded(Picture(png)))
    assert windows.pasted("PNG") == png
    found = windows.pasted(BITMAP)
    assert found
    assert struct.unpack_from("<Iii", found) == (40, 3, 2)
    assert found[40:43] == b"\x00\x00\xff"  # blue, green, red
    assert TEXT not in windows.ask(do="clipboard")


def test_file_goes_to_a_chat_as_a_list_of_files(windows: WindowsDesktop, driver: Program) -> None:
    driver.ask(do="put", content={"file": "C:\\shop\\价目 表.pdf"})
    found = windows.pasted("#15")
    assert found
    assert found[20:].decode("utf-16-le").split("\0")[0] == "C:\\shop\\价目 表.pdf"
    assert TEXT not in windows.ask(do="clipboard")


def test_what_is_on_the_clipboard_outlives_the_program(
    windows: WindowsDesktop, driver: Program
) -> None:
    driver.ask(do="put", content={"text": PHRASE})
    driver.tell(do="quit")
    assert driver.process.wait(20) == 0
    assert windows.pasted(TEXT) == unicode_text(PHRASE.replace("\n", "\r\n"))


def test_a_program_that_hooks_the_keyboard_disturbs_no_paste_and_sees_every_key_come_up(
    windows: WindowsDesktop, driver: Program, notepad: Notepad, witness: Program
) -> None:
    assert driver.ask(do="bind", hotkey="Ctrl+Alt+1", text=PHRASE) is None
    for times in (1, 2, 3):
        assert press_and_hear(windows, driver, PHRASE) == "Inserted"
        assert notepad.text() == PHRASE * times
    seen = witness.wait_all(3 * (6 + 4), lambda said: "key" in said)  # the agent's keys and ours
    ways = {way: Counter(e["key"] for e in seen if e["way"] == way) for way in ("down", "up")}
    assert ways["down"] == ways["up"]
    assert ways["down"][V] == 3
