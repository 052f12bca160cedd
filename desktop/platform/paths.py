"""Where things lie: what the program keeps, and what comes with it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs
from msgspec import Struct

_APP = "miaohui"
_HOME = "MIAOHUI_HOME"
PORTABLE = "data"
"""A folder of this name beside a bundle's program makes it keep everything there."""
_PACKAGE = Path(__file__).resolve().parent.parent


class Paths(Struct, frozen=True):
    """The folders of one agent.

    Attributes:
        data: What must not be lost: the database and its backups.
        cache: What can be made again: compiled packs, files on their way to other programs.
    """

    data: Path
    cache: Path

    @property
    def database(self) -> Path:
        """The agent's own database."""
        return self.data / "miaohui.db"

    @property
    def publishing(self) -> Path:
        """What a supervisor's machine remembers of repositories, and its key files."""
        return self.data / "publishing"

    @property
    def subscriptions(self) -> Path:
        """The packs that this machine follows."""
        return self.data / "subscriptions"

    @property
    def attachments(self) -> Path:
        """The pictures and files of the agent's own phrases."""
        return self.data / "attachments"

    @property
    def copies(self) -> Path:
        """Files put down for other programs to take."""
        return self.cache / "files"


def personal_paths() -> Paths:
    """The system's folders for the agent.

    Or those below ``MIAOHUI_HOME`` if it is set, or those beside a bundle's program.
    """
    home = os.environ.get(_HOME)
    if home:
        return Paths(Path(home), Path(home) / "cache")
    if (
        getattr(sys, "frozen", False)
        and (beside := Path(sys.executable).with_name(PORTABLE)).is_dir()
    ):
        return Paths(beside, beside / "cache")
    dirs = platformdirs.PlatformDirs(_APP, appauthor=False)
    return Paths(dirs.user_data_path, dirs.user_cache_path)


def resources_dir() -> Path:
    """Icons, styles and translations."""
    return _shipped("resources")


def default_pack_dir() -> Path:
    """The pack that comes with the program."""
    return _shipped("phrases") / "default"


def _shipped(name: str) -> Path:
    """A folder beside the package in a checkout, inside it in a wheel."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
