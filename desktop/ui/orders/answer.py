"""The answer of the order room: the amount due, large, and what made it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.drop import drop
from desktop.ui.soon import soon
from desktop.ui.styled import style_by
from desktop.ui.theme import GAP_PX, SIDE_PX

_STEPS_PX = 116


class Answer(QFrame):
    """Stands at the foot of the form and follows every keystroke."""

    def __init__(self, reply: Callable[[], None], copy: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("answer")
        self._due_text = self._doubt = ""
        self._caption, self._due, self._note = QLabel(), QLabel(), QLabel()
        self._caption.setObjectName("due_caption")
        self._due.setObjectName("due")
        self._due.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._steps = QWidget()
        self._steps.setObjectName("steps")
        self._grid = QGridLayout(self._steps)
        self._grid.setContentsMargins(0, 0, GAP_PX, 0)
        self._grid.setSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("steps")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._steps)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reply, self._copy = QPushButton(), QPushButton()
        self._reply.setObjectName("primary")
        self._reply.clicked.connect(lambda _checked: reply())
        self._copy.clicked.connect(lambda _checked: copy(self._due_text))
        self._lay()
        self.show_nothing("")
        self._retranslate()

    def show_quote(self, due: str, note: str, steps: Sequence[tuple[str, str]]) -> None:
        """Shows a quote.

        Args:
            due: Yuan with two decimals, e.g. ``492.60``.
            note: What is near or special: ``还差 ¥1.00 包邮``.
            steps: Words and signed yuan, one pair a rule.
        """
        self._due_text = due
        self._due.setText(f"¥{due}")
        self._note.setText(note)
        self._show_steps(steps)
        self._enable(enabled=True)

    def show_nothing(self, why: str) -> None:
        """Shows that there is no amount yet, and why."""
        self._due_text = ""
        self._due.setText("¥ —")
        self._note.setText(why)
        self._show_steps(())
        self._enable(enabled=False)

    def show_doubt(self, why: str) -> None:
        """Marks the amount as one to be verified; not if ``why`` is empty."""
        self._doubt = why
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._caption)
        top.addWidget(self._due)
        top.addWidget(self._note, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_PX)
        buttons.addWidget(self._reply, 1)
        buttons.addWidget(self._copy, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, GAP_PX, SIDE_PX, GAP_PX + 2)
        column.setSpacing(GAP_PX)
        column.addLayout(top)
        column.addWidget(self._scroll)
        column.addLayout(buttons)

    def _show_steps(self, steps: Sequence[tuple[str, str]]) -> None:
        for old in self._steps.findChildren(QLabel):
            drop(old)
        for number, (words, amount) in enumerate(steps):
            text, yuan = QLabel(words), QLabel(amount)
            text.setWordWrap(True)
            for label in (text, yuan):
                label.setObjectName("step")
            self._grid.addWidget(text, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(
                yuan, number, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            )
        self._scroll.setVisible(bool(steps))
        self._grid.activate()
        self._fit_steps()
        soon(self, self._fit_steps)  # labels know their height once they are shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the steps the height their wrapped words take."""
        super().resizeEvent(event)
        self._fit_steps()

    def _fit_steps(self) -> None:
        width_px = self.width() - 2 * SIDE_PX
        wanted_px = max(0, self._grid.totalHeightForWidth(width_px))
        self._scroll.setFixedHeight(min(wanted_px, _STEPS_PX))

    def _enable(self, *, enabled: bool) -> None:
        self._reply.setEnabled(enabled)
        self._copy.setEnabled(enabled)

    def _retranslate(self) -> None:
        self._caption.setText(self.tr("Due (verify)") if self._doubt else self.tr("Due"))
        self._caption.setToolTip(self._doubt)
        style_by(self._caption, "doubt", bool(self._doubt))
        self._due.setAccessibleName(self.tr("Amount due"))
        self._reply.setText(self.tr("Make the reply"))
        self._reply.setToolTip(self.tr("Fills the reply phrase with this quote (Ctrl+Enter)"))
        self._copy.setText(self.tr("Copy amount"))
