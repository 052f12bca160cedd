"""Keeps our window beside a window of another program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from msgspec.structs import replace

from desktop.core.docking.model import OtherWindow, Presence, Rect, Screen, Side
from desktop.core.docking.place import beside, moved_away
from desktop.core.docking.rules import Rule, find, rule_for
from desktop.services.docking.model import Docking, Ended, OwnWindow
from desktop.services.docking.wish import DockingWish
from desktop.services.ports import Action, PortError, Settings, WindowWatch


class DockingService:
    """Follows the other window with ours; ``start`` gives it our window and begins.

    What changes the agent's wish raises NotKeptError if that cannot be kept, and changes nothing.
    """

    def __init__(self, watch: WindowWatch, settings: Settings) -> None:
        self._watch = watch
        self._settings = settings
        self._wish = DockingWish.kept(settings)
        self._own: OwnWindow | None = None
        self._target: OtherWindow | None = None
        self._with_it = False
        self._end: Action = _nothing
        self._end_picking: Action = _nothing
        self._asked: Rect | None = None
        self._stood: Rect | None = None
        self.on_change: list[Action] = []
        """Called after the state, the side or the rule has changed."""

    @property
    def state(self) -> Docking:
        """Whether it is docked."""
        if not self._wish.on:
            return Docking.OFF
        return Docking.DOCKED if self._target else Docking.WAITING

    @property
    def side(self) -> Side:
        """The side the agent wants."""
        return self._wish.side

    @property
    def rule(self) -> Rule | None:
        """The window it is, or was last, docked to; None before the first."""
        return self._wish.rule

    def obstacle(self) -> str | None:
        """None, or why there is no docking on this system."""
        return self._watch.obstacle()

    def start(self, own: OwnWindow) -> None:
        """Takes our window, which is shown by now, and docks it if that is the agent's wish."""
        self._own = own
        if self._wish.on and not self.obstacle():
            self._seek()

    def pick(self, picked: Callable[[OtherWindow | None], None]) -> None:
        """Lets the agent point at a window; ``picked`` gets it, or None after Esc.

        Raises:
            PortError: Windows cannot be picked now.
        """

        def done(window: OtherWindow | None) -> None:
            self._end_picking = _nothing
            picked(window)

        self.stop_picking()
        self._end_picking = self._watch.pick(done)

    def stop_picking(self) -> None:
        """Ends the pointing without a window."""
        end, self._end_picking = self._end_picking, _nothing
        end()

    def dock_to(self, window: OtherWindow) -> None:
        """Docks to this window, and later to the one like it.

        Raises:
            PortError: Windows cannot be followed now.
        """
        self._use(replace(self._wish, on=True, rule=rule_for(window)))
        self._follow(window)

    def dock_by(self, rule: Rule) -> None:
        """Docks to the window of a rule, now or when it comes.

        Raises:
            PortError: Windows cannot be followed now.
        """
        self._use(replace(self._wish, on=True, rule=rule))
        self._seek()

    def use_rule(self, rule: Rule) -> None:
        """Docks to the window of this rule from now on, if docking is on.

        Raises:
            PortError: Windows cannot be followed now.
        """
        self._use(replace(self._wish, rule=rule))
        if self._wish.on:
            self._seek()

    def dock_again(self) -> None:
        """Docks as last time; nothing happens if there was none.

        Raises:
            PortError: Windows cannot be followed now.
        """
        if self._wish.rule is not None:
            self.dock_by(self._wish.rule)

    def undock(self) -> None:
        """Lets our window stand alone from now on."""
        self._stop(None)

    def use_side(self, side: Side) -> None:
        """Stands at this side from now on."""
        self._use(replace(self._wish, side=side))
        self.look_again()

    def look_again(self) -> None:
        """The monitors are others now, or our window came back to sight."""
        if self._with_it and self._target is not None:
            self._stood = None
            self._place(self._target)

    def moved(self, frame: Rect) -> None:
        """Our window moved there: if that is where we asked it to, it has arrived."""
        if frame == self._asked:
            self._stood = frame

    def rested(self, frame: Rect) -> None:
        """Our window came to rest there: where we put it, or where the agent did."""
        if self._own is None or self._target is None or self._asked is None:
            return
        scale = _scale_at(self._asked, self._own.screens())
        if frame == self._asked or self._stood is None:
            # if elsewhere it is asked once more, then the window manager has its way
            self._stood = frame
            self._place(self._target)
        elif moved_away(self._stood, frame, scale):
            self._stop(Ended.TAKEN_AWAY)
        elif frame.width != self._stood.width:
            self._use(replace(self._wish, width=frame.width / scale))
            self._place(self._target)
        elif frame != self._stood:
            self._own.stand(self._asked)

    def _seek(self) -> None:
        """Docks to the window of the rule if it is there, else when it comes."""
        rule = self._wish.rule
        if rule is None:
            return
        found = find(rule, self._watch.windows())
        if found is not None:
            self._follow(found)
        elif self._target is not None or self._end is _nothing:
            self._stand_alone(None)
            self._end = self._watch.listen(self._try_seek)
            self._changed()

    def _follow(self, window: OtherWindow) -> None:
        self._leave_target()
        self._target = window
        self._end = self._watch.watch(window.window, self._seen)
        self._changed()

    def _seen(self, window: OtherWindow) -> None:
        """The other window changed, or is seen for the first time: ours does as it did."""
        if self._own is None or self._target is None:
            return
        came_up = window.active and not (self._with_it and self._target.active)
        self._target = window
        if window.presence is Presence.GONE:
            self._stand_alone(Ended.CLOSED)
            self._try_seek()
        elif window.presence is Presence.SHOWN:
            self._place(window)
            if came_up:
                self._own.rise()
        elif self._with_it:  # a window found minimised does not take ours along
            self._asked = self._stood = None
            self._own.leave()

    def _try_seek(self) -> None:
        with suppress(PortError):  # the system is going down, and we with it
            self._seek()

    def _place(self, window: OtherWindow) -> None:
        if self._own is None or window.presence is not Presence.SHOWN:
            return
        size = self._own.limits()
        if self._wish.width is not None:
            size = replace(size, width=self._wish.width)
        frame = beside(window.frame, self._own.screens(), self._wish.side, size)
        if frame != self._asked:
            self._asked, self._stood = frame, None
        self._with_it = True
        self._own.stand(frame)

    def _stop(self, ended: Ended | None) -> None:
        self._use(replace(self._wish, on=False))
        self._stand_alone(ended)

    def _stand_alone(self, ended: Ended | None) -> None:
        was_with_it = self._with_it
        self._leave_target()
        if was_with_it and self._own is not None:
            self._own.stand_free(ended)

    def _leave_target(self) -> None:
        end, self._end = self._end, _nothing
        end()
        self._target = self._asked = self._stood = None
        self._with_it = False

    def _use(self, wish: DockingWish) -> None:
        wish.keep(self._settings)
        self._wish = wish
        self._changed()

    def _changed(self) -> None:
        for told in self.on_change:
            told()


def _scale_at(frame: Rect, screens: Sequence[Screen]) -> float:
    return next((s.scale for s in screens if s.area.holds(frame.x, frame.y)), 1.0)


def _nothing() -> None:
    return
