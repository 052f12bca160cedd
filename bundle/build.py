"""Makes the bundles in ``dist``: ``python -m bundle.build [linux|windows]``, on Debian.

The Windows one is made by Windows' own Python under Wine, and comes as a folder, as an installer and as
a zip that needs no installation.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path

from bundle.licences import collect
from tests.windows.environment import Session, prepare, windows_path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
MADE = ROOT / "build" / "bundle"
VERSION = str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])
PORTABLE_NOTE = "data"
"""The folder that makes the program keep everything beside itself."""


class BuildError(Exception):
    """A tool failed; the text is what it said."""


def build_linux() -> Path:
    """Makes the Linux bundle; returns its folder."""
    folder = DIST / "linux"
    _freeze([sys.executable], os.environ, folder, str)
    collect(Path(sys.prefix, "lib", f"python3.{sys.version_info.minor}", "site-packages"), folder / "miaohui")
    with tarfile.open(DIST / f"miaohui-{VERSION}-linux-x86_64.tar.gz", "w:gz") as archive:
        archive.add(folder / "miaohui", "miaohui")
    return folder / "miaohui"


def build_windows() -> Path:
    """Makes the Windows bundle, its installer and its zip; returns the bundle's folder."""
    windows = prepare(Path(sys.executable).with_name("uv"))
    folder = DIST / "windows"
    with windows.session() as session:
        env = session.environ(os.environ)
        _freeze(session.argv(), env, folder, windows_path)
    program = folder / "miaohui"
    # in a console "miaohui" means this one, elsewhere the one without a console
    (program / "miaohui-console.exe").rename(program / "miaohui.com")
    collect(windows.packages, program)
    _zip(program)
    _quietly(
        ["makensis", "-V2", "-NOCD", f"-DVERSION={VERSION}", f"-DBUNDLE={program}", f"-DICON={MADE / 'miaohui.ico'}",
         f"-DOUT={DIST / f'miaohui-{VERSION}-setup.exe'}", str(ROOT / "bundle" / "installer.nsi")],
        os.environ,
    )
    return program


def _freeze(python: list[str], env: Mapping[str, str], folder: Path, path: object) -> None:
    """Runs PyInstaller by some Python, which calls files of this machine what ``path`` says."""
    assert callable(path)
    shutil.rmtree(folder, ignore_errors=True)
    _prepare()
    _quietly(
        [*python, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN",
         f"--distpath={path(folder)}", f"--workpath={path(MADE / folder.name)}", path(ROOT / "bundle" / "miaohui.spec")],
        {**env, "MIAOHUI_BUNDLE": path(MADE)},
    )


def _prepare() -> None:
    """Makes the icon, and tells the version in the forms that Python and Windows read."""
    from PySide6.QtGui import QGuiApplication

    from bundle.icon import write_icon

    metadata = MADE / "metadata" / f"miaohui-{VERSION}.dist-info"
    metadata.mkdir(parents=True, exist_ok=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: miaohui\nVersion: {VERSION}\n", encoding="utf-8")
    template = (ROOT / "bundle" / "version.txt").read_text(encoding="utf-8")
    numbers = ", ".join([*VERSION.split("."), "0"])
    (MADE / "version.txt").write_text(template.replace("NUMBERS", numbers).replace("VERSION", VERSION), encoding="utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    write_icon(ROOT / "resources" / "icons" / "miaohui.svg", MADE / "miaohui.ico")
    del app


def _zip(program: Path) -> None:
    with zipfile.ZipFile(DIST / f"miaohui-{VERSION}-portable.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(program.rglob("*")):
            archive.write(path, Path("miaohui") / path.relative_to(program))
        archive.mkdir(f"miaohui/{PORTABLE_NOTE}")


def _quietly(argv: list[str], env: Mapping[str, str]) -> None:
    done = subprocess.run(argv, cwd=ROOT, env=dict(env), input=b"", capture_output=True, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace")
        raise BuildError(f"{said}\n{argv[0]} failed; what it said stands above.")


def main(wanted: list[str]) -> int:
    DIST.mkdir(exist_ok=True)
    try:
        for name in wanted or ["linux", "windows"]:
            made = build_linux() if name == "linux" else build_windows()
            print(made.relative_to(ROOT), flush=True)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
