"""Builds the window with its rooms."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop.ui.orders.room import order_room
from desktop.ui.phrases.panel import phrase_room
from desktop.ui.services import WindowServices
from desktop.ui.shell.window import MainWindow


def build_window(app: QApplication, services: WindowServices) -> MainWindow:
    """The main window, not shown yet: ``appear`` shows it."""
    rooms = [phrase_room()]
    if services.shop is not None:
        rooms.append(order_room(services.shop, services.clock))
    return MainWindow(app, services, rooms)
