"""Our own small pictures, tinted to the theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from desktop.ui.theme import Theme, colour


class Icons:
    """Gives the pictures of ``resources/icons`` in the colours of the moment."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        self._theme = theme
        self._folder = folder
        self._made: dict[tuple[str, str, int], QIcon] = {}

    def plain(self, name: str) -> QIcon:
        """The picture in its own colours, as for the program and its tray."""
        return QIcon(str(self._folder / f"{name}.svg"))

    def tinted(self, name: str, ink: str = "dim", size_px: int = 16) -> QIcon:
        """The picture in one colour of the theme, e.g. ``tinted("search", "accent")``."""
        tint: str = getattr(self._theme.tokens, ink)
        key = (name, tint, size_px)
        if key not in self._made:
            scales = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
            icon = QIcon()
            for scale in scales:
                icon.addPixmap(self._pixmap(name, tint, size_px, scale))
            self._made[key] = icon
        return self._made[key]

    def _pixmap(self, name: str, tint: str, size_px: int, scale: float) -> QPixmap:
        pixmap = self.plain(name).pixmap(QSize(size_px, size_px), scale)
        painter = QPainter(pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), colour(tint))
        painter.end()
        return pixmap
