"""The stand-in chat box in Qt: same log and same commands as tk_box.py.

Qt is stricter than Tk: Ctrl+V with another modifier still down is not a paste.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

log = Path(sys.argv[1]).open("w", encoding="utf-8", buffering=1)
app = QApplication(sys.argv[:1])
box = QPlainTextEdit()
box.setWindowTitle("CHATBOX")
box.setGeometry(700, 40, 420, 300)


def changed() -> None:
    log.write(f"{time.monotonic():.6f}\t{box.toPlainText()!r}\n")


def command() -> None:
    line = os.read(0, 4096)
    if not line:
        stdin.setEnabled(False)
    elif b"clear" in line:
        box.blockSignals(True)
        box.clear()
        box.blockSignals(False)
        log.write(f"{time.monotonic():.6f}\tCLEAR\n")
    elif b"freeze" in line:
        time.sleep(int(line.split()[1]) / 1000)


box.textChanged.connect(changed)
stdin = QSocketNotifier(0, QSocketNotifier.Type.Read)
stdin.activated.connect(command)
box.show()
box.activateWindow()
box.setFocus()
QTimer.singleShot(150, lambda: log.write(f"{time.monotonic():.6f}\tREADY\n"))
app.exec()
