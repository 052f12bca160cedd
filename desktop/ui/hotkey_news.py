"""What the agent is told of hotkeys: which ones we did not get, which have become other keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desktop.services.hotkeys import ASKED, Refused
from desktop.ui.desk import Desk
from desktop.ui.hotkey_names import about_a_key, command_name, obstacle_said, other_keys_said

_PATIENCE_MS = 1500
"""A desktop that knows us answers by itself; before that it is no news that it is asked."""


class HotkeyNews(QObject):
    """Says each thing once, in one message."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._told: tuple[Sequence[Refused], Mapping[str, str]] = ((), {})
        self._refused: Sequence[Refused] = ()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self._say(self._refused))

    def tell(self, refused: Sequence[Refused]) -> None:
        """Tells what is new; what the system's user is being asked, a little later."""
        self._refused = refused
        self._patience.stop()
        if any(one.obstacle.reason == ASKED for one in refused):
            self._patience.start()
        self._say([one for one in refused if one.obstacle.reason != ASKED])

    def _say(self, refused: Sequence[Refused]) -> None:
        other_keys = self._desk.services.hotkeys.other_keys
        if (refused, other_keys) == self._told:
            return
        self._told = (refused, other_keys)
        obstacles = dict.fromkeys(one.obstacle for one in refused)
        lines = []
        for obstacle in obstacles:
            keys = ", ".join(str(one.hotkey) for one in refused if one.obstacle == obstacle)
            said = obstacle_said(self._desk, obstacle)
            lines.append(f"{keys}: {said}" if about_a_key(obstacle) else said)
        lines += [
            f"{command_name(self._desk, command)}: {other_keys_said(self._desk, command)}"
            for command in other_keys
        ]
        if lines:
            label = QCoreApplication.translate("HotkeyNews", "Change…")
            change = self._change if any(map(about_a_key, obstacles)) else None
            self._desk.say("\n".join(lines), label, change)

    def _change(self) -> None:
        self._desk.open_settings("hotkeys")
