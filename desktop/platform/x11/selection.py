"""Reads what another program has put on the clipboard, within a time of our choosing.

Qt would wait 5 s for each format of a program that does not answer.
"""

from __future__ import annotations

import time
from array import array

from Xlib import X, error
from Xlib.protocol.rq import Event

from desktop.platform.x11.connection import XConnection

READ_CAP_S = 1.0
_TEXT = "text/plain"
TEXT_ATOMS = ("UTF8_STRING", "STRING", "TEXT", "COMPOUND_TEXT")
_SLOTS = 64


class XSelection:
    """The clipboard as a requestor of our own sees it."""

    def __init__(self, connection: XConnection) -> None:
        self._connection = connection
        with connection.talking() as display:
            self._clipboard = display.intern_atom("CLIPBOARD")
            self._targets = display.intern_atom("TARGETS")
            self._incr = display.intern_atom("INCR")
            # kept for good: a program that answers late must not find it gone
            self._window = connection.root().create_window(
                0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
            )
        self._slot = 0

    @property
    def window(self) -> int:
        """The window that asks; owners see it."""
        return int(self._window.id)

    def owner(self, selection: str = "CLIPBOARD") -> int:
        """The window that owns a selection; 0 for none."""
        with self._connection.talking() as display:
            owner: object = display.get_selection_owner(display.intern_atom(selection))
        return int(getattr(owner, "id", 0))

    def read(self, max_bytes: int) -> dict[str, bytes]:
        """Every format, the most telling ones first, as far as time and room allow.

        Args:
            max_bytes: Formats that do not fit are left out.
        """
        deadline_s = time.monotonic() + READ_CAP_S
        found: dict[str, bytes] = {}
        for format_name, atom in self._formats(deadline_s):
            content = self._convert(atom, max_bytes, deadline_s)
            if content is not None:
                found[format_name] = content
                max_bytes -= len(content)
        return found

    def _formats(self, deadline_s: float) -> list[tuple[str, int]]:
        """Format names and the atoms to ask for; texts and PNG come first."""
        listed = self._convert(self._targets, 1 << 20, deadline_s)
        names: dict[str, int] = {}
        with self._connection.talking() as display:
            for atom in array("I", listed or b""):
                try:
                    names.setdefault(display.get_atom_name(atom), atom)
                except error.XError:
                    continue
        text = next((names[name] for name in TEXT_ATOMS if name in names), None)
        # other names are questions, or commands such as DELETE, not contents
        formats = {n: a for n, a in names.items() if "/" in n or n.startswith("x-")}
        if text is not None:
            formats[_TEXT] = text
        return sorted(formats.items(), key=lambda item: _rank(item[0]))

    def _convert(self, target: int, max_bytes: int, deadline_s: float) -> bytes | None:
        self._slot = (self._slot + 1) % _SLOTS
        with self._connection.talking() as display:
            slot = display.intern_atom(f"MIAOHUI_CLIPBOARD_{self._slot}")
            self._window.delete_property(slot)
            self._window.convert_selection(self._clipboard, target, slot, X.CurrentTime)
            display.flush()
        answer = self._connection.wait_for(
            lambda e: (
                e.type == X.SelectionNotify
                and e.requestor.id == self._window.id
                and e.target == target
                and e.property in {slot, X.NONE}
            ),
            deadline_s,
        )
        if answer is None or answer.property == X.NONE:
            return None
        # the announcement itself is no piece, and it was written before the answer was sent
        self._connection.forget(lambda e: self._is_piece(e, slot))
        kind, content = self._take(slot)
        if kind == self._incr:
            return self._pieces(slot, max_bytes, deadline_s)
        return content if len(content) <= max_bytes else None

    def _pieces(self, slot: int, max_bytes: int, deadline_s: float) -> bytes | None:
        """Source: ICCCM 2.7.2, incremental transfers: an empty piece ends it."""
        pieces = bytearray()
        while self._connection.wait_for(lambda e: self._is_piece(e, slot), deadline_s):
            _, piece = self._take(slot)
            if not piece:
                return bytes(pieces)
            pieces += piece
            if len(pieces) > max_bytes:
                break
        return None

    def _is_piece(self, event: Event, slot: int) -> bool:
        return bool(
            event.type == X.PropertyNotify
            and event.window.id == self._window.id
            and event.atom == slot
            and event.state == X.PropertyNewValue
        )

    def _take(self, slot: int) -> tuple[int, bytes]:
        with self._connection.talking():
            found = self._window.get_full_property(slot, X.AnyPropertyType, sizehint=1 << 20)
            self._window.delete_property(slot)
        if found is None:
            return 0, b""
        value = found.value
        return found.property_type, value.encode() if isinstance(value, str) else bytes(value)


def _rank(format_name: str) -> int:
    """Pictures can be large and slow to make, and PNG says what the others say."""
    if format_name == "image/png":
        return 1
    return 2 if format_name.startswith("image/") else 0
