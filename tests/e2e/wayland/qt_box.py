"""A text box of another program on Wayland; says every change of its text in JSON lines."""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QPlainTextEdit

TITLE = "WAYLAND CHAT"


def say(**message: object) -> None:
    print(json.dumps(message), flush=True)


def main() -> None:
    app = QApplication(sys.argv[:1])
    box = QPlainTextEdit()
    box.setWindowTitle(TITLE)
    box.resize(420, 260)
    box.textChanged.connect(lambda: say(text=box.toPlainText()))

    def command() -> None:
        data = os.read(0, 65536)
        if not data:
            app.exit()
        for line in data.splitlines():
            message = json.loads(line)
            if message["do"] == "clear":
                box.clear()
            say(answer=message["do"], value=box.toPlainText())

    stdin = QSocketNotifier(0, QSocketNotifier.Type.Read)
    stdin.activated.connect(command)
    app.focusWindowChanged.connect(lambda window: say(focus=window is not None))
    box.show()
    app.exec()


main()
