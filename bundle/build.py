"""Makes the bundles in ``dist``: ``python -m bundle.build [linux|windows]``, on Debian.

The Windows one is made by Windows' own Python under Wine. It comes as a folder, as an installer,
and as a zip that needs no installation.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from bundle.licences import collect
from desktop.platform.paths import PORTABLE
from tests.windows.environment import prepare, windows_path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
MADE = ROOT / "build" / "bundle"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAME = f"miaohui-{PROJECT['version']}"


class BuildError(Exception):
    """A tool failed; the text is what it said."""


def build_linux() -> Path:
    """Makes the Linux bundle; returns its folder.

    Raises:
        BuildError: PyInstaller failed.
    """
    _freeze([sys.executable], os.environ, DIST / "linux", str)
    program = DIST / "linux" / "miaohui"
    collect(Path(subprocess.__file__).parent, Path(sys.prefix), program)
    with tarfile.open(DIST / f"{NAME}-linux-x86_64.tar.gz", "w:gz") as archive:
        archive.add(program, "miaohui")
    return program


def build_windows() -> Path:
    """Makes the Windows bundle, its installer and its zip; returns the bundle's folder.

    Raises:
        BuildError: PyInstaller or makensis failed.
    """
    windows = prepare(Path(sys.executable).with_name("uv"))
    with windows.session() as session:
        _freeze(session.argv(), session.environ(os.environ), DIST / "windows", windows_path)
    program = DIST / "windows" / "miaohui"
    # in a console "miaohui" means this one, elsewhere the one without a console
    (program / "miaohui-console.exe").rename(program / "miaohui.com")
    collect(windows.python.parent, windows.packages, program)
    _zip(program)
    defined = {
        "VERSION": PROJECT["version"],
        "BUNDLE": program,
        "ICON": MADE / "miaohui.ico",
        "OUT": DIST / f"{NAME}-setup.exe",
    }
    script = ROOT / "bundle" / "installer.nsi"
    _quietly(["makensis", "-V2", *(f"-D{k}={v}" for k, v in defined.items()), str(script)])
    return program


def _freeze(
    python: list[str], env: Mapping[str, str], folder: Path, path: Callable[[Path], str]
) -> None:
    """Runs PyInstaller by some Python, which calls a file of this machine what ``path`` says."""
    shutil.rmtree(folder, ignore_errors=True)
    _describe()
    _quietly(
        [
            *(*python, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"),
            f"--distpath={path(folder)}",
            f"--workpath={path(MADE / folder.name)}",
            path(ROOT / "bundle" / "miaohui.spec"),
        ],
        {**env, "MIAOHUI_BUNDLE": path(MADE)},
    )


def _describe() -> None:
    """Makes the icon, and tells the version in the forms that Python and Windows read."""
    from PySide6.QtGui import QGuiApplication

    from bundle.icon import write_icon

    metadata = MADE / "metadata" / f"{NAME}.dist-info"
    metadata.mkdir(parents=True, exist_ok=True)
    version = str(PROJECT["version"])
    said = f"Metadata-Version: 2.1\nName: miaohui\nVersion: {version}\n"
    (metadata / "METADATA").write_text(said, encoding="utf-8")
    template = (ROOT / "bundle" / "version.txt").read_text(encoding="utf-8")
    told = template.replace("NUMBERS", ", ".join([*version.split("."), "0"]))
    (MADE / "version.txt").write_text(told.replace("VERSION", version), encoding="utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    write_icon(ROOT / "resources" / "icons" / "miaohui.svg", MADE / "miaohui.ico")
    del app


def _zip(program: Path) -> None:
    """The bundle that keeps everything beside itself."""
    with zipfile.ZipFile(DIST / f"{NAME}-portable.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(program.rglob("*")):
            archive.write(path, Path("miaohui") / path.relative_to(program))
        archive.mkdir(f"miaohui/{PORTABLE}")


def _quietly(argv: list[str], env: Mapping[str, str] = os.environ) -> None:
    done = subprocess.run(
        argv, cwd=ROOT, env=dict(env), input=b"", capture_output=True, check=False
    )
    if done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace")
        msg = f"{said}\n{argv[0]} failed; what it said stands above."
        raise BuildError(msg)


def main(wanted: list[str]) -> int:
    """Makes the wanted bundles, or all; returns the exit status."""
    DIST.mkdir(exist_ok=True)
    makers = {"linux": build_linux, "windows": build_windows}
    try:
        for name in wanted or makers:
            print(makers[name]().relative_to(ROOT), flush=True)
    except KeyError as error:
        print(f"no bundle {error}; there are: {', '.join(makers)}", file=sys.stderr)
        return 2
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
