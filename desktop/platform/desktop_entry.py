"""What Linux desktops know a program by: a small file that says its name and how to start it.

Source: freedesktop.org, Desktop Entry Specification.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`%")
"""Source: "The Exec key" there."""


def write_entry(path: Path, command: Sequence[str]) -> None:
    """Writes the entry, or leaves what was there before.

    Args:
        path: Where it belongs; folders are made.
        command: What starts the program.

    Raises:
        OSError: It cannot be written there.
    """
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Miaohui",
        "Name[zh_CN]=秒回",
        f"Exec={' '.join(map(_quoted, command))}",
        "Terminal=false",
    )
    written = path.with_suffix(".new")
    path.parent.mkdir(parents=True, exist_ok=True)
    written.write_text("\n".join([*lines, ""]), encoding="utf-8")
    written.replace(path)


def _quoted(argument: str) -> str:
    """An argument as the Exec key takes it; a backslash of the quoting is one of the file too."""
    argument = argument.replace("%", "%%")
    if not _RESERVED & set(argument):
        return argument
    for sign in '\\"`$':
        argument = argument.replace(sign, "\\" + sign)
    return '"' + argument.replace("\\", "\\\\") + '"'
