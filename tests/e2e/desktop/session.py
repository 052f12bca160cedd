"""A desktop of our own: X server, window manager without key bindings, D-Bus; nothing is shared."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TypeVar

T = TypeVar("T")

OPENBOX = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><focus><focusNew>yes</focusNew></focus>
</openbox_config>"""
MANAGERS = {
    "openbox": ("--config-file", OPENBOX),
    "twm": ("-f", "RandomPlacement\nNoGrabServer\n"),
}
"""Window managers, the option for their settings, and what these are: no key bindings."""
PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", "xdotool", "xclip")


def missing_programs(*more: str) -> list[str]:
    return [name for name in (*PROGRAMS, *more) if shutil.which(name) is None]


def required() -> bool:
    """Whether a machine without a desktop is a failure and not a reason to skip."""
    return bool(os.environ.get("CI") or os.environ.get("MIAOHUI_REQUIRE_DESKTOP") == "1")


def eventually(look: Callable[[], T], what: str, within_s: float = 15.0) -> T:
    """Asks again and again until the answer is true; returns it."""
    end = time.monotonic() + within_s
    while True:
        found = look()
        if found:
            return found
        assert time.monotonic() < end, f"not within {within_s} s: {what}; last: {found!r}"
        time.sleep(0.01)


class Processes:
    """Programs with an environment of their own; each is stopped by its own pid."""

    def __init__(self, folder: Path) -> None:
        """Starts nothing yet; ``folder`` is made for everything that is kept and said."""
        self.folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        keep = {k: os.environ[k] for k in ("PATH", "VIRTUAL_ENV") if k in os.environ}
        runtime = folder / "run"
        runtime.mkdir(mode=0o700, parents=True)
        (folder / "home").mkdir()
        self.env = keep | {
            "HOME": str(folder / "home"),
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(runtime),
            "NO_AT_BRIDGE": "1",
        }

    def start_bus(self) -> None:
        """Starts a session bus that all programs started later are on."""
        bus = self.start(
            ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address=1"],
            stdout=subprocess.PIPE,
        )
        assert bus.stdout
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def start(
        self,
        argv: list[str],
        *,
        stdin: int | IO[bytes] | None = subprocess.DEVNULL,
        stdout: int | IO[bytes] | None = None,
        stderr: int | IO[bytes] | None = None,
        env: dict[str, str] | None = None,
        pass_fds: tuple[int, ...] = (),
    ) -> subprocess.Popen[bytes]:
        """Starts a program on this desktop; what it says goes to a file in the folder."""
        log = (self.folder / f"{len(self._processes):02}-{Path(argv[0]).name}.log").open("wb")
        with log:
            process = subprocess.Popen(
                argv,
                stdin=stdin,
                stdout=log if stdout is None else stdout,
                stderr=log if stderr is None else stderr,
                env=self.env | (env or {}),
                start_new_session=True,
                pass_fds=pass_fds,
            )
        self._processes.append(process)
        return process

    def run(self, *argv: str, data: bytes | None = None) -> bytes:
        """Runs a small tool to its end and returns what it prints."""
        return subprocess.run(
            argv, input=data, env=self.env, check=True, capture_output=True, timeout=20
        ).stdout

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        """Ends one program started here."""
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe:
                pipe.close()

    def close(self) -> None:
        for process in reversed(self._processes):
            self.stop(process)


