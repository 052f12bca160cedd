"""What ``doctor`` tells of a machine."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Check(Struct, frozen=True):
    """One thing that works here or does not.

    Attributes:
        check: Stable name, e.g. ``display``.
        ok: Whether it works.
        code: Its words are ``doctor.<code>``: what was found, and how to mend it if need be.
        values: What the words fill in.
    """

    check: str
    ok: bool
    code: str
    values: Mapping[str, str] = field(default_factory=dict)
