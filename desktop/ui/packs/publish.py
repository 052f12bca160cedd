"""The window from which a supervisor publishes a pack: look, preview, put in force."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLayout, QVBoxLayout, QWidget

from desktop.core.packs.edition import Edition
from desktop.services.previewing import heading, problem_lines
from desktop.services.publish_desk import PublishDesk, Trouble
from desktop.services.publishing import Ready, Refused
from desktop.services.repositories import Publishing, Repository
from desktop.services.settings import line
from desktop.ui.desk import Desk
from desktop.ui.packs.publish_form import PublishForm
from desktop.ui.packs.signatures import Signatures
from desktop.ui.packs.written import WrittenDifference
from desktop.ui.theme import SIDE_PX

FOLDER = line("publish.folder")
_WIDTH_PX, _HEIGHT_PX = 560, 680
_LEAST_WIDTH_PX, _LEAST_HEIGHT_PX = 460, 560


class PublishWindow(QWidget):
    """A window of its own; what takes long runs beside it, one thing at a time. Esc closes it."""

    _stepped = Signal(str)

    def __init__(self, desk: Desk, publishing: PublishDesk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk = desk
        self._publishing = publishing
        self._known: tuple[Repository, ...] = ()
        self._found: Ready | Refused | Trouble | None = None
        self._suggested = ""
        self._busy = self._cancelled = False
        self._form = PublishForm()
        self._form.folder.setText(FOLDER.of(desk.services.settings))
        desk.theme.changed.connect(lambda: self._form.shown.setHtml(self._written(self._found)))
        self._signatures = Signatures(desk, publishing, self._form.passphrase.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, SIDE_PX, SIDE_PX, SIDE_PX)
        column.setSpacing(SIDE_PX)
        # what is said now and then must not push the window about
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self._form, 1)
        column.addWidget(self._signatures)
        self._connect()
        self.setMinimumSize(_LEAST_WIDTH_PX, _LEAST_HEIGHT_PX)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._retranslate()

    def open(self) -> None:
        """Comes to the front, and looks at the repositories and the pack."""
        self.show()
        self._form.folder.setFocus()
        self._desk.focus.bring(self)
        if not self._busy:
            self._begin(self.tr("Looking…"))
            self._desk.services.jobs.run(self._publishing.known, self._take_known)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Forgets the passphrase; what is under way goes on, and is told in the main window."""
        if not self._busy:
            self._form.passphrase.clear()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self._form.choose.clicked.connect(self._choose_folder)
        self._form.look.clicked.connect(self._look_at)
        self._form.folder.returnPressed.connect(self._look_at)
        self._form.folder.textEdited.connect(lambda: self._show(None))
        self._form.repository.activated.connect(self._look_at)
        self._form.despite.toggled.connect(self._allow)
        self._form.publish.clicked.connect(self._put_in_force)
        self._form.passphrase.returnPressed.connect(self._put_in_force)
        self._form.stop.clicked.connect(self._stop)
        self._stepped.connect(self._tell_step)

    def _take_known(self, known: tuple[Repository, ...] | Trouble) -> None:
        if isinstance(known, Trouble):
            self._end(known.said(self._desk.languages.words))
            return
        self._known = known
        self._form.offer([repository.name for repository in known])
        self._end("")
        self._look_at()

    def _choose_folder(self) -> None:
        if self._busy:
            return
        title = self.tr("Folder of the pack")
        chosen = QFileDialog.getExistingDirectory(self, title, self._form.folder.text())
        if chosen:
            self._form.folder.setText(chosen)
            self._look_at()

    def _look_at(self) -> None:
        folder, repository = self._form.folder.text().strip(), self._chosen()
        if self._busy or repository is None:
            return
        self._signatures.look(repository)
        if not folder:
            self._end(self.tr("Choose the folder of the pack."))
            return
        self._desk.kept(lambda: FOLDER.keep(self._desk.services.settings, folder))
        self._begin(self.tr("Checking the pack…"))
        self._desk.services.jobs.run(
            lambda: self._publishing.look(repository, Path(folder)), self._show
        )

    def _show(self, found: Ready | Refused | Trouble | None) -> None:
        """Shows what came of looking; None when another folder is being typed."""
        words = self._desk.languages.words
        self._found = found
        self._busy = False
        warnings = isinstance(found, Ready) and bool(found.made.warnings)
        self._form.despite.setChecked(False)
        self._form.despite.setVisible(warnings)
        self._form.shown.setHtml(self._written(found))
        said = ""
        if isinstance(found, Trouble):
            said = found.said(words)
        elif isinstance(found, Refused):
            said = words.text("repo.refused")
        elif found and found.unchanged:
            said = self.tr("Nothing has changed: agents have exactly this.")
        elif found:
            self._suggest(found.note)
        self._end(said)

    def _written(self, found: Ready | Refused | Trouble | None) -> str:
        """What came of looking, as a page."""
        if found is None or isinstance(found, Trouble):
            return ""
        words = self._desk.languages.words
        written = WrittenDifference(words, self._desk.theme.tokens)
        page = written.lines(problem_lines(found, words))
        if isinstance(found, Ready) and not found.unchanged:
            page += written.lines([heading(found, words)])
            page += written.everything(found.diff) if found.diff else ""
        return page

    def _suggest(self, note: str) -> None:
        """Puts in what the pack says, unless the supervisor has written something."""
        if self._form.note.toPlainText() in ("", self._suggested):
            self._form.note.setPlainText(note)
            self._suggested = note

    def _allow(self) -> None:
        """Enables what can be done now."""
        ready = isinstance(self._found, Ready) and not self._found.unchanged
        agreed = self._form.despite.isHidden() or self._form.despite.isChecked()
        self._form.publish.setEnabled(ready and agreed and not self._busy)
        self._form.stop.setVisible(self._busy)
        self._form.stop.setEnabled(not self._cancelled)
        self._form.set_busy(busy=self._busy)

    def _put_in_force(self) -> None:
        ready, repository = self._found, self._chosen()
        if not (self._form.publish.isEnabled() and isinstance(ready, Ready) and repository):
            return
        note, passphrase = self._form.note.toPlainText().strip(), self._form.passphrase.text()
        self._cancelled = False
        watch = Publishing(self._stepped.emit, lambda: self._cancelled)
        self._begin(self.tr("Publishing…"))
        self._desk.services.jobs.run(
            lambda: self._publishing.publish(repository, ready, note, passphrase, watch),
            self._published,
        )

    def _published(self, done: Edition | Trouble) -> None:
        words = self._desk.languages.words
        if isinstance(done, Trouble):
            said = done.said(words)
        else:
            said = words.text("repo.published", pack=done.pack, version=done.version)
            self._found = None
            self._form.shown.clear()
            self._form.note.clear()
            self._form.passphrase.clear()
        self._end(said)
        repository = self._chosen()
        if repository:
            self._signatures.look(repository)
        if not self.isVisible():
            self._form.passphrase.clear()
            self._desk.say(said, "", None)

    def _stop(self) -> None:
        self._cancelled = True
        self._form.state.setText(self.tr("Stopping…"))
        self._allow()

    def _tell_step(self, step: str) -> None:
        if self._busy and not self._cancelled:
            self._form.state.setText(self._desk.languages.words.text(f"repo.step.{step}"))

    def _chosen(self) -> Repository | None:
        number = self._form.repository.currentIndex()
        return self._known[number] if 0 <= number < len(self._known) else None

    def _begin(self, said: str) -> None:
        self._busy = True
        self._form.state.setText(said)
        self._allow()

    def _end(self, said: str) -> None:
        self._busy = self._cancelled = False
        self._form.state.setText(said)
        self._allow()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Publish a pack"))
        self._form.retranslate()
