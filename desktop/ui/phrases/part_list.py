"""The parts of a phrase in the editor: added, written, put in order, removed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QMimeData, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from desktop.core.packs.attached import MOST_BYTES
from desktop.core.phrases.model import MOST_PARTS, Attachment, Part
from desktop.core.problems import InputError, Problem, shown
from desktop.ui.desk import Desk
from desktop.ui.phrases.part_rows import AttachedRow, PartRow, TextRow
from desktop.ui.phrases.thumbnails import Thumbnails
from desktop.ui.theme import GAP_PX

_AS_THEY_ARE = ("image/png", "image/jpeg", "image/gif", "image/webp")


class PartList(QScrollArea):
    """One row a part, below each other.

    Signals:
        changed: The parts are others now.
        rebuilt: There are other rows now, or in another order.
    """

    changed = Signal()
    rebuilt = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._thumbnails = Thumbnails(desk.services.attachments, self)
        self._rows: list[PartRow] = []
        self.setObjectName("parts")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_PX)
        self.setWidget(inside)

    def take(self, parts: tuple[Part, ...]) -> None:
        """Starts on these parts."""
        for row in self._rows:
            _end(row)
        self._rows = [self._row(part) for part in parts]
        self._lay_out()

    def parts(self) -> tuple[Part, ...]:
        """The parts as they are now."""
        return tuple(row.part() for row in self._rows)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [stop for row in self._rows for stop in row.stops()]

    def show_problems(self, said: dict[str, str]) -> None:
        """Says what is wrong at each part, by ``where`` as ``check_own`` tells it."""
        for number, row in enumerate(self._rows):
            row.show_problem(said.get(f"parts[{number}]") or said.get("text", ""))

    def write(self, text: str) -> None:
        """Puts a text in where the caret is, or stood last."""
        texts = [row for row in self._rows if isinstance(row, TextRow)]
        if texts:
            row = next((row for row in texts if row.text.hasFocus()), texts[-1])
            row.text.insertPlainText(text)

    def retranslate(self) -> None:
        """Writes every text anew."""
        for number, row in enumerate(self._rows, 1):
            row.show_place(number, len(self._rows))

    def menu(self) -> QMenu:
        """What can be added now."""
        menu = QMenu(self)
        menu.addAction(self.tr("Text"), lambda: self._add(""))
        menu.addAction(self.tr("Pictures or files…"), self._choose)
        paste = menu.addAction(self.tr("Picture or file from the clipboard"), self._paste)
        held = _copied()
        paste.setEnabled(held is not None and (held.hasImage() or held.hasUrls()))
        for action in menu.actions():
            action.setEnabled(action.isEnabled() and len(self._rows) < MOST_PARTS)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _row(self, part: Part) -> PartRow:
        row: PartRow
        if isinstance(part, Attachment):
            row = AttachedRow(part, self._desk, self._thumbnails)
        else:
            row = TextRow(part, self._desk)
            row.pasted.connect(self._attach)
        row.changed.connect(self.changed)
        row.moved.connect(partial(self._move, row))
        row.removed.connect(partial(self._drop, row))
        return row

    def _add(self, part: Part, place: int | None = None) -> None:
        row = self._row(part)
        self._rows.insert(len(self._rows) if place is None else place, row)
        self._lay_out()
        if isinstance(row, TextRow):
            row.text.setFocus()
        self.ensureWidgetVisible(row)

    def _move(self, row: PartRow, by: int) -> None:
        place = self._rows.index(row)
        self._rows.insert(place + by, self._rows.pop(place))
        self._lay_out()

    def _drop(self, row: PartRow) -> None:
        place, part = self._rows.index(row), row.part()
        self._rows.remove(row)
        _end(row)
        if not self._rows:
            self._rows.append(self._row(""))
        self._lay_out()
        undo = partial(self._add, part, place)
        self._desk.say(self.tr("The part is removed."), self.tr("Undo"), undo)

    def _lay_out(self) -> None:
        """The rows in their order; texts share the room that is left."""
        while (item := self._column.takeAt(0)) is not None:
            del item
        for row in self._rows:
            self._column.addWidget(row, 1 if isinstance(row, TextRow) else 0)
            row.show()
        if not any(isinstance(row, TextRow) for row in self._rows):
            self._column.addStretch(1)
        self.retranslate()
        self.rebuilt.emit()
        self.changed.emit()

    # -- pictures and files ----------------------------------------------------------------

    def _choose(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Pictures or files to send"))
        for path in paths:
            self._attach_file(path)

    def _paste(self) -> None:
        held = _copied()
        if held is not None:
            self._attach(held)

    def _attach(self, held: QMimeData) -> None:
        """Adds what was copied: files, or a picture as it is where it is one that can be sent."""
        urls: list[QUrl] = held.urls()
        if urls:
            for url in urls:
                self._attach_file(url.toLocalFile())
            return
        raw = next((name for name in _AS_THEY_ARE if held.hasFormat(name)), None)
        data = bytes(held.data(raw).data()) if raw else _as_png(held.imageData())
        ending = raw.removeprefix("image/") if raw else "png"
        self._attach_data(f"{self.tr('Picture')}.{ending}", data)

    def _attach_file(self, path: str) -> None:
        file = QFile(path)
        if not file.open(QIODevice.OpenModeFlag.ReadOnly):
            values = {"path": shown(path), "why": file.errorString()}
            self._say(InputError(Problem("unreadable", values=values)))
            return
        data = bytes(file.read(MOST_BYTES["file"] + 1).data())
        file.close()
        self._attach_data(path.rpartition("/")[2], data)

    def _attach_data(self, name: str, data: bytes) -> None:
        added: list[Attachment] = []

        def add() -> None:
            added.append(self._desk.services.attachments.add(name, data))

        try:
            self._desk.kept(add)
        except InputError as wrong:
            self._say(wrong)
        for attachment in added:
            if len(self._rows) < MOST_PARTS:
                self._add(attachment)

    def _say(self, wrong: InputError) -> None:
        words = self._desk.languages.words
        self._desk.say("; ".join(map(words.problem, wrong.problems)), "", None)

    def sizeHint(self) -> QSize:
        """As much as there is room for."""
        return QSize(0, 0)


def _copied() -> QMimeData | None:
    """What is on the clipboard; some systems have none for nothing."""
    return QGuiApplication.clipboard().mimeData()


def _end(row: PartRow) -> None:
    row.hide()
    row.setParent(None)
    row.deleteLater()


def _as_png(image: object) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if isinstance(image, QImage):
        image.save(buffer, "PNG")  # type: ignore[call-overload]
    made: QByteArray = buffer.data()
    return bytes(made.data())
