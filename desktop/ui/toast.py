"""One line that tells an outcome, with a button if there is something to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop.services.ports import Action
from desktop.ui.theme import GAP_PX, SIDE_PX

SHOWN_MS = 5_000


class Toast(QWidget):
    """Floats over its parent for a few seconds; stays while the pointer is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QToolButton()
        self._button.clicked.connect(self._act)
        self._action: Action | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE_PX, GAP_PX, GAP_PX, GAP_PX)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SHOWN_MS)
        self._clock.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, label: str, action: Action | None) -> None:
        """Shows the line; ``label`` is the button's text and unused without an action."""
        self._action = action
        self._text.setText(text)
        self._button.setText(label)
        self._button.setVisible(action is not None)
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._clock.start()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def stand(self, width_px: int, bottom_px: int) -> None:
        """Takes its place in the parent: centred, its lower edge at ``bottom_px``."""
        room_px = width_px - 2 * SIDE_PX
        height_px = max(self.heightForWidth(room_px), self.sizeHint().height())
        self.setGeometry(SIDE_PX, bottom_px - height_px - GAP_PX, room_px, height_px)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Waits while the agent is on it."""
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Goes a while after the agent left it."""
        self._clock.start()
        super().leaveEvent(event)

    def _act(self) -> None:
        action, self._action = self._action, None
        self.hide()
        if action is not None:
            action()
