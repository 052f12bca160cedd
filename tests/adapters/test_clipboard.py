"""What every Clipboard keeps to, on the fake and on Qt's under X11 in a process of its own."""

from __future__ import annotations

import random
import signal
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.content import Content, File, Picture
from tests.adapters.clipboard_worlds import ROOT, FakeWorld, World, XWorld
from tests.e2e.desktop.contents import coded
from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import Desktop, eventually
from tests.fakes.desktop import TEXT

PRICES = File(Path("/shop/prices.pdf").absolute())
CHINESE = "亲，您这单一共 492.60 元哦 😊\n第二行"


@pytest.fixture
def x_world(x11: Desktop) -> Iterator[XWorld]:
    real = XWorld(x11)
    yield real
    real.close()


@pytest.fixture(params=["fake", "x11"])
def world(request: pytest.FixtureRequest) -> World:
    if request.param == "fake":
        return FakeWorld()
    real: XWorld = request.getfixturevalue("x_world")
    return real


def picture(size: int) -> bytes:
    """Bytes that do not compress, headed as a PNG; nobody here draws them."""
    return b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(size)


@pytest.mark.parametrize("size", [100, 3_000_000])
def test_offered_picture_is_what_every_program_gets_byte_for_byte(world: World, size: int) -> None:
    world.offer(Picture(picture(size)))
    assert zlib.crc32(world.paste("image/png")) == zlib.crc32(picture(size))
    assert zlib.crc32(world.paste_in_target("image/png")) == zlib.crc32(picture(size))
    assert world.paste(TEXT) == b""


def test_offered_file_is_a_list_of_files_and_never_text(world: World, tmp_path: Path) -> None:
    path = tmp_path / "价目 表 #1.pdf"
    world.offer(File(path))
    assert world.paste("text/uri-list").decode() == f"{path.as_uri()}\r\n"
    assert world.paste_in_target("text/uri-list").decode() == f"{path.as_uri()}\r\n"
    assert world.paste(TEXT) == b""


@pytest.mark.parametrize("format_name", ["image/png", "text/uri-list"])
def test_readings_of_pictures_and_files_tell_the_target_from_other_programs(
    world: World, format_name: str
) -> None:
    world.offer(PRICES if format_name == "text/uri-list" else Picture(picture(9)))
    world.paste(format_name)
    world.paste_in_target(format_name)
    assert world.readings(2) == [False, True]


def test_put_picture_stays_and_is_ours(world: World) -> None:
    world.put(Picture(picture(1000)))
    assert world.ours()
    assert world.paste("image/png") == world.snapshot()["image/png"] == picture(1000)


def test_offered_text_is_what_every_program_gets(world: World) -> None:
    world.offer(CHINESE)
    assert world.paste(TEXT).decode() == CHINESE
    assert world.paste_in_target().decode() == CHINESE


def test_readings_tell_the_target_from_other_programs(world: World) -> None:
    world.offer(CHINESE)
    world.paste(TEXT)
    world.paste_in_target()
    assert world.readings(2) == [False, True]


def test_put_text_stays_and_is_ours(world: World) -> None:
    world.put(CHINESE)
    assert world.paste(TEXT).decode() == CHINESE
    assert world.ours()
    assert world.snapshot()[TEXT].decode() == CHINESE


def test_copy_by_another_program_ends_what_was_ours(world: World) -> None:
    world.put(CHINESE)
    world.copy({TEXT: b"other"})
    assert not world.ours()
    assert world.snapshot()[TEXT] == b"other"


@pytest.mark.parametrize("size", [100, 3_000_000])
def test_picture_comes_back_byte_for_byte(world: World, size: int) -> None:
    original = picture(size)
    world.copy({"image/png": original})
    kept = world.snapshot()
    world.offer(CHINESE)
    world.restore(kept)
    assert zlib.crc32(world.paste("image/png")) == zlib.crc32(original)
    assert world.paste(TEXT) == b""
    assert world.ours()


def test_text_comes_back_byte_for_byte(world: World) -> None:
    world.copy({TEXT: CHINESE.encode()})
    kept = world.snapshot()
    world.offer("phrase")
    world.restore(kept)
    assert world.paste(TEXT).decode() == CHINESE


def test_formats_that_only_some_programs_know_come_back(world: World) -> None:
    formats = {
        TEXT: b"file:///a",
        "text/uri-list": b"file:///a\r\n",
        "x-special/gnome-copied-files": b"copy\nfile:///a",
        "text/html": "<b>亲</b>".encode(),
    }
    world.restore(formats)
    assert {name: world.paste(name) for name in formats} == formats
    assert dict(world.snapshot()) == formats


def test_empty_clipboard_comes_back_empty(world: World) -> None:
    world.offer(CHINESE)
    world.restore({})
    assert world.paste(TEXT) == b""
    assert world.snapshot() == {}


