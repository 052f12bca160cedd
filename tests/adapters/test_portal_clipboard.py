"""The clipboard by the portal, with another program on its other side."""

from __future__ import annotations

import random
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.platform.wayland.keys import CLIPBOARD
from desktop.platform.wayland.portal_clipboard import PortalClipboard
from desktop.services.ports import PortError, Target
from tests.e2e.desktop.session import Processes
from tests.portal.world import PortalWorld

CHINESE = "亲，您这单一共 492.60 元哦 😊\n第二行"
TEXT, UTF8, PNG = "text/plain", "text/plain;charset=utf-8", "image/png"


class ClipboardWorld(PortalWorld):
    """The user has allowed keys and the clipboard."""

    def __init__(self, bus: Processes, *, granted: bool = True) -> None:
        super().__init__(bus)
        self.portal_user.ask(do="set", grants_clipboard=granted)
        self.clipboard = PortalClipboard(self.portal, self.time, self.keys.clipboard_session)
        assert self.keys.obstacle() == "keys_asked"
        self.until(lambda: self.keys.obstacle() is None, "the permission")

    def copy(self, formats: Mapping[str, bytes]) -> None:
        """Another program copies."""
        coded = {name: b64encode(content).decode() for name, content in formats.items()}
        self.portal_user.ask(do="copy", formats=coded)
        self.settle()

    def paste(self, name: str) -> bytes:
        """What another program gets."""
        self.portal_user.tell(do="paste", name=name)

        def written() -> object:
            self.time.pass_ms(2)  # a large content goes in pieces
            return self.seen("pasted")

        self.until(written, "the paste")
        [said] = self.seen("pasted")
        self.portal_user.said.remove(said)
        return b64decode(said["pasted"])


@pytest.fixture
def world(bus: Processes, qapp: QGuiApplication) -> Iterator[ClipboardWorld]:
    opened = ClipboardWorld(bus)
    yield opened
    opened.close()


def test_a_phrase_is_offered_and_who_pastes_it_is_heard(world: ClipboardWorld) -> None:
    heard: list[bool] = []
    world.clipboard.offer(CHINESE, Target(0), heard.append)
    assert world.clipboard.ours()
    assert world.paste(UTF8).decode() == CHINESE
    assert heard == [True]
    assert world.paste("UTF8_STRING").decode() == CHINESE
    assert heard == [True, True]


def test_everything_on_it_is_kept_and_comes_back(world: ClipboardWorld) -> None:
    picture = b"\x89PNG" + random.Random(1).randbytes(400_000)
    world.copy({PNG: picture, "text/html": b"<img>"})
    assert not world.clipboard.ours()
    kept = world.clipboard.snapshot()
    assert dict(kept.formats) == {PNG: picture, "text/html": b"<img>"}
    world.clipboard.offer(CHINESE, Target(0), lambda _: None)
    world.clipboard.restore(kept)
    assert world.paste(PNG) == picture
    assert world.paste("text/html") == b"<img>"
    assert TEXT not in world.seen("offered")[-1]["offered"]


def test_a_text_comes_back_byte_for_byte_under_every_name_for_it(world: ClipboardWorld) -> None:
    world.copy({UTF8: CHINESE.encode(), "STRING": b"?"})
    kept = world.clipboard.snapshot()
    assert dict(kept.formats) == {TEXT: CHINESE.encode()}
    world.clipboard.offer("phrase", Target(0), lambda _: None)
    world.clipboard.restore(kept)
    for name in (UTF8, "UTF8_STRING", TEXT):
        assert world.paste(name).decode() == CHINESE


def test_what_another_program_copies_meanwhile_is_not_ours(world: ClipboardWorld) -> None:
    world.clipboard.offer(CHINESE, Target(0), lambda _: None)
    world.copy({UTF8: b"tracking number"})
    assert not world.clipboard.ours()
    assert dict(world.clipboard.snapshot().formats) == {TEXT: b"tracking number"}


def test_an_offered_phrase_asks_histories_to_look_away(world: ClipboardWorld) -> None:
    world.clipboard.offer(CHINESE, Target(0), lambda _: None)
    assert world.paste("x-kde-passwordManagerHint") == b"secret"
    assert "x-kde-passwordManagerHint" in world.seen("offered")[-1]["offered"]


def test_our_own_content_is_its_snapshot(world: ClipboardWorld) -> None:
    world.clipboard.put(CHINESE)
    assert dict(world.clipboard.snapshot().formats) == {TEXT: CHINESE.encode()}


def test_a_user_who_lets_no_clipboard_be_used_is_respected(
    bus: Processes, qapp: QGuiApplication
) -> None:
    world = ClipboardWorld(bus, granted=False)
    try:
        assert not world.clipboard.granted()
        with pytest.raises(PortError):
            world.clipboard.put(CHINESE)
        assert world.seen("offered") == []
    finally:
        world.close()


def test_a_desktop_without_the_clipboard_portal_still_sends_keys(
    bus: Processes, qapp: QGuiApplication
) -> None:
    world = PortalWorld(bus)
    try:
        world.portal_user.ask(do="set", lacks=[CLIPBOARD.rpartition(".")[2]])
        world.keys.obstacle()
        world.until(lambda: world.keys.obstacle() is None, "the permission")
        assert world.keys.clipboard_session() == ""
    finally:
        world.close()


def test_a_portal_that_dies_takes_the_clipboard_with_it(world: ClipboardWorld) -> None:
    world.clipboard.put(CHINESE)
    world.portal_user.tell(do="die")
    world.until(lambda: not world.clipboard.granted(), "the end")
    assert not world.clipboard.ours()
    with pytest.raises(PortError, match="portal_gone"):
        world.clipboard.put(CHINESE)
