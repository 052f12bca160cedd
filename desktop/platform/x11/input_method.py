"""Whether an input method is set to make something else of the keys: fcitx and IBus tell."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.auth import AuthenticationError
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_CAP_S = 0.1
_BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
_FCITX = (
    (DBusAddress("/controller", "org.fcitx.Fcitx5", "org.fcitx.Fcitx.Controller1"), "State"),
    (
        DBusAddress("/inputmethod", "org.fcitx.Fcitx", "org.fcitx.Fcitx.InputMethod"),
        "GetCurrentState",
    ),
)
"""Version 5, and 4 with what is built on it. Both tell of the field that has the keyboard."""
_ACTIVE = 2
_IBUS = DBusAddress(
    "/org/freedesktop/IBus", "org.freedesktop.IBus", "org.freedesktop.DBus.Properties"
)
_PLAIN_KEYBOARD = "xkb:"

_Body = tuple[object, ...]


class InputMethods:
    """Asks the one that runs, each time anew; one that does not answer at once counts as on.

    What is being composed at the moment is between an input method and its program. Others than
    these, and those that a program brings along itself, tell nothing.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Connects at the first question; ``environ`` is ``os.environ``."""
        self._environ = environ
        self._buses: dict[str, DBusConnection] = {}

    def composing(self) -> bool:
        """Whether fcitx is on where the keyboard is, or IBus has chosen more than a keyboard."""
        session = self._environ.get("DBUS_SESSION_BUS_ADDRESS", "")
        for address, method in _FCITX:
            if self._ask(session, _BUS, "NameHasOwner", address.bus_name) == (True,):
                return self._ask(session, address, method) in {None, (_ACTIVE,)}
        ibus = self._ibus_address()
        engine = self._ask(ibus, _IBUS, "Get", "org.freedesktop.IBus", "GlobalEngine")
        return engine is None or not _engine_name(engine).startswith(_PLAIN_KEYBOARD)

    def close(self) -> None:
        """Ends the connections."""
        for bus in self._buses.values():
            bus.close()
        self._buses.clear()

    def _ask(self, bus: str, address: DBusAddress, method: str, *texts: str) -> _Body | None:
        """The values that come back, none of an error or where no bus is; None if too late."""
        if not bus:
            return ()
        call = new_method_call(address, method, "s" * len(texts) or None, texts)
        try:
            if bus not in self._buses:
                self._buses[bus] = open_dbus_connection(bus, auth_timeout=_CAP_S)
            reply = self._buses[bus].send_and_get_reply(call, timeout=_CAP_S)
        except TimeoutError:
            return None
        except (OSError, KeyError, RuntimeError, AuthenticationError):
            if gone := self._buses.pop(bus, None):
                gone.close()
            return ()
        return tuple(reply.body) if reply.header.message_type is MessageType.method_return else ()

    def _ibus_address(self) -> str:
        """Where IBus is to be asked, by what it wrote down for this display; empty for nowhere."""
        if given := self._environ.get("IBUS_ADDRESS"):
            return given
        home = self._environ.get("HOME", "")
        config = Path(self._environ.get("XDG_CONFIG_HOME") or f"{home}/.config")
        number = self._environ.get("DISPLAY", "").rpartition(":")[2].partition(".")[0]
        for path in (config / "ibus" / "bus").glob(f"*-unix-{number}"):
            with suppress(OSError):
                for line in path.read_text(encoding="utf-8").splitlines():
                    if line.startswith("IBUS_ADDRESS="):
                        return line.partition("=")[2]
        return ""


def _engine_name(body: _Body) -> str:
    """The name in the description of an engine: the third of its fields, in two variants."""
    match body:
        case ((_, (_, (_, _, str(name), *_))),):
            return name
        case _:
            return _PLAIN_KEYBOARD  # there is no engine, or no IBus any more
