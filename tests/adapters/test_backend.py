"""Which backend a session gets, and what it says where something is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication

from desktop.core.hotkeys import parse_hotkey
from desktop.platform.backend import select_backend
from desktop.platform.copy_only import copy_only_backend
from desktop.platform.session import session_kind
from desktop.services.insertion import CopiedOnly, InsertionService, Outcome
from desktop.services.ports import Target
from tests.fakes.personal import FakePersonalStore


@pytest.mark.parametrize(
    ("platform", "environ", "kind"),
    [
        ("linux", {"DISPLAY": ":0"}, "x11"),
        ("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ("linux", {}, "none"),
        ("linux", {"DISPLAY": ""}, "none"),
        ("win32", {"DISPLAY": ":0"}, "windows"),
        ("darwin", {"DISPLAY": ":0"}, "macos"),
    ],
)
def test_session_is_told_by_platform_and_environment(
    platform: str, environ: Mapping[str, str], kind: str
) -> None:
    assert session_kind(platform, environ) == kind


def test_qt_without_a_screen_gets_a_backend_that_only_copies(qapp: QGuiApplication) -> None:
    backend = select_backend("linux", {"DISPLAY": ":0"}, FakePersonalStore())
    assert backend.name == "none"
    assert backend.hotkeys.bind(parse_hotkey("Ctrl+Alt+1"), lambda: None) == "no_desktop"


@pytest.fixture
def clipboard(qapp: QGuiApplication) -> Iterator[QClipboard]:
    yield qapp.clipboard()
    # Qt without a screen drops what is left on it after Python has gone, and crashes
    qapp.clipboard().clear()


def test_system_without_paste_leaves_the_phrase_on_the_clipboard(clipboard: QClipboard) -> None:
    backend = copy_only_backend("none", "no_desktop")
    outcomes: list[Outcome] = []
    service = InsertionService(
        backend.clipboard, backend.focus, backend.keys, backend.scheduler, backend.clock
    )
    assert backend.focus.current() is None
    service.insert(("亲，在的",), Target(1), outcomes.append)
    assert outcomes == [CopiedOnly("no_desktop")]
    assert clipboard.text() == "亲，在的"
    backend.close()
