"""The floor for a PySide6 program: one top-level QListView over the lines of a file, nothing else.

usage: floor_window.py LINES
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView

app = QApplication(sys.argv)
view = QListView()
view.setUniformItemSizes(True)
view.setModel(QStringListModel(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()))
view.setWindowTitle("QTFLOOR")
view.resize(320, 640)
view.show()
sys.exit(app.exec())
