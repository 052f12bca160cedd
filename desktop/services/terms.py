"""Until when signatures hold and who gave them, in words: window and command line say the same."""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop.services.repository import SHOWN_ID, KeyStatus, RoleStatus
from desktop.services.words import Words

CARE = timedelta(days=14)
"""A signature that ends sooner than that is to be renewed now."""
_TOP = {"root", "targets", "snapshot", "timestamp"}


def needs_care(role: RoleStatus, now: datetime) -> bool:
    """Whether a role has run out, or soon will."""
    return role.expires_at - now < CARE


class RoleText:
    """Says it in one language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def role(self, role: RoleStatus, now: datetime) -> str:
        """One line: what it is, its edition, and when it is to be signed again."""
        name = self._words.text(f"repo.role.{role.name}") if role.name in _TOP else role.name
        edition = f" v{role.edition.version}" if role.edition else ""
        of = len(role.keys)
        signed = self._words.text("repo.signed", least=role.threshold, all=of) if of > 1 else ""
        whole = f"{name}{edition}{signed}"
        return self._words.text("repo.line", role=whole, term=self.term(role, now))

    def term(self, role: RoleStatus, now: datetime) -> str:
        """When it is to be signed again, and how."""
        day = role.expires_at.astimezone().strftime("%Y-%m-%d")
        days = (role.expires_at - now).days
        if role.expires_at <= now:
            code = "repo.term.over"
        else:
            code = "repo.term.soon" if needs_care(role, now) else "repo.term.good"
        how = self._words.text("repo.renew.by", how=_renewal(role.name))
        said = self._words.text(code, day=day, days=days)
        return said + how if needs_care(role, now) else said

    def key(self, key: KeyStatus) -> str:
        """One line: whose key, whether it signed, whether it is here."""
        said = [key.id[:SHOWN_ID], key.name]
        said.append(self._words.text("repo.key.signed" if key.signed else "repo.key.unsigned"))
        if key.at_hand:
            said.append(self._words.text("repo.key.here"))
        return "  ".join(part for part in said if part)


def _renewal(role: str) -> str:
    """The command that signs it for another term."""
    if role == "timestamp":
        return "repo resign"
    return f"repo keys renew {'online' if role == 'snapshot' else role}"
