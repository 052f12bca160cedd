"""The page for docking: on or off, to which window, at which side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from desktop.core.docking.model import Side
from desktop.core.docking.rules import PRESETS, Rule
from desktop.services.docking.model import Docking
from desktop.ui.desk import Desk
from desktop.ui.settings.page import Choice, Page, Row, Switch, heading, say_below, small

_OR = "|"


class DockingPage(Page):
    """Shows how things stand, and the rule by which the other window is found again."""

    id = "docking"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._dock = desk.dock
        self._switch = Switch(self._use)
        self._told, self._problem = small("hint"), small("field_problem")
        self._side = Choice(Side, self._dock.use_side)
        self._heading, self._hint = heading(), small("hint")
        self._pick = QPushButton()
        self._pick.clicked.connect(self._dock.pick)
        self._presets = {preset_id: QPushButton() for preset_id in PRESETS}
        self._program, self._title = QLineEdit(), QLineEdit()
        self._program_row, self._title_row = Row(self._program), Row(self._title)
        line = QHBoxLayout()
        line.addWidget(self._pick)
        for preset_id, button in self._presets.items():
            button.clicked.connect(partial(self._dock.use_preset, preset_id))
            line.addWidget(button)
        line.addStretch(1)
        for field in (self._program, self._title):
            field.editingFinished.connect(self._use_rule)
        for widget in (self._switch, self._told, self._problem, self._side):
            self.column.addWidget(widget)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._hint)
        self.column.addLayout(line)
        self.column.addWidget(self._program_row)
        self.column.addWidget(self._title_row)
        self._dock.changed.connect(self.refresh)

    @staticmethod
    def title() -> str:
        """The page's title."""
        return QCoreApplication.translate("DockingPage", "Docking")

    def refresh(self) -> None:
        """Shows what is kept, and what stands against it."""
        dock = self._dock
        self._switch.show_state(on=dock.state is not Docking.OFF)
        self._side.show_value(dock.side)
        say_below(self._problem, dock.obstacle())
        say_below(self._told, "" if dock.obstacle() else dock.told())
        rule = dock.rule or Rule("")
        for field, text in ((self._program, rule.program), (self._title, _OR.join(rule.titles))):
            if not field.hasFocus():  # the agent may be writing in it
                field.setText(text)

    def retranslate(self) -> None:
        """Writes every text anew."""
        self._switch.name(
            self.tr("Stand beside another program's window"),
            self.tr(
                "Follows it, hides and comes back with it, and never takes the keyboard. Drag the"
                " window away to end it."
            ),
        )
        self._side.name(self.tr("Side"), self.tr("The other one is taken where there is no room."))
        self._side.name_values({Side.LEFT: self.tr("Left"), Side.RIGHT: self.tr("Right")})
        self._heading.setText(self.tr("Which window"))
        say_below(self._hint, self.tr("It is found again whenever its program is started."))
        self._pick.setText(self.tr("Point at it…"))
        words = self.desk.languages.words
        for preset_id, button in self._presets.items():
            button.setText(words.text(f"docking.preset.{preset_id}"))
        self._program_row.name(self.tr("Program"))
        self._title_row.name(
            self.tr("Title contains"), self.tr("Empty for any title; | stands between several.")
        )

    def _use(self, on: bool) -> None:
        if on:
            self._dock.dock_again()
        else:
            self._dock.undock()
        self.refresh()

    def _use_rule(self) -> None:
        titles = (part.strip() for part in self._title.text().split(_OR))
        rule = Rule(self._program.text().strip(), tuple(filter(None, titles)))
        if rule.program and rule != self._dock.rule:
            self._dock.use_rule(rule)
        self.refresh()
