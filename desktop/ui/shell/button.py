"""A button of the header."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

_SIZE_PX, _ICON_PX = 28, 16


class HeaderButton(QToolButton):
    """Flat, of one size, with a picture."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoRaise(True)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.setFixedSize(_SIZE_PX, _SIZE_PX)
