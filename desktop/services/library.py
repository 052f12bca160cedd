"""The phrases an agent works with: the pack's, the agent's own, and what lies over both."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from msgspec.structs import replace

from desktop.core.hotkeys import Hotkey
from desktop.core.phrases.effective import in_effect, library_at, next_change
from desktop.core.phrases.model import (
    OWN_CATEGORY,
    Category,
    Group,
    Library,
    Overlay,
    Phrase,
    Usage,
)
from desktop.core.phrases.own import check_own
from desktop.core.phrases.search import Hit, Index
from desktop.core.phrases.templates import placeholders
from desktop.core.problems import InputError, Problem
from desktop.services.ports import Action, Clock, PersonalStore

_FREQUENT = 30
_HALF_LIFE_S = 14 * 24 * 3600


class LibraryService:
    """Answers for the window; every change is on disk before it shows.

    Attributes:
        on_change: Called after every change of phrases, pins or hotkeys.
    """

    def __init__(
        self,
        library: Library,
        index: Index,
        names: Collection[str],
        store: PersonalStore,
        clock: Clock,
    ) -> None:
        """``library`` may hold phrases of other times; only those in effect are answered with."""
        self.on_change: list[Action] = []
        self._whole = library
        self._names = names
        self._store = store
        self._clock = clock
        self._whole_index = index
        self._take_library(library_at(library, clock.now()))
        self._overlay = store.overlay()
        self._take(self._overlay)

    def overlay(self) -> Overlay:
        """The agent's own phrases, pins, hotkeys and usage."""
        return self._overlay

    def show(self, library: Library, index: Index, names: Collection[str]) -> None:
        """Answers for another pack from now on, or a newer version; what is the agent's stays.

        Its dates are others, too: the calendar is to be planned again.
        """
        self._whole, self._whole_index, self._names = library, index, names
        self._take_library(library_at(library, self._clock.now()))
        self._take(self._overlay)
        self._tell()

    def next_change(self) -> datetime | None:
        """When a phrase comes into effect or goes out of it next; None for never again."""
        return next_change(self._whole, self._clock.now())

    def keep_up(self) -> None:
        """Answers with the phrases that are in effect now."""
        current = library_at(self._whole, self._clock.now())
        if current != self._library:
            self._take_library(current)
            self._tell()

    def categories(self) -> tuple[Category, ...]:
        """The pack's categories, and the agent's own phrases as one more."""
        own = (Group("", self._overlay.own),) if self._overlay.own else ()
        return (*self._library.categories, Category(OWN_CATEGORY, "", own))

    def phrase(self, phrase_id: str) -> Phrase | None:
        """The phrase with this id; None if it is not in the pack any more, or not in effect."""
        found = self._own.get(phrase_id) or self._pack.get(phrase_id)
        return found if found and in_effect(found, self._clock.now()) else None

    def codes(self) -> dict[str, str]:
        """Code to phrase id, of everything that has a code, in effect now or not."""
        phrases = (*self._pack.values(), *self._overlay.own)
        return {phrase.code: phrase.id for phrase in phrases if phrase.code}

    def frequent(self) -> tuple[Phrase, ...]:
        """The pinned phrases, then the most used, then a first look at each category."""
        used = sorted(self._overlay.usage, key=self._weight, reverse=True)
        ids = dict.fromkeys((*self._overlay.pins, *used, *self._first_look()))
        found = [phrase for phrase in map(self.phrase, ids) if phrase is not None]
        return tuple(found[:_FREQUENT])

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        """The phrases that match, best first."""
        usage, now_s = self._overlay.usage, self._clock.now().timestamp()
        hits = [
            *self._index.search(query, usage, limit, now_s),
            *self._own_index.search(query, usage, limit, now_s),
        ]
        hits.sort(key=lambda hit: -hit.score)
        return tuple(hits[:limit])

    def pin(self, phrase_id: str) -> None:
        """Pins the phrase after the others."""
        self._set_pins((*(i for i in self._overlay.pins if i != phrase_id), phrase_id))

    def unpin(self, phrase_id: str) -> None:
        """Takes the pin out."""
        self._set_pins(tuple(i for i in self._overlay.pins if i != phrase_id))

    def set_hotkey(self, phrase_id: str, hotkey: Hotkey | None) -> None:
        """Gives the phrase a hotkey, taking it from the phrase that had it; None takes it away."""
        hotkeys = {i: h for i, h in self._overlay.hotkeys.items() if i != phrase_id and h != hotkey}
        if hotkey is not None:
            hotkeys[phrase_id] = hotkey
        self._change(replace(self._overlay, hotkeys=hotkeys))

    def record_use(self, phrase_id: str) -> None:
        """Counts one use, now; the lists keep their order until something else changes."""
        at_s = self._clock.now().timestamp()
        self._store.record_use(phrase_id, at_s)
        before = self._overlay.usage.get(phrase_id, Usage(0, at_s))
        usage = {
            **self._overlay.usage,
            phrase_id: Usage(before.count + 1, max(before.last_used_s, at_s)),
        }
        self._overlay = replace(self._overlay, usage=usage)

    def check_own(self, draft: Phrase) -> tuple[Problem, ...]:
        """What is wrong with a phrase of the agent's own, as ``own.check_own`` tells it."""
        return (*check_own(draft, self._names), *self._same_code(draft))

    def save_own(self, draft: Phrase) -> Phrase:
        """Keeps one of the agent's own phrases; one without an own id becomes a new one.

        Raises:
            InputError: What ``check_own`` says.
        """
        problems = self.check_own(draft)
        if problems:
            raise InputError(*problems)
        import uuid

        own_id = draft.id if draft.id in self._own else f"{OWN_CATEGORY}/{uuid.uuid4().hex}"
        names = placeholders(*draft.in_parts())
        phrase = replace(draft, id=own_id, scenario="", placeholders=names)
        self._store.save_own(phrase)
        own = {**self._own, own_id: phrase}
        self._take(replace(self._overlay, own=tuple(own.values())))
        self._tell()
        return phrase

    def delete_own(self, phrase_id: str) -> Action:
        """Deletes one of the agent's own phrases.

        Returns:
            What puts it back: in its place, with its pin, hotkey and usage.
        """
        before = self._overlay
        self._store.delete_own(phrase_id)
        self._take(_without(before, phrase_id))
        self._tell()
        return lambda: self._change(_put_back(self._overlay, before, phrase_id))

    def _same_code(self, draft: Phrase) -> Iterable[Problem]:
        for phrase in (*self._whole.phrases(), *self._overlay.own):
            if draft.code and phrase.code == draft.code and phrase.id != draft.id:
                values = {"got": draft.code, "first": phrase.title}
                yield Problem("code_twice", "code", values)

    def _first_look(self) -> Iterable[str]:
        firsts = (next(category.phrases(), None) for category in self._library.categories)
        return (phrase.id for phrase in firsts if phrase is not None)

    def _weight(self, phrase_id: str) -> float:
        """How much a phrase is in use: its count, halved for every two weeks without a use."""
        usage = self._overlay.usage[phrase_id]
        age_s = max(0.0, self._clock.now().timestamp() - usage.last_used_s)
        return float(usage.count * 0.5 ** (age_s / _HALF_LIFE_S))

    def _set_pins(self, pins: tuple[str, ...]) -> None:
        self._store.set_pins(pins)
        self._take(replace(self._overlay, pins=pins))
        self._tell()

    def _change(self, overlay: Overlay) -> None:
        self._store.replace(overlay)
        self._take(overlay)
        self._tell()

    def _take_library(self, library: Library) -> None:
        phrases = tuple(library.phrases())
        whole = library is self._whole
        self._library = library
        self._index = self._whole_index if whole else Index.build(phrases, self._whole_index)
        self._pack = {phrase.id: phrase for phrase in phrases}

    def _take(self, overlay: Overlay) -> None:
        self._overlay = overlay
        self._own = {phrase.id: phrase for phrase in overlay.own}
        self._own_index = Index.build(overlay.own, like=self._index)

    def _tell(self) -> None:
        for heard in self.on_change:
            heard()


