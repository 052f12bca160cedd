"""A supervisor's side of the repository: publishes, goes back, changes keys, tells what is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import datetime, timedelta
from pathlib import Path

from tuf.api.metadata import Targets

from desktop.core.packs.edition import MOST_NOTE, Edition
from desktop.core.packs.invitation import Invitation, invitation_to
from desktop.core.problems import InputError, Problem
from desktop.remote.edition import as_target, from_target
from desktop.remote.layout import (
    MOST_PACK,
    ROOT,
    TARGETS,
    TERMS,
    TIMESTAMP,
    may_be_published,
    metadata_path,
    shop_role,
    target_name,
    target_path,
)
from desktop.remote.publisher.destination import Destination
from desktop.remote.publisher.export import export
from desktop.remote.publisher.folder import FolderDestination
from desktop.remote.publisher.home import Home
from desktop.remote.publisher.keys import Keys, new_key
from desktop.remote.publisher.lock import PublishLock
from desktop.remote.publisher.publication import Publication, expiry
from desktop.remote.publisher.retention import history, prune
from desktop.remote.publisher.roots import ONLINE, ROLES, Draft, change_role
from desktop.remote.publisher.setting_up import open_place
from desktop.remote.publisher.signing import Above
from desktop.remote.publisher.state import State
from desktop.remote.publisher.status import status_of
from desktop.services.repository import KeyChange, RemoteError, RepositoryStatus, RootDraft

SIGN_AFTER = timedelta(days=1)
"""An index younger than this is not signed anew at a start."""


class Publisher:
    """Publishes to one repository that was set up before. Calls may raise RemoteError."""

    def __init__(
        self, home: Home, destination: Destination, keys: Keys, now: Callable[[], datetime]
    ) -> None:
        self._home = home
        self._destination = destination
        self._keys = keys
        self._now = now

    def publish(self, pack: str, data: bytes, note: str) -> Edition:
        """Publishes a pack; the edition in force if its content and note are the same.

        Raises:
            InputError: The note is too long.
            RemoteError: Anything else.
        """
        if len(note) > MOST_NOTE:
            values = {"got": str(len(note)), "most": str(MOST_NOTE)}
            raise InputError(Problem("text_too_long", "note", values))
        if len(data) > MOST_PACK:
            raise RemoteError("pack_too_large", most=str(MOST_PACK // 2**20))
        with self._turn() as turn:
            return self._publish(turn, pack, data, note)

    def rollback(self, pack: str, version: int, note: str) -> Edition:
        """Publishes the content of an older edition as a new one."""
        with self._turn() as turn:
            editions = {edition.version: edition for edition in history(turn.state, pack)}
            if version not in editions:
                raise RemoteError("no_edition", pack=pack, version=str(version))
            return self._publish(turn, pack, self.read(editions[version]), note)

    def history(self, pack: str) -> tuple[Edition, ...]:
        """The editions one can go back to, newest first; the first is in force."""
        return history(self._state(), pack)

    def read(self, edition: Edition) -> bytes:
        """The content of an edition in the history."""
        name = target_path(edition.pack, edition.sha256)
        data = self._destination.read(name)
        if data is None:
            raise RemoteError("incomplete", name=name)
        if hashlib.sha256(data).hexdigest() != edition.sha256:
            raise RemoteError("tampered_file", name=name)
        return data

    def status(self) -> RepositoryStatus:
        """What there is, who signed it, until when."""
        repository = self._home.remembered().repository
        return status_of(self._state(), repository, self._destination, self._keys)

    def resign(self) -> bool:
        """Signs the index anew if it is a day old; whether it was needed."""
        timestamp = self._state().timestamp.signed
        if timestamp.expires - self._now() > TERMS[TIMESTAMP] - SIGN_AFTER:
            return False
        with self._turn() as turn:
            turn.commit()
        return True

    def add_pack(self, pack: str, holder: str) -> None:
        """Gives a pack its place and a key of its own."""
        if not may_be_published(pack):
            raise RemoteError("not_a_pack_id", pack=pack)
        with self._turn() as turn:
            targets = deepcopy(turn.state.targets.signed)
            role = open_place(pack, targets)
            self._change_pack(turn, targets, KeyChange(pack, add=(holder,)), role)
            prune(self._destination, self._state(), pack)

    def change_keys(self, change: KeyChange) -> RootDraft | None:
        """Changes who may sign; without changes, signs the role for another term.

        A draft comes back where keys elsewhere have to sign, too: nothing has changed yet.
        """
        with self._turn() as turn:
            if change == KeyChange(change.role) and change.role != ROOT:
                self._sign_again(turn, change.role)
            elif change.role in ROLES:
                return self._change_root(turn, change)
            else:
                role = deepcopy(turn.state.role(shop_role(change.role)).signed)
                self._change_pack(turn, deepcopy(turn.state.targets.signed), change, role)
        return None

    def sign_root(self, draft: bytes) -> RootDraft:
        """Signs a draft with every key at hand that it waits for."""
        read = Draft.read(draft)
        read.sign(self._keys)
        return read.told()

    def publish_root(self, draft: bytes) -> None:
        """Puts a draft with all its signatures in force."""
        root = Draft.read(draft).root
        with self._turn() as turn:
            before = turn.state.root
            if root.signed.version != before.version + 1:
                raise RemoteError("draft_too_old")
            missing = Draft(root, before).missing
            if missing:
                raise RemoteError("no_key", role=ROOT, missing=str(missing))
            turn.commit(root)

    def export(self, folder: Path) -> int:
        """Copies what agents need into a folder; how many files it took."""
        return export(self._state(), self._destination, FolderDestination.make(folder))

    def invitation(self, places: Iterable[str], packs: Iterable[str]) -> Invitation:
        """An invitation to this repository.

        Raises:
            InputError: A place that is neither an address nor a folder.
            RemoteError: The repository cannot be read.
        """
        self._state()
        root = self._destination.read(metadata_path(ROOT, 1))
        assert root is not None, "the state begins with it"
        return invitation_to(places, root, packs)

    @contextmanager
    def _turn(self) -> Iterator[Publication]:
        """One publisher's turn, from what is in force now."""
        with self._home.alone():
            known = self._home.remembered()
            with PublishLock(self._destination, known.machine, self._now) as lock:
                state = self._state()
                turn = Publication(self._destination, lock, state, self._keys, self._now)
                yield turn
                if turn.index > known.index:
                    self._home.put_in_force(turn.index)

    def _state(self) -> State:
        known = self._home.remembered()
        state = State(self._destination, known.repository)
        if state.timestamp.signed.version < known.index:
            raise RemoteError("behind")
        return state

    def _publish(self, turn: Publication, pack: str, data: bytes, note: str) -> Edition:
        name = shop_role(pack)
        role = deepcopy(turn.state.role(name).signed)
        target = role.targets.get(target_name(pack))
        last = from_target(pack, target) if target else None
        sha256 = hashlib.sha256(data).hexdigest()
        if last and (last.sha256, last.note) == (sha256, note):
            turn.commit()
            return last
        version = last.version + 1 if last else 1
        edition = Edition(pack, version, sha256, len(data), note, self._now())
        role.targets = {target_name(pack): as_target(edition)}
        turn.pack(edition, data)
        turn.role(name, role, turn.state.targets.signed)
        turn.commit()
        prune(self._destination, self._state(), pack)
        return edition

    def _sign_again(self, turn: Publication, name: str) -> None:
        """Signs a role for another term: its own keys are enough for that."""
        state = turn.state
        if name == TARGETS:
            turn.role(TARGETS, deepcopy(state.targets.signed), state.root)
        elif name != ONLINE:
            role = shop_role(name)
            turn.role(role, deepcopy(state.role(role).signed), state.targets.signed)
        turn.commit()

    def _change_pack(
        self, turn: Publication, targets: Targets, change: KeyChange, role: Targets
    ) -> None:
        """Changes the keys of a pack and signs it with them: both in one index."""
        name = shop_role(change.role)
        self._change(targets, [name], change)
        turn.role(TARGETS, targets, turn.state.root)
        turn.role(name, role, targets)
        turn.commit()

    def _change_root(self, turn: Publication, change: KeyChange) -> RootDraft | None:
        before = turn.state.root
        root = deepcopy(before)
        self._change(root, ROLES[change.role], change)
        root.version += 1
        root.expires = expiry(self._now(), ROOT)
        draft = Draft.begin(root, before)
        draft.sign(self._keys)
        if draft.missing:
            return draft.told()
        turn.commit(draft.root)
        return None

    def _change(self, above: Above, roles: Iterable[str], change: KeyChange) -> None:
        """New keys are kept before anything is signed with them, and after all is checked."""
        added = [new_key(holder) for holder in change.add]
        for role in roles:
            change_role(above, role, change, added)
        for signer in added:
            self._keys.keep(change.role, signer)
