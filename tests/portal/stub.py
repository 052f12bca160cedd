"""A desktop portal whose user is a test: speaks D-Bus to programs and JSON lines to the test.

Every call is said as ``{"called": METHOD, ...}``. ``{"do": "set", ...}`` changes how it behaves
(the keys of ``State``), other commands are the methods of ``Stub`` without an underscore.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from tests.portal.selection import RealSelection, Selection, coded

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
PORTAL = "org.freedesktop.portal"
KEYBOARD = 1
LOOK_S = 0.01
WTYPE_MODIFIERS = {0xFFE1: "shift", 0xFFE3: "ctrl"}
WTYPE_KEYS = {0xFF0D: "Return", 0xFF63: "Insert"}
REQUESTS = {
    "CreateSession": "_create_session",
    "BindShortcuts": "_bind_shortcuts",
    "SelectDevices": "_select_devices",
    "Start": "_start",
}
CALLS = {
    "NotifyKeyboardKeysym": "_notify_key",
    "Get": "_get",
    "Register": "_register",
    "RequestClipboard": "_request_clipboard",
    "SetSelection": "_set_selection",
    "SelectionRead": "_selection_read",
    "SelectionWrite": "_selection_write",
    "SelectionWriteDone": "_selection_write_done",
}


@dataclass
class State:
    """How the desktop and its user behave.

    Attributes:
        lacks: Interfaces it does not have, by their last name.
        user: ``accepts``, ``declines``, ``fails`` or ``thinks`` (and never answers).
        mute: Whether not even calls are answered.
        wants_app_id: Whether a program must have said who it is.
        triggers: What the user has set, by shortcut; others are as preferred.
        leaves_out: Shortcuts the user does not grant.
        grants_keyboard: Whether the user lets keys be sent.
        grants_clipboard: Whether the user lets the clipboard be used with them.
        types: Whether keys and texts go to the Wayland desktop around it, too.
        token: What restores the permission without a question.
    """

    lacks: list[str] = field(default_factory=list)
    user: str = "accepts"
    mute: bool = False
    wants_app_id: bool = False
    triggers: dict[str, str] = field(default_factory=dict)
    leaves_out: list[str] = field(default_factory=list)
    grants_keyboard: bool = True
    grants_clipboard: bool = False
    types: bool = False
    token: str = "token-1"


@dataclass
class Session:
    owner: str
    bound: bool = False
    started: bool = False
    wants_clipboard: bool = False


class RefusedError(Exception):
    """An error reply."""

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__(text)
        self.name = name if "." in name else f"{PORTAL}.Error.{name}"


def say(**message: object) -> None:
    print(json.dumps(message), flush=True)


class Stub:
    def __init__(self) -> None:
        self.bus = open_dbus_connection(enable_fds=True)
        self.state = State()
        self.sessions: dict[str, Session] = {}
        self.registered: set[str] = set()
        self.held: set[int] = set()
        self.selection = Selection()
        self.real = RealSelection()
        self.fetching: set[int] = set()
        self.bus.send_and_get_reply(message_bus.RequestName(NAME))
        say(ready=True)

    # what the test does

    def set(self, **changes: Any) -> None:
        for name, value in changes.items():
            setattr(self.state, name, value)

    def press(self, shortcut: str, token: str = "", hold: bool = False) -> None:
        """The user presses the keys of a shortcut."""
        options = {"activation_token": ("s", token)} if token else {}
        for path in self.sessions:
            self._tell(
                path, "GlobalShortcuts", "Activated", "osta{sv}", (path, shortcut, 7, options)
            )
        if not hold:
            self.let_go(shortcut)

    def let_go(self, shortcut: str) -> None:
        for path in self.sessions:
            self._tell(path, "GlobalShortcuts", "Deactivated", "osta{sv}", (path, shortcut, 8, {}))

    def change_trigger(self, shortcut: str, trigger: str) -> None:
        """The user gives a shortcut other keys in the desktop's settings."""
        known = [(shortcut, {"trigger_description": ("s", trigger)})]
        for path in self.sessions:
            self._tell(path, "GlobalShortcuts", "ShortcutsChanged", "oa(sa{sv})", (path, known))

    def close_sessions(self) -> None:
        """The user ends what was granted."""
        for path in list(self.sessions):
            self._tell(path, "Session", "Closed", "a{sv}", ({},), at=path)
            del self.sessions[path]

    def die(self) -> None:
        sys.exit()

    def copy(self, formats: dict[str, str]) -> None:
        """Another program copies; contents are base64."""
        self.selection.copy(formats)
        self._tell_owner()

    def paste(self, name: str) -> None:
        """Another program pastes; what it gets is said as ``pasted``."""
        if self.selection.owner:
            self._transfer(name)
        else:
            say(pasted=coded(self.selection.formats.get(name, b"")))

    def notice(self) -> None:
        """Another program has copied on the Wayland desktop around."""
        formats = self.real.read()
        self.copy({name: coded(content) for name, content in formats.items()})

    # what programs call

    def _register(self, sender: str, app_id: str, _: Any) -> tuple[str, tuple[Any, ...]]:
        self.registered.add(sender)
        say(app_id=app_id)
        return "", ()

    def _create_session(self, sender: str, options: dict[str, Any]) -> dict[str, Any]:
        if self.state.wants_app_id and sender not in self.registered:
            raise RefusedError("NotAllowed", "An app id is required")
        token = options["session_handle_token"][1]
        path = f"{PATH}/session/{self._escaped(sender)}/{token}"
        self.sessions[path] = Session(sender)
        return {"session_handle": ("s", path)}

    def _bind_shortcuts(
        self, sender: str, path: str, shortcuts: list[Any], parent: str, options: Any
    ) -> dict[str, Any]:
        session = self._session(path, sender)
        if session.bound:
            raise RefusedError("Failed", "Session already has bound shortcuts")
        session.bound = True
        granted = []
        for name, more in shortcuts:
            said = self.state.triggers.get(name, more["preferred_trigger"][1])
            if name not in self.state.leaves_out:
                what = {"description": more["description"], "trigger_description": ("s", said)}
                granted.append((name, what))
        say(
            asked_for={
                name: [m["preferred_trigger"][1], m["description"][1]] for name, m in shortcuts
            }
        )
        return {"shortcuts": ("a(sa{sv})", granted)}

    def _select_devices(self, sender: str, path: str, options: dict[str, Any]) -> dict[str, Any]:
        self._session(path, sender)
        say(devices={name: value for name, (_, value) in options.items()})
        return {}

    def _start(self, sender: str, path: str, parent: str, options: Any) -> dict[str, Any]:
        session = self._session(path, sender)
        session.started = True
        devices = KEYBOARD if self.state.grants_keyboard else 0
        return {
            "devices": ("u", devices),
            "restore_token": ("s", self.state.token),
            "clipboard_enabled": ("b", session.wants_clipboard and self.state.grants_clipboard),
        }

    def _notify_key(self, sender: str, path: str, _: Any, keysym: int, state: int) -> Any:
        if not self._session(path, sender).started:
            raise RefusedError("NotAllowed")
        say(key=keysym, down=bool(state))
        if self.state.types and state and keysym not in WTYPE_MODIFIERS:
            held = [word for key in self.held for word in ("-M", WTYPE_MODIFIERS[key])]
            key = WTYPE_KEYS.get(keysym, chr(keysym & 0xFF))
            subprocess.run(["wtype", *held, "-k", key], check=True)
        (self.held.add if state else self.held.discard)(keysym)
        return "", ()

    def _request_clipboard(self, sender: str, path: str, _: Any) -> Any:
        self._session(path, sender).wants_clipboard = True
        return "", ()

    def _set_selection(self, sender: str, path: str, options: dict[str, Any]) -> Any:
        self._may_copy(path, sender)
        self.selection.take(path, options["mime_types"][1])
        say(offered=self.selection.listed)
        self._tell_owner()
        if self.state.types:
            self.fetching.add(self._transfer("text/plain;charset=utf-8"))
        return "", ()

    def _selection_write(self, sender: str, path: str, serial: int) -> Any:
        self._may_copy(path, sender)
        return "h", (self.selection.pipe_to_write(serial),)

    def _selection_write_done(self, sender: str, path: str, serial: int, whole: bool) -> Any:
        content = self.selection.written(serial)
        if serial in self.fetching:
            once = "x-kde-passwordManagerHint" in self.selection.listed
            self.real.serve(content, once=once)
        say(pasted=coded(content), whole=whole)
        return "", ()

    def _selection_read(self, sender: str, path: str, name: str) -> Any:
        self._may_copy(path, sender)
        if name not in self.selection.formats:
            raise RefusedError("Failed", "no such format")
        return "h", (self.selection.pipe_to_read(name),)

    def _transfer(self, name: str) -> int:
        owner, serial = self.selection.owner, self.selection.next_serial()
        self._tell(owner, "Clipboard", "SelectionTransfer", "osu", (owner, name, serial))
        return serial

    def look_around(self) -> None:
        """What was offered to the desktop around has been pasted there."""
        if self.real.was_pasted() and self.selection.owner in self.sessions:
            self._transfer("text/plain;charset=utf-8")

    def _may_copy(self, path: str, sender: str) -> None:
        session = self._session(path, sender)
        if not (session.started and session.wants_clipboard and self.state.grants_clipboard):
            raise RefusedError("NotAllowed")

    def _tell_owner(self) -> None:
        for path, session in self.sessions.items():
            if session.wants_clipboard:
                told = {
                    "mime_types": ("as", self.selection.listed),
                    "session_is_owner": ("b", self.selection.owner == path),
                }
                self._tell(path, "Clipboard", "SelectionOwnerChanged", "oa{sv}", (path, told))

    def _get(self, sender: str, interface: str, name: str) -> Any:
        if interface.rpartition(".")[2] in self.state.lacks:
            raise RefusedError("org.freedesktop.DBus.Error.InvalidArgs", "no such interface")
        values = {"version": 2, "AvailableDeviceTypes": KEYBOARD}
        return "v", (("u", values[name]),)

    def _close(self, path: str) -> None:
        self.sessions.pop(path, None)

    def _look_for(self, interface: str) -> None:
        if interface.rpartition(".")[2] in self.state.lacks:
            raise RefusedError("org.freedesktop.DBus.Error.UnknownMethod")

    # the way there and back

    def handle(self, message: Message) -> None:
        fields = message.header.fields
        method, sender = fields[HeaderFields.member], fields[HeaderFields.sender]
        interface, path = fields.get(HeaderFields.interface, ""), fields[HeaderFields.path]
        say(called=method, on=interface.rpartition(".")[2], path=path)
        if self.state.mute:
            return
        try:
            self._look_for(interface)
            if method == "Close":
                self._close(path)
                signature, body = "", ()
            elif method in REQUESTS:
                self._request(message, sender)
                return
            else:
                signature, body = getattr(self, CALLS[method])(sender, *message.body)
        except RefusedError as refusal:
            self.bus.send(new_error(message, refusal.name, "s", (str(refusal),)))
            return
        self.bus.send(new_method_return(message, signature, body))
        if signature == "h":
            os.close(body[0])  # theirs now

    def _request(self, message: Message, sender: str) -> None:
        method = message.header.fields[HeaderFields.member]
        token = message.body[-1]["handle_token"][1]
        handle = f"{PATH}/request/{self._escaped(sender)}/{token}"
        results = getattr(self, REQUESTS[method])(sender, *message.body)
        self.bus.send(new_method_return(message, "o", (handle,)))
        asks_user = method in {"BindShortcuts", "Start"}
        code = {"accepts": 0, "declines": 1, "fails": 2}.get(self.state.user) if asks_user else 0
        if code is not None:
            body = (code, results if code == 0 else {})
            self._signal(sender, handle, "Request", "Response", "ua{sv}", body)

    def _session(self, path: str, sender: str) -> Session:
        session = self.sessions.get(path)
        if session is None or session.owner != sender:
            raise RefusedError("NotFound", "no such session")
        return session

    def _tell(
        self, session: str, interface: str, member: str, signature: str, body: Any, at: str = PATH
    ) -> None:
        self._signal(self.sessions[session].owner, at, interface, member, signature, body)

    def _signal(
        self, to: str, path: str, interface: str, member: str, signature: str, body: Any
    ) -> None:
        address = DBusAddress(path, interface=f"{PORTAL}.{interface}")
        signal = new_signal(address, member, signature, body)
        signal.header.fields[HeaderFields.destination] = to
        self.bus.send(signal)

    def _escaped(self, sender: str) -> str:
        return sender[1:].replace(".", "_")

    def drain(self) -> None:
        """Answers every call that has come in."""
        with contextlib.suppress(TimeoutError):
            while message := self.bus.receive(timeout=0):
                if message.header.message_type is MessageType.method_call:
                    self.handle(message)

    def command(self, line: bytes) -> None:
        message = json.loads(line)
        do = message.pop("do")
        getattr(self, do)(**message)
        say(answer=do, value=None)


def main() -> None:
    stub, rest = Stub(), b""
    while True:
        readable, _, _ = select.select([stub.bus.sock, 0], [], [], LOOK_S)
        stub.drain()  # what programs did before the test asks
        stub.look_around()
        if 0 in readable:
            data = os.read(0, 1 << 16)
            if not data:
                return
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                stub.command(line)


main()
