"""The window's top line: the shop, its news, the reply clock, docking, on-top and the menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.services.docking.model import Docking
from desktop.ui.desk import Desk
from desktop.ui.shell.button import HeaderButton
from desktop.ui.shell.dock_menu import DOCK_KEYS
from desktop.ui.shell.news import NewsButton
from desktop.ui.shell.reply_clock import ReplyClockButton
from desktop.ui.shell.shop import ShopButton
from desktop.ui.theme import GAP_PX, SIDE_PX

_DOCK_INKS = {Docking.OFF: "dim", Docking.WAITING: "warn", Docking.DOCKED: "accent"}


class Header(QWidget):
    """The shop on the left, buttons on the right."""

    def __init__(self, window: QWidget, menu: QMenu, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._on_top = HeaderButton()
        self._on_top.setCheckable(True)
        self._on_top.toggled.connect(self._use_on_top)
        self._dock = HeaderButton()
        self._dock.clicked.connect(desk.dock.toggle)
        self._menu = HeaderButton()
        self._menu.setMenu(menu)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE_PX, GAP_PX, GAP_PX, GAP_PX)
        row.setSpacing(2)
        row.addWidget(ShopButton(desk), 1)
        row.addWidget(NewsButton(desk, window))
        row.addWidget(ReplyClockButton(desk))
        row.addWidget(self._dock)
        row.addWidget(self._on_top)
        row.addWidget(self._menu)
        desk.theme.changed.connect(self._paint_icons)
        desk.on_top.changed.connect(self._show_on_top)
        desk.dock.changed.connect(self._show_dock)
        self._show_on_top()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _use_on_top(self, on_top: bool) -> None:
        if not self._desk.kept(lambda: self._desk.on_top.use(on_top)):
            self._show_on_top()

    def _show_on_top(self) -> None:
        with QSignalBlocker(self._on_top):
            self._on_top.setChecked(self._desk.on_top.wished)
        self._paint_icons()

    def _show_dock(self) -> None:
        self._paint_icons()
        dock = self._desk.dock
        to_do = self.tr("Dock to a window…") if dock.state is Docking.OFF else self.tr("Undock")
        self._dock.setAccessibleName(to_do)
        self._dock.setAccessibleDescription(dock.told())
        self._dock.setToolTip(f"{dock.told()}\n{to_do} ({DOCK_KEYS})")

    def _paint_icons(self) -> None:
        self._dock.setIcon(self._desk.icons.tinted("dock", _DOCK_INKS[self._desk.dock.state]))
        tint = "accent" if self._on_top.isChecked() else "dim"
        self._on_top.setIcon(self._desk.icons.tinted("pin", tint))
        self._menu.setIcon(self._desk.icons.tinted("more"))

    def _retranslate(self) -> None:
        self._on_top.setAccessibleName(self.tr("Always on top"))
        self._on_top.setToolTip(self.tr("Keep above other windows"))
        self._show_dock()
        self._menu.setAccessibleName(self.tr("Menu"))
        self._menu.setToolTip(self.tr("Menu"))
