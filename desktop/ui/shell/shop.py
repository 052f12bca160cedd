"""The shop's name in the header: which pack is open, and the others to choose from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from desktop.ui.desk import Desk

_MORE = " ▾"


class ShopButton(QPushButton):
    """Says whose phrases and prices are open; opens the others where there are several."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("shop")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._desk = desk
        self._current = desk.services.current
        self._menu = QMenu(self)
        self._several = False
        self._current.on_change.append(self._write)
        self._current.on_look.append(self._offer)
        self._offer()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._offer()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cuts a long name with an ellipsis."""
        super().resizeEvent(event)
        self._write()

    def _offer(self) -> None:
        """Lists the packs, if there is a choice."""
        titles, current = self._current.titles, self._current.key
        self._several = len(titles) > 1
        self._menu.clear()
        names = [title.name or title.key for title in titles]
        for title, name in zip(titles, names, strict=True):
            twice = names.count(name) > 1
            action = self._menu.addAction(f"{name} ({title.key})" if twice else name)
            action.setEnabled(not title.problems)
            action.setCheckable(True)
            action.setChecked(title.key == current)
            action.triggered.connect(partial(self._choose, title.key))
        self.setMenu(self._menu if self._several else None)  # type: ignore[arg-type]
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._several else Qt.FocusPolicy.NoFocus)
        self._write()

    def _choose(self, key: str) -> None:
        self._desk.kept(lambda: self._current.choose(key))

    def _write(self) -> None:
        name = self._current.shop_name
        more = _MORE if self._several else ""
        metrics = self.fontMetrics()
        room_px = self.contentsRect().width() - metrics.horizontalAdvance(more)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room_px)
        self.setText(shown.replace("&", "&&") + more)
        choose = self.tr("Choose another shop") if more else ""
        self.setToolTip("\n".join(filter(None, (name if shown != name else "", choose))))
        self.setAccessibleName(self.tr("Shop: {name}").format(name=name))
        self.setAccessibleDescription(choose)
