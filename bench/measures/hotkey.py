"""A hotkey to the whole phrase in another program's text box; and twenty of them at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bench import clipboard
from bench.chatbox import ChatBox
from bench.desk import Desk, Prepared, wait_for_quiet
from bench.keys import Keys
from bench.options import Options, ms


@dataclass(frozen=True)
class _Chat:
    """A program in the background, a chat box with the focus, and a keyboard."""

    env: Mapping[str, str]
    hotkeys: Sequence[tuple[str, str]]
    box: ChatBox
    keys: Keys
    options: Options

    def press(self, run: int) -> dict[str, Any]:
        """One press; 1.5 s after the text the clipboard is looked at."""
        combo, text = self.hotkeys[run % len(self.hotkeys)]
        before = clipboard.put(self.env, self.options.clip, run)
        self.box.clear()
        busy = wait_for_quiet(3)
        if self.options.freeze_ms:
            self.box.send(f"freeze {self.options.freeze_ms}")
            time.sleep(0.02)
        pressed, released = self.keys.combo(combo, self.options.hold_s)
        seen = self.box.wait_for(text, pressed, 6)
        time.sleep(1.5)
        return {
            "busy": busy,
            "text_ms": seen and ms(seen - pressed),
            "key_up_ms": ms(released - pressed),
            "arrived": seen is not None,
            "nothing_else": self.box.text() == text,
            "clip_restored": clipboard.is_back(self.env, before),
        }

    def burst(self, run: int) -> dict[str, Any]:
        """All hotkeys one after the other, the modifiers released in between."""
        before = clipboard.put(self.env, self.options.clip, run)
        self.box.clear()
        busy = wait_for_quiet(3)
        gap_s = self.options.gap_s
        begun = time.monotonic()
        for place, (combo, _) in enumerate(self.hotkeys):
            time.sleep(max(0, begun + place * gap_s - time.monotonic()))
            self.keys.combo(combo, min(self.options.hold_s, gap_s / 2))
        texts = self.box.rest(quiet_s=3)
        order, rest = parse(texts[-1][1] if texts else "", [text for _, text in self.hotkeys])
        return {
            "busy": busy,
            "different": len(set(order)),
            "repeats": len(order) - len(set(order)),
            "all_in_order": order == list(range(len(self.hotkeys))),
            "other_characters": len(rest),
            "last_text_ms": ms(texts[-1][0] - begun) if texts else None,
            "clip_restored": clipboard.is_back(self.env, before),
        }


@contextmanager
def _chat(desk: Desk, prepared: Prepared, options: Options) -> Iterator[_Chat]:
    running = desk.start(prepared)
    time.sleep(prepared.program.ready_s)
    box, keys = ChatBox(desk.session, options.box), Keys(desk.session.name)
    try:
        yield _Chat(desk.session.env, prepared.program.hotkeys, box, keys, options)
    finally:
        keys.close()
        box.close()
        desk.stop(running)


def measure_single(
    desk: Desk, programs: list[Prepared], options: Options
) -> Iterator[tuple[Prepared, dict[str, Any]]]:
    """One hotkey a run."""
    yield from _measure(desk, programs, options, _Chat.press)


def measure_burst(
    desk: Desk, programs: list[Prepared], options: Options
) -> Iterator[tuple[Prepared, dict[str, Any]]]:
    """Every hotkey in each run."""
    yield from _measure(desk, programs, options, _Chat.burst)


def _measure(
    desk: Desk,
    programs: list[Prepared],
    options: Options,
    once: Callable[[_Chat, int], dict[str, Any]],
) -> Iterator[tuple[Prepared, dict[str, Any]]]:
    for prepared in programs:
        with _chat(desk, prepared, options) as chat:
            for run in range(options.runs + 1):
                record = once(chat, run)
                if run:
                    yield prepared, record


def parse(text: str, wanted: Sequence[str]) -> tuple[list[int], str]:
    """Cuts a text into whole phrases.

    Returns:
        The phrases' numbers as they stand, and everything else.
    """
    order: list[int] = []
    rest: list[str] = []
    at = 0
    while at < len(text):
        number = next((n for n, phrase in enumerate(wanted) if text.startswith(phrase, at)), None)
        if number is None:
            rest.append(text[at])
            at += 1
        else:
            order.append(number)
            at += len(wanted[number])
    return order, "".join(rest)
