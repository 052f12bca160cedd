"""What the agent does about docking, from wherever in the window; and what is said of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from desktop.core.docking.model import OtherWindow, Side
from desktop.core.docking.rules import PRESETS, Rule
from desktop.services.docking.model import Docking, Ended
from desktop.services.docking.service import DockingService
from desktop.services.ports import Action, PortError
from desktop.ui.i18n import Languages
from desktop.ui.keeping import Say, kept

_HINT_TOP_PX = 48


class Dock(QObject):
    """Docks, undocks, and tells how things stand.

    Signals:
        changed: The state, the side or the other window is another.
    """

    changed = Signal()

    def __init__(
        self, window: QWidget, service: DockingService, languages: Languages, say: Say
    ) -> None:
        super().__init__(window)
        self._service = service
        self._languages = languages
        self._say = say
        self._hint: PickHint | None = None
        service.on_change.append(self.changed.emit)

    @property
    def state(self) -> Docking:
        """Whether it is docked."""
        return self._service.state

    @property
    def side(self) -> Side:
        """The side the agent wants."""
        return self._service.side

    @property
    def rule(self) -> Rule | None:
        """The window it is, or was last, docked to; None before the first."""
        return self._service.rule

    def obstacle(self) -> str:
        """Why there is no docking on this system; empty if there is."""
        obstacle = self._service.obstacle()
        return self._languages.words.text(f"docking.{obstacle}") if obstacle else ""

    def told(self) -> str:
        """How things stand, in a line."""
        match self.state:
            case Docking.DOCKED:
                return self.tr("Docked to {name}").format(name=self.name())
            case Docking.WAITING:
                return self.tr("Docks to {name} when it is there").format(name=self.name())
            case Docking.OFF:
                return self.tr("Not docked")

    def name(self) -> str:
        """What people call the program it is, or was last, docked to; empty before the first."""
        rule = self.rule
        for preset_id, preset in PRESETS.items():
            if preset == rule:
                return self._languages.words.text(f"docking.preset.{preset_id}")
        return rule.program if rule else ""

    def toggle(self) -> None:
        """Ends docking, or has the agent point at a window."""
        if self.state is Docking.OFF:
            self.pick()
        else:
            self.undock()

    def pick(self) -> None:
        """Has the agent point at the window to dock to."""
        if self._do(lambda: self._service.pick(self._picked)):
            self._hint = self._hint or PickHint()
            self._hint.appear()

    def use_preset(self, preset_id: str) -> None:
        """Docks to a chat client known by name, now or when it is started."""
        if self._do(lambda: self._service.dock_by(PRESETS[preset_id])):
            self._say(self.told(), "", None)

    def dock_again(self) -> None:
        """Docks as last time; has the agent point at a window if there was none."""
        if self.rule is None:
            self.pick()
        else:
            self._do(self._service.dock_again)

    def use_rule(self, rule: Rule) -> None:
        """Docks to the window of this rule from now on, if docking is on."""
        self._do(lambda: self._service.use_rule(rule))

    def undock(self) -> None:
        """Lets the window stand alone."""
        self._do(self._service.undock)

    def use_side(self, side: Side) -> None:
        """Stands at this side of the other window."""
        self._do(lambda: self._service.use_side(side))

    def tell_ended(self, ended: Ended) -> None:
        """Says why the window stands alone again."""
        if ended is Ended.CLOSED:
            said = self.tr("{name} was closed. When it is opened again, this docks to it")
            self._say(said.format(name=self.name()), "", None)
        else:
            self._say(self.tr("Undocked"), self.tr("Dock again"), self.dock_again)

    def _picked(self, window: OtherWindow | None) -> None:
        if self._hint:
            self._hint.hide()
        if window is not None and self._do(lambda: self._service.dock_to(window)):
            self._say(self.tr("Docked. Drag this window away to undock"), "", None)

    def _do(self, action: Action) -> bool:
        """Whether it could be done; what stands in the way is said."""
        obstacle = self._service.obstacle()
        try:
            if obstacle is None:
                return kept(action, self._languages, self._say)
        except PortError as error:
            obstacle = error.code
        self._say(self._languages.words.text(f"docking.{obstacle}"), "", None)
        return False


class PickHint(QLabel):
    """Says at the top of the screen what to do while a window is picked; clicks go through it."""

    def __init__(self) -> None:
        super().__init__(
            None,
            Qt.WindowType.ToolTip
            | Qt.WindowType.WindowTransparentForInput
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setObjectName("pick_hint")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def appear(self) -> None:
        """Shows it on the screen the pointer is on."""
        self.setText(self.tr("Click the chat window to dock to. Esc cancels"))
        self.setWindowTitle(self.text())
        self.adjustSize()
        free = (QGuiApplication.screenAt(QCursor.pos()) or self.screen()).availableGeometry()
        self.move(free.center().x() - self.width() // 2, free.top() + _HINT_TOP_PX)
        self.show()
