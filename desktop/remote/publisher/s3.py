"""A repository in S3-compatible storage.

``boto3`` comes with the extra ``publish``; agents need no more than http.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.remote.layout import INDEX
from desktop.remote.publisher.keys import Keys
from desktop.services.repositories import S3
from desktop.services.repository import RemoteError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_MISSING = {"404", "NoSuchKey", "NotFound"}
_LOST = {"412", "409", "PreconditionFailed", "ConditionalRequestConflict"}
_CONNECT_S, _READ_S, _TRIES = 10, 30, 3


class Bucket(Struct, frozen=True):
    """Which storage: credentials are found where AWS' tools find them.

    Attributes:
        name: Of the bucket.
        prefix: What all names begin with: ``packs/`` or nothing.
        endpoint: Address of a storage that is not AWS.
        region: Its region; None for the one configured.
    """

    name: str
    prefix: str = ""
    endpoint: str | None = None
    region: str | None = None


def bucket_at(place: str, endpoint: str | None) -> Bucket:
    """The bucket and prefix of ``s3://bucket/prefix``."""
    name, _, prefix = place.removeprefix(S3).partition("/")
    prefix = prefix.strip("/")
    return Bucket(name, prefix and f"{prefix}/", endpoint)


class _NoConditionsError(RemoteError):
    """The storage cannot write on a condition."""


class S3Destination:
    """Publishes into a bucket."""

    def __init__(self, bucket: Bucket) -> None:
        """Raises RemoteError if boto3 is not installed or no credentials are found."""
        try:
            import boto3
            from botocore.config import Config
            from botocore.exceptions import BotoCoreError, ClientError
        except ImportError:
            raise RemoteError("no_boto3") from None
        self._bucket = bucket
        self._failures = (BotoCoreError, ClientError)
        config = Config(
            connect_timeout=_CONNECT_S,
            read_timeout=_READ_S,
            retries={"total_max_attempts": _TRIES, "mode": "standard"},
            # Newer checksums are refused by storages that are only compatible.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        try:
            self._s3 = boto3.client(
                "s3", endpoint_url=bucket.endpoint, region_name=bucket.region, config=config
            )
        except (BotoCoreError, ValueError) as error:
            raise RemoteError("storage", why=str(error)) from error

    def read(self, name: str) -> bytes | None:
        """The object's content; None if there is none."""
        found = self._get(name)
        return None if found is None else found[0]

    def write(self, name: str, data: bytes) -> None:
        """Puts an object there; readers see it whole or not."""
        self._put(name, data)

    def create(self, name: str, data: bytes) -> bool:
        """Puts an object there unless there is one already."""
        try:
            return self._put(name, data, IfNoneMatch="*")
        except _NoConditionsError:  # the look just before has to do
            return self._get(name) is None and self._put(name, data)

    def swap(self, name: str, old: bytes, new: bytes) -> bool:
        """Replaces an object if it still holds ``old``."""
        found = self._get(name)
        if found is None or found[0] != old:
            return False
        try:
            return self._put(name, new, IfMatch=found[1])
        except _NoConditionsError:
            return self._put(name, new)

    def delete(self, name: str) -> None:
        """Deletes an object."""
        self._call(self._s3.delete_object, Key=self._key(name))

    def files(self, below: str) -> Iterator[tuple[str, int]]:
        """Name and size of every object below a folder."""
        more: dict[str, str] = {}
        while True:
            page = self._call(self._s3.list_objects_v2, Prefix=self._key(below), **more) or {}
            for item in page.get("Contents", ()):
                yield item["Key"].removeprefix(self._bucket.prefix), item["Size"]
            if not page.get("IsTruncated"):
                break
            more = {"ContinuationToken": page["NextContinuationToken"]}

    def holds(self, keys: Keys) -> bool:  # noqa: ARG002 - no key lies in a bucket
        """Never: keys are kept in folders or with the system."""
        return False

    def _key(self, name: str) -> str:
        return f"{self._bucket.prefix}{name}"

    def _get(self, name: str) -> tuple[bytes, str] | None:
        """Content and tag."""

        def whole(**key: str) -> dict[str, Any]:
            found = self._s3.get_object(**key)
            return {"data": found["Body"].read(), "tag": found["ETag"]}

        found = self._call(whole, Key=self._key(name))
        return None if found is None else (found["data"], found["tag"])

    def _put(self, name: str, data: bytes, **condition: str) -> bool:
        # What never changes may stay in caches for ever; the index must not.
        caching = "no-cache" if name == INDEX else "public, max-age=31536000, immutable"
        kind = "application/json" if name.endswith(".json") else "application/octet-stream"
        done = self._call(
            self._s3.put_object,
            Key=self._key(name),
            Body=data,
            CacheControl=caching,
            ContentType=kind,
            **condition,
        )
        return done is not None

    def _call(self, call: Callable[..., dict[str, Any]], **values: object) -> dict[str, Any] | None:
        """One request; None if the object is missing or another writer was first."""
        try:
            return call(Bucket=self._bucket.name, **values)
        except self._failures as error:
            answer = getattr(error, "response", {}).get("Error", {})
            if answer.get("Code") in _MISSING | _LOST:
                return None
            if answer.get("Code") == "NotImplemented":
                raise _NoConditionsError("storage", why=str(error)) from error
            raise RemoteError("storage", why=str(error)) from error
