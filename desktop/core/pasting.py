"""How a program takes phrases: the keys that paste and send there, and how long it needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import msgspec
from msgspec import Struct, field

from desktop.core.hotkeys import Hotkey, Modifier

PASTE_KEYS = (Hotkey(Modifier.CTRL, "V"), Hotkey(Modifier.SHIFT, "Insert"))
"""The keys that chat clients paste by; the first is the usual one."""
SEND_KEYS = (Hotkey(Modifier(0), "Enter"), Hotkey(Modifier.CTRL, "Enter"))
"""The keys that chat clients send by; the first is the usual one."""
BETWEEN_MS = 150
"""The usual pause after a part."""
MOST_PAUSE_MS = 5_000


class PasteRule(Struct, frozen=True):
    """How one program takes phrases.

    Attributes:
        before_ms: Pause before a phrase's first paste key, for a program slow to get ready.
        between_ms: Pause after each part of a phrase, before the next part or the send key.
        paste_key: One of ``PASTE_KEYS``.
        send_key: One of ``SEND_KEYS``.
    """

    before_ms: int = 0
    between_ms: int = BETWEEN_MS
    paste_key: Hotkey = PASTE_KEYS[0]
    send_key: Hotkey = SEND_KEYS[0]


class PasteRules(Struct, frozen=True):
    """The rule of every program.

    Attributes:
        usual: For programs without a rule of their own.
        programs: A program's ``program_key`` to its own rule.
    """

    usual: PasteRule = PasteRule()
    programs: Mapping[str, PasteRule] = field(default_factory=dict)

    def of(self, program: str) -> PasteRule:
        """The rule for a program, by the name its windows have in ``Target.program``."""
        return self.programs.get(program_key(program), self.usual)


def program_key(program: str) -> str:
    """A program's name as the rules know it: ``WeChat.exe`` and ``wechat`` are one."""
    return program.strip().casefold().removesuffix(".exe")


def parse_rules(text: str | None) -> PasteRules:
    """Reads what ``print_rules`` wrote; the usual rules for None and for anything else."""
    try:
        written = msgspec.json.decode(text or "{}", type=dict[str, _Written])
        rules = {program_key(name): rule.read() for name, rule in written.items()}
    except (msgspec.MsgspecError, KeyError):
        return PasteRules()
    return PasteRules(rules.pop(_USUAL, PasteRule()), rules)


def print_rules(rules: PasteRules) -> str:
    """The rules as one text to keep: JSON, program to its rule."""
    written = {_USUAL: rules.usual, **rules.programs}
    return msgspec.json.encode({n: _Written.of(rule) for n, rule in written.items()}).decode()


_USUAL = ""
"""The name under which the usual rule is kept: programs have one that is not empty."""
_Pause = Annotated[int, msgspec.Meta(ge=0, le=MOST_PAUSE_MS)]


class _Written(msgspec.Struct):
    """A rule as it is kept, its keys as people write them."""

    before_ms: _Pause = 0
    between_ms: _Pause = BETWEEN_MS
    paste_key: str = str(PASTE_KEYS[0])
    send_key: str = str(SEND_KEYS[0])

    @classmethod
    def of(cls, rule: PasteRule) -> _Written:
        return cls(rule.before_ms, rule.between_ms, str(rule.paste_key), str(rule.send_key))

    def read(self) -> PasteRule:
        """The rule; KeyError for a key that is none of those."""
        paste_keys, send_keys = ({str(k): k for k in keys} for keys in (PASTE_KEYS, SEND_KEYS))
        return PasteRule(
            self.before_ms,
            self.between_ms,
            paste_keys[self.paste_key],
            send_keys[self.send_key],
        )
