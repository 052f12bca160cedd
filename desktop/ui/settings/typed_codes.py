"""The page for typed codes: on or off, and what is looked at for them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ui.desk import Desk
from desktop.ui.settings.page import Page, Switch, heading, say_below, small


class TypedCodesPage(Page):
    """Says before anything is looked at what that will be, and why it cannot be if it cannot."""

    id = "typed_codes"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._codes = desk.services.typed_codes
        self._switch = Switch(self._use)
        self._problem = small("field_problem")
        self._privacy_heading, self._privacy = heading(), small("hint")
        self._composing_heading, self._composing = heading(), small("hint")
        for widget in (
            self._switch,
            self._problem,
            self._privacy_heading,
            self._privacy,
            self._composing_heading,
            self._composing,
        ):
            self.column.addWidget(widget)

    @staticmethod
    def title() -> str:
        """The page's title."""
        return QCoreApplication.translate("TypedCodesPage", "Typed codes")

    def refresh(self) -> None:
        """Shows whether they are on, and what stands against them."""
        self._switch.show_state(on=self._codes.on)
        words, obstacle = self.desk.languages.words, self._codes.obstacle
        say_below(self._problem, words.text(f"typing.{obstacle}") if obstacle else "")

    def retranslate(self) -> None:
        """Writes every text anew."""
        self._switch.name(
            self.tr("Codes typed in the chat become phrases"),
            self.tr(
                "Type ;yj and a space in the chat box: the phrase with the code yj takes their"
                " place."
            ),
        )
        self._privacy_heading.setText(self.tr("What is looked at"))
        say_below(
            self._privacy,
            self.tr(
                "Off, nothing. On, which keys are pressed: what follows the last semicolon is"
                " remembered, no more than the longest code, and forgotten at any other key, at a"
                " click and in another window. Nothing typed is ever stored or sent."
            ),
        )
        self._composing_heading.setText(self.tr("With an input method"))
        say_below(
            self._composing,
            self.tr(
                "Type codes in its English mode. While it composes Chinese, nothing is replaced."
            ),
        )

    def _use(self, on: bool) -> None:
        def switch() -> None:
            self._codes.switch(on)

        self.keep(switch)
        self.refresh()
