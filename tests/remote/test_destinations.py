"""Destinations hold the same contract: a folder, and S3 as a real server speaks it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.remote.layout import INDEX, LOCK
from desktop.remote.publisher.destination import Destination
from desktop.remote.publisher.folder import FolderDestination
from desktop.remote.publisher.home import Home
from desktop.remote.publisher.publisher import Publisher
from desktop.remote.publisher.s3 import Bucket, S3Destination
from desktop.remote.publisher.setting_up import set_up
from desktop.services.repository import RemoteError
from tests.remote.team import Agent, Clock, MemoryKeys

NAME = "metadata/1.root.json"


@pytest.fixture(scope="module")
def storage() -> Iterator[str]:
    """The address of a storage that speaks S3."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(storage: str, monkeypatch: pytest.MonkeyPatch, request: Any) -> Bucket:
    """A new bucket, and credentials where AWS' tools look for them."""
    import boto3

    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    name = f"bucket-{abs(hash(request.node.name))}"
    boto3.client("s3", endpoint_url=storage).create_bucket(Bucket=name)
    return Bucket(name, prefix="packs/", endpoint=storage)


@pytest.fixture(params=["folder", "s3"])
def destination(request: pytest.FixtureRequest, tmp_path: Path) -> Destination:
    if request.param == "s3":
        return S3Destination(request.getfixturevalue("bucket"))
    (tmp_path / "packs").mkdir()
    return FolderDestination(tmp_path / "packs")


def test_what_was_written_is_read_and_replaced(destination: Destination) -> None:
    assert destination.read(NAME) is None
    destination.write(NAME, b"one")
    destination.write(NAME, b"two")
    assert destination.read(NAME) == b"two"


def test_only_one_can_create_a_file(destination: Destination) -> None:
    assert destination.create(LOCK, b"one")
    assert not destination.create(LOCK, b"two")
    assert destination.read(LOCK) == b"one"


def test_a_file_is_swapped_only_if_it_is_what_one_thinks(destination: Destination) -> None:
    assert not destination.swap(LOCK, b"one", b"two")
    assert destination.read(LOCK) is None
    destination.write(LOCK, b"one")
    assert not destination.swap(LOCK, b"other", b"two")
    assert destination.read(LOCK) == b"one"
    assert destination.swap(LOCK, b"one", b"two")
    assert destination.read(LOCK) == b"two"


def test_what_was_deleted_is_gone_and_may_be_deleted_again(destination: Destination) -> None:
    destination.write(NAME, b"one")
    destination.delete(NAME)
    destination.delete(NAME)
    assert destination.read(NAME) is None


def test_files_are_listed_below_a_folder(destination: Destination) -> None:
    assert list(destination.files("metadata/")) == []
    destination.write(NAME, b"root")
    destination.write(INDEX, b"index")
    destination.write("packs/dress/a.pack", b"pack")
    listed = sorted(destination.files("metadata/"))
    assert listed == [(NAME, 4), (INDEX, 5)]
    assert list(destination.files("packs/dress/")) == [("packs/dress/a.pack", 4)]


def test_no_other_file_is_left_by_any_of_it(destination: Destination) -> None:
    destination.create(LOCK, b"one")
    destination.create(LOCK, b"two")
    destination.swap(LOCK, b"one", b"two")
    destination.swap(LOCK, b"one", b"three")
    destination.write(LOCK, b"four")
    assert [name for name, _ in destination.files("metadata/")] == [LOCK]


# --- a folder


def test_a_file_system_without_links_creates_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")  # as FAT says it

    monkeypatch.setattr("os.link", refuse)
    destination = FolderDestination(tmp_path)
    assert destination.create(LOCK, b"one")
    assert not destination.create(LOCK, b"two")
    assert destination.read(LOCK) == b"one"
    assert [name for name, _ in destination.files("metadata/")] == [LOCK]


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("a file")
    destination = FolderDestination(tmp_path / "packs")
    for call in (
        lambda: destination.read(NAME),
        lambda: destination.write(NAME, b"one"),
        lambda: destination.create(NAME, b"one"),
        lambda: destination.swap(NAME, b"one", b"two"),
        lambda: destination.delete(NAME),
    ):
        with pytest.raises(RemoteError, match="disk"):
            call()


