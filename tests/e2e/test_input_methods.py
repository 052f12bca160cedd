"""A code is none while an input method makes something else of its keys: with a real fcitx."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.platform.x11.input_method import InputMethods
from tests.e2e.desktop.chatboxes import TkBox
from tests.e2e.desktop.codes import PHRASE, switched_on, type_keys
from tests.e2e.desktop.fixtures import need_programs
from tests.e2e.desktop.miaohui import Miaohui
from tests.e2e.desktop.session import Desktop, desktop, eventually

PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=chewing
[Groups/0/Items/0]
Name=keyboard-us
[Groups/0/Items/1]
Name=chewing
[GroupOrder]
0=Default
"""


@pytest.fixture
def x11(tmp_path: Path) -> Iterator[Desktop]:
    """A desktop where Ctrl+Space switches between the keyboard and an input method."""
    need_programs("fcitx5")
    with desktop(tmp_path / "x11") as shown:
        config = Path(shown.env["HOME"]) / ".config" / "fcitx5"
        config.mkdir(parents=True)
        (config / "profile").write_text(PROFILE, encoding="utf-8")
        shown.env["XMODIFIERS"] = "@im=fcitx"
        shown.start(["fcitx5", "--disable=wayland,waylandim,notifications"])
        yield shown


def test_while_the_input_method_is_on_a_code_is_left_to_it(x11: Desktop, tmp_path: Path) -> None:
    methods = InputMethods(x11.env)
    program = Miaohui(x11, switched_on(tmp_path / "home"))
    box = TkBox(x11)
    eventually(lambda: _turned(x11, "-o") and methods.composing(), "the input method on")
    type_keys(x11, ";cz ")
    eventually(lambda: _turned(x11, "-c") and not methods.composing(), "the input method off")
    type_keys(x11, ";cz ")
    eventually(lambda: box.text().endswith(PHRASE), "the phrase in the chat box")
    assert box.text().count(PHRASE) == 1
    methods.close()
    box.close()
    x11.stop(program.process)
    assert "Traceback" not in program.said()


def _turned(x11: Desktop, switch: str) -> bool:
    x11.run("fcitx5-remote", switch)
    return True
