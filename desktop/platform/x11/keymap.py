"""What the keys mean, followed while it changes."""

from __future__ import annotations

from Xlib import X
from Xlib.protocol.event import MappingNotify
from Xlib.protocol.rq import Event

from desktop.platform.x11.connection import XConnection
from desktop.platform.x11.xkb import keymap_events
from desktop.services.ports import Action


def follow_keymap(connection: XConnection, changed: Action) -> None:
    """Has ``changed`` called when keys may mean something else, with what they mean read anew.

    That is also whenever another keyboard is typed on, such as the one our own keys come from.
    """
    with connection.talking() as display:
        kinds = keymap_events(display)
        info = display.display.info
        everything = MappingNotify(
            request=X.MappingKeyboard,
            first_keycode=info.min_keycode,
            count=info.max_keycode - info.min_keycode + 1,
        )

    def told(event: Event) -> None:
        if event.type == X.MappingNotify and event.request == X.MappingPointer:
            return
        with connection.talking() as display:
            display.refresh_keyboard_mapping(everything)
        changed()

    for kind in kinds:
        connection.listen(kind, told)