# --- S3


def let_everybody_read(bucket: Bucket) -> None:
    import boto3

    rule = {
        "Effect": "Allow",
        "Principal": "*",
        "Action": ["s3:GetObject"],
        "Resource": [f"arn:aws:s3:::{bucket.name}/*"],
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [rule]})
    s3 = boto3.client("s3", endpoint_url=bucket.endpoint)
    s3.put_bucket_policy(Bucket=bucket.name, Policy=policy)


def test_a_team_publishes_to_a_bucket_and_agents_follow_over_http(
    bucket: Bucket, tmp_path: Path
) -> None:
    clock, keys, home = Clock(), MemoryKeys(), Home(tmp_path / "home")
    destination = S3Destination(bucket)
    set_up(home, destination, keys, clock.now, ("阿婷",), 1)
    publisher = Publisher(home, destination, keys, clock.now)
    publisher.add_pack("dress", "阿婷")
    let_everybody_read(bucket)
    place = f"{bucket.endpoint}/{bucket.name}/packs"
    agent = Agent(tmp_path / "agent", publisher.invitation([place], ["dress"]), clock.now)
    for number in range(12):
        publisher.publish("dress", b"%d" % number, "")
    agent.update()
    assert agent.data == b"11"
    publisher.rollback("dress", 5, "")
    agent.update()
    assert agent.data == b"4"
    assert publisher.status().files < 40


def test_caches_may_keep_all_but_the_index(bucket: Bucket) -> None:
    import boto3

    destination = S3Destination(bucket)
    destination.write(INDEX, b"index")
    destination.write(NAME, b"root")
    s3 = boto3.client("s3", endpoint_url=bucket.endpoint)
    told = {
        name: s3.head_object(Bucket=bucket.name, Key=f"packs/{name}")["CacheControl"]
        for name in (INDEX, NAME)
    }
    assert told[INDEX] == "no-cache"
    assert "immutable" in told[NAME]


def test_a_listing_of_many_pages_is_whole(bucket: Bucket) -> None:
    destination = S3Destination(bucket)
    page = destination._s3.list_objects_v2
    destination._s3.list_objects_v2 = lambda **more: page(**more, MaxKeys=2)
    for number in range(5):
        destination.write(f"metadata/{number}.root.json", b"x")
    assert len(list(destination.files("metadata/"))) == 5


def test_a_storage_without_conditions_still_sees_a_lock_that_is_there(
    bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    from botocore.exceptions import ClientError

    destination = S3Destination(bucket)
    put = destination._s3.put_object

    def plain(**values: object) -> object:
        if values.keys() & {"IfNoneMatch", "IfMatch"}:
            answer = {"Error": {"Code": "NotImplemented"}}
            raise ClientError(answer, "PutObject")  # type: ignore[arg-type]
        return put(**values)

    monkeypatch.setattr(destination._s3, "put_object", plain)
    assert destination.create(LOCK, b"one")
    assert not destination.create(LOCK, b"two")
    assert destination.swap(LOCK, b"one", b"two")
    assert destination.read(LOCK) == b"two"


def test_a_bucket_that_is_not_there_is_told(bucket: Bucket) -> None:
    missing = S3Destination(Bucket("no-such-bucket", endpoint=bucket.endpoint))
    with pytest.raises(RemoteError, match="storage"):
        missing.write(NAME, b"one")


def test_a_storage_that_does_not_answer_is_told(bucket: Bucket) -> None:
    gone = S3Destination(Bucket(bucket.name, endpoint="http://127.0.0.1:9"))
    with pytest.raises(RemoteError, match="storage"):
        gone.read(NAME)


def test_an_address_that_is_none_is_told(bucket: Bucket) -> None:
    with pytest.raises(RemoteError, match="storage"):
        S3Destination(Bucket(bucket.name, endpoint="nonsense"))
