"""Works through a course on a stage and accounts for every phrase."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

from bench.measures.hotkey import parse
from bench.soak.course import BURST, Course, Step
from bench.soak.stage import COPIED, Box, Stage, reasons, wait_until
from bench.soak.tally import Tally

PATIENCE_S = 12.0
"""Longer than the program ever takes to deliver a phrase or to say why not."""
FULL = 4_000
"""A chat box with more characters than this is sent, that is, emptied."""
LOOK_EVERY = 1_000
"""Memory is looked at after so many phrases."""
GONE = "target_gone"
Hotkey = tuple[str, str]
"""Keys, and the text they must bring."""


class Soak:
    """One soak; ``run`` returns the account of it.

    Attributes:
        tally: The account so far.
    """

    def __init__(
        self,
        stage: Stage,
        hotkeys: Sequence[Hotkey],
        course: Course,
        say: Callable[[Tally], None] = lambda _: None,
    ) -> None:
        """``say`` is told the account whenever memory is looked at."""
        self.tally = Tally()
        self._stage = stage
        self._hotkeys = hotkeys
        self._texts = [text for _, text in hotkeys]
        self._course = course
        self._say = say
        self._random = random.Random(course.seed)
        self._stood = ["" for _ in stage.boxes]
        self._at = 0
        self._copied = ""
        self._crashes = self._unheard = 0

    def run(self) -> Tally:
        """All steps of the course."""
        begun = time.monotonic()
        acts: dict[Step, Callable[[], None]] = {
            "burst": self._burst,
            "slow": self._slow,
            "grab": self._grab,
            "show": self._show,
            "switch": self._switch,
            "crash": self._crash,
        }
        self._copy()
        self._stage.turn_to(self._box)
        look_at = min(LOOK_EVERY, self._course.insertions // 2)
        for step in self._course.steps():
            self.tally.step = step
            acts[step]()
            self.tally.done[step] += 1
            self._check_keys()
            if self.tally.asked >= look_at:
                look_at += LOOK_EVERY
                self._look(begun)
        self._check_clipboard()
        self._look(begun)
        return self.tally

    @property
    def _box(self) -> Box:
        return self._stage.boxes[self._at]

    def _burst(self) -> None:
        self._deliver(self._ask(BURST))

    def _slow(self) -> None:
        self._stage.slow(self._box, self._random.uniform(0.2, 0.8))
        self._deliver(self._ask(BURST))

    def _grab(self) -> None:
        """Another program copies something at any moment of a paste."""
        asked = self._ask(1)
        time.sleep(self._random.uniform(0, 0.05))
        self._copy()
        self._deliver(asked, rival=self._copied)
        self._check_clipboard()

    def _show(self) -> None:
        """Our window comes; some of the times a phrase is asked for while it has the keyboard."""
        self._stage.show()
        if self._random.randrange(100) < self._course.in_search:
            self._deliver(self._ask(1))
        try:
            self._stage.hide(self._box)
        except AssertionError as error:
            self.tally.note(str(error))
            self._stage.turn_to(self._box)

    def _switch(self) -> None:
        self._check_clipboard()
        self._at = (self._at + 1) % len(self._stage.boxes)
        self._stage.turn_to(self._box)

    def _crash(self) -> None:
        box = self._box
        asked = self._ask(3 * (self._crashes % 2))
        self._crashes += 1
        time.sleep(self._random.uniform(0, 0.1))
        self._stage.kill(box)
        told: list[str] = []

        def all_told() -> bool:
            told.extend(self._told())
            return len(told) >= len(asked)

        wait_until(all_told, 3.0)  # those that the box has read before are not spoken of
        self.tally.told.update(told)
        self._unheard = max(0, len(asked) - len(told))
        self.tally.died += self._unheard
        self._stage.reopen(box)
        self._stood[self._at] = ""
        for number in range(len(self._stage.boxes)):
            self._see_nothing_new(number)
        if COPIED & set(told):
            self._copy()  # the agent goes on working

    def _ask(self, count: int) -> list[str]:
        """Presses so many hotkeys, as quickly as fingers can; returns the texts they mean."""
        asked: list[str] = []
        for _ in range(count):
            if asked:
                time.sleep(self._random.uniform(0.005, 0.04))
            keys, text = self._random.choice(self._hotkeys)
            self._stage.press(keys)
            asked.append(text)
        return asked

    def _deliver(self, asked: list[str], rival: str = "") -> None:
        """Waits until each phrase stands there or was said not to, and compares.

        Args:
            asked: The texts.
            rival: What another program copied meanwhile; it may stand there if we are told.
        """
        stood, told = self._stood[self._at], list[str]()
        wanted = stood + "".join(asked)

        def settled() -> bool:
            told.extend(self._told())
            found = self._box.text()
            if found == wanted:
                return True
            arrived, _ = parse(found.removeprefix(stood), self._texts)
            return bool(told) and len(arrived) + len(told) >= len(asked)

        wait_until(settled, PATIENCE_S)
        if told:
            time.sleep(0.1)  # what was told not to be there must not come after all
        found = self._box.text()
        told += self._told()
        self._account(asked, found, told, rival)
        self._stood[self._at] = found
        if len(found) > FULL:
            self._box.clear()
            self._stood[self._at] = ""
        if COPIED & set(told):
            self._copy()

    def _account(self, asked: list[str], found: str, told: list[str], rival: str) -> None:
        tally, stood = self.tally, self._stood[self._at]
        numbers, rest = parse(found.removeprefix(stood), self._texts)
        if told and rest == rival:
            tally.rivals += bool(rival)
            rest = ""
        arrived = [self._texts[number] for number in numbers]
        account = f"asked {self._numbers(asked)}, found {numbers} and {rest!r}, told {told}"
        if not found.startswith(stood) or rest or not in_order(arrived, asked):
            tally.mixed += 1
            tally.note(f"mixed: {account}")
        missing = max(0, len(asked) - len(arrived))
        if told and not rival:
            tally.note(f"said for no reason: {account}")
        tally.arrived += len(asked) - missing
        tally.told.update(told[:missing])
        for reason in told[missing:]:
            tally.note(f"arrived, and yet it was said: {reason}")
        if len(told) < missing:
            tally.lost += missing - len(told)
            tally.note(f"lost: {account}")

    def _numbers(self, texts: list[str]) -> list[int]:
        return [self._texts.index(text) for text in texts]

    def _see_nothing_new(self, number: int) -> None:
        found, stood = self._stage.boxes[number].text(), self._stood[number]
        if found != stood:
            self.tally.mixed += 1
            self.tally.note(f"chat {number}, which nobody meant: {found.removeprefix(stood)!r}")
            self._stood[number] = found

    def _told(self) -> list[str]:
        """What was said; of phrases to a chat that was killed it may be said some seconds later."""
        told = reasons(self._stage.toasts())
        while self._unheard and GONE in told:
            told.remove(GONE)
            self._unheard -= 1
            self.tally.died -= 1
            self.tally.told[GONE] += 1
        return told

    def _copy(self) -> None:
        self._copied = f"单号 SF{self._random.randrange(10**12):012}"
        self._stage.copy(self._copied)

    def _check_clipboard(self) -> None:
        """What another program copied last is there again, once all is quiet."""
        if not wait_until(lambda: self._stage.pasted() == self._copied, 3.0):
            self.tally.copies_lost += 1
            self.tally.note(f"copied {self._copied!r}, there is {self._stage.pasted()[:40]!r}")
            self._copy()

    def _check_keys(self) -> None:
        if not wait_until(lambda: not self._stage.held(), 3.0):
            self.tally.stuck += 1
            self.tally.note(f"keys down: {self._stage.held()}")

    def _look(self, begun: float) -> None:
        self.tally.memory_mb[self.tally.asked] = round(self._stage.memory_mb(), 1)
        self.tally.seconds = time.monotonic() - begun
        self._say(self.tally)


def in_order(arrived: list[str], asked: list[str]) -> bool:
    """Whether those that arrived are some of those asked for, in the same order, each once."""
    rest = iter(asked)
    return all(any(text == wanted for wanted in rest) for text in arrived)
