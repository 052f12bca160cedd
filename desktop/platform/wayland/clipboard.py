"""The clipboard on Wayland, which only the window with the keyboard may use."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from desktop.platform.clipboard import QtClipboard, QtOnly
from desktop.platform.wayland.focus import own_in_front
from desktop.services.ports import PortError, Snapshot


class FocusedClipboard(QtClipboard):
    """Qt's, used only while a window of ours has the keyboard.

    Without it the desktop turns down what Qt puts there, and Qt believes all the same that it
    stands there: the chat would get something else.
    """

    def __init__(self) -> None:
        super().__init__(QtOnly())

    def snapshot(self) -> Snapshot:
        """Everything on it now, copied out.

        Raises:
            PortError: ``unfocused``.
        """
        _need_keyboard()
        return super().snapshot()

    def restore(self, snapshot: Snapshot) -> None:
        """Puts back what a snapshot holds; nothing while another window has the keyboard.

        That is the rule after a paste, so what was pasted stays on the clipboard.
        """
        if own_in_front() is not None:
            super().restore(snapshot)

    def _take(self, data: QMimeData) -> None:
        _need_keyboard()
        super()._take(data)


def _need_keyboard() -> None:
    if own_in_front() is None:
        raise PortError("unfocused")
