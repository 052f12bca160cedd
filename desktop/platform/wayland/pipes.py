"""The two ends of a transfer between programs, neither of which may hold up our loop."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable

from desktop.services.ports import Scheduler

WRITE_CAP_MS = 5000
_AGAIN_MS = 2
_PIECE = 1 << 16


def read_pipe(pipe: int, most: int, deadline_s: float) -> bytes | None:
    """All that comes out of a pipe; None if that is too much or takes too long.

    Args:
        pipe: Its file descriptor, which stays open.
        most: So many bytes are taken at most.
        deadline_s: On ``time.monotonic``.
    """
    pieces = bytearray()
    while len(pieces) <= most:
        left_s = deadline_s - time.monotonic()
        if left_s <= 0 or not select.select([pipe], [], [], left_s)[0]:
            return None
        piece = os.read(pipe, _PIECE)
        if not piece:
            return bytes(pieces)
        pieces += piece
    return None


def write_pipe(
    pipe: int, content: bytes, scheduler: Scheduler, done: Callable[[bool], None]
) -> None:
    """Writes as fast as the other end reads, and closes the pipe.

    Args:
        pipe: Its file descriptor.
        content: What to write.
        scheduler: Goes on when the pipe was full.
        done: Called once, with whether all was written; at the latest after ``WRITE_CAP_MS``.
    """
    os.set_blocking(pipe, False)
    left = memoryview(content)
    turns = WRITE_CAP_MS // _AGAIN_MS

    def go_on() -> None:
        nonlocal left, turns
        try:
            while left:
                left = left[os.write(pipe, left[:_PIECE]) :]
        except BlockingIOError:
            turns -= 1
            if turns:
                scheduler.call_later(_AGAIN_MS, go_on)
                return
        except OSError:
            turns = 0  # nobody reads any more
        os.close(pipe)
        done(not left)

    go_on()
