"""The clipboard on Wayland, which belongs to the window that the agent is at work in."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from desktop.platform.clipboard import QtClipboard, QtOnly
from desktop.platform.wayland.attention import Attention
from desktop.services.ports import PortError, Snapshot


class FocusedClipboard(QtClipboard):
    """Qt's, used only while the desktop will take what Qt puts there.

    At other times it turns that down, and Qt believes all the same that it stands there: the chat
    would get something else.
    """

    def __init__(self, attention: Attention) -> None:
        super().__init__(QtOnly())
        self._attention = attention

    def snapshot(self) -> Snapshot:
        """Everything on it now, copied out.

        Raises:
            PortError: ``unfocused``.
        """
        self._need_attention()
        return super().snapshot()

    def restore(self, snapshot: Snapshot) -> None:
        """Puts back what a snapshot holds; nothing while another window has the keyboard.

        That is the rule after a paste, so what was pasted stays on the clipboard.
        """
        if self._attention.given:
            super().restore(snapshot)

    def _take(self, data: QMimeData) -> None:
        self._need_attention()
        super()._take(data)

    def _need_attention(self) -> None:
        if not self._attention.given:
            raise PortError("unfocused")
