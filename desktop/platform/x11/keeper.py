"""Keeps what is on the clipboard when we end: on X11 it lives only as long as its owner.

What the agent had copied elsewhere is ours to hold once it was put back after a phrase. Where a
clipboard manager runs, Qt hands it over; elsewhere a small process of its own holds it until
somebody copies something else.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from contextlib import suppress

from desktop.platform.launch import command, environment
from desktop.services.ports import Snapshot

ARGUMENT = "--keep-clipboard"
"""What the program is started with to be the keeper."""
_START_CAP_S = 5.0


def hand_over(snapshot: Snapshot) -> None:
    """Starts the keeper and waits until it holds the clipboard, 5 s at most."""
    sizes = {name: len(content) for name, content in snapshot.formats.items()}
    message = json.dumps(sizes).encode() + b"\n" + b"".join(snapshot.formats.values())
    keeper = subprocess.Popen(
        [*command(), ARGUMENT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        start_new_session=True,
    )
    assert keeper.stdin
    assert keeper.stdout
    with suppress(BrokenPipeError), keeper.stdin as pipe:
        pipe.write(message)
    with keeper.stdout as answer:
        select.select([answer], [], [], _START_CAP_S)  # its end: the keeper has closed it


def _received() -> Snapshot:
    sizes: dict[str, int] = json.loads(sys.stdin.buffer.readline())
    return Snapshot({name: sys.stdin.buffer.read(size) for name, size in sizes.items()})


def keep() -> int:
    """Is the keeper, until something else is copied; returns the exit status."""
    from PySide6.QtGui import QGuiApplication

    from desktop.platform.clipboard import QtClipboard, QtOnly

    application = QGuiApplication(sys.argv[:1])
    clipboard = QGuiApplication.clipboard()
    QtClipboard(QtOnly()).restore(_received())

    def changed() -> None:
        if not clipboard.ownsClipboard():
            application.quit()

    clipboard.dataChanged.connect(changed)
    os.close(sys.stdout.fileno())  # the one who started us may go now
    return application.exec()
