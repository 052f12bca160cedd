"""A field that takes a hotkey by pressing it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.core.hotkeys import Hotkey, HotkeyError, Modifier, parse_hotkey

_HELD = {
    Qt.KeyboardModifier.ControlModifier: Modifier.CTRL,
    Qt.KeyboardModifier.AltModifier: Modifier.ALT,
    Qt.KeyboardModifier.ShiftModifier: Modifier.SHIFT,
    Qt.KeyboardModifier.MetaModifier: Modifier.META,
}
_MODIFIER_KEYS = {
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
}
_NAMES = {
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_PageUp: "PageUp",
    Qt.Key.Key_PageDown: "PageDown",
    Qt.Key.Key_Backtab: "Tab",
    **{
        Qt.Key[f"Key_{name}"]: name
        for name in ("Space", "Tab", "Backspace", "Insert", "Delete", "Home", "End")
    },
    **{Qt.Key[f"Key_{name}"]: name for name in ("Left", "Right", "Up", "Down")},
    **{Qt.Key[f"Key_F{number}"]: f"F{number}" for number in range(1, 25)},
}
_PAST_ASCII = 0x80
_SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True))
"""What Qt calls a key while Shift is down on the usual layouts, and what stands on the key."""


class Recorder(QLineEdit):
    """Shows the keys as they are pressed; Backspace alone empties it, Esc and Tab pass.

    Signals:
        recorded: A hotkey was pressed, or None after Backspace.
        listening: It got the keyboard (True), or lost it.
    """

    recorded = Signal(object)
    listening = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self._retranslate()

    def event(self, event: QEvent) -> bool:
        """Claims key presses before shortcuts and focus keys see them."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes the hotkey, or shows the modifiers while only they are down."""
        held = _modifiers(event)
        if not held and event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif not held and event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.clear()
            self.recorded.emit(None)
        elif event.key() in _MODIFIER_KEYS:
            self.setText("".join(f"{m.name.capitalize()}+" for m in held if m.name))
        else:
            self._take(Hotkey(held, _key_name(event)))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Forgets modifiers that were let go without a key."""
        if self.text().endswith("+") and not self.text().endswith("++"):
            self.clear()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Listens."""
        super().focusInEvent(event)
        self.listening.emit(event.gotFocus())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Listens no more."""
        super().focusOutEvent(event)
        self.listening.emit(event.gotFocus())

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _take(self, pressed: Hotkey) -> None:
        try:
            hotkey = parse_hotkey(str(pressed))
        except HotkeyError:
            self.clear()
            return
        self.setText(str(hotkey))
        self.recorded.emit(hotkey)

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Press the keys, e.g. Ctrl+Alt+J"))


def _modifiers(event: QKeyEvent) -> Modifier:
    held = Modifier(0)
    for theirs, ours in _HELD.items():
        if event.modifiers() & theirs:
            held |= ours
    return held


def _key_name(event: QKeyEvent) -> str:
    key = Qt.Key(event.key())
    if key in _NAMES:
        return _NAMES[key]
    sign = chr(key) if key < _PAST_ASCII else ""
    return _SHIFTED.get(sign, sign)
