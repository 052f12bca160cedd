"""The page for the agent's data: where it lies, and its backups."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QMessageBox, QPushButton

from desktop.services.ports import Backup
from desktop.ui.desk import Desk
from desktop.ui.settings.page import Page, heading, small
from desktop.ui.theme import GAP_PX, SIDE_PX

_LIST_PX = 180


class DataPage(Page):
    """Shows the folder, makes a backup, and starts the program again with an older one."""

    id = "data"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._archive = desk.services.machine.archive
        self._backups: list[Backup] = []
        self._folder_heading, self._backups_heading = heading(), heading()
        self._folder = QLabel(str(self._archive.folder))
        self._folder.setWordWrap(True)
        self._folder.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._open, self._back_up, self._restore = QPushButton(), QPushButton(), QPushButton()
        self._open.clicked.connect(self._open_folder)
        self._back_up.clicked.connect(self._back_up_now)
        self._restore.clicked.connect(self._ask_restore)
        self._hint = small("hint")
        self._list = QListWidget()
        self._list.setObjectName("backups")
        self._list.setFixedHeight(_LIST_PX)
        buttons = QHBoxLayout()
        buttons.addWidget(self._back_up)
        buttons.addWidget(self._restore)
        self.column.setSpacing(GAP_PX)
        self.column.addWidget(self._folder_heading)
        self.column.addWidget(self._folder)
        self.column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(SIDE_PX)
        self.column.addWidget(self._backups_heading)
        self.column.addWidget(self._hint)
        self.column.addWidget(self._list)
        self.column.addLayout(buttons)

    @staticmethod
    def title() -> str:
        """The page's title."""
        return QCoreApplication.translate("DataPage", "Data")

    def refresh(self) -> None:
        """Shows the backups there are."""
        self._backups = list(self._archive.copies())
        self._list.clear()
        self._list.addItems([_time(backup) for backup in self._backups])
        self._list.setCurrentRow(0)
        self._restore.setEnabled(bool(self._backups))

    def retranslate(self) -> None:
        """Writes every text anew."""
        self._folder_heading.setText(self.tr("Where your phrases, pins and settings are"))
        self._folder.setAccessibleName(self.tr("Data folder"))
        self._open.setText(self.tr("Open the folder"))
        self._backups_heading.setText(self.tr("Backups"))
        self._hint.setText(self.tr("One is made every day, and the last seven days are kept."))
        self._hint.show()
        self._list.setAccessibleName(self.tr("Backups"))
        self._back_up.setText(self.tr("Back up now"))
        self._restore.setText(self.tr("Restore…"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._archive.folder)))

    def _back_up_now(self) -> None:
        if self.desk.kept(self._archive.back_up):
            self.refresh()
            self.desk.say(self.tr("The backup is made."), "", None)

    def _ask_restore(self) -> None:
        backup = self._backups[self._list.currentRow()]
        said = self.tr(
            "Go back to the backup of {time}? What you have now is backed up first, then the "
            "program starts again."
        )
        answer = QMessageBox.question(self, self.tr("Restore"), said.format(time=_time(backup)))
        if answer == QMessageBox.StandardButton.Yes:
            self.desk.kept(lambda: self.desk.services.machine.restore(backup))


def _time(backup: Backup) -> str:
    return backup.made_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
