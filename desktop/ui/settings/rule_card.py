"""How one program takes phrases, as four controls on a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QToolButton,
    QWidget,
)

from desktop.core.hotkeys import Hotkey
from desktop.core.pasting import MOST_PAUSE_MS, PASTE_KEYS, SEND_KEYS, PasteRule
from desktop.ui.desk import Desk
from desktop.ui.theme import GAP_PX, SIDE_PX

_STEP_MS, _CONTROL_PX, _HEAD_PX = 50, 104, 24


class RuleCard(QFrame):
    """Shows a rule and tells what the agent makes of it.

    Signals:
        changed: The rule is another now.
        removed: The program shall have no rule of its own any more.
    """

    changed = Signal(PasteRule)
    removed = Signal()

    def __init__(self, desk: Desk, *, removable: bool) -> None:
        super().__init__()
        self.setObjectName("settings_card")
        self._icons = desk.icons
        self._title = QLabel()
        self._title.setObjectName("card_title")
        self._remove = QToolButton()
        self._remove.setIconSize(QSize(16, 16))
        self._remove.setFixedSize(_HEAD_PX, _HEAD_PX)
        if not removable:
            self._remove.hide()
        self._remove.clicked.connect(self.removed)
        self._before, self._between = _pause(), _pause()
        self._paste, self._send = _keys(PASTE_KEYS), _keys(SEND_KEYS)
        self._labels = {control: QLabel() for control in self._controls()}
        self._lay_out()
        for pause in (self._before, self._between):
            pause.valueChanged.connect(self._tell)
        for keys in (self._paste, self._send):
            keys.activated.connect(self._tell)
        desk.theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def name(self, title: str) -> None:
        """Names the program, and every control for it."""
        translate = QCoreApplication.translate
        names = (
            translate("RuleCard", "Pause before pasting"),
            translate("RuleCard", "Pause between parts"),
            translate("RuleCard", "Paste key"),
            translate("RuleCard", "Send key"),
        )
        self._title.setText(title)
        for control, name in zip(self._controls(), names, strict=True):
            self._labels[control].setText(name)
            control.setAccessibleName(f"{title}: {name}")
        remove = translate("RuleCard", "Remove the rule")
        self._remove.setToolTip(remove)
        self._remove.setAccessibleName(f"{title}: {remove}")

    def show_rule(self, rule: PasteRule) -> None:
        """Shows the rule without telling of it."""
        for pause, value_ms in ((self._before, rule.before_ms), (self._between, rule.between_ms)):
            with QSignalBlocker(pause):
                pause.setValue(value_ms)
        self._paste.setCurrentIndex(PASTE_KEYS.index(rule.paste_key))
        self._send.setCurrentIndex(SEND_KEYS.index(rule.send_key))

    def _controls(self) -> tuple[QWidget, ...]:
        return self._before, self._between, self._paste, self._send

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(SIDE_PX, GAP_PX, SIDE_PX, SIDE_PX)
        grid.setHorizontalSpacing(SIDE_PX)
        grid.setVerticalSpacing(GAP_PX)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._remove)
        grid.addLayout(head, 0, 0, 1, 2)
        for row, control in enumerate(self._controls(), 1):
            control.setFixedWidth(_CONTROL_PX)
            self._labels[control].setBuddy(control)
            grid.addWidget(self._labels[control], row, 0)
            grid.addWidget(control, row, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowMinimumHeight(0, _HEAD_PX)

    def _tell(self) -> None:
        self.changed.emit(
            PasteRule(
                self._before.value(),
                self._between.value(),
                PASTE_KEYS[self._paste.currentIndex()],
                SEND_KEYS[self._send.currentIndex()],
            )
        )

    def _paint_icon(self) -> None:
        self._remove.setIcon(self._icons.tinted("close"))


def _pause() -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, MOST_PAUSE_MS)
    box.setSingleStep(_STEP_MS)
    box.setSuffix(" ms")
    box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    box.setKeyboardTracking(False)  # half a number is no pause
    return box


def _keys(keys: Sequence[Hotkey]) -> QComboBox:
    box = QComboBox()
    box.addItems([str(key) for key in keys])
    return box
