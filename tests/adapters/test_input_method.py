"""What fcitx and IBus answer, and what becomes of no answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.platform.x11.input_method import InputMethods
from tests.adapters.buses import Answer, Bus, bus
from tests.e2e.desktop.fixtures import need_programs

CLOSED, OFF, ON = 0, 1, 2


@pytest.fixture
def session() -> Iterator[Bus]:
    need_programs()
    with bus() as opened:
        yield opened


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / ".config" / "ibus" / "bus").mkdir(parents=True)
    return tmp_path


def asked(session: Bus | str, home: Path) -> bool:
    """What is told to somebody who asks now for the first time."""
    methods = InputMethods(environ(session, home))
    told = methods.composing()
    methods.close()
    return told


def environ(session: Bus | str, home: Path) -> dict[str, str]:
    address = session if isinstance(session, str) else session.address
    return {"DBUS_SESSION_BUS_ADDRESS": address, "HOME": str(home), "DISPLAY": ":9.0"}


def engine(name: str) -> Answer:
    """As IBus describes the engine it has chosen: a variant in a variant."""
    return "v", (("v", ("(sa{sv}ss)", ("IBusEngineDesc", {}, name, "long name"))),)


@pytest.mark.parametrize(
    ("name", "method"),
    [("org.fcitx.Fcitx5", "State"), ("org.fcitx.Fcitx", "GetCurrentState")],
)
@pytest.mark.parametrize(("state", "composing"), [(CLOSED, False), (OFF, False), (ON, True)])
def test_fcitx_tells_whether_it_is_on_where_the_keyboard_is(
    session: Bus, home: Path, name: str, method: str, state: int, composing: bool
) -> None:
    session.serve(name, {method: ("i", (state,))})
    assert asked(session, home) is composing


@pytest.mark.parametrize(
    ("chosen", "composing"), [("xkb:us::eng", False), ("xkb:de::ger", False), ("libpinyin", True)]
)
def test_ibus_tells_which_engine_it_has_chosen(
    session: Bus, home: Path, chosen: str, composing: bool
) -> None:
    with bus() as ibus:
        ibus.serve("org.freedesktop.IBus", {"Get": engine(chosen)})
        lines = f"# a comment\nIBUS_ADDRESS={ibus.address}\nIBUS_DAEMON_PID=1\n"
        (home / ".config/ibus/bus/0123-unix-9").write_text(lines, encoding="utf-8")
        assert asked(session, home) is composing
        assert not asked(session, home / "nowhere")


def test_ibus_without_an_engine_or_that_has_ended_takes_no_keys(session: Bus, home: Path) -> None:
    with bus() as ibus:
        (home / ".config/ibus/bus/0123-unix-9").write_text(f"IBUS_ADDRESS={ibus.address}\n")
        methods = InputMethods(environ(session, home))
        assert not methods.composing()
        ibus.serve("org.freedesktop.IBus", {})
        assert not methods.composing()
    assert not methods.composing()
    methods.close()


def test_the_ibus_of_another_display_is_not_asked(session: Bus, home: Path) -> None:
    with bus() as ibus:
        ibus.serve("org.freedesktop.IBus", {"Get": engine("libpinyin")})
        (home / ".config/ibus/bus/0123-unix-8").write_text(f"IBUS_ADDRESS={ibus.address}\n")
        assert not asked(session, home)


def test_one_that_does_not_answer_counts_as_on(session: Bus, home: Path) -> None:
    session.serve("org.fcitx.Fcitx5", {"State": None})
    assert asked(session, home)


def test_without_any_bus_nothing_composes(home: Path) -> None:
    assert not asked("", home)
    assert not asked("unix:path=/nowhere/bus", home)
