"""The cache folder believes nothing that it cannot prove, and never stops a build."""

import os
import pickle
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from roadmapkit import cache as module
from roadmapkit.cache import CacheFolder

POSIX = pytest.mark.skipif(os.name != "posix", reason="owners and modes are POSIX's")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "build" / ".cache"


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("[a-z]*.*"))


def test_gives_back_what_was_put_in(folder: Path) -> None:
    CacheFolder(folder).put("template", "key", b"\0data\n")
    assert CacheFolder(folder).get("template", "key") == b"\0data\n"


def test_tells_kinds_and_keys_apart(folder: Path) -> None:
    cache = CacheFolder(folder)
    cache.put("template", "a", b"1")
    cache.put("file", "a", b"2")
    assert (cache.get("template", "a"), cache.get("file", "a")) == (b"1", b"2")
    assert cache.get("template", "b") is None


def test_nothing_is_made_by_looking_something_up(folder: Path) -> None:
    cache = CacheFolder(folder)
    assert cache.get("template", "key") is None
    assert not folder.exists()
    assert cache.trouble is None


@POSIX
def test_the_folder_and_its_entries_are_the_owners_alone(folder: Path) -> None:
    CacheFolder(folder).put("template", "key", b"data")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert entries(folder)[0].stat().st_mode & 0o777 == 0o600


@POSIX
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o755])
def test_a_folder_open_to_others_is_neither_read_nor_written(folder: Path, mode: int) -> None:
    CacheFolder(folder).put("template", "key", b"data")
    folder.chmod(mode)
    cache = CacheFolder(folder)
    assert cache.get("template", "key") is None
    assert "others may read or write it" in str(cache.trouble)
    cache.put("template", "other", b"data")
    assert len(entries(folder)) == 1


@POSIX
def test_a_folder_opened_to_others_later_is_seen_at_once(folder: Path) -> None:
    cache = CacheFolder(folder)
    cache.put("template", "key", b"data")
    folder.chmod(0o777)
    assert cache.get("template", "key") is None


@POSIX
def test_a_folder_of_another_user_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    CacheFolder(folder).put("template", "key", b"data")
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    cache = CacheFolder(folder)
    assert cache.get("template", "key") is None
    assert cache.trouble is not None


@POSIX
def test_a_link_in_place_of_the_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere"
    CacheFolder(real).put("template", "key", b"data")
    folder.parent.mkdir()
    folder.symlink_to(real, target_is_directory=True)
    cache = CacheFolder(folder)
    assert cache.get("template", "key") is None
    cache.put("template", "other", b"data")
    assert len(entries(real)) == 1
    assert "it is a link" in str(cache.trouble)


def test_a_file_in_place_of_the_folder_is_left_alone(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("mine")
    cache = CacheFolder(folder)
    cache.put("template", "key", b"data")
    assert cache.get("template", "key") is None
    assert folder.read_text() == "mine"
    assert cache.trouble is not None


def test_a_folder_that_cannot_be_made_costs_time_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder.parent.mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(os, "mkdir", refuse)
        cache = CacheFolder(folder)
        cache.put("template", "key", b"data")
    assert cache.get("template", "key") is None
    assert cache.trouble is not None


def test_a_full_disk_costs_time_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    cache = CacheFolder(folder)
    monkeypatch.setattr(os, "replace", full)
    cache.put("template", "key", b"data")
    assert "no space left on the disk" in str(cache.trouble)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: b"",
        lambda data: b"roadmapkit cache 1\n",
        lambda data: data + b"\0",
        lambda data: b"j2\x05" + data,
    ],
    ids=["cut off", "one bit", "empty", "head alone", "too long", "foreign"],
)
def test_a_damaged_or_foreign_entry_is_as_none(folder: Path, damage: object) -> None:
    cache = CacheFolder(folder)
    cache.put("template", "key", b"data")
    (entry,) = entries(folder)
    entry.write_bytes(damage(entry.read_bytes()))  # type: ignore[operator]  # a lambda above
    assert cache.get("template", "key") is None
    assert cache.trouble is None
    cache.put("template", "key", b"data")
    assert cache.get("template", "key") == b"data"


def test_an_entry_under_the_name_of_another_is_as_none(folder: Path) -> None:
    cache = CacheFolder(folder)
    cache.put("template", "key", b"data")
    (entry,) = entries(folder)
    cache.put("template", "other", b"other data")
    (other,) = set(entries(folder)) - {entry}
    other.replace(entry)
    assert cache.get("template", "key") is None


def test_an_entry_of_another_version_is_as_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    CacheFolder(folder).put("template", "key", b"data")
    monkeypatch.setattr(module, "__version__", "999")
    cache = CacheFolder(folder)
    assert cache.get("template", "key") is None
    cache.put("template", "key", b"new")
    assert cache.get("template", "key") == b"new"


@POSIX
@pytest.mark.parametrize("form", ["symlink", "hard link", "folder", "pipe"])
def test_an_entry_that_is_no_plain_file_is_as_none(folder: Path, tmp_path: Path, form: str) -> None:
    cache = CacheFolder(folder)
    cache.put("template", "key", b"data")
    (entry,) = entries(folder)
    copy = tmp_path / "copy"
    copy.write_bytes(entry.read_bytes())
    entry.unlink()
    if form == "symlink":
        entry.symlink_to(copy)
    elif form == "hard link":
        entry.hardlink_to(copy)
    elif form == "folder":
        entry.mkdir()
    else:
        os.mkfifo(entry)
    assert cache.get("template", "key") is None


