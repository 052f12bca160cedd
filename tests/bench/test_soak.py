"""What the soak says is right must be right: a stage that loses, mixes or forgets is found out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bench.soak import run
from bench.soak.course import Course
from bench.soak.phrases import hotkeys
from bench.soak.run import Soak
from bench.soak.stage import Box
from bench.soak.tally import Tally
from desktop.services.words import Words

COURSE = Course(insertions=200, shows=10, switches=4, grabs=10, crashes=4, slow=2)
TAKEN = Words("zh").text("insertion.clipboard_taken")


class PaperBox:
    stands = ""

    def text(self) -> str:
        return self.stands

    def clear(self) -> None:
        self.stands = ""


class PaperStage:
    """All goes well on it, unless a test takes a method away."""

    def __init__(self) -> None:
        self.boxes: list[Box] = [PaperBox(), PaperBox()]
        self.front = self.boxes[0]
        self.said: list[str] = []
        self.copied = ""
        self.down: list[str] = []
        self.memory = [100.0]
        self._texts = dict(hotkeys())
        self.presses = 0

    def press(self, keys: str) -> None:
        self.presses += 1
        self.arrive(self._texts[keys])

    def arrive(self, text: str) -> None:
        self.front.stands += text  # type: ignore[attr-defined]

    def turn_to(self, box: Box) -> None:
        self.front = box

    def slow(self, box: Box, seconds: float) -> None: ...

    def kill(self, box: Box) -> None: ...

    def reopen(self, box: Box) -> None:
        number = self.boxes.index(box)
        self.front = self.boxes[number] = PaperBox()

    def show(self) -> None: ...

    def hide(self, box: Box) -> None: ...

    def copy(self, text: str) -> None:
        self.copied = text

    def pasted(self) -> str:
        return self.copied

    def toasts(self) -> list[str]:
        said, self.said = self.said, []
        return said

    def held(self) -> list[str]:
        return self.down

    def memory_mb(self) -> float:
        return self.memory.pop() if len(self.memory) > 1 else self.memory[0]


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> PaperStage:
    def at_once(look: Callable[[], bool], within_s: float) -> bool:
        del within_s
        return look()

    monkeypatch.setattr(run, "wait_until", at_once)
    monkeypatch.setattr(run.time, "sleep", lambda _: None)
    return PaperStage()


def soaked(stage: PaperStage) -> Tally:
    return Soak(stage, hotkeys(), COURSE).run()


def every_tenth(stage: PaperStage, wrong: Callable[[str], None]) -> None:
    """Has every tenth phrase go wrong in this way."""
    right = stage.arrive

    def arrive(text: str) -> None:
        (wrong if stage.presses % 10 == 5 else right)(text)

    stage.arrive = arrive  # type: ignore[method-assign]


def test_a_day_without_a_fault_is_right_and_accounts_for_all(stage: PaperStage) -> None:
    tally = soaked(stage)
    assert tally.right(), tally.wrong
    assert tally.asked == tally.arrived + tally.died >= COURSE.insertions
    assert tally.asked == stage.presses
    assert tally.done["show"] == COURSE.shows


def test_a_phrase_that_stands_nowhere_and_of_which_nothing_is_said_is_lost(
    stage: PaperStage,
) -> None:
    every_tenth(stage, lambda _: None)
    tally = soaked(stage)
    assert tally.lost > 10
    assert not tally.right()


def test_a_phrase_that_comes_twice_is_mixed(stage: PaperStage) -> None:
    right = stage.arrive
    every_tenth(stage, lambda text: right(text + text))
    assert soaked(stage).mixed > 10


def test_another_phrase_in_its_place_is_mixed(stage: PaperStage) -> None:
    right, other = stage.arrive, hotkeys()[0][1]
    every_tenth(stage, lambda _: right(other))
    assert soaked(stage).mixed > 10


def test_half_a_phrase_is_mixed(stage: PaperStage) -> None:
    right = stage.arrive
    every_tenth(stage, lambda text: right(text[:5]))
    assert soaked(stage).mixed > 10


def test_a_phrase_in_a_chat_that_nobody_meant_is_mixed(stage: PaperStage) -> None:
    def into_the_other(text: str) -> None:
        other = next(box for box in stage.boxes if box is not stage.front)
        other.stands += text  # type: ignore[attr-defined]

    every_tenth(stage, into_the_other)
    assert soaked(stage).mixed > 0


def test_what_is_said_for_no_reason_is_not_right(stage: PaperStage) -> None:
    every_tenth(stage, lambda _: stage.said.append(TAKEN))
    tally = soaked(stage)
    assert tally.told["clipboard_taken"] > 10
    assert tally.lost == 0
    assert not tally.right()


def test_a_copy_of_another_program_that_is_gone_is_counted(stage: PaperStage) -> None:
    stage.copy = lambda _: None  # type: ignore[method-assign]
    assert soaked(stage).copies_lost > 0


def test_a_key_that_stays_down_is_counted(stage: PaperStage) -> None:
    stage.down.append("Ctrl")
    assert soaked(stage).stuck > 0


def test_memory_that_grows_by_more_than_ten_megabytes_is_not_right(stage: PaperStage) -> None:
    stage.memory = [110.5, 100.0]
    tally = soaked(stage)
    assert (tally.growth_mb(), tally.wrong, tally.right()) == (10.5, [], False)


def test_a_use_that_the_program_counts_and_nobody_saw_is_not_right() -> None:
    tally = Tally(arrived=5, died=1)
    tally.check_uses(6)
    assert tally.right()
    tally.check_uses(7)
    assert not tally.right()
