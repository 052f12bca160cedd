"""Taking a widget away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def drop(widget: QWidget) -> None:
    """Takes a widget out of its parent for good."""
    widget.setParent(None)
    widget.deleteLater()
