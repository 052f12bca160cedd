"""Words for the program itself: command line, doctor, hotkeys, the window's messages."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {}
