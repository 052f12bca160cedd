"""Makes the pictures in ``docs/images``: the real program on a desktop of its own, real keys."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop.core.phrases.model import Attachment, Phrase  # noqa: E402
from desktop.core.phrases.own import of_parts  # noqa: E402
from desktop.platform.clock import SystemClock  # noqa: E402
from desktop.platform.paths import Paths  # noqa: E402
from desktop.store.attachments import OwnFolder  # noqa: E402
from desktop.store.database import Database  # noqa: E402
from desktop.store.personal import SqlitePersonalStore  # noqa: E402
from docs.shots_packs import follow  # noqa: E402
from tests.e2e.desktop.chatboxes import TkBox  # noqa: E402
from tests.e2e.desktop.miaohui import listens  # noqa: E402
from tests.e2e.desktop.session import Desktop, desktop, eventually  # noqa: E402

IMAGES = ROOT / "docs" / "images"
TITLES = {"zh": "秒回", "en": "Miaohui"}
ADDRESS = "上海市静安区示例路 1 号"
CHAT = """买家：在吗？这双鞋有 42 码吗
客服：在的亲，42 码有现货，喜欢可以直接拍哦
买家：包邮吗
客服："""
BELL_PX = 144
"""From the right edge of the window."""
DOCKED = "904x645+50+50"

SIZES = {"S": "88      62      38", "M": "92      64      39", "L": "96      66      40"}


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: what is set before the start, and what is pressed and typed."""

    name: str
    act: Callable[[Desktop], None]
    language: str = "zh"
    settings: Mapping[str, str] = field(default_factory=dict)
    area: str = ""
    """What of the screen is shown, as ``WIDTHxHEIGHT+X+Y``; the window alone if empty."""
    title: str = ""
    """Another window of the program to show instead, by its title."""
    follows: bool = False
    """Whether the agent follows a pack, of which a second edition has just come."""


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    shots = (
        Shot("phrases", show_category),
        Shot("fill", fill_address),
        Shot("search", search),
        Shot("order", quote_order),
        Shot("dark", quote_order_reply, settings={"window.theme": "dark"}),
        Shot("english", quote_order, language="en"),
        Shot("docked", dock, area=DOCKED),
        Shot("clock", let_wait),
        Shot("settings", open_hotkeys, title="秒回设置"),
        Shot("parts", show_parts, settings={"paste.send": "yes"}),
        Shot("packs", open_packs, title="秒回设置", follows=True),
        Shot("news", open_news, title="有什么新的", follows=True),
    )
    with tempfile.TemporaryDirectory() as folder, desktop(Path(folder) / "x11") as shown:
        for shot in shots:
            take(shown, shot, Path(folder) / shot.name)
            print(IMAGES / f"{shot.name}.png")
    if shutil.which("wine64") or shutil.which("wine"):
        subprocess.run([sys.executable, Path(__file__).with_name("shots_windows.py")], check=True)
        print(IMAGES / "windows.png")
    else:
        print("windows.png stays as it is: there is no Wine")


def take(shown: Desktop, shot: Shot, home: Path) -> None:
    settings = {"window.theme": "light", "window.language": shot.language, "agent.name": "小林"}
    database = Database(Paths(home, home).database, SystemClock().now)
    store = SqlitePersonalStore(database)
    for key, value in (settings | dict(shot.settings)).items():
        store.set_setting(key, value)
    for phrase in ("default/greet.first/1", "default/price.quote/1", "default/shipping.eta/1"):
        store.set_pins((*store.overlay().pins, phrase))
    keep_sizes(shown, store, home)
    database.close()
    if shot.follows:
        follow(shown, home)
    program = shown.start([sys.executable, "-m", "desktop"], env={"MIAOHUI_HOME": str(home)})
    window = shown.await_window(f"^{TITLES[shot.language]}$")
    eventually(lambda: listens(home), "the program hears its hotkeys")
    shot.act(shown)
    if shot.title:
        window = shown.await_window(f"^{shot.title}$")
    shown.run("xdotool", "mousemove", "5", "5", "sleep", "1")  # the caret and the toast settle
    what = ("root", "-crop", shot.area, "+repage") if shot.area else (str(window),)
    shown.run("import", "-window", *what, str(IMAGES / f"{shot.name}.png"))
    shown.stop(program)


