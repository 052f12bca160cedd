"""What an agent can do with the marked phrase besides sending it: one menu, the same keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.core.phrases.model import OWN_CATEGORY, Phrase


class PhraseActions:
    """The actions, aimed at one phrase at a time.

    Attributes:
        copy: Copies the phrase as it would be sent.
        pin: Pins it, or takes the pin out.
        hotkey: Opens the page for its hotkey.
        edit: Opens the editor, with a copy of the phrase if it is the team's.
        delete: Deletes one of the agent's own.
    """

    def __init__(self, room: QWidget, row_list: QWidget) -> None:
        self._room = room
        self.copy, self.pin, self.hotkey = QAction(room), QAction(room), QAction(room)
        self.edit, self.delete = QAction(room), QAction(room)
        keys = {
            self.copy: QKeySequence(QKeySequence.StandardKey.Copy),
            self.pin: QKeySequence("Ctrl+D"),
            self.hotkey: QKeySequence("Ctrl+K"),
            self.edit: QKeySequence("F2"),
            self.delete: QKeySequence("Del"),
        }
        for action, key in keys.items():
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            # in a line of text Del and Ctrl+C belong to the text
            (row_list if action in {self.copy, self.delete} else room).addAction(action)
        self.aim(None, pinned=False)

    def aim(self, phrase: Phrase | None, *, pinned: bool) -> None:
        """Makes them about this phrase."""
        translate = QCoreApplication.translate
        own = phrase is not None and phrase.id.startswith(f"{OWN_CATEGORY}/")
        self.copy.setText(translate("PhraseActions", "Copy"))
        pin = translate("PhraseActions", "Pin to Frequent")
        unpin = translate("PhraseActions", "Unpin")
        self.pin.setText(unpin if pinned else pin)
        self.hotkey.setText(translate("PhraseActions", "Hotkey…"))
        edit = translate("PhraseActions", "Edit…")
        edit_copy = translate("PhraseActions", "Edit a copy in Mine…")
        self.edit.setText(edit if own else edit_copy)
        self.delete.setText(translate("PhraseActions", "Delete"))
        for action in (self.copy, self.pin, self.hotkey, self.edit):
            action.setEnabled(phrase is not None)
        self.delete.setEnabled(own)
        self.delete.setVisible(own)

    def open_menu(self, point: QPoint) -> None:
        """Opens the menu at a point of the screen."""
        menu = QMenu(self._room)
        menu.addActions([self.copy, self.pin, self.hotkey])
        menu.addSeparator()
        menu.addActions([self.edit, self.delete])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
