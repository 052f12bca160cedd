"""The sign in the header for what an agent has to know of the pack: news, and doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.desk import Desk
from desktop.ui.shell.button import HeaderButton

if TYPE_CHECKING:
    from desktop.services.followed import Followed
    from desktop.ui.packs.difference import DifferenceWindow


class NewsButton(HeaderButton):
    """There while the pack's prices are in doubt, or while there is news nobody has looked at."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._window = window
        self._current, self._following = desk.services.current, desk.services.following
        self._opened: DifferenceWindow | None = None
        self._told = ("", "")
        self.clicked.connect(self._open)
        self._current.on_look.append(self._show_state)
        self._following.on_change.append(self._show_state)
        desk.theme.changed.connect(self._show_state)
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show_state()
        super().changeEvent(event)

    def _followed(self) -> Followed | None:
        return self._following.of(self._current.pack.id)

    def _show_state(self) -> None:
        followed = self._followed()
        words = self._desk.languages.words
        doubt = followed.told_doubt(words) if followed else ""
        news = followed.unseen.summary if followed and followed.unseen else ""
        problem = words.problem(self._current.problem) if self._current.problem else ""
        said = "\n".join(filter(None, (doubt, problem, news)))
        self.setVisible(bool(said))
        self.setIcon(self._desk.icons.tinted("news", "warn" if doubt or problem else "accent"))
        self.setToolTip(said)
        self.setAccessibleName(said)
        self._tell(doubt or problem, news)

    def _tell(self, worry: str, news: str) -> None:
        """Says once what has just become so."""
        told, self._told = self._told, (worry, news)
        if worry and worry != told[0]:
            self._desk.say(worry, self.tr("Packs"), self._open_packs)
        elif news and news != told[1]:
            self._desk.say(news, self.tr("What is new"), self._open_difference)

    def _open(self) -> None:
        followed = self._followed()
        if followed and followed.unseen:
            self._open_difference()
        else:
            self._open_packs()

    def _open_packs(self) -> None:
        self._desk.open_settings("packs")

    def _open_difference(self) -> None:
        from desktop.ui.packs.difference import DifferenceWindow  # only when there is news

        followed = self._followed()
        if followed is None or followed.unseen is None:
            return
        if self._opened is None:
            self._opened = DifferenceWindow(self._desk, self._window)
        self._opened.open(followed)
        self._desk.kept(lambda: self._following.mark_seen(followed.subscription.pack))
