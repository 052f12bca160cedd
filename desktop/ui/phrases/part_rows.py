"""One part of a phrase in the editor: a text to write, or a picture or file to keep or drop."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QToolButton, QWidget

from desktop.core.phrases.model import Attachment, Part
from desktop.ui.desk import Desk
from desktop.ui.labelled import Labelled
from desktop.ui.phrases.inlay import Chip
from desktop.ui.phrases.thumbnails import Thumbnails

_BUTTON_PX, _LEAST_PX = 22, 54


class PartRow(Labelled):
    """A part with its place and what can be done to it; its subclass knows what it holds.

    Signals:
        changed: It holds something else now.
        moved: It shall go so many places down.
        removed: It shall go.
    """

    changed = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, inside: QWidget, desk: Desk) -> None:
        super().__init__(inside)
        self._desk = desk
        self._up, self._down, self._remove = QToolButton(), QToolButton(), QToolButton()
        for button in (self._up, self._down, self._remove):
            button.setFixedSize(_BUTTON_PX, _BUTTON_PX)
            self.put_beside(button)
        self._up.clicked.connect(partial(self.moved.emit, -1))
        self._down.clicked.connect(partial(self.moved.emit, 1))
        self._remove.clicked.connect(self.removed)
        desk.theme.changed.connect(self._paint_icons)
        self._paint_icons()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.inside, self._up, self._down, self._remove]

    def part(self) -> Part:
        """What it holds."""
        raise NotImplementedError

    def called(self) -> str:
        """What its kind is called in the language of the moment."""
        raise NotImplementedError

    def show_place(self, number: int, count: int) -> None:
        """Names it by its place; a part that is alone has none, and nothing to be done to it."""
        several = count > 1
        self.name(f"{number} · {self.called()}" if several else self.called())
        self._up.setEnabled(number > 1)
        self._down.setEnabled(number < count)
        for button, said in (
            (self._up, self.tr("Move part {number} up")),
            (self._down, self.tr("Move part {number} down")),
            (self._remove, self.tr("Remove part {number}")),
        ):
            button.setVisible(several)
            button.setToolTip(said.format(number=number))
            button.setAccessibleName(said.format(number=number))

    def _paint_icons(self) -> None:
        for button, icon in ((self._up, "up"), (self._down, "down"), (self._remove, "trash")):
            button.setIcon(self._desk.icons.tinted(icon))


class _Text(QPlainTextEdit):
    """A text into which pictures and files are not pasted but handed on.

    Signals:
        pasted: What was pasted and is no text.
    """

    pasted = Signal(QMimeData)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Pictures too."""
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text is text also where a picture of it comes along, as from a table or a page."""
        if source.hasText() and not source.hasUrls():
            super().insertFromMimeData(source)
        else:
            self.pasted.emit(source)


class TextRow(PartRow):
    """A text.

    Signals:
        pasted: A picture or file was pasted into it.
    """

    pasted = Signal(QMimeData)

    def __init__(self, text: str, desk: Desk) -> None:
        self.text = _Text()
        super().__init__(self.text, desk)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(_LEAST_PX)
        self.text.setPlainText(text)
        self.text.textChanged.connect(self.changed)
        self.text.pasted.connect(self.pasted)
        desk.focus.lend_to(self.text.viewport())

    def part(self) -> str:
        """The text, without blanks around it."""
        return self.text.toPlainText().strip()

    def called(self) -> str:
        """Text."""
        return self.tr("Text")


class AttachedRow(PartRow):
    """A picture or a file."""

    def __init__(self, attachment: Attachment, desk: Desk, thumbnails: Thumbnails) -> None:
        self._attachment = attachment
        super().__init__(_ChipView(attachment, desk, thumbnails), desk)

    def part(self) -> Attachment:
        """The attachment."""
        return self._attachment

    def show_place(self, number: int, count: int) -> None:
        """A screen reader hears which one it is, too."""
        super().show_place(number, count)
        self.inside.setAccessibleName(f"{self.inside.accessibleName()} {self._attachment.name}")

    def called(self) -> str:
        """Its kind."""
        return self.tr("Picture") if self._attachment.kind == "picture" else self.tr("File")


class _ChipView(QWidget):
    """Shows a chip as it stands in the preview."""

    def __init__(self, attachment: Attachment, desk: Desk, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._chip = Chip(attachment, self.width, desk.theme, desk.icons, thumbnails)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(attachment.name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        thumbnails.made.connect(self.updateGeometry)
        thumbnails.made.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as the chip."""
        return QSize(0, int(self._chip.size().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chip is as wide as this."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """Paints the chip."""
        painter = QPainter(self)
        self._chip.paint(painter, self.rect().toRectF())
        painter.end()
