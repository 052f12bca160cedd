"""Why the world did not let us."""

from __future__ import annotations

from collections.abc import Mapping


class PortError(Exception):
    """The world did not let us; ``code`` is short, such as ``clipboard_busy``, and has words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotKeptError(Exception):
    """What the agent did is not on disk; all that was kept before is safe.

    Attributes:
        code: It has words under ``store.<code>``, such as ``full``.
        values: What the words fill in.
    """

    def __init__(self, code: str, values: Mapping[str, str]) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values
