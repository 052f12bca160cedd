"""What an agent keeps, in memory."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.core.hotkeys import Hotkey
from desktop.core.phrases.model import Overlay, Phrase, Usage
from desktop.services.ports import NotKeptError


class FakePersonalStore:
    """The PersonalStore port."""

    def __init__(self, overlay: Overlay | None = None, **settings: str) -> None:
        self.kept = overlay or Overlay()
        self.settings = dict(settings)
        self.full = False
        self.answers: tuple[str, tuple[int, ...]] = ("", ())

    def overlay(self) -> Overlay:
        return self.kept

    def save_own(self, phrase: Phrase) -> None:
        self._need_room()
        own = {p.id: p for p in self.kept.own} | {phrase.id: phrase}
        self.kept = replace(self.kept, own=tuple(own.values()))

    def delete_own(self, phrase_id: str) -> None:
        self._need_room()
        kept = self.kept
        self.kept = Overlay(
            own=tuple(p for p in kept.own if p.id != phrase_id),
            pins=tuple(i for i in kept.pins if i != phrase_id),
            hotkeys={i: h for i, h in kept.hotkeys.items() if i != phrase_id},
            usage={i: u for i, u in kept.usage.items() if i != phrase_id},
        )

    def replace(self, overlay: Overlay) -> None:
        self._need_room()
        self.kept = overlay

    def set_pins(self, phrase_ids: tuple[str, ...]) -> None:
        self._need_room()
        self.kept = replace(self.kept, pins=phrase_ids)

    def set_hotkey(self, phrase_id: str, hotkey: Hotkey | None) -> None:
        self._need_room()
        others = {i: h for i, h in self.kept.hotkeys.items() if i != phrase_id}
        self.kept = replace(
            self.kept, hotkeys=others if hotkey is None else {**others, phrase_id: hotkey}
        )

    def record_use(self, phrase_id: str, at_s: float) -> None:
        self._need_room()
        before = self.kept.usage.get(phrase_id, Usage(0, at_s))
        usage = {
            **self.kept.usage,
            phrase_id: Usage(before.count + 1, max(before.last_used_s, at_s)),
        }
        self.kept = replace(self.kept, usage=usage)

    def record_reply(self, day: str, took_ms: int) -> None:
        self._need_room()
        self.answers = (day, (*self.replies(day), took_ms))

    def replies(self, day: str) -> tuple[int, ...]:
        return self.answers[1] if self.answers[0] == day else ()

    def setting(self, key: str) -> str | None:
        return self.settings.get(key)

    def set_setting(self, key: str, value: str) -> None:
        self._need_room()
        self.settings[key] = value

    def _need_room(self) -> None:
        if self.full:
            raise NotKeptError("full", {"path": "miaohui.db"})
