"""One pack that is followed: how it stands, what is new, and the way out of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop.services.followed import Followed
from desktop.services.words import Words
from desktop.ui.settings.page import small
from desktop.ui.theme import GAP_PX, SIDE_PX


class PackCard(QFrame):
    """Shows a pack; it is made anew when there is something else to show.

    Signals:
        leave_wanted: The agent does not want to follow it any more.
    """

    leave_wanted = Signal()

    def __init__(self, followed: Followed, words: Words) -> None:
        super().__init__()
        self.setObjectName("settings_card")
        pack = followed.subscription.pack
        title = QLabel(followed.name or pack)
        title.setObjectName("card_title")
        title.setWordWrap(True)
        leave = QPushButton(QCoreApplication.translate("PackCard", "Leave…"))
        leave.setAccessibleName(f"{leave.text()} {title.text()}")
        leave.clicked.connect(self.leave_wanted)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, GAP_PX, SIDE_PX, SIDE_PX)
        column.setSpacing(GAP_PX)
        column.addLayout(head)
        for name, text in (("hint", _state(followed)), ("field_problem", _worry(followed, words))):
            line = small(name)
            line.setText(text)
            line.setVisible(bool(text))
            column.addWidget(line)


def _state(followed: Followed) -> str:
    pack, held = followed.subscription.pack, followed.held
    if held is None:
        said = QCoreApplication.translate("PackCard", "{pack} — nothing has arrived yet")
        return said.format(pack=pack)
    said = QCoreApplication.translate("PackCard", "{pack} v{version} — found in order {when}")
    when = f"{held.checked_at.astimezone():%Y-%m-%d %H:%M}"
    return said.format(pack=pack, version=held.edition.version, when=when)


def _worry(followed: Followed, words: Words) -> str:
    trouble = followed.trouble
    why = words.text(f"remote.{trouble.code}", **trouble.values) if trouble else ""
    return "\n".join(filter(None, (why, followed.told_doubt(words))))
