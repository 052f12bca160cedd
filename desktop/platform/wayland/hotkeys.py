"""Hotkeys by the GlobalShortcuts portal: asked for in one go, granted by the user.

Source: XDG Desktop Portal documentation, org.freedesktop.portal.GlobalShortcuts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from desktop.core.hotkeys import Hotkey, Modifier
from desktop.platform.keysyms import keysym_name
from desktop.platform.wayland.portal import Answer, Portal, plain
from desktop.services.ports import Action, Clock, Scheduler

INTERFACE = "org.freedesktop.portal.GlobalShortcuts"
_MODIFIERS = {
    Modifier.CTRL: "CTRL",
    Modifier.ALT: "ALT",
    Modifier.SHIFT: "SHIFT",
    Modifier.META: "LOGO",
}
RELEASE_MS = 100
"""Fingers leave the keys of a combination within this time."""
HELD_CAP_MS = 1000
"""Not every desktop tells when a hotkey is let go."""


class _Wish(Struct, frozen=True):
    action: Action
    purpose: str


class PortalHotkeys:
    """Keeps one session with all hotkeys in it; a session takes them only once.

    Whenever the wish has changed, the session is closed and a new one is asked for. The user may
    have other keys for a hotkey than we asked for; the portal's words for them are kept.
    """

    def __init__(
        self,
        portal: Portal,
        scheduler: Scheduler,
        clock: Clock,
        activation: Callable[[str], None],
    ) -> None:
        """Nothing is asked for yet.

        Args:
            portal: The desktop's.
            scheduler: Gathers what is bound in one go.
            clock: For ``held``.
            activation: Gets the token that lets our window come forward, with each hotkey.
        """
        self._portal = portal
        self._scheduler = scheduler
        self._clock = clock
        self._activation = activation
        self._wishes: dict[Hotkey, _Wish] = {}
        self._asked: frozenset[Hotkey] = frozenset()
        self._granted: dict[Hotkey, str] = {}
        self._refusal = ""
        self._session = ""
        self._take_back: Action = lambda: None
        self._soon: Action | None = None
        self._pressed_ms: dict[str, float] = {}
        self._let_go_ms = -math.inf
        self._changed: Action = lambda: None
        portal.on_signal(INTERFACE, "Activated", self._activated)
        portal.on_signal(INTERFACE, "Deactivated", self._deactivated)
        portal.on_signal(INTERFACE, "ShortcutsChanged", self._shortcuts_changed)
        portal.on_closed(self._closed)
        portal.watch(self._portal_came_or_went)

    def bind(self, hotkey: Hotkey, action: Action, purpose: str = "") -> str | None:
        """Wishes for the hotkey.

        Returns:
            None if the user has granted it; ``asked`` while that is open; or why not:
            ``declined``, ``not_given`` (the user left this one out), ``no_portal``,
            ``portal_silent``, ``portal_gone`` or ``refused``.
        """
        self._wishes[hotkey] = _Wish(action, purpose)
        if hotkey in self._granted:
            return None
        if hotkey in self._asked and self._refusal:
            return self._refusal
        self._ask_soon()
        return "asked"

    def release(self, hotkey: Hotkey) -> None:
        """Wishes for it no more."""
        if self._wishes.pop(hotkey, None):
            self._ask_soon()

    def tell_changes(self, changed: Action) -> None:
        """Has ``changed`` called when the user has answered, or the portal came or went."""
        self._changed = changed

    def keys_of(self, hotkey: Hotkey) -> str:
        """What to press for it, in the portal's words; empty while it is not granted."""
        return self._granted.get(hotkey, "")

    def held(self) -> bool:
        """Whether a hotkey of ours is still down, as far as the desktop tells.

        It tells when the key goes up; the modifiers follow a moment later, and nobody tells.
        """
        now = self._clock.monotonic_ms()
        return now - self._let_go_ms < RELEASE_MS or any(
            now - pressed_ms < HELD_CAP_MS for pressed_ms in self._pressed_ms.values()
        )

    def close(self) -> None:
        """Gives all of them back."""
        self._take_back()
        if self._session:
            self._portal.close_session(self._session)

    def _ask_soon(self) -> None:
        if self._soon is None:
            self._soon = self._scheduler.call_later(0, self._ask)

    def _ask(self) -> None:
        """Asks for what is wished now, unless that is what was asked for last."""
        self._soon = None
        wished = frozenset(self._wishes)
        if wished == self._asked:
            return
        self.close()
        self._asked, self._granted, self._refusal, self._session = wished, {}, "", ""
        if wished:
            options = {"session_handle_token": ("s", self._portal.token())}
            self._take_back = self._portal.request(
                INTERFACE, "CreateSession", "", (), options, self._created
            )

    def _created(self, answer: Answer) -> None:
        if answer.code:
            self._refused(answer.code)
            return
        self._session = answer.results["session_handle"]
        shortcuts = [
            (
                str(hotkey),
                {
                    "description": ("s", wish.purpose or str(hotkey)),
                    "preferred_trigger": ("s", _trigger(hotkey)),
                },
            )
            for hotkey, wish in self._wishes.items()
        ]
        body = (self._session, shortcuts, "")
        self._take_back = self._portal.request(
            INTERFACE, "BindShortcuts", "oa(sa{sv})s", body, {}, self._bound
        )

    def _bound(self, answer: Answer) -> None:
        if answer.code:
            self._refused(answer.code)
        else:
            self._grant(answer.results.get("shortcuts", []))

    def _shortcuts_changed(self, session: str, shortcuts: list[Any]) -> None:
        if session == self._session:
            self._grant(shortcuts)

    def _grant(self, shortcuts: list[tuple[str, Mapping[str, tuple[str, Any]]]]) -> None:
        said = {name: plain(more).get("trigger_description", "") for name, more in shortcuts}
        self._granted = {h: said[str(h)] for h in self._asked if str(h) in said}
        self._refusal = "not_given"
        self._changed()

    def _refused(self, code: str) -> None:
        self._granted, self._refusal = {}, code
        self._changed()

    def _closed(self, session: str) -> None:
        if session == self._session:
            self._session = ""
            self._refused("declined")

    def _portal_came_or_went(self, there: bool) -> None:
        if there:
            self._asked = frozenset()
            self._ask_soon()
        elif self._asked:
            self._session = ""
            self._refused("portal_gone")

    def _activated(self, session: str, name: str, _: int, options: Mapping[str, Any]) -> None:
        if session != self._session:
            return
        self._pressed_ms[name] = self._clock.monotonic_ms()
        self._activation(plain(options).get("activation_token", ""))
        wish = next((w for h, w in self._wishes.items() if str(h) == name), None)
        if wish:
            wish.action()

    def _deactivated(self, session: str, name: str, *_: object) -> None:
        if session == self._session:
            self._pressed_ms.pop(name, None)
            self._let_go_ms = self._clock.monotonic_ms()


def _trigger(hotkey: Hotkey) -> str:
    """As the portal takes it: ``CTRL+ALT+1``. Source: XDG shortcuts specification."""
    held = [name for modifier, name in _MODIFIERS.items() if modifier in hotkey.modifiers]
    return "+".join([*held, keysym_name(hotkey)])
