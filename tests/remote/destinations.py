"""Destinations around a destination: one that is watched, one that dies."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop.remote.publisher.destination import Destination
from desktop.remote.publisher.keys import Keys


class KilledError(BaseException):
    """The publisher is gone: nothing of it runs any more."""


class Around:
    """Passes everything on; ``changed`` is called with the name after every change."""

    def __init__(self, inner: Destination, changed: Callable[[str], None]) -> None:
        self._inner = inner
        self._changed = changed

    def read(self, name: str) -> bytes | None:
        return self._inner.read(name)

    def write(self, name: str, data: bytes) -> None:
        self._inner.write(name, data)
        self._changed(name)

    def create(self, name: str, data: bytes) -> bool:
        done = self._inner.create(name, data)
        self._changed(name)
        return done

    def swap(self, name: str, old: bytes, new: bytes) -> bool:
        done = self._inner.swap(name, old, new)
        self._changed(name)
        return done

    def delete(self, name: str) -> None:
        self._inner.delete(name)
        self._changed(name)

    def files(self, below: str) -> Iterable[tuple[str, int]]:
        return self._inner.files(below)

    def holds(self, keys: Keys) -> bool:
        return self._inner.holds(keys)


class Dying(Around):
    """Is gone after some changes, as a killed process is: not even its clearing up happens."""

    def __init__(self, inner: Destination, changes: int) -> None:
        super().__init__(inner, self._count)
        self._left = changes
        self.dead = changes == 0

    def _count(self, _: str) -> None:
        self._left -= 1
        if self._left <= 0:
            self.dead = True
            raise KilledError

    def read(self, name: str) -> bytes | None:
        self._alive()
        return super().read(name)

    def write(self, name: str, data: bytes) -> None:
        self._alive()
        super().write(name, data)

    def delete(self, name: str) -> None:
        self._alive()
        super().delete(name)

    def create(self, name: str, data: bytes) -> bool:
        self._alive()
        return super().create(name, data)

    def _alive(self) -> None:
        if self.dead:
            raise KilledError
