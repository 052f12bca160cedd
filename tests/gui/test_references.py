"""A day at the window must not use up the interpreter's constants, as one PySide6 release did."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

TIMES = 1_000


class Speaker(QObject):
    said = Signal(bool)


def test_keys_signals_and_timers_leave_the_constants_as_often_held_as_before(qtbot: QtBot) -> None:
    line, speaker = QLineEdit(), Speaker()
    qtbot.addWidget(line)
    speaker.said.connect(lambda _said: None)
    gc.collect()  # what earlier tests left behind holds constants too
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(TIMES):
        QTest.keyClick(line, Qt.Key.Key_A)
        speaker.said.emit(True)
        QTimer(singleShot=True).deleteLater()
    after = sys.getrefcount(None), sys.getrefcount(True)
    lost = [was - now for was, now in zip(before, after, strict=True)]
    assert max(lost) < TIMES // 2, "this PySide6 release takes references it does not own"
