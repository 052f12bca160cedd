"""The licences of what a bundle carries, in a folder of the bundle."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_TEXTS = Path("/usr/share/common-licenses")
_LGPL = ("LGPL-2.1", "LGPL-3", "GPL-3")
_NAMES = ("licen", "copying", "notice", "authors")


def collect(python: Path, packages: Path, bundle: Path) -> None:
    """Puts our own licence, the notices, the LGPL's texts and each package's own into ``licences``.

    Args:
        python: A folder of Python's in which its licence lies.
        packages: The folder below which the packages' own lie, in ``*.dist-info``.
        bundle: The bundle's folder.
    """
    target = bundle / "licences"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for name in ("LICENSE", "THIRD-PARTY-NOTICES.md"):
        shutil.copy(ROOT / name, target)
    for name in _LGPL:
        shutil.copy(_TEXTS / name, target / f"{name}.txt")
    for path in python.glob("LICENSE.txt"):
        shutil.copy(path, target / "Python.txt")
    for info in sorted(packages.rglob("*.dist-info")):
        for path in sorted(info.rglob("*")):
            if path.is_file() and path.name.lower().startswith(_NAMES):
                place = target / info.name.removesuffix(".dist-info")
                place.mkdir(exist_ok=True)
                shutil.copy(path, place / path.name)
