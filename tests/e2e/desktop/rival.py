"""Another program that copies and, if asked, reads whatever is copied, as a history does.

Speaks JSON lines: ``{"do": "copy", "text": …}``; ``{"do": "read_along"}``, from now on; it says
every text it has read.
"""

from __future__ import annotations

import json
import os
import select
import sys

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.ext import xfixes
from Xlib.protocol import event

TOLD = 0
_SLOT = "RIVAL"


def say(**message: object) -> None:
    print(json.dumps(message), flush=True)


class Rival:
    def __init__(self) -> None:
        self._display = Display()
        self._window = self._display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self._clipboard = self._display.intern_atom("CLIPBOARD")
        self._targets = self._display.intern_atom("TARGETS")
        self._utf8 = self._display.intern_atom("UTF8_STRING")
        self._slot = self._display.intern_atom(_SLOT)
        self._copied = self._display.extension_event.SetSelectionOwnerNotify[0]
        self._text = b""
        say(ready=True)

    def copy(self, text: str) -> None:
        self._text = text.encode()
        self._window.set_selection_owner(self._clipboard, X.CurrentTime)
        self._display.sync()

    def read_along(self) -> None:
        self._display.xfixes_query_version()
        mask = xfixes.XFixesSetSelectionOwnerNotifyMask
        self._display.xfixes_select_selection_input(self._window, self._clipboard, mask)
        self._display.sync()

    def run(self) -> None:
        """Until the one who tells is gone."""
        while True:
            while self._display.pending_events():
                self._hear(self._display.next_event())
            readable, _, _ = select.select([TOLD, self._display.fileno()], [], [])
            if TOLD in readable:
                lines = os.read(TOLD, 1 << 16)
                if not lines:
                    return
                for line in lines.splitlines():
                    message = json.loads(line)
                    do = message.pop("do")
                    getattr(self, do)(**message)
                    say(answer=do, value=None)

    def _hear(self, heard: event.rq.Event) -> None:
        if heard.type == X.SelectionRequest:
            self._give(heard)
        elif heard.type == X.SelectionNotify and heard.property != X.NONE:
            found = self._window.get_full_property(self._slot, X.AnyPropertyType)
            say(read=found.value.decode() if found else "")
        elif heard.type == self._copied and heard.owner.id != self._window.id:
            where = (self._clipboard, self._utf8, self._slot)
            self._window.convert_selection(*where, X.CurrentTime)
            self._display.flush()

    def _give(self, asked: event.SelectionRequest) -> None:
        place = asked.property
        if asked.target == self._targets:
            asked.requestor.change_property(place, Xatom.ATOM, 32, [self._targets, self._utf8])
        elif asked.target == self._utf8:
            asked.requestor.change_property(place, self._utf8, 8, self._text)
        else:
            place = X.NONE
        answer = event.SelectionNotify(
            time=asked.time,
            requestor=asked.requestor,
            selection=asked.selection,
            target=asked.target,
            property=place,
        )
        asked.requestor.send_event(answer)
        self._display.flush()


if __name__ == "__main__":
    sys.exit(Rival().run())
