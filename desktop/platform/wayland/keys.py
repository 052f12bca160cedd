"""Keys by the RemoteDesktop portal, which the user allows once.

Source: XDG Desktop Portal documentation, org.freedesktop.portal.RemoteDesktop.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from Xlib import XK

from desktop.core.hotkeys import Hotkey
from desktop.platform.keysyms import MODIFIER_KEYSYMS, keysym_name
from desktop.platform.wayland.bus import Body
from desktop.platform.wayland.portal import Answer, Options, Portal
from desktop.services.ports import Action, NotKeptError, PortError, Settings, Target
from desktop.services.settings import line

INTERFACE = "org.freedesktop.portal.RemoteDesktop"
CLIPBOARD = "org.freedesktop.portal.Clipboard"
KEYBOARD = 1
_UNTIL_REVOKED = 2
_REASONS = {"declined": "keys_declined", "no_portal": "no_remote_desktop"}

KEYS_TOKEN = line("wayland.keys_token")
"""What restores the permission to send keys without a question; good for one time."""


class PortalKeys:
    """Sends keys once the user has allowed it; asks when keys are first wanted.

    The keys that are held cannot be seen on Wayland, except our own hotkeys while they are down.
    """

    def __init__(self, portal: Portal, settings: Settings, held: Callable[[], bool]) -> None:
        """Asks for nothing yet.

        Args:
            portal: The desktop's.
            settings: Keeps the permission.
            held: Whether a hotkey of ours is down.
        """
        self._portal = portal
        self._settings = settings
        self._held = held
        self._session = ""
        self._started = self._clipboard = False
        self._reason: str | None = None
        self._take_back: Action = lambda: None
        portal.on_closed(self._closed)
        portal.watch(self._portal_came_or_went)

    def prepare(self) -> None:
        """Renews a permission that was given before; nobody is asked."""
        if KEYS_TOKEN.of(self._settings):
            self.obstacle()

    def obstacle(self) -> str | None:
        """None, or why no key can be sent: ``keys_asked`` while the question is open.

        Others are ``keys_declined``, ``no_remote_desktop`` (the desktop has no such portal),
        ``portal_silent``, ``portal_gone`` and ``refused``.
        """
        if self._started:
            return None
        if self._reason is None:
            self._reason = "keys_asked"
            options = {"session_handle_token": ("s", self._portal.token())}
            self._ask("CreateSession", "", (), options, self._created)
        return self._reason

    def send(
        self,
        *strokes: Hotkey,
        into: Target,
        despite: str = "",
        provided: Callable[[], bool] | None = None,
    ) -> bool:
        """Presses and releases keys unless one of our hotkeys is down.

        Which window keys go to (``into``) and what else is held (``despite``) is not known here.
        Nothing is sent either if ``provided`` says False.

        The keys are named by what they mean, so that no layout makes others of them.

        Raises:
            PortError: ``no_such_key``, or the ``obstacle``.
        """
        del into, despite
        if not self._started:
            raise PortError(self._reason or "keys_asked")
        if self._held() or (provided and not provided()):
            return False
        for keysyms in [_keysyms(stroke) for stroke in strokes]:
            for keysym in keysyms:
                self._notify(keysym, down=True)
            for keysym in reversed(keysyms):
                self._notify(keysym, down=False)
        return True

    def close(self) -> None:
        """Gives the permission back for now."""
        self._take_back()
        if self._session:
            self._portal.close_session(self._session)

    def _created(self, answer: Answer) -> None:
        self._session = answer.results["session_handle"]
        options: dict[str, tuple[str, object]] = {
            "types": ("u", KEYBOARD),
            "persist_mode": ("u", _UNTIL_REVOKED),
        }
        token = KEYS_TOKEN.of(self._settings)
        if token:
            options["restore_token"] = ("s", token)
        self._ask("SelectDevices", "o", (self._session,), options, self._selected)

    def clipboard_session(self) -> str:
        """The session, if the user lets us use the clipboard in it; else empty."""
        return self._session if self._started and self._clipboard else ""

    def _selected(self, _: Answer) -> None:
        # not every desktop has it; whether we may is told with the permission
        asked: Body = (self._session, {})
        self._portal.call(CLIPBOARD, "RequestClipboard", "oa{sv}", asked, lambda _: None)
        self._ask("Start", "os", (self._session, ""), {}, self._answered)

    def _answered(self, answer: Answer) -> None:
        self._keep(answer.results.get("restore_token", ""))
        self._clipboard = answer.results.get("clipboard_enabled", False)
        if answer.results.get("devices", 0) & KEYBOARD:
            self._started, self._reason = True, None
        else:
            self._fail("declined")

    def _ask(
        self,
        method: str,
        signature: str,
        body: Body,
        options: Options,
        granted: Callable[[Answer], None],
    ) -> None:
        def answered(answer: Answer) -> None:
            if answer.code == "declined":
                self._keep("")
            if answer.code:
                self._fail(answer.code)
            else:
                granted(answer)

        self._take_back = self._portal.request(
            INTERFACE, method, signature, body, options, answered
        )

    def _notify(self, keysym: int, *, down: bool) -> None:
        def sent(answer: Answer) -> None:
            if answer.code:
                self._fail(answer.code)

        body: Body = (self._session, {}, keysym, int(down))
        self._portal.call(INTERFACE, "NotifyKeyboardKeysym", "oa{sv}iu", body, sent)

    def _fail(self, code: str) -> None:
        self._started, self._reason = False, _REASONS.get(code, code)

    def _closed(self, session: str) -> None:
        if session == self._session:
            self._session = ""
            self._fail("declined")

    def _portal_came_or_went(self, there: bool) -> None:
        self._session = ""
        if there:
            self._started, self._reason = False, None
            self.prepare()
        else:
            self._fail("portal_gone")

    def _keep(self, token: str) -> None:
        with suppress(NotKeptError):  # then the user is asked again next time
            KEYS_TOKEN.keep(self._settings, token)


def _keysyms(stroke: Hotkey) -> list[int]:
    """The keysyms of a stroke, modifiers first.

    Raises:
        PortError: ``no_such_key``.
    """
    held = [name for modifier, name in MODIFIER_KEYSYMS.items() if modifier in stroke.modifiers]
    keysyms = [XK.string_to_keysym(name) for name in (*held, keysym_name(stroke))]
    if 0 in keysyms:
        raise PortError("no_such_key")
    return keysyms
