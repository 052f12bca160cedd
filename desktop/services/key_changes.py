"""What people ask for in keys, as the change it means."""

from __future__ import annotations

from desktop.core.problems import InputError, Problem, shown
from desktop.services.repository import KeyChange, KeyStatus, RepositoryStatus, RoleStatus

ONLINE = "online"
"""The keys that sign snapshot and index, as one role."""
_LEAST_SHOWN = 6


def added_to(
    status: RepositoryStatus, role: str, holder: str | None = None, threshold: int | None = None
) -> KeyChange:
    """A new key for somebody; with nobody named, the same keys for another term.

    Raises:
        InputError: There is no such role.
    """
    _role(status, role)
    return KeyChange(role, (holder,) if holder else (), (), threshold)


def revoked_from(
    status: RepositoryStatus, role: str, wanted: str, threshold: int | None = None
) -> KeyChange:
    """A key that may sign no longer, named by its id's beginning or by its holder.

    Raises:
        InputError: There is no such role or key, or there are several.
    """
    return KeyChange(role, (), (_key(_role(status, role), wanted).id,), threshold)


def rotated(status: RepositoryStatus, role: str, wanted: str | None) -> KeyChange:
    """New keys for the same people: for one of them, or for all.

    Raises:
        InputError: There is no such role or key, or there are several.
    """
    found = _role(status, role)
    keys = (_key(found, wanted),) if wanted else found.keys
    return KeyChange(role, tuple(key.name for key in keys), tuple(key.id for key in keys))


def _role(status: RepositoryStatus, role: str) -> RoleStatus:
    names = {r.name: r for r in status.roles}
    names[ONLINE] = names.pop("timestamp")
    names.pop("snapshot")  # it has the same keys
    if role not in names:
        values = {"got": shown(role), "names": ", ".join(names)}
        raise InputError(Problem("repo_no_role", values=values))
    return names[role]


def _key(role: RoleStatus, wanted: str) -> KeyStatus:
    found = [key for key in role.keys if key.name == wanted]
    if len(wanted) >= _LEAST_SHOWN:
        found = found or [key for key in role.keys if key.id.startswith(wanted.lower())]
    if len(found) != 1:
        keys = ", ".join(f"{key.id[: _LEAST_SHOWN + 2]} {key.name}".strip() for key in role.keys)
        values = {"got": shown(wanted), "keys": keys}
        raise InputError(Problem("repo_no_key", values=values))
    return found[0]
