from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.core.phrases.values import PLACEHOLDERS
from desktop.core.problems import InputError
from desktop.services.packs import PackSource

PACK = b"id: mine\nname: x\nversion: 1\nlanguage: zh-CN\ncategories: [greet]\n"
GREET = """id: greet
name: 招呼
groups:
  - name: 初次
    phrases:
      - {scenario: greet.first, title: 问好, text: 您好，欢迎光临}
""".encode()


class Folder:
    """A folder in memory."""

    def __init__(self, **files: bytes) -> None:
        self.files = {f"{name}.yaml": data for name, data in files.items()}

    def read(self) -> dict[str, bytes]:
        return self.files


class Cache(dict[str, bytes]):
    """A cache in memory that tells what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[str] = []

    def put(self, key: str, data: bytes) -> None:
        self[key] = data
        self.made.append(key.rpartition(".")[2])


class Forgetful:
    """A cache on a full disk."""

    def get(self, key: str) -> None:
        return None

    def put(self, key: str, data: bytes) -> None:
        pass


@pytest.fixture
def cache() -> Cache:
    return Cache()


@pytest.fixture
def source(cache: Cache) -> PackSource:
    return PackSource(cache, lambda: PLACEHOLDERS)


def titles(source: PackSource, folder: Folder) -> list[str]:
    return [phrase.title for phrase in source.pack(folder).library.phrases()]


def found(source: PackSource, folder: Folder, query: str) -> list[str]:
    return [hit.phrase.title for hit in source.open(folder).index.search(query, {}, 10, 0.0)]


def test_pack_is_compiled_once(source: PackSource, cache: Cache) -> None:
    first = source.open(Folder(pack=PACK, greet=GREET))
    second = source.open(Folder(pack=PACK, greet=GREET))
    assert second.pack == first.pack
    assert cache.made == ["pack", "index"]


def test_changed_file_is_seen_at_once(source: PackSource) -> None:
    assert titles(source, Folder(pack=PACK, greet=GREET)) == ["问好"]
    changed = GREET.replace("问好".encode(), "欢迎".encode())
    assert titles(source, Folder(pack=PACK, greet=changed)) == ["欢迎"]
    assert found(source, Folder(pack=PACK, greet=changed), "huany") == ["欢迎"]
    assert titles(source, Folder(pack=PACK, greet=GREET)) == ["问好"]


def test_text_moved_from_file_to_file_is_another_pack(source: PackSource, cache: Cache) -> None:
    source.pack(Folder(pack=PACK, greet=GREET + b"#", draft=b""))
    source.pack(Folder(pack=PACK, greet=GREET, draft=b"#"))
    assert cache.made == ["pack", "pack"]


def test_file_that_pretends_to_be_two_is_not_taken_for_them(source: PackSource) -> None:
    source.pack(Folder(pack=PACK, greet=GREET, draft=b"x: 1\n"))
    with pytest.raises(InputError):
        source.pack(Folder(pack=PACK, greet=GREET + b"draft.yaml\0\0x: 1\n"))


def test_what_is_found_is_the_same_from_the_cache(source: PackSource) -> None:
    folder = Folder(pack=PACK, greet=GREET)
    assert found(source, folder, "wenh") == found(source, folder, "wenh") == ["问好"]


def test_strange_bytes_in_the_cache_are_replaced(source: PackSource, cache: Cache) -> None:
    folder = Folder(pack=PACK, greet=GREET)
    source.open(folder)
    good = dict(cache)
    for key in cache:
        cache[key] = b"{}"
    assert found(source, folder, "问好") == ["问好"]
    assert cache == good


def test_cache_that_keeps_nothing_stops_nobody() -> None:
    source = PackSource(Forgetful(), lambda: PLACEHOLDERS)
    assert found(source, Folder(pack=PACK, greet=GREET), "问好") == ["问好"]


def test_bad_pack_tells_all_its_errors_and_is_not_kept(source: PackSource, cache: Cache) -> None:
    folder = Folder(pack=PACK + b"x: y\n", greet=b"id: greet\n", draft=b"")
    with pytest.raises(InputError) as caught:
        source.open(folder)
    told = [problem.code for problem in caught.value.problems]
    assert told == ["unknown_field", "missing", "missing"]
    assert not cache


def test_check_tells_warnings_too_and_opening_passes_over_them(source: PackSource) -> None:
    folder = Folder(pack=PACK, greet=GREET, draft=b"")
    assert [p.code for p in source.check(folder)] == ["file_unused"]
    assert titles(source, folder) == ["问好"]


def test_what_a_pack_says_stops_building_it_but_not_trying_it(source: PackSource) -> None:
    words = "forbidden: [{name: x, level: error, words: [欢迎]}]".encode()
    folder = Folder(pack=PACK, greet=GREET, words=words)
    assert [p.code for p in source.check(folder)] == ["word_forbidden"]
    assert titles(source, folder) == ["问好"]
    with pytest.raises(InputError):
        source.build(folder)


def test_check_of_a_folder_without_a_pack_is_one_problem(source: PackSource) -> None:
    assert [p.code for p in source.check(Folder(greet=GREET))] == ["no_pack"]


def test_file_name_that_is_no_text_does_not_matter(source: PackSource) -> None:
    folder = Folder(pack=PACK, greet=GREET)
    folder.files["\udcff.yaml"] = b""
    assert titles(source, folder) == ["问好"]


def test_shop_of_its_own_tells_its_problems(source: PackSource) -> None:
    shop = source.shop(Path("phrases/default/shop.yaml").read_bytes(), "shop.yaml")
    assert shop.areas
    with pytest.raises(InputError) as caught:
        source.shop(b"name: x\nshiping: {}\n", "my.yaml")
    first = caught.value.problems[0]
    assert (first.code, first.file, first.line) == ("missing", "my.yaml", 1)


_OPEN = """
import sys
from pathlib import Path
from desktop.services.packs import PackSource
from desktop.store.files import CacheFolder, PackPlace

def known():
    from desktop.core.phrases.values import PLACEHOLDERS
    return PLACEHOLDERS

source = PackSource(CacheFolder(Path(sys.argv[1])), known)
opened = source.open(PackPlace(Path("phrases/default")))
assert list(opened.pack.library.phrases())
print(*({"yaml", "liquid", "pypinyin", "PySide6"} & sys.modules.keys()))
"""


def test_pack_from_the_cache_needs_no_parser_and_no_pinyin(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _OPEN, str(tmp_path)]
    cold, warm = (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    )
    assert {"yaml", "pypinyin"} <= set(cold)
    assert warm == []
