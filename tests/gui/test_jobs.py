"""Long work runs beside the window, and its end on the window's thread."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.jobs import ThreadJobs


def test_work_runs_on_another_thread_and_its_end_on_ours(qtbot: QtBot, qapp: QApplication) -> None:
    parent = QObject()
    ended = list[tuple[int, int]]()
    gate = threading.Event()

    def work() -> int:
        assert gate.wait(10)
        return threading.get_ident()

    ThreadJobs(parent).run(work, lambda worker: ended.append((worker, threading.get_ident())))
    assert ended == [], "the window goes on"
    gate.set()
    qtbot.waitUntil(lambda: bool(ended))
    [(worker, ender)] = ended
    assert ender == threading.get_ident() != worker


def test_what_goes_wrong_in_work_is_told_on_our_thread(qtbot: QtBot, qapp: QApplication) -> None:
    parent = QObject()
    jobs = ThreadJobs(parent)
    ended = list[object]()
    with qtbot.captureExceptions() as told:
        jobs.run(lambda: 1 // 0, ended.append)
        qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] is ZeroDivisionError
    assert ended == []
