"""The session bus, read on somebody's loop without a thread.

PySide6's own QtDBus cannot write the types the portals take: an unsigned number, or a structure in
an array, ends the whole process.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_call
from jeepney.auth import AuthenticationError
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from msgspec import Struct

from desktop.services.ports import Action, PortError

Body = tuple[object, ...]


class Reply(Struct, frozen=True):
    """What came back from a call.

    Attributes:
        body: The values returned; of an error, its message.
        error: The D-Bus name of the error; empty for none.
    """

    body: Body
    error: str = ""


class SessionBus:
    """Calls go out at once; replies and signals are handed out by ``pump``."""

    def __init__(self, address: str = "SESSION") -> None:
        """Connects.

        Args:
            address: Of a bus, as in ``DBUS_SESSION_BUS_ADDRESS``; that one if not given.

        Raises:
            PortError: ``no_bus``, there is none or it refuses us.
        """
        try:
            self._connection = open_dbus_connection(address, enable_fds=True)
        except (OSError, KeyError, RuntimeError, AuthenticationError) as refused:
            raise PortError("no_bus") from refused
        self._waiting: dict[int, Callable[[Reply], None]] = {}
        self._listeners: list[Callable[[Message], None]] = []
        self._arrived: deque[Message] = deque()
        self.on_messages: Action = lambda: None
        """Called when messages wait that the socket will not tell of; shall see to ``pump``."""

    @property
    def name(self) -> str:
        """Our own name on the bus, such as ``:1.42``."""
        return str(self._connection.unique_name)

    def listen(self, interface: str, sender: str, listener: Callable[[Message], None]) -> None:
        """Has the signals of an interface told to ``listener``, also those to us alone.

        Args:
            interface: Its name, or where its name begins.
            sender: The name of who sends them.
            listener: Gets the message.
        """

        def told(message: Message) -> None:
            fields, signal = message.header.fields, MessageType.signal
            if message.header.message_type is signal and fields[HeaderFields.interface].startswith(
                interface
            ):
                listener(message)

        self._listeners.append(told)
        self._send(message_bus.AddMatch(MatchRule(type="signal", sender=sender)))

    def call(
        self,
        address: DBusAddress,
        method: str,
        signature: str,
        body: Body,
        answered: Callable[[Reply], None],
    ) -> None:
        """Calls a method; ``answered`` gets the reply from ``pump``, whenever it comes.

        Raises:
            PortError: ``no_bus``, the connection is lost.
        """
        serial = self._send(new_method_call(address, method, signature or None, body))
        self._waiting[serial] = answered

    def ask(
        self, address: DBusAddress, method: str, signature: str, body: Body, cap_s: float
    ) -> Reply | None:
        """Calls a method and waits for the reply; None if it has not come within ``cap_s``.

        Raises:
            PortError: ``no_bus``, the connection is lost.
        """
        replies: list[Reply] = []
        self.call(address, method, signature, body, replies.append)
        deadline_s = time.monotonic() + cap_s
        kept: list[Message] = []
        while not replies and (message := self._next(deadline_s - time.monotonic())):
            if not self._settle(message):
                kept.append(message)
        self._arrived.extend(kept)
        if self._arrived:
            self.on_messages()
        return replies[0] if replies else None

    def pump(self) -> None:
        """Hands out everything that has arrived.

        Raises:
            PortError: ``no_bus``, the connection is lost.
        """
        while message := self._next(0):
            if not self._settle(message):
                for listener in self._listeners:
                    listener(message)

    def fileno(self) -> int:
        """The socket, for a loop to watch."""
        return int(self._connection.sock.fileno())

    def close(self) -> None:
        """Ends the connection; whatever was granted to it is taken back."""
        self._connection.close()

    def _settle(self, message: Message) -> bool:
        """Whether it was a reply; who waits for it has it then."""
        fields = message.header.fields
        answered = self._waiting.pop(fields.get(HeaderFields.reply_serial, -1), None)
        if answered:
            answered(Reply(tuple(message.body), fields.get(HeaderFields.error_name, "")))
        return answered is not None or HeaderFields.reply_serial in fields

    def _next(self, cap_s: float) -> Message | None:
        if self._arrived and cap_s <= 0:
            return self._arrived.popleft()
        try:
            return self._connection.receive(timeout=max(0.0, cap_s))
        except TimeoutError:
            return None
        except OSError as lost:
            raise PortError("no_bus") from lost

    def _send(self, message: Message) -> int:
        serial: int = next(self._connection.outgoing_serial)
        try:
            self._connection.send(message, serial=serial)
        except OSError as lost:
            raise PortError("no_bus") from lost
        return serial
