"""How phrases are pasted into a program: the keys it takes and the pauses it needs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TypeVar

MOST_MS = 10_000
"""No pause is longer: a phrase that arrives later is not wanted any more."""
BETWEEN_MS = 150
EVERY_PROGRAM = ""

Key = TypeVar("Key", bound=StrEnum)


class PasteKey(StrEnum):
    """The key that makes a program paste."""

    CTRL_V = "Ctrl+V"
    SHIFT_INSERT = "Shift+Insert"


class SendKey(StrEnum):
    """The key that makes a chat program send what stands in its box."""

    ENTER = "Enter"
    CTRL_ENTER = "Ctrl+Enter"


@dataclass(frozen=True, slots=True)
class PasteRule:
    """What one program needs.

    Attributes:
        program: Its short name as ``Target.program`` has it; ``EVERY_PROGRAM`` for all others.
        before_ms: Pause between the text on the clipboard and the paste key.
        between_ms: Pause between two parts of a phrase, and before the send key.
        paste_key: What makes it paste.
        send_key: What makes it send.
    """

    program: str = EVERY_PROGRAM
    before_ms: int = 0
    between_ms: int = BETWEEN_MS
    paste_key: PasteKey = PasteKey.CTRL_V
    send_key: SendKey = SendKey.ENTER


def rule_for(rules: Iterable[PasteRule], program: str) -> PasteRule:
    """The program's own rule, else the one for every program, else the defaults."""
    by_name = {rule_name(rule.program): rule for rule in rules}
    return by_name.get(rule_name(program)) or by_name.get(EVERY_PROGRAM) or PasteRule()


def rule_name(program: str) -> str:
    """A program's name as rules compare it: ``AliWorkbench.exe`` is ``aliworkbench``."""
    return program.strip().casefold().removesuffix(".exe")


def write_rules(rules: Iterable[PasteRule]) -> str:
    """The rules as the text that ``read_rules`` reads."""
    return json.dumps([asdict(rule) for rule in rules], ensure_ascii=False)


def read_rules(text: str) -> tuple[PasteRule, ...]:
    """Reads kept rules; a field of no meaning gets its default.

    Raises:
        ValueError: It is no list of rules.
    """
    kept = json.loads(text)
    if not isinstance(kept, list) or not all(isinstance(fields, dict) for fields in kept):
        raise ValueError(text)
    return tuple(map(_rule, kept))


def _rule(fields: Mapping[str, object]) -> PasteRule:
    default = PasteRule()
    return PasteRule(
        program=str(fields.get("program", EVERY_PROGRAM)),
        before_ms=_pause(fields.get("before_ms"), default.before_ms),
        between_ms=_pause(fields.get("between_ms"), default.between_ms),
        paste_key=_member(PasteKey, fields.get("paste_key"), default.paste_key),
        send_key=_member(SendKey, fields.get("send_key"), default.send_key),
    )


def _pause(kept: object, default: int) -> int:
    return min(max(kept, 0), MOST_MS) if isinstance(kept, int) else default


def _member(kind: type[Key], kept: object, default: Key) -> Key:
    return next((key for key in kind if key == kept), default)
