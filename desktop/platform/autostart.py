"""Starting with the agent's session on Linux: an entry in the folder that desktops look into."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop.services.ports import PortError

_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`%")
"""Source: Desktop Entry Specification, "The Exec key"."""


class XdgAutostart:
    """Source: freedesktop.org, Desktop Application Autostart Specification."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        """Nothing is looked at or changed yet.

        Args:
            command: What starts the program.
            environ: ``os.environ``.
        """
        config = environ.get("XDG_CONFIG_HOME") or Path(environ.get("HOME", "~"), ".config")
        self._entry = Path(config).expanduser() / "autostart" / "miaohui.desktop"
        self._command = command

    def enabled(self) -> bool:
        """Whether the entry is there and no desktop's settings have switched it off."""
        try:
            lines = self._entry.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return False
        return not {"Hidden=true", "X-GNOME-Autostart-enabled=false"} & set(lines)

    def enable(self) -> None:
        """Writes the entry.

        Raises:
            PortError: ``refused``, the folder cannot be written.
        """
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Miaohui",
            "Name[zh_CN]=秒回",
            f"Exec={' '.join(map(_quoted, self._command))}",
            "Terminal=false",
        )
        written = self._entry.with_suffix(".new")
        try:
            self._entry.parent.mkdir(parents=True, exist_ok=True)
            written.write_text("\n".join([*lines, ""]), encoding="utf-8")
            written.replace(self._entry)
        except OSError:
            raise PortError("refused") from None

    def disable(self) -> None:
        """Takes the entry away.

        Raises:
            PortError: ``refused``, the folder cannot be written.
        """
        try:
            self._entry.unlink(missing_ok=True)
        except OSError:
            raise PortError("refused") from None


def xdg_autostart() -> XdgAutostart:
    """For this program, as it was started now."""
    from desktop.platform.launch import command

    return XdgAutostart(command(), os.environ)


def _quoted(argument: str) -> str:
    """An argument as the Exec key takes it; a backslash of the quoting is one of the file too."""
    argument = argument.replace("%", "%%")
    if not _RESERVED & set(argument):
        return argument
    for sign in '\\"`$':
        argument = argument.replace(sign, "\\" + sign)
    return '"' + argument.replace("\\", "\\\\") + '"'
