"""The order room's panel: a form above, the answer below, recomputed on every keystroke."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.core.money import format_yuan
from desktop.core.orders.shop import Shop
from desktop.services.filling import order_values
from desktop.services.quoting import QuoteText
from desktop.ui.desk import Desk, Panel
from desktop.ui.orders import ID
from desktop.ui.orders.answer import Answer
from desktop.ui.orders.form import Form
from desktop.ui.orders.state import Answered, Unanswered, answer
from desktop.ui.soon import soon

REPLY = "scenario:price.quote"


class OrderPanel(Panel):
    """Quotes what stands in the form and hands the values to the phrases."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._clock = desk.services.clock
        self._current, self._following = desk.services.current, desk.services.following
        self._form = Form(self._rules, desk, self._follow)
        self._answer = Answer(self._reply, desk.sender.copy)
        self._answered = False
        self._scroll = scroll = QScrollArea()
        scroll.setObjectName("orderScroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._form)
        app = cast("QApplication", QApplication.instance())
        app.focusChanged.connect(self._keep_in_sight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(self._answer)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(
                QKeySequence(keys),
                self,
                self._reply,
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )
        self._current.on_change.append(self._take_pack)
        self._following.on_change.append(self._show_doubt)
        self._show_doubt()
        self._follow()

    def enter(self) -> None:
        """Puts the caret where the first price goes."""
        self._form.enter()

    def run(self, command: str) -> None:
        """Runs ``order``: takes the focus for typing an order."""
        del command
        self._desk.open_room(ID)
        self._desk.focus.take()
        self.enter()

    def toast_bottom_px(self) -> int:
        """Above the answer, so that the amount stays readable."""
        return self._answer.y()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language: the explanation's words come from the shared table."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show_doubt()
            self._follow()
        super().changeEvent(event)

    def _keep_in_sight(self, left: QWidget | None, entered: QWidget | None) -> None:
        """Scrolls to where the caret is, also when it was put there by us."""
        del left
        if entered is not None and self._form.isAncestorOf(entered):
            # a row that was just added takes its place first
            soon(entered, lambda: self._scroll.ensureWidgetVisible(entered))

    def _reply(self) -> None:
        if self._answered:
            self._desk.run(REPLY)

    def _rules(self) -> Shop | None:
        """What counts at this moment; None if the open pack has no rules."""
        shop = self._current.shop
        return shop.at(self._clock.now()) if shop else None

    def _take_pack(self) -> None:
        """Other rules count: those of another shop, a newer edition, or another time."""
        self._form.take_rules()
        self._show_doubt()
        self._follow()

    def _show_doubt(self) -> None:
        followed = self._following.of(self._current.pack.id)
        words = self._desk.languages.words
        self._answer.show_doubt(followed.told_doubt(words) if followed else "")

    def _follow(self) -> None:
        shop = self._current.shop
        if shop is None:
            self._answered = False
            self._desk.values.set_quote({})
            return
        found = answer(self._form.draft(), self._clock.now(), shop)
        self._answered = isinstance(found, Answered)
        words = self._desk.languages.words
        if isinstance(found, Unanswered):
            self._form.show_faults({w: words.problem(p) for w, p in found.faults.items()})
            self._form.show_prices(())
            self._answer.show_nothing(
                self.tr("Check the red fields") if found.faults else self.tr("Type a price")
            )
            self._desk.values.set_quote({})
            return
        text = QuoteText(words)
        self._form.show_faults({})
        self._form.show_prices(found.prices)
        steps = text.steps(found.quote)
        self._answer.show_quote(format_yuan(found.quote.due), text.note(found.quote), steps)
        self._desk.values.set_quote(order_values(found.quote, found.order))
