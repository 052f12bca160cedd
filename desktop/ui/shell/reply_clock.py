"""The reply clock in the header: how long the customer has waited, green, amber or red."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QToolButton

from desktop.core.hotkeys import REPLY_CLOCK
from desktop.core.reply_clock import LATE_S, QUICK_S, Band, band, shown
from desktop.ui.desk import Desk
from desktop.ui.styled import style_by

_SECOND_MS, _SIZE_PX = 1000, 28
_INKS = {Band.QUICK: "good", Band.SLOW: "warn", Band.LATE: "danger"}
_PAST = {Band.QUICK: "", Band.SLOW: f" >{QUICK_S}s", Band.LATE: f" >{LATE_S}s"}
"""Says the colour again for who does not see it."""


class ReplyClockButton(QToolButton):
    """A click starts the clock, or stops it without an answer. It ticks while it is seen to run."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("reply_clock")
        self.setAutoRaise(True)
        self.setIconSize(QSize(16, 16))
        self.setFixedHeight(_SIZE_PX)
        self.setMinimumWidth(_SIZE_PX)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._desk = desk
        self._clock = desk.services.reply_clock
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.timeout.connect(self._show)
        self.clicked.connect(self._use)
        self._clock.on_change.append(self._show)
        desk.theme.changed.connect(self._show)
        self._show()

    def event(self, event: QEvent) -> bool:
        """Tells the day's figures, and the key, when the agent asks for them."""
        if event.type() == QEvent.Type.ToolTip:
            keys = self._desk.services.hotkeys.commands()[REPLY_CLOCK]
            self.setToolTip(f"{self._day()} ({keys})" if keys else self._day())
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ticks again."""
        self._show()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Costs nothing while nobody looks."""
        self._tick.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _use(self) -> None:
        if self._clock.waited_ms() is None:
            self._clock.start()
        else:
            self._clock.cancel()

    def _show(self) -> None:
        waited_ms = self._clock.waited_ms()
        if waited_ms is None:
            self._tick.stop()
            self._dress("", "dim", "")
            self.setAccessibleName(self.tr("Start the reply clock"))
            return
        worth, time = band(waited_ms), shown(waited_ms)
        self._dress(time + _PAST[worth], _INKS[worth], worth)
        self.setAccessibleName(self.tr("Reply clock: {time}").format(time=self.text()))
        if self.isVisible():
            self._tick.start(_SECOND_MS - int(waited_ms) % _SECOND_MS)

    def _dress(self, text: str, ink: str, worth: str) -> None:
        self.setText(text)
        self.setIcon(self._desk.icons.tinted("clock", ink))
        style_by(self, "worth", worth)

    def _day(self) -> str:
        day = self._clock.day()
        if not day.count:
            return self.tr("Times how long the customer waits: the next paste stops it")
        said = self.tr("Today: {count} answers, half of them within {median}")
        return said.format(count=day.count, median=shown(day.median_ms))
