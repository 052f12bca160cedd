"""Later, on Qt's loop."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer

from desktop.services.ports import Action


class QtScheduler(QObject):
    """Calls back from the loop of the thread it was made in."""

    def call_later(self, delay_ms: int, action: Action) -> Action:
        """Runs ``action`` once after ``delay_ms``; the returned function cancels it."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        # a coarse timer may be 5 % late, and everything here is a matter of milliseconds
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        waiting = [timer]

        def end() -> None:
            waiting.clear()
            timer.stop()
            timer.deleteLater()

        def fire() -> None:
            end()
            action()

        def cancel() -> None:
            if waiting:  # a timer that has fired is no longer there to be asked
                end()

        timer.timeout.connect(fire)
        timer.start(delay_ms)
        return cancel
