"""The system clipboard, with every format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # the window stands before it has anything to do with them
    from desktop.services.content import Content
    from desktop.services.ports.windows import Target


class Snapshot(Struct, frozen=True):
    """Everything that was on the clipboard: format name to its bytes; empty for nothing."""

    formats: Mapping[str, bytes]


class Clipboard(Protocol):
    """The system clipboard, with every format.

    Every call but ``ours`` and ``settled`` may raise PortError, as while another program holds it.
    """

    def snapshot(self) -> Snapshot:
        """Everything on it now, copied out."""
        ...

    def offer(self, content: Content, target: Target, on_read: Callable[[bool], None]) -> None:
        """Puts ``content`` on it for a moment, marked as transient.

        ``on_read`` is called at each reading of the content, with whether the target's program
        read it to paste it (True also where the system does not tell). It must return at once.
        """
        ...

    def put(self, content: Content) -> None:
        """Puts ``content`` on it to stay."""
        ...

    def restore(self, snapshot: Snapshot) -> None:
        """Puts back what a snapshot holds."""
        ...

    def ours(self) -> bool:
        """Whether what is on it is still what we put there last."""
        ...

    def settled(self) -> bool:
        """Whether the target could read now: nobody else does who looks at whatever is copied."""
        ...
