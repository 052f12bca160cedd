"""Makes ``docs/images/windows.png``: the real program beside Notepad on Windows, which is Wine."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.e2e.desktop.miaohui import WINDOW, prepare  # noqa: E402
from tests.e2e.desktop.session import desktop  # noqa: E402
from tests.windows.desktop import WindowsDesktop, windows_path  # noqa: E402
from tests.windows.environment import prepare as prepare_windows  # noqa: E402
from tests.windows.notepad import Notepad  # noqa: E402

PICTURE = ROOT / "docs" / "images" / "windows.png"
PINS = ("default/greet.are_you_there/1", "default/shipping.eta/1", "default/price.quote/1")
SETTINGS = {"window.theme": "light", "window.language": "zh", "agent.name": "小林"}
CHAT = "买家：在吗？这双鞋有 42 码吗\r\n客服："
NOTEPAD = {"left": 20, "top": 20, "width": 560, "height": 640}
OURS = {"left": 590, "top": 20, "width": 330, "height": 640}
AREA = "920x660+10+10"
INSIDE = (200, 300)


def main() -> None:
    """Makes it."""
    prepared = prepare_windows(Path(sys.executable).with_name("uv"))
    with (
        tempfile.TemporaryDirectory() as folder,
        desktop(Path(folder) / "x11") as shown,
        prepared.session() as session,
    ):
        take(WindowsDesktop(shown, session), Path(folder) / "home")


def take(windows: WindowsDesktop, home: Path) -> None:
    """A hotkey pressed in Notepad has just answered."""
    prepare(home, PINS, settings=SETTINGS)
    notepad = Notepad(windows)
    windows.ask(do="move", window=notepad.window, **NOTEPAD)
    windows.ask(do="copy_from", window=notepad.window, text=CHAT)
    env = {"MIAOHUI_HOME": windows_path(home), "LANG": "zh_CN.UTF-8"}
    windows.start(windows.python("-m", "desktop"), env=env)
    ours = windows.await_window(WINDOW)

    def answered() -> bool:
        windows.click(notepad.window, *INSIDE)
        windows.press("ctrl+End", "ctrl+alt+1")
        windows.x11.run("xdotool", "sleep", "1")
        return len(notepad.text()) > len(CHAT)

    windows.eventually(answered, "the phrase in Notepad", 60)
    windows.ask(do="move", window=ours, **OURS)
    windows.click(notepad.window, *INSIDE)
    windows.eventually(notepad.active, "Notepad in front")
    windows.x11.run("xdotool", "mousemove", "5", "700", "sleep", "2")
    windows.x11.run("import", "-window", "root", "-crop", AREA, "+repage", str(PICTURE))


if __name__ == "__main__":
    main()
