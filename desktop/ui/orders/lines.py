"""The lines of an order, and the orders placed before it, as editable rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.orders.draft import EarlierDraft, LineDraft
from desktop.ui.desk import Desk
from desktop.ui.orders.inputs import Choice, Entry, Tick, caption, icon_button

PRICE_PX, SMALL_PX = 72, 44
WEIGHT_PX = 48


class Row(QFrame):
    """Two lines of inputs with a button that takes the row away."""

    def __init__(self, desk: Desk, removed: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("orderRow")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 4, 6)
        column.setSpacing(4)
        self.first, self.second = QHBoxLayout(), QHBoxLayout()
        for line in (self.first, self.second):
            line.setSpacing(4)
            column.addLayout(line)
        self.remove = icon_button(desk.icons, "close", removed)

    def close_first(self) -> None:
        """Ends the first line with the button; called once the inputs are in."""
        self.first.addWidget(self.remove)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Names everything in the language of the moment."""
        self.remove.setAccessibleName(self.tr("Remove"))
        self.remove.setToolTip(self.tr("Remove"))


class LineRow(Row):
    """One line of the order, with the new price to type into the back office."""

    def __init__(
        self,
        desk: Desk,
        changed: Callable[[], None],
        removed: Callable[[], None],
    ) -> None:
        super().__init__(desk, removed)
        self.goods = Entry(desk, changed)
        self.unit_price = Entry(desk, changed, PRICE_PX)
        self.quantity = Entry(desk, changed, SMALL_PX, "1")
        self.special = Tick(changed)
        self.stock = Choice(changed, _stocks)
        self.weight = Entry(desk, changed, WEIGHT_PX)
        self._pays = ""
        self._price = QPushButton()
        self._price.setObjectName("newPrice")
        self._price.clicked.connect(lambda _checked: desk.sender.copy(self._pays))
        self.first.addWidget(self.goods, 1)
        for widget in (self.unit_price, QLabel("×"), self.quantity):
            self.first.addWidget(widget)
        self.close_first()
        for part in (self.special, self.stock, self.weight):
            self.second.addWidget(part)
        self.second.addStretch(1)
        self.second.addWidget(self._price)
        self.retranslate()

    def draft(self) -> LineDraft:
        """What stands in the row."""
        return LineDraft(
            name=self.goods.text(),
            unit_price=self.unit_price.text(),
            quantity=self.quantity.text(),
            special_price=self.special.isChecked(),
            stock=self.stock.value(),
            weight_kg=self.weight.text(),
        )

    def entries(self) -> dict[str, Entry]:
        """The fields that can be at fault, by their name in an order."""
        return {
            "name": self.goods,
            "unit_price": self.unit_price,
            "quantity": self.quantity,
            "weight_kg": self.weight,
        }

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        first = [self.goods, self.unit_price, self.quantity]
        return [*first, self.special, self.stock, self.weight, self._price, self.remove]

    def show_price(self, pays: str) -> None:
        """Shows the line's new price, e.g. ``486.60``; nothing when there is none."""
        self._pays = pays
        self._price.setVisible(bool(pays))
        self._price.setText(f"→ ¥{pays}")

    def retranslate(self) -> None:
        """Names everything in the language of the moment."""
        super().retranslate()
        self.goods.name(self.tr("Goods"))
        self.unit_price.name(self.tr("Price"))
        self.quantity.name(self.tr("Pieces"))
        self.weight.name(self.tr("kg"))
        self.special.setText(self.tr("Sale"))
        self.special.setToolTip(self.tr("Special price: no member discount"))
        self.stock.retranslate()
        self.stock.setAccessibleName(self.tr("Stock"))
        self._price.setToolTip(self.tr("New price of this line; click to copy"))
        self.show_price(self._pays)


class EarlierRow(Row):
    """One order placed before the new one."""

    def __init__(
        self, desk: Desk, changed: Callable[[], None], removed: Callable[[], None]
    ) -> None:
        super().__init__(desk, removed)
        self.status = Choice(changed, _statuses)
        self.hours = Entry(desk, changed, SMALL_PX, "24")
        self.regular = Entry(desk, changed)
        self.special = Entry(desk, changed)
        self.postage = Entry(desk, changed, PRICE_PX)
        self._ago = caption("caption")
        for shown in (self.status, self.hours, self._ago):
            self.first.addWidget(shown)
        self.first.addStretch(1)
        self.close_first()
        for widget in (self.regular, self.special, self.postage):
            self.second.addWidget(widget)
        self.retranslate()

    def draft(self) -> EarlierDraft:
        """What stands in the row."""
        return EarlierDraft(
            status=self.status.value(),
            hours_ago=self.hours.text(),
            regular_goods=self.regular.text(),
            special_goods=self.special.text(),
            postage_paid=self.postage.text(),
        )

    def entries(self) -> dict[str, Entry]:
        """The fields that can be at fault, by their name in a draft."""
        return {
            "hours_ago": self.hours,
            "regular_goods": self.regular,
            "special_goods": self.special,
            "postage_paid": self.postage,
        }

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        first = [self.status, self.hours, self.regular, self.special, self.postage]
        return [*first, self.remove]

    def retranslate(self) -> None:
        """Names everything in the language of the moment."""
        super().retranslate()
        self.status.retranslate()
        self.status.setAccessibleName(self.tr("Status"))
        self.hours.name(self.tr("Hours ago"))
        self._ago.setText(self.tr("hours ago"))
        self.regular.name(self.tr("Regular goods"))
        self.special.name(self.tr("Special goods"))
        self.postage.name(self.tr("Postage paid"))


def _stocks() -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    return [
        ("in_stock", translate("LineRow", "On hand")),
        ("preorder", translate("LineRow", "To order")),
        ("custom", translate("LineRow", "Custom")),
    ]


def _statuses() -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    return [
        ("unpaid", translate("EarlierRow", "Unpaid")),
        ("paid", translate("EarlierRow", "Paid, not shipped")),
        ("shipped", translate("EarlierRow", "Shipped")),
    ]
