"""The list's model: the rows of the state, one column, nothing copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.ui.phrases.state import Heading, Line, Row, as_text, one_line

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Rows(QAbstractListModel):
    """Headings and phrases as flat rows; the ``ROW`` role gives the state's own value."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Replaces all rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, its text for screen readers, or the whole phrase as a tool tip."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Line):
            return as_text(row.phrase)
        return None


def _spoken(row: Row) -> str:
    if isinstance(row, Heading):
        return f"{row.name} {row.count}"
    phrase, digit = row.phrase, str(row.digit or "")
    parts = (digit, phrase.title, one_line(as_text(phrase)), phrase.code, row.hotkey)
    return " ".join(part for part in parts if part)