def _without(overlay: Overlay, phrase_id: str) -> Overlay:
    return Overlay(
        own=tuple(p for p in overlay.own if p.id != phrase_id),
        pins=tuple(i for i in overlay.pins if i != phrase_id),
        hotkeys={i: h for i, h in overlay.hotkeys.items() if i != phrase_id},
        usage={i: u for i, u in overlay.usage.items() if i != phrase_id},
    )


def _put_back(overlay: Overlay, before: Overlay, phrase_id: str) -> Overlay:
    """The overlay as it is now with one phrase as it was before."""
    own, pins = list(overlay.own), list(overlay.pins)
    place = next(n for n, phrase in enumerate(before.own) if phrase.id == phrase_id)
    own.insert(place, before.own[place])
    if phrase_id in before.pins:
        pins.insert(before.pins.index(phrase_id), phrase_id)
    kept = {phrase_id: before.hotkeys[phrase_id]} if phrase_id in before.hotkeys else {}
    used = {phrase_id: before.usage[phrase_id]} if phrase_id in before.usage else {}
    taken = set(overlay.hotkeys.values())
    hotkeys = {i: h for i, h in kept.items() if h not in taken}
    return Overlay(
        tuple(own), tuple(pins), {**overlay.hotkeys, **hotkeys}, {**overlay.usage, **used}
    )
