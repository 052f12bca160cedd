"""A process that writes until it is killed, and says after each commit what is safe.

usage: writer.py DATABASE FIRST
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from desktop.store.database import Database
from desktop.store.personal import SqlitePersonalStore


def main(path: str, first: str) -> None:
    store = SqlitePersonalStore(Database(Path(path), lambda: datetime.now(UTC)))
    number = int(first)
    while True:
        store.set_setting(f"key {number}", f"value {number}")
        os.write(1, f"{number}\n".encode())
        number += 1


if __name__ == "__main__":
    main(*sys.argv[1:])