def keep_sizes(shown: Desktop, store: SqlitePersonalStore, home: Path) -> None:
    """An own phrase with a picture, drawn here, that is an example and no shop's."""
    rows = ("尺码    胸围    衣长    肩宽", *(f"{size}      {cm}" for size, cm in SIZES.items()))
    drawn = [f"text 24,{96 + 34 * n} '{row}'" for n, row in enumerate(rows)]
    words = ["text 24,40 '示例尺码表 (cm)'", "line 24,58 456,58", *drawn]
    font = ("-font", "Noto-Sans-CJK-SC", "-pointsize", "22")
    draw = [word for line in words for word in ("-draw", line)]
    picture = shown.run("convert", "-size", "480x270", "xc:white", *font, *draw, "png:-")
    paths = Paths(home, home)
    OwnFolder(paths.attachments).keep(picture)
    chart = Attachment("picture", "尺码表.png", sha256(picture).hexdigest(), len(picture))
    hello, ask = "您好，这款的尺码表在这里~", "{{ 客户昵称 }}平时穿多大的？拿不准就把身高体重发来哦"
    store.save_own(of_parts(Phrase("own/sizes", "", "尺码表", "", "cmb2"), (hello, chart, ask)))


def show_parts(shown: Desktop) -> None:
    """A phrase of three parts, the preview drawn up so that all of it is seen."""
    come(shown, "ctrl+alt+space")
    type_text(shown, "cmb2")
    shown.press("Return")
    paste(shown, "李雷")
    window = shown.run("xdotool", "getactivewindow").decode().strip()
    edge, up = ("160", "432"), ("160", "300")
    shown.run("xdotool", "mousemove", "--window", window, *edge, "mousedown", "1")
    shown.run("xdotool", "mousemove", "--window", window, *up, "mouseup", "1")


def dock(shown: Desktop) -> None:
    """A chat window of another program with the window at its side."""
    box = TkBox(shown)
    chat = str(shown.await_window(box.title))
    shown.run("xdotool", "windowsize", chat, "560", "600", "windowmove", chat, "60", "60")
    paste(shown, CHAT)
    come(shown, "ctrl+alt+space")
    shown.press("ctrl+shift+d")
    shown.await_window("点一下")
    shown.run("xdotool", "mousemove", "--window", chat, "100", "100", "click", "1")
    shown.activate(box.title)
    shown.run("xdotool", "sleep", "6")  # until the toast has gone


def let_wait(shown: Desktop) -> None:
    """A customer who has waited for longer than is rewarded."""
    come(shown, "ctrl+alt+space")
    shown.press("ctrl+alt+r")
    for _ in range(2):
        shown.run("xdotool", "sleep", "11")


def open_hotkeys(shown: Desktop) -> None:
    come(shown, "ctrl+alt+space")
    shown.press("ctrl+comma")
    eventually(lambda: shown.active_title() == "秒回设置", "the settings window")
    shown.press("Down")


def open_packs(shown: Desktop) -> None:
    come(shown, "ctrl+alt+space")
    shown.press("ctrl+comma")
    shown.await_window("秒回设置")
    shown.press(*["Down"] * 5)


def open_news(shown: Desktop) -> None:
    window = str(shown.await_window("^秒回$"))
    shown.run("xdotool", "sleep", "1")  # the bell comes when the pack was looked at
    shape = shown.run("xdotool", "getwindowgeometry", "--shell", window)
    width = int(shape.split(b"WIDTH=")[1].split()[0])
    bell = ("mousemove", "--window", window, str(width - BELL_PX), "22", "click", "1")
    shown.run("xdotool", *bell)


def come(shown: Desktop, hotkey: str) -> None:
    eventually(lambda: pressed(shown, hotkey), "the window has the focus")


def pressed(shown: Desktop, hotkey: str) -> bool:
    """Presses the hotkey until the program, which is still starting, has taken it."""
    shown.press(hotkey)
    shown.run("xdotool", "sleep", "0.3")
    return shown.active_title() in TITLES.values()


def type_text(shown: Desktop, text: str) -> None:
    shown.run("xdotool", "type", "--delay", "20", text)


def paste(shown: Desktop, text: str) -> None:
    shown.copy(text.encode())
    shown.press("ctrl+v")


def search(shown: Desktop) -> None:
    come(shown, "ctrl+alt+space")
    type_text(shown, "baoyou")


def show_category(shown: Desktop) -> None:
    quote_order(shown)
    shown.press("ctrl+1")
    come(shown, "ctrl+alt+space")
    shown.press("Tab", *["Right"] * 5)


def fill_address(shown: Desktop) -> None:
    come(shown, "ctrl+alt+space")
    paste(shown, "核对收货")


def quote_order(shown: Desktop) -> None:
    come(shown, "ctrl+alt+o")
    paste(shown, ADDRESS)
    shown.press("Tab", "Tab")
    type_text(shown, "749")
    shown.press("Tab", "Tab", "Tab")
    paste(shown, "鞋子")
    shown.press("Tab")
    type_text(shown, "499")


def quote_order_reply(shown: Desktop) -> None:
    quote_order(shown)
    shown.press("ctrl+Return")


if __name__ == "__main__":
    main()