class Desktop(Processes):
    """One X display with its programs."""

    def __init__(
        self,
        folder: Path,
        manager: str = "openbox",
        without: str = "",
        inside: Desktop | None = None,
    ) -> None:
        """Starts it.

        Args:
            folder: For everything that is kept and said; made here.
            manager: The window manager: ``openbox``, ``twm`` or none.
            without: An X extension that the server shall lack.
            inside: Another one, which shows this one in a window. Keys pressed there come here
                from a keyboard, as those of a person do, and not from a program.
        """
        super().__init__(folder)
        self.manager = manager
        self._without = without
        self._inside = inside
        self.env |= {"XDG_SESSION_TYPE": "x11", "QT_QPA_PLATFORM": "xcb"}
        try:
            self._start_up()
        except BaseException:
            self.close()
            raise

    def _start_up(self) -> None:
        self.display = self._start_x_server()
        self.env["DISPLAY"] = self.display
        self.start_bus()
        if self.manager:
            option, settings = MANAGERS[self.manager]
            config = self.folder / "window-manager"
            config.write_text(settings, encoding="utf-8")
            self.start([self.manager, option, str(config)])
        if self.managed:
            eventually(self._has_manager, "a window manager")

    @property
    def managed(self) -> bool:
        """Whether a window manager tells which window is active."""
        return self.manager == "openbox"

    def kill_x_server(self) -> None:
        """The display is gone from one moment to the next."""
        self._x_server.kill()

    def processes_of(self, module: str) -> list[int]:
        """Processes on this display that run a Python module."""
        found = []
        for folder in Path("/proc").iterdir():
            with contextlib.suppress(OSError):
                on_display = (
                    f"DISPLAY={self.display}\0".encode() in (folder / "environ").read_bytes()
                )
                if on_display and module.encode() in (folder / "cmdline").read_bytes():
                    found.append(int(folder.name))
        return found

    # What a person does and sees.

    def press(self, *keys: str) -> None:
        """Presses keys for real, e.g. ``ctrl+alt+1``."""
        self.run("xdotool", "key", "--delay", "5", *keys)

    def press_code(self, held: str, code: int) -> None:
        """Presses the key with this number, whatever it means now, while others are held."""
        self.run("xdotool", "keydown", held, "key", str(code), "keyup", held)

    def active_title(self) -> str:
        active = "getactivewindow" if self.managed else "getwindowfocus"
        with contextlib.suppress(subprocess.CalledProcessError):
            return self.run("xdotool", active, "getwindowname").decode().strip()
        return ""

    def active_window(self) -> int:
        """The window that has the focus and, by the window manager's word too, is active."""
        focused = self.focused_window()
        with contextlib.suppress(subprocess.CalledProcessError):
            if not self.managed or int(self.run("xdotool", "getactivewindow")) == focused:
                return focused
        return 0

    def focused_window(self) -> int:
        """The window that keys go to; 0 for none."""
        with contextlib.suppress(subprocess.CalledProcessError):
            return int(self.run("xdotool", "getwindowfocus"))
        return 0

    def await_window(self, title: str) -> int:
        """Waits until a window of that name is shown; returns its number."""
        find = ("xdotool", "search", "--onlyvisible", "--name", title)

        def found() -> list[bytes]:
            # it gives up when a window goes while it looks
            with contextlib.suppress(subprocess.CalledProcessError):
                return self.run(*find).split()
            return []

        return int(eventually(found, f"a window {title}", 30)[-1])

    def activate(self, title: str) -> None:
        window = str(self.await_window(title))
        if self.managed:
            self.run("xdotool", "windowactivate", window)
        else:  # the pointer in a window makes it active
            self.run("xdotool", "mousemove", "--window", window, "9", "9")
        eventually(lambda: title in self.active_title(), f"{title} active")

    def copy(self, content: bytes, format_name: str = "UTF8_STRING") -> None:
        """Another program copies something."""
        self.last_owner = owner = self.start(
            ["xclip", "-quiet", "-selection", "clipboard", "-t", format_name, "-i"],
            stdin=subprocess.PIPE,
        )
        assert owner.stdin
        owner.stdin.write(content)
        owner.stdin.close()
        eventually(lambda: self.pasted(format_name) == content, "the copy on the clipboard")

    def pasted(self, format_name: str = "UTF8_STRING") -> bytes | None:
        """What any program would get from the clipboard; None if there is no such thing."""
        with contextlib.suppress(subprocess.CalledProcessError):
            return self.run("xclip", "-selection", "clipboard", "-o", "-t", format_name)
        return None

    def screenshot(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        if shutil.which("import"):
            subprocess.run(
                ["import", "-window", "root", str(path)], env=self.env, check=False, timeout=20
            )

    def _has_manager(self) -> bool:
        with contextlib.suppress(subprocess.CalledProcessError):
            return self.run("xdotool", "get_num_desktops").strip().isdigit()
        return False

    def _start_x_server(self) -> str:
        reads, writes = os.pipe()
        kind = "Xephyr -screen 1280x800" if self._inside else "Xvfb -screen 0 1280x800x24"
        with os.fdopen(reads) as answer:
            self._x_server = self.start(
                # without -noreset it starts afresh, and throws out who is just coming in, whenever
                # its last client goes
                [
                    *kind.split(),
                    *("-displayfd", str(writes), "-nolisten", "tcp", "-noreset"),
                    *(("-extension", self._without) if self._without else ()),
                ],
                env={"DISPLAY": self._inside.display} if self._inside else None,
                pass_fds=(writes,),
            )
            os.close(writes)
            number = answer.readline().strip()
        assert number, "the X server did not start"
        return f":{number}"


@contextlib.contextmanager
def desktop(
    folder: Path, manager: str = "openbox", without: str = "", inside: Desktop | None = None
) -> Iterator[Desktop]:
    """As ``Desktop``, closed at the end."""
    shown = Desktop(folder, manager, without, inside)
    try:
        yield shown
    finally:
        shown.close()
