"""Starting with the agent's session on Linux: an entry in the folder that desktops look into."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop.platform.desktop_entry import write_entry
from desktop.services.ports import PortError


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
        try:
            write_entry(self._entry, self._command)
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
