"""The desktop portal: requests that its user answers, and whether it is there at all.

Source: XDG Desktop Portal documentation, org.freedesktop.portal.Request and .Session.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message
from jeepney.bus_messages import message_bus
from msgspec import Struct, field

from desktop.platform.wayland.bus import Body, Reply, SessionBus
from desktop.services.ports import Action, PortError, Scheduler

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_REQUEST, _SESSION = "org.freedesktop.portal.Request", "org.freedesktop.portal.Session"
REPLY_CAP_MS = 10_000
"""Starting the portal may take seconds; what its user has to answer is not under this cap."""
_OWNER_CHANGED_ARGUMENTS = 3
_RESPONSES = {0: "", 1: "declined"}
_ERRORS = {
    **dict.fromkeys(("UnknownMethod", "UnknownInterface", "ServiceUnknown"), "no_portal"),
    "InvalidArgs": "no_portal",  # a property of an interface that is not there
    **dict.fromkeys(("NoReply", "NameHasNoOwner", "Disconnected"), "portal_gone"),
}

Options = Mapping[str, tuple[str, object]]
"""A vardict as jeepney takes it: name to signature and value."""


class Answer(Struct, frozen=True):
    """How a request ended.

    Attributes:
        code: Empty for yes; ``declined`` (the user said no), ``no_portal`` (the desktop has none
            for this), ``portal_silent``, ``portal_gone`` or ``refused`` (any other error).
        results: What was granted.
    """

    code: str
    results: Mapping[str, Any] = field(default_factory=dict)


class Portal:
    """Sends requests and tells their answers; every request is answered exactly once."""

    def __init__(self, bus: SessionBus, scheduler: Scheduler) -> None:
        self._bus = bus
        self._scheduler = scheduler
        self._tokens = count(1)
        self._waiting: dict[str, Callable[[Answer], None]] = {}
        self._watchers: list[Callable[[bool], None]] = []
        self._gone = False
        self._closed: list[Callable[[str], None]] = []
        self._signals: dict[tuple[str, str], Callable[..., None]] = {}
        bus.listen("org.freedesktop.portal.", NAME, self._signalled)
        bus.listen(message_bus.interface, message_bus.bus_name, self._owner_changed)

    def token(self) -> str:
        """A name for a request or a session, new each time."""
        return f"miaohui{next(self._tokens)}"

    def watch(self, told: Callable[[bool], None]) -> None:
        """Has ``told`` called when the portal went (False) and when it is back."""
        self._watchers.append(told)

    def on_closed(self, told: Callable[[str], None]) -> None:
        """Has ``told`` called with each session that the desktop ends."""
        self._closed.append(told)

    def on_signal(self, interface: str, member: str, heard: Callable[..., None]) -> None:
        """Has the values of a signal handed to ``heard``."""
        self._signals[interface, member] = heard

    def call(
        self,
        interface: str,
        method: str,
        signature: str,
        body: Body,
        answered: Callable[[Answer], None],
        path: str = PATH,
    ) -> None:
        """Calls a method that nobody has to answer but the portal itself."""
        once = _once(answered)
        stop = self._scheduler.call_later(REPLY_CAP_MS, lambda: once(Answer("portal_silent")))

        def replied(reply: Reply) -> None:
            stop()
            once(Answer(error_code(reply.error)))

        try:
            address = DBusAddress(path, bus_name=NAME, interface=interface)
            self._bus.call(address, method, signature, body, replied)
        except PortError as error:
            stop()
            once(Answer(error.code))

    def ask(
        self, interface: str, method: str, signature: str, body: Body, cap_s: float
    ) -> tuple[Any, ...]:
        """Calls a method and waits for what it returns.

        Raises:
            PortError: ``portal_silent``, ``portal_gone``, ``no_portal``, ``refused`` or ``no_bus``.
        """
        address = DBusAddress(PATH, bus_name=NAME, interface=interface)
        reply = self._bus.ask(address, method, signature, body, cap_s)
        if reply is None:
            raise PortError("portal_silent")
        if reply.error:
            raise PortError(error_code(reply.error))
        return reply.body

    def request(
        self,
        interface: str,
        method: str,
        signature: str,
        body: Body,
        options: Options,
        answered: Callable[[Answer], None],
    ) -> Action:
        """Asks the user; returns what takes the question back.

        Args:
            interface: Of the portal.
            method: Its last argument is the options.
            signature: Of ``body`` alone.
            body: The arguments before the options.
            options: Without ``handle_token``, which is added.
            answered: Called once, unless the question is taken back.
        """
        token = self.token()
        handle = f"{PATH}/request/{self._bus.name[1:].replace('.', '_')}/{token}"
        once = _once(answered)
        self._waiting[handle] = once

        def sent(answer: Answer) -> None:
            if answer.code:
                self._waiting.pop(handle, None)
                once(answer)

        more = {**options, "handle_token": ("s", token)}
        self.call(interface, method, f"{signature}a{{sv}}", (*body, more), sent)

        def take_back() -> None:
            if self._waiting.pop(handle, None):
                self.call(_REQUEST, "Close", "", (), lambda _: None, path=handle)

        return take_back

    def close_session(self, session: str) -> None:
        """Ends a session; what was granted to it is taken back."""
        self.call(_SESSION, "Close", "", (), lambda _: None, path=session)

    def lost(self) -> None:
        """The bus is gone, and all that was on it."""
        self._vanish("no_bus")

    def _signalled(self, message: Message) -> None:
        fields = message.header.fields
        path, member = fields[HeaderFields.path], fields[HeaderFields.member]
        interface = fields[HeaderFields.interface]
        if (interface, member) == (_REQUEST, "Response"):
            answered = self._waiting.pop(path, None)
            if answered:
                code, results = message.body
                answered(Answer(_RESPONSES.get(code, "refused"), plain(results)))
        elif (interface, member) == (_SESSION, "Closed"):
            for closed in self._closed:
                closed(path)
        elif heard := self._signals.get((interface, member)):
            heard(*message.body)

    def _owner_changed(self, message: Message) -> None:
        if message.body[0] != NAME or len(message.body) != _OWNER_CHANGED_ARGUMENTS:
            return  # some other news of the bus
        there = bool(message.body[2])
        if there and not self._gone:
            return  # it was not running and our own first call has started it
        self._gone = not there
        if self._gone:
            self._vanish("portal_gone")
        else:
            for told in self._watchers:
                told(there)

    def _vanish(self, code: str) -> None:
        there = False
        waiting, self._waiting = self._waiting, {}
        for answered in waiting.values():
            answered(Answer(code))
        for told in self._watchers:
            told(there)


def plain(variants: Mapping[str, tuple[str, Any]]) -> dict[str, Any]:
    """A vardict without the signatures of its values."""
    return {name: value for name, (_, value) in variants.items()}


def error_code(error: str) -> str:
    """A D-Bus error's name as our short code; empty for no error."""
    name = error.rpartition(".")[2]
    return _ERRORS.get(name, "refused") if error else ""


def _once(answered: Callable[[Answer], None]) -> Callable[[Answer], None]:
    """A late reply after the cap, or the other way round, is no second answer."""
    left = [answered]

    def answer(found: Answer) -> None:
        while left:
            left.pop()(found)

    return answer
