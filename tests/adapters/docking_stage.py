"""Another program on Windows with plain windows; run by the contract of WindowWatch.

Speaks lines: ``open TITLE`` opens a window and ``full N`` has one fill its screen; it answers each
with the window's number.
"""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget


class Stage(QObject):
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._windows: dict[int, QWidget] = {}
        self.said.connect(self._obey)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.said.emit(line.rstrip("\r\n"))

    def _obey(self, line: str) -> None:
        command, _, what = line.partition(" ")
        if command == "open":
            window = QWidget()
            window.setWindowTitle(what)
            window.setGeometry(40, 60, 240, 160)
            window.show()
            window.activateWindow()
            number = int(window.winId())
            self._windows[number] = window
        else:
            number = int(what)
            self._windows[number].showFullScreen()
        print(number, flush=True)


if __name__ == "__main__":
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    stage = Stage()
    app.exec()
