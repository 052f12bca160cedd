"""A start of the program that only claims to be the first: ``instance_program.py FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.platform.single_instance import SingleInstance


def main() -> None:
    app = QCoreApplication(sys.argv)
    instance = SingleInstance(Path(sys.argv[1]))
    if instance.claim():
        instance.serve(lambda: print("shown", flush=True))
        print("first", flush=True)
        app.exec()
    else:
        print("second", flush=True)


main()
