"""What ``doctor`` tells of the data folder; nothing in it is touched."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from desktop.services.doctor import Check
from desktop.store.backups import Backups, is_whole
from desktop.store.database import ballast_of

LEAST_FREE_MB = 64
_MB = 1024 * 1024


def diagnose_folder(database: Path) -> tuple[Check, ...]:
    """The room on the disk, the reserve for when it is full, and the backups.

    Args:
        database: The agent's database, which need not exist yet.
    """
    return _space(database), _backups(database)


def _space(database: Path) -> Check:
    folder = next(path for path in database.parents if path.exists())
    values = {"path": str(folder), "free": str(shutil.disk_usage(folder).free // _MB)}
    if not os.access(folder, os.W_OK):
        return Check("space", ok=False, code="not_writable", values=values)
    if int(values["free"]) < LEAST_FREE_MB:
        return Check("space", ok=False, code="little_space", values=values)
    if database.exists() and not ballast_of(database).exists():
        return Check("space", ok=False, code="no_reserve", values=values)
    return Check("space", ok=True, code="space", values=values)


def _backups(database: Path) -> Check:
    backups = Backups.beside(database)
    found = backups.all()
    values = {"path": str(backups.folder), "count": str(len(found))}
    if not found:
        return Check("backups", ok=True, code="no_backups", values=values)
    values["time"] = found[0].made_at.astimezone().strftime("%Y-%m-%d %H:%M")
    whole = is_whole(found[0].path)
    return Check("backups", whole, "backups" if whole else "bad_backup", values)
