"""The program's place in the system tray, where the window hides when it is closed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from desktop.services.ports import Action
from desktop.services.settings import switch
from desktop.ui.desk import Desk
from desktop.ui.shell.menu import TrayMenu, WindowMenu

_TOLD = switch("window.told_of_tray", default=False)
_NOTE_MS = 8_000


class Tray:
    """The icon with its menu; a click on it shows the window."""

    def __init__(
        self, window: QWidget, icon: QIcon, menu: WindowMenu, show: Action, desk: Desk
    ) -> None:
        self._window = window
        self._icon = icon
        self._window_menu = menu
        self._show = show
        self._desk = desk
        self._tray: QSystemTrayIcon | None = None

    def appear(self) -> bool:
        """Puts the icon there; False if the system has no tray (a hidden window were lost)."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        if self._tray is None:
            self._menu = TrayMenu(self._window_menu, self._show)
            self._tray = QSystemTrayIcon(self._icon, self._window)
            self._tray.setToolTip(self._window.windowTitle())
            self._tray.setContextMenu(self._menu)
            self._tray.activated.connect(self._clicked)
            self._tray.show()
        return True

    def tell_once(self) -> None:
        """Says where the window went, the first time it goes there."""
        settings = self._desk.services.settings
        if self._tray is None or _TOLD.of(settings):
            return
        self._desk.kept(lambda: _TOLD.keep(settings, value=True))
        translate = QCoreApplication.translate
        self._tray.showMessage(
            translate("Tray", "Still here"),
            translate("Tray", "Hotkeys go on working. Click this icon to bring the window back."),
            self._icon,
            _NOTE_MS,
        )

    def _clicked(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why == QSystemTrayIcon.ActivationReason.Trigger:
            self._show()