def test_second_restore_keeps_the_first_content(world: World) -> None:
    world.copy({"image/png": picture(100)})
    for _ in range(2):
        kept = world.snapshot()
        world.offer(CHINESE)
        world.restore(kept)
    assert world.paste("image/png") == picture(100)


def test_photo_is_offered_as_it_is_and_in_formats_that_every_program_knows(
    x11: Desktop, x_world: XWorld
) -> None:
    photo = x11.run("convert", "-size", "90x60", "plasma:", "jpg:-")
    x_world.offer(Picture(photo))
    assert x_world.paste("image/jpeg") == photo
    for format_name, kind in (("image/png", b"PNG 90x60"), ("image/bmp", b"BMP3 90x60")):
        read = x_world.paste(format_name)
        assert x11.run("identify", "-format", "%m %wx%h", "-", data=read) == kind


def test_file_is_offered_as_file_managers_do(x_world: XWorld) -> None:
    x_world.offer(PRICES)
    assert x_world.paste("x-special/gnome-copied-files") == b"copy\nfile:///shop/prices.pdf"


@pytest.mark.parametrize("content", [CHINESE, Picture(b"\x89PNG"), PRICES], ids=type)
def test_what_is_offered_asks_histories_to_look_away_and_what_is_put_does_not(
    x_world: XWorld, content: Content
) -> None:
    x_world.offer(content)
    assert x_world.paste("x-kde-passwordManagerHint") == b"secret"
    x_world.put(content)
    assert x_world.paste("x-kde-passwordManagerHint") == b""


def test_password_mark_of_another_program_is_kept(x_world: XWorld) -> None:
    x_world.copy({"x-kde-passwordManagerHint": b"secret"})
    assert x_world.snapshot() == {"x-kde-passwordManagerHint": b"secret"}


def test_program_that_does_not_answer_holds_us_up_for_a_moment_only(x_world: XWorld) -> None:
    x_world.copy({TEXT: b"frozen"})
    owner = x_world.desktop.last_owner
    owner.send_signal(signal.SIGSTOP)
    try:
        x_world.program.tell(do="snapshot")
        # Qt itself would wait 5 s for the list of formats alone
        assert x_world.program.wait(within_s=3, answer="snapshot")["value"] == {}
        x_world.offer(CHINESE)
        assert x_world.paste(TEXT).decode() == CHINESE
    finally:
        owner.send_signal(signal.SIGCONT)


def test_copy_that_qt_has_not_heard_of_yet_is_told_and_not_taken_for_ours(
    x_world: XWorld,
) -> None:
    x_world.put("earlier")  # from its first event on, Qt goes by the time of the last one
    busy = x_world.program.ask(do="put_right_after_a_copy", text=CHINESE)
    assert busy == {"error": "clipboard_busy"}
    assert not x_world.ours()
    assert x_world.snapshot()[TEXT] == b"other"
    x_world.put(CHINESE)
    assert x_world.paste(TEXT).decode() == CHINESE


def test_what_was_put_back_outlives_the_program_until_the_next_copy(x_world: XWorld) -> None:
    formats = {TEXT: CHINESE.encode(), "image/png": picture(300_000)}
    x_world.restore(formats)
    x_world.program.tell(do="quit")
    assert x_world.program.process.wait(10) == 0
    assert {name: x_world.paste(name) for name in formats} == formats
    assert x_world.desktop.processes_of("--keep-clipboard")
    x_world.copy({TEXT: b"next"})
    eventually(lambda: not x_world.desktop.processes_of("--keep-clipboard"), "the keeper gone")
    assert x_world.paste(TEXT) == b"next"


def test_keeper_of_a_bundle_is_the_bundle_itself(x11: Desktop) -> None:
    miaohui = Path(sys.executable).with_name("miaohui")
    bundled = (
        f"import runpy, sys; sys.frozen, sys.executable = True, {str(miaohui)!r}\n"
        "runpy.run_module('tests.e2e.desktop.driver', run_name='__main__')"
    )
    program = Program(x11, [sys.executable, "-c", bundled], env={"PYTHONPATH": str(ROOT)})
    program.wait(ready=True)
    program.ask(do="put", content=coded(CHINESE))
    program.tell(do="quit")
    assert program.process.wait(10) == 0
    program.close()
    assert x11.pasted() == CHINESE.encode()
    x11.copy(b"next")
    eventually(lambda: not x11.processes_of("--keep-clipboard"), "the keeper gone")


def test_program_that_owns_nothing_leaves_nothing_behind(x_world: XWorld) -> None:
    x_world.put("phrase")
    x_world.copy({TEXT: b"other"})
    x_world.program.tell(do="quit")
    assert x_world.program.process.wait(10) == 0
    assert not x_world.desktop.processes_of("--keep-clipboard")
    assert x_world.paste(TEXT) == b"other"


def test_formats_beyond_the_room_are_left_out(x11: Desktop, x_world: XWorld) -> None:
    x_world.restore({TEXT: b"small", "image/png": picture(5000)})
    assert x_world.target.read(1000) == {TEXT: b"small"}
