"""Programs on a message bus that answer one call with what a test gives them."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

Answer = tuple[str, tuple[Any, ...]] | None
"""A signature and its values; None for no answer at all."""


@contextmanager
def bus() -> Iterator[Bus]:
    """A bus of one's own."""
    command = ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout
        opened = Bus(daemon.stdout.readline().strip())
        yield opened
        daemon.terminate()
        opened.join()


class Bus:
    """A bus and the programs on it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._threads: list[threading.Thread] = []

    def serve(self, name: str, answers: Mapping[str, Answer]) -> None:
        """A program with this name that answers calls by their method."""
        connection = open_dbus_connection(self.address)
        Proxy(message_bus, connection).RequestName(name)
        thread = threading.Thread(target=_serve, args=(connection, answers))
        thread.start()
        self._threads.append(thread)

    def join(self) -> None:
        """The programs end with the bus."""
        for thread in self._threads:
            thread.join()


def _serve(connection: DBusConnection, answers: Mapping[str, Answer]) -> None:
    with connection:
        while True:
            try:
                call = connection.receive()
            except OSError:  # the bus is gone
                return
            if call.header.message_type is not MessageType.method_call:
                continue
            method = str(call.header.fields[HeaderFields.member])
            if method not in answers:
                connection.send(new_error(call, "org.freedesktop.DBus.Error.Failed"))
            elif answer := answers[method]:
                connection.send(new_method_return(call, *answer))