def test_the_entries_longest_unused_go_first(folder: Path) -> None:
    cache = CacheFolder(folder, limit=3000)
    for number in range(3):
        cache.put("file", str(number), b"x" * 800)
    for place, entry in enumerate(
        sorted(folder.iterdir(), key=lambda item: item.stat().st_mtime_ns)
    ):
        os.utime(entry, (place, place))
    assert cache.get("file", "0") is not None  # used now, so no longer the oldest
    cache.put("file", "3", b"x" * 800)
    assert [cache.get("file", str(number)) is not None for number in range(4)] == [
        True,
        False,
        True,
        True,
    ]
    assert sum(entry.stat().st_size for entry in folder.iterdir()) <= 3000


def test_more_than_the_limit_is_not_kept(folder: Path) -> None:
    cache = CacheFolder(folder, limit=1000)
    cache.put("file", "large", b"x" * 1000)
    assert cache.get("file", "large") is None


def test_what_was_never_finished_is_swept_away_in_time(folder: Path) -> None:
    cache = CacheFolder(folder)
    cache.put("file", "a", b"x")
    old, fresh = folder / f".{'0' * 16}.part", folder / f".{'1' * 16}.part"
    old.write_bytes(b"torn")
    os.utime(old, (0, 0))
    fresh.write_bytes(b"being written by another process")
    foreign = folder / "notes.txt"
    foreign.write_text("of a person")
    CacheFolder(folder).put("file", "b", b"x")
    assert not old.exists()
    assert fresh.exists()
    assert foreign.exists()


def test_it_can_be_sent_to_another_process(folder: Path) -> None:
    CacheFolder(folder).put("file", "a", b"x")
    assert pickle.loads(pickle.dumps(CacheFolder(folder))).get("file", "a") == b"x"  # noqa: S301


def test_kinds_have_plain_names(folder: Path) -> None:
    with pytest.raises(ValueError, match="not the name of a kind"):
        CacheFolder(folder).put("../../etc", "key", b"x")


def test_two_processes_at_once_never_see_half_an_entry(folder: Path) -> None:
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from roadmapkit.cache import CacheFolder
        cache = CacheFolder(Path(sys.argv[1]), limit=400_000)
        letter = sys.argv[2].encode()
        seen = set()
        for turn in range(300):
            key = str(turn % 7)
            cache.put("file", key, letter * 20_000)
            found = cache.get("file", key)
            if found is not None:
                assert len(found) == 20_000 and len(set(found)) == 1, "torn"
                seen.add(found[:1])
        assert letter in seen and cache.trouble is None, (seen, cache.trouble)
    """)
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(folder), letter]) for letter in "ab"
    ]
    assert [process.wait(60) for process in running] == [0, 0]
    assert not list(folder.glob(".*.part"))


# -- entries that are code ---------------------------------------------------------------------


@POSIX
def test_what_is_bound_to_its_file_is_given_back_from_that_file(folder: Path) -> None:
    CacheFolder(folder).put("template", "key", b"code", bound=True)
    for _ in range(2):  # looking it up changes nothing that it is known by
        assert CacheFolder(folder).get("template", "key", bound=True) == b"code"


@POSIX
def test_a_folder_that_came_from_elsewhere_brings_no_code(folder: Path, tmp_path: Path) -> None:
    """Its sender can seal an entry and write the note, but choose neither number nor time."""
    CacheFolder(folder).put("template", "key", b"code", bound=True)
    archive = tmp_path / "sent.tar"
    subprocess.run(["tar", "-C", str(folder.parent), "-cf", str(archive), ".cache"], check=True)
    other = tmp_path / "other"
    other.mkdir()
    subprocess.run(["tar", "-C", str(other), "-xpf", str(archive)], check=True)
    received = CacheFolder(other / ".cache")
    assert received.get("template", "key") == b"code"
    assert received.get("template", "key", bound=True) is None
    received.put("template", "key", b"own code", bound=True)
    assert received.get("template", "key", bound=True) == b"own code"


@POSIX
def test_an_entry_that_was_not_put_in_as_code_is_none(folder: Path) -> None:
    CacheFolder(folder).put("template", "key", b"code")
    assert CacheFolder(folder).get("template", "key", bound=True) is None


def test_no_code_is_kept_where_a_sender_could_choose_the_numbers_of_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_POSIX", False)
    cache = CacheFolder(folder)
    cache.put("template", "key", b"code", bound=True)
    assert cache.get("template", "key", bound=True) is None
    cache.put("template", "key", b"code")
    assert cache.get("template", "key", bound=True) is None


@POSIX
def test_code_in_use_outlives_entries_that_nobody_asks_for(folder: Path) -> None:
    cache = CacheFolder(folder, limit=4000)
    cache.put("template", "key", b"c" * 500, bound=True)
    for number in range(40):
        cache.put("file", f"{number}", b"x" * 300)
        later = time.time_ns() + number * 10**9
        for entry in entries(folder):
            if entry.name.startswith(("file", "note")):
                os.utime(entry, ns=(later, later))
    assert cache.get("template", "key", bound=True) == b"c" * 500
