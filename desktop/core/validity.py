"""When something counts: from one moment until another, half-open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from msgspec import Struct

CHINA = timezone(timedelta(hours=8))
"""Asia/Shanghai; without summer time since 1991."""
_MOMENT = re.compile(r"20\d\d-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?", re.ASCII)


class Validity(Struct, frozen=True):
    """A span of time; both ends have an offset.

    Attributes:
        start: The first moment it counts; None for ever since.
        until: The first moment it does not count any more; None for ever after.
    """

    start: datetime | None = None
    until: datetime | None = None

    def holds(self, moment: datetime) -> bool:
        """Whether it counts at that moment."""
        return (self.start is None or self.start <= moment) and (
            self.until is None or moment < self.until
        )

    def within(self, outer: Validity) -> Validity:
        """The part of it that lies in another."""
        starts = [end for end in (self.start, outer.start) if end is not None]
        untils = [end for end in (self.until, outer.until) if end is not None]
        return Validity(max(starts, default=None), min(untils, default=None))

    @property
    def empty(self) -> bool:
        """Whether there is no moment at all at which it counts."""
        return self.start is not None and self.until is not None and self.start >= self.until


def read_moment(text: str) -> datetime:
    """Reads ``2026-11-11``, ``2026-11-11 20:00`` or ``2026-11-11T20:00:00+08:00``.

    Without a time it is the beginning of that day, without an offset China's time.

    Raises:
        ValueError: It is none of these.
    """
    if not _MOMENT.fullmatch(text):
        raise ValueError(text or "nothing")
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=CHINA)


def next_end(spans: Iterable[Validity], moment: datetime) -> datetime | None:
    """The first moment after this one at which one of the spans begins or ends."""
    ends = (end for span in spans for end in (span.start, span.until))
    return min((end for end in ends if end is not None and end > moment), default=None)
