"""Furnishes the window with its rooms."""

from __future__ import annotations

from desktop.ui.orders.room import order_room
from desktop.ui.phrases.panel import phrase_room
from desktop.ui.services import WindowServices
from desktop.ui.shell.window import MainWindow


def put_rooms_in(window: MainWindow, services: WindowServices) -> None:
    """Puts in the rooms that the shop needs."""
    rooms = [phrase_room()]
    if services.shop is not None:
        rooms.append(order_room(services.shop, services.clock))
    window.furnish(services, rooms)
