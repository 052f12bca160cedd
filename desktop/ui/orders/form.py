"""The order form: buyer, goods, and the orders of the last days."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.orders.draft import OrderDraft
from desktop.core.orders.provinces import find_province, short_name
from desktop.core.orders.shop import Shop
from desktop.ui.desk import Desk
from desktop.ui.drop import drop
from desktop.ui.orders.inputs import Choice, Entry, Tick, caption, text_button
from desktop.ui.orders.lines import SMALL_PX, EarlierRow, LineRow
from desktop.ui.theme import GAP_PX, SIDE_PX


class Form(QWidget):
    """Calls ``changed`` after every keystroke; ``draft`` is what stands in it."""

    def __init__(
        self,
        shop: Callable[[], Shop | None],
        desk: Desk,
        changed: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setObjectName("orderForm")
        self._shop = shop
        self._desk = desk
        self._changed = changed
        self._lines: list[LineRow] = []
        self._earlier: list[EarlierRow] = []
        self._address = Entry(desk, self._address_changed)
        self._courier = Choice(changed, self._couriers)
        self._spent = Entry(desk, changed)
        self._parcels = Entry(desk, changed, SMALL_PX, "1")
        self._vip = Tick(changed)
        self._titles = (caption("heading"), caption("heading"), caption("heading"))
        self._parcels_caption = caption("caption")
        self._add_line = text_button(desk.icons, self._new_line)
        self._add_earlier = text_button(desk.icons, self._new_earlier)
        self._lay()
        self._new_line(quiet=True)
        self._retranslate()

    def enter(self) -> None:
        """Puts the caret where the first price goes, or where the buyer lives if unknown."""
        first = self._address if not self._address.text() else self._lines[0].unit_price
        first.setFocus()
        first.selectAll()

    def draft(self) -> OrderDraft:
        """What stands in the form."""
        return OrderDraft(
            province=self._province(),
            courier=self._courier.value(),
            parcels=self._parcels.text(),
            spent_before=self._spent.text(),
            free_shipping_vip=self._vip.isChecked(),
            lines=tuple(row.draft() for row in self._lines),
            earlier_orders=tuple(row.draft() for row in self._earlier),
        )

    def take_rules(self) -> None:
        """Offers the couriers of the rules that count now."""
        self._courier.retranslate()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Marks each field with the words of what is wrong, and clears the others."""
        for where, entry in self._entries().items():
            entry.show_fault(faults.get(where, ""))

    def show_prices(self, prices: Sequence[str]) -> None:
        """Shows each row's new price; none when the sequence is empty."""
        for number, row in enumerate(self._lines):
            row.show_price(prices[number] if number < len(prices) else "")

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _province(self) -> str:
        typed = self._address.text().strip()
        return find_province(typed) or typed

    def _couriers(self) -> list[tuple[str, str]]:
        province = short_name(self._province())
        shop = self._shop()
        area = shop.area_of(province) if shop and province else None
        words = self._desk.languages.words
        return [(c.id, words.courier(c.id)) for c in area.couriers] if area else []

    def _address_changed(self) -> None:
        self._courier.retranslate()
        self._changed()

    def _entries(self) -> dict[str, Entry]:
        entries = {
            "ship_to.province": self._address,
            "customer.spent_before": self._spent,
            "parcels": self._parcels,
        }
        rows: Mapping[str, Sequence[LineRow | EarlierRow]] = {
            "lines": self._lines,
            "earlier_orders": self._earlier,
        }
        for kind, members in rows.items():
            for number, row in enumerate(members):
                for name, entry in row.entries().items():
                    entries[f"{kind}[{number}].{name}"] = entry
        return entries

    def _new_line(self, *, quiet: bool = False) -> None:
        row = LineRow(self._desk, self._changed, lambda: self._remove(self._lines, row))
        self._lines.append(row)
        self._line_rows.addWidget(row)
        self._order_stops()
        if not quiet:
            row.unit_price.setFocus()
            self._changed()

    def _new_earlier(self) -> None:
        row = EarlierRow(self._desk, self._changed, lambda: self._remove(self._earlier, row))
        self._earlier.append(row)
        self._earlier_rows.addWidget(row)
        self._order_stops()
        row.regular.setFocus()
        self._changed()

    def _order_stops(self) -> None:
        """Makes Tab walk the form as the eye does."""
        stops: list[QWidget] = [self._address, self._courier, self._spent, self._parcels, self._vip]
        for line in self._lines:
            stops += line.stops()
        stops.append(self._add_line)
        for earlier in self._earlier:
            stops += earlier.stops()
        stops.append(self._add_earlier)
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _remove(self, rows: list[LineRow] | list[EarlierRow], row: LineRow | EarlierRow) -> None:
        rows.remove(row)  # type: ignore[arg-type]
        drop(row)
        if not self._lines:
            self._new_line(quiet=True)
        self._changed()

    def _lay(self) -> None:
        buyer = QGridLayout()
        buyer.setSpacing(GAP_PX)
        buyer.addWidget(self._address, 0, 0)
        buyer.addWidget(self._courier, 0, 1)
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        for widget in (self._spent, self._parcels_caption, self._parcels, self._vip):
            row.addWidget(widget)
        self._line_rows, self._earlier_rows = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, GAP_PX, SIDE_PX, GAP_PX)
        column.setSpacing(GAP_PX)
        column.addWidget(self._titles[0])
        column.addLayout(buyer)
        column.addLayout(row)
        for title, rows, add in (
            (self._titles[1], self._line_rows, self._add_line),
            (self._titles[2], self._earlier_rows, self._add_earlier),
        ):
            rows.setSpacing(GAP_PX)
            column.addWidget(title)
            column.addLayout(rows)
            column.addWidget(add)
        column.addStretch(1)

    def _retranslate(self) -> None:
        for label, words in zip(
            self._titles,
            (self.tr("Buyer"), self.tr("Goods"), self.tr("Orders of the last days")),
            strict=True,
        ):
            label.setText(words)
        self._address.name(self.tr("Province, or paste the address"))
        self._spent.name(self.tr("Spent so far"))
        self._parcels.name(self.tr("Parcels"))
        self._parcels_caption.setText(self.tr("Parcels"))
        self._vip.setText(self.tr("VIP"))
        self._vip.setToolTip(self.tr("Always ships for free"))
        self._courier.retranslate()
        self._courier.setAccessibleName(self.tr("Courier"))
        self._add_line.setText(self.tr("Add goods"))
        self._add_earlier.setText(self.tr("Add an earlier order"))
