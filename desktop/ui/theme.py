"""How the window looks: the design tokens, and the theme that follows the system live."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from string import Template

from msgspec import Struct
from msgspec.structs import asdict
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.services.ports import Settings
from desktop.services.settings import choice

FAMILIES = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei")
TEXT_PX, SMALL_PX = 13, 12
GAP_PX, SIDE_PX, ROW_PX, RADIUS_PX = 6, 12, 30, 6
STRONG = QFont.Weight.Normal if sys.platform == "linux" else QFont.Weight.DemiBold
"""Of what stands out by colour and size already: the bold face of Linux' Chinese font is a second
file of 19 MB, 4 MB of which would be in memory for a few words."""


class ThemeWish(StrEnum):
    """What an agent may ask for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


THEME = choice("window.theme", ThemeWish.SYSTEM)


class Tokens(Struct, frozen=True):
    """The colours of one theme, each named by what it is for, as ``#rrggbb``."""

    dark: bool
    window: str
    surface: str
    raised: str
    text: str
    dim: str
    line: str
    hover: str
    chosen: str
    accent: str
    match: str
    accent_hover: str
    on_accent: str
    field: str
    danger: str
    danger_field: str
    good: str
    warn: str
    toast: str
    on_toast: str
    toast_action: str


LIGHT = Tokens(
    dark=False,
    window="#f4f5f7",
    surface="#ffffff",
    raised="#ffffff",
    text="#1d2129",
    dim="#666d78",
    line="#e2e5ea",
    hover="#f0f3f7",
    chosen="#e6effe",
    accent="#1f66e0",
    match="#c2410c",
    accent_hover="#1957c4",
    on_accent="#ffffff",
    field="#edf3fe",
    danger="#d0342c",
    danger_field="#fdeeed",
    good="#16804a",
    warn="#b26200",
    toast="#2a2f38",
    on_toast="#f5f6f8",
    toast_action="#8db8ff",
)
DARK = Tokens(
    dark=True,
    window="#1a1c20",
    surface="#22252a",
    raised="#2a2e34",
    text="#e6e8ec",
    dim="#a0a6b0",
    line="#353a42",
    hover="#2b2f36",
    chosen="#2a3a58",
    accent="#4d8bf5",
    match="#ffb86b",
    accent_hover="#6a9ef8",
    on_accent="#ffffff",
    field="#2a3447",
    danger="#ff7b72",
    danger_field="#432a2c",
    good="#4cc38a",
    warn="#f0a848",
    toast="#e6e8ec",
    on_toast="#1d2129",
    toast_action="#1957c4",
)


class Theme(QObject):
    """Dresses the application in light or dark; ``changed`` tells those who paint themselves.

    Signals:
        changed: The tokens, or what the agent asked for, are others now.
    """

    changed = Signal()

    def __init__(self, app: QApplication, styles: Path, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._styles = styles
        self._settings = settings
        app.setStyle("Fusion")
        app.setFont(base_font())
        self._dress()
        hints = app.styleHints()
        if hasattr(hints, "colorSchemeChanged"):  # Qt 6.5; before it the palette tells
            hints.colorSchemeChanged.connect(self._follow)
        else:
            app.installEventFilter(self)

    @property
    def wish(self) -> ThemeWish:
        """What the agent asked for."""
        return THEME.of(self._settings)

    def use(self, wish: ThemeWish) -> None:
        """Takes light, dark, or whatever the system has, from now on."""
        THEME.keep(self._settings, wish)
        self._dress()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears of a new system palette where Qt has no word for colour schemes."""
        if event.type() == QEvent.Type.ApplicationPaletteChange and watched is self._app:
            self._follow()
        return False

    def _follow(self) -> None:
        if self._wanted() != self.tokens:
            self._dress()
            self.changed.emit()

    def _wanted(self) -> Tokens:
        if self.wish is ThemeWish.SYSTEM:
            return DARK if _system_is_dark(self._app) else LIGHT
        return DARK if self.wish is ThemeWish.DARK else LIGHT

    def _dress(self) -> None:
        self.tokens = self._wanted()
        names = {**asdict(self.tokens), "folder": self._styles.as_posix()}
        names["strong"] = str(STRONG.value)
        template = (self._styles / "window.qss").read_text(encoding="utf-8")
        self._app.setStyleSheet(Template(template).substitute(names))


def base_font() -> QFont:
    """The text font: Chinese first, in the family each system has."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(TEXT_PX)
    return font


def strong_font() -> QFont:
    """The text font for what stands out."""
    font = base_font()
    font.setWeight(STRONG)
    return font


def colour(name: str, alpha: int = 255) -> QColor:
    """A token as something to paint with."""
    made = QColor(name)
    made.setAlpha(alpha)
    return made


def _system_is_dark(app: QApplication) -> bool:
    hints = app.styleHints()
    if hasattr(hints, "colorScheme"):
        return hints.colorScheme() == Qt.ColorScheme.Dark
    palette = app.palette()
    return (
        palette.color(QPalette.ColorRole.Window).lightness()
        < palette.color(QPalette.ColorRole.WindowText).lightness()
    )
