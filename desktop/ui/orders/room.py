"""How the order room is plugged into the window, without loading what it is made of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ui.desk import Desk, Panel, Room
from desktop.ui.orders import ID


def order_room() -> Room:
    """The room; its panel is imported when it is first opened, after the window stands."""

    def build(desk: Desk) -> Panel:
        from desktop.ui.orders.panel import OrderPanel

        return OrderPanel(desk)

    return Room(
        id=ID,
        icon="orders",
        title=lambda: QCoreApplication.translate("OrderPanel", "Order"),
        commands=("order",),
        build=build,
        offered=lambda current: current.shop is not None,
    )
