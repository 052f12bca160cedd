"""Furnishes the window with its rooms."""

from __future__ import annotations

from desktop.ui.orders.room import order_room
from desktop.ui.phrases.panel import phrase_room
from desktop.ui.services import WindowServices
from desktop.ui.shell.window import MainWindow


def put_rooms_in(window: MainWindow, services: WindowServices) -> None:
    """Puts in every room there is; which are offered depends on the pack."""
    window.furnish(services, [phrase_room(), order_room()])
