"""The two questions and last words that come before there is a window."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from desktop.services.words import Words
from desktop.ui.i18n import system_language


def ask_restore(set_aside: Path, made_at: datetime) -> bool:
    """Asks whether to restore the backup of ``made_at`` in the place of a damaged database."""
    words = Words(system_language())
    time = made_at.astimezone().strftime("%Y-%m-%d %H:%M")
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        words.text("store.restore_title"),
        words.text("store.restore", path=str(set_aside), time=time),
        QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
    )
    return box.exec() == QMessageBox.StandardButton.Yes


def say_fatal(said: str) -> int:
    """Says why there will be no window, in a box and on standard error; returns the exit status."""
    print(said, file=sys.stderr)  # noqa: T201 - whoever started it from a terminal reads it there
    QMessageBox.critical(None, Words(system_language()).text("window.name"), said)
    return 2
