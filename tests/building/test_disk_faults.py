"""A disk that is full, read-only or somebody else's, in whole builds."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from roadmapkit import BuildResult, Workspace, build, open_workspace
from tiny_workspaces import plan_text, write_files

RECORD = "manifest.json"
POSIX = pytest.mark.skipif(os.name != "posix", reason="owners and modes are POSIX's")


def workspace(root: Path, word: str = "семинар", plans: int = 3) -> Workspace:
    files = {
        f"roadmaps/{number:02}.yaml": plan_text(
            f"- title: Провести {word} {number}", id_=f"plan-{number:02}"
        )
        for number in range(plans)
    }
    return open_workspace(write_files(root, files))


def of_the_folder(result: BuildResult) -> list[str]:
    return [item.code for item in result.diagnostics if item.code.startswith("BLD")]


def targets(files: dict[str, bytes]) -> dict[str, object]:
    """Return what is on record."""
    found: dict[str, object] = json.loads(files[RECORD])["targets"]
    return found


def produced(folder: Path) -> dict[str, bytes]:
    """Return the documents, the record, and what should not be left behind."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cache" not in path.parts and path.name != ".roadmapkit.lock"
    }


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """What builds without trouble give, by the word that the plans are about."""
    found = {}
    for word in ("семинар", "диктант"):
        root = tmp_path_factory.mktemp("good")
        build(workspace(root, word))
        found[word] = produced(root / "build")
    return found


class Disk:
    """A disk that fails at its n-th step, once or from then on; a step writes something."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
        self.steps = 0
        self.fails_at: int | None = None
        self.for_good = False
        self._number = number
        for owner, name in ((os, "fsync"), (os, "replace"), (os, "write"), (Path, "replace")):
            monkeypatch.setattr(owner, name, self._watched(getattr(owner, name)))
        usual = os.fdopen

        def fdopen(handle: int, mode: str = "r", *rest: Any) -> Any:
            if mode != "wb":
                return usual(handle, mode, *rest)
            file = io.FileIO(handle, "w")
            file.write = self._watched(file.write)  # type: ignore[method-assign]
            return file

        monkeypatch.setattr(os, "fdopen", fdopen)

    def _watched(self, usual: Callable[..., Any]) -> Callable[..., Any]:
        def step(*words: Any, **named: Any) -> Any:
            self.steps += 1
            at = self.fails_at
            if at is not None and (self.steps == at or (self.for_good and self.steps > at)):
                raise OSError(self._number, os.strerror(self._number))
            return usual(*words, **named)

        return step

    def begin(self, at: int | None, *, for_good: bool = False) -> None:
        self.steps, self.fails_at, self.for_good = 0, at, for_good


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "from then on"])
def test_a_disk_that_is_full_at_any_step_spoils_nothing_and_the_next_build_goes_on(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    good: dict[str, dict[str, bytes]],
    for_good: bool,
) -> None:
    template = tmp_path / "template"
    build(workspace(template))
    disk = Disk(monkeypatch, errno.ENOSPC)
    disk.begin(None)
    measured = tmp_path / "measured"
    shutil.copytree(template, measured)
    build(workspace(measured, "диктант"))
    steps = disk.steps
    assert steps >= 3 * 3 + 3 + 3  # three files, a line of the journal for each, the record
    for at in range(1, steps + 1):
        root = tmp_path / f"{at}"
        shutil.copytree(template, root)
        disk.begin(at, for_good=for_good)
        result = build(workspace(root, "диктант"))
        disk.begin(None)
        found = produced(root / "build")
        told = of_the_folder(result)
        assert set(told) <= {"BLD001", "BLD010"}
        journal = {name for name in found if name.endswith(".journal")}
        assert len(journal) <= told.count("BLD010")  # what is not on record the next build finds
        assert found.keys() - journal == good["семинар"].keys(), (at, found.keys())
        kinds = (good["семинар"], good["диктант"])
        for name in found.keys() - journal - {RECORD}:
            assert found[name] in [kind[name] for kind in kinds], (at, name)
        for name, entry in targets(found).items():
            assert entry in [targets(kind)[name] for kind in kinds], (at, name)
        stale = {name for name in good["диктант"] if found[name] != good["диктант"][name]}
        assert bool(told) == bool(stale), (at, stale)
        result = build(workspace(root, "диктант"))
        assert of_the_folder(result) == []
        assert produced(root / "build") == good["диктант"], at


def refuse(*_words: object, **_named: object) -> Any:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


@contextmanager
def read_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let nothing be made or written below a folder, whoever asks: not even the superuser."""
    usual_open, usual_mkdir = os.open, os.mkdir
    writes = os.O_WRONLY | os.O_RDWR | os.O_CREAT

    def guarded_open(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        inside = named.get("dir_fd") is not None or Path(path).is_relative_to(folder)
        if flags & writes and inside:
            refuse()
        return usual_open(path, flags, *rest, **named)

    def guarded_mkdir(path: Any, *rest: Any, **named: Any) -> None:
        if Path(path).is_relative_to(folder):
            refuse()
        usual_mkdir(path, *rest, **named)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", guarded_open)
        patched.setattr(os, "mkdir", guarded_mkdir)
        for owner, name in ((os, "unlink"), (os, "replace"), (Path, "replace"), (Path, "unlink")):
            patched.setattr(owner, name, refuse)
        yield


@pytest.mark.parametrize("plans", [3, 25], ids=["small", "large"])
def test_a_read_only_output_folder_is_told_once_for_all_documents_and_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plans: int
) -> None:
    build(workspace(tmp_path, plans=plans))
    before = produced(tmp_path / "build")
    with read_only(tmp_path / "build", monkeypatch):
        result = build(workspace(tmp_path, "диктант", plans))
    assert of_the_folder(result) == ["BLD001"]
    assert len(result.blocked) == plans
    [told] = [str(one.message) for one in result.diagnostics if one.code == "BLD001"]
    assert "read-only" in told
    assert f"{plans} files" in told
    assert produced(tmp_path / "build") == before
    # Where nothing has to be written, nothing is wrong.
    workspace(tmp_path, plans=plans)
    with read_only(tmp_path / "build", monkeypatch):
        again = build(workspace(tmp_path, plans=plans))
    assert of_the_folder(again) == []
    assert not any(item.changed for item in again.written)


def test_an_output_folder_that_cannot_even_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with read_only(tmp_path / "build", monkeypatch):
        result = build(workspace(tmp_path))
    assert of_the_folder(result) == ["BLD001"]
    assert len(result.blocked) == 3
    assert not (tmp_path / "build").exists()


@POSIX
@pytest.mark.parametrize("leads_to", ["a file", "nothing", "itself"])
def test_an_output_folder_that_is_a_link_to_no_folder_is_told(
    tmp_path: Path, leads_to: str
) -> None:
    out, other = tmp_path / "out", tmp_path / "other"
    if leads_to == "a file":
        other.write_text("kept", "utf-8")
    out.symlink_to(out if leads_to == "itself" else other)
    result = build(workspace(tmp_path / "w"), out=out)
    assert of_the_folder(result) == ["BLD001"]
    assert len(result.blocked) == 3
    assert other.exists() == (leads_to == "a file")
    assert not other.exists() or other.read_text("utf-8") == "kept"


@POSIX
def test_links_in_the_place_of_the_record_and_the_lock_are_not_written_through(
    tmp_path: Path,
) -> None:
    kept = {name: tmp_path / name for name in ("manifest.json", ".roadmapkit.lock")}
    (tmp_path / "w/build").mkdir(parents=True)
    for name, file in kept.items():
        file.write_text("kept", "utf-8")
        (tmp_path / "w/build" / name).symlink_to(file)
    assert len(build(workspace(tmp_path / "w")).written) == 3
    assert {file.read_text("utf-8") for file in kept.values()} == {"kept"}
    assert not (tmp_path / "w/build/manifest.json").is_symlink()


class FullSpool(io.BytesIO):
    """A file for temporary use on a full disk."""

    def write(self, _content: Any, /) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("spool", [FullSpool, refuse])
def test_no_room_for_finished_documents_is_told_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spool: Callable[[], Any]
) -> None:
    monkeypatch.setattr("roadmapkit.building.islands.spool.Spool._written", lambda *_: False)
    monkeypatch.setattr(tempfile, "TemporaryFile", spool)
    result = build(workspace(tmp_path, plans=25))
    assert of_the_folder(result) == ["BLD001"]
    assert result.written == ()
    assert result.blocked == {f"plan-{number:02}" for number in range(25)}
    monkeypatch.undo()
    assert len(build(workspace(tmp_path, plans=25)).written) == 25


# -- the cache ---------------------------------------------------------------------------------


def _as_file(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    cache.parent.mkdir()
    cache.write_text("mine", "utf-8")


def _as_link(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    cache.parent.mkdir()
    (cache.parents[1] / "elsewhere").mkdir()
    cache.symlink_to(cache.parents[1] / "elsewhere", target_is_directory=True)


def _open_to_others(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    cache.mkdir(parents=True)
    cache.chmod(0o777)


def _of_another(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.mkdir(parents=True, mode=0o700)
    owner = cache.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)


def _not_writable(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.mkdir(parents=True, mode=0o700)
    usual = os.open

    def guarded(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if named.get("dir_fd") is not None and flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return usual(path, flags, *rest, **named)

    monkeypatch.setattr(os, "open", guarded)


@POSIX
@pytest.mark.parametrize("spoil", [_as_file, _as_link, _open_to_others, _of_another, _not_writable])
def test_a_cache_that_cannot_be_used_changes_no_byte_and_is_told_in_the_notes(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    good: dict[str, dict[str, bytes]],
    spoil: Callable[[Path, pytest.MonkeyPatch], None],
) -> None:
    tmp_path.joinpath("w").mkdir()
    spoil(tmp_path / "w/build/.cache", monkeypatch)
    for _ in range(2):
        result = build(workspace(tmp_path / "w"))
        assert of_the_folder(result) == []
        found = produced(tmp_path / "w/build")
        found.pop(".cache", None)
        assert found == good["семинар"]
        [note] = result.notes
        assert "the cache .cache is not used" in str(note)
    assert not any(item.changed for item in result.written)
    if (tmp_path / "w/elsewhere").exists():
        assert list((tmp_path / "w/elsewhere").iterdir()) == []


@pytest.mark.parametrize("plans", [3, 25], ids=["small", "large"])
@pytest.mark.parametrize("damage", ["cut off", "one bit", "empty", "another's"])
def test_damaged_entries_of_every_kind_change_no_byte(
    tmp_path: Path, plans: int, damage: str
) -> None:
    build(workspace(tmp_path, plans=plans))
    first = produced(tmp_path / "build")
    entries = sorted((tmp_path / "build/.cache").iterdir())
    kinds = {entry.name.partition(".")[0] for entry in entries}
    assert kinds >= ({"outcome", "island"} if plans > 24 else {"outcome"})
    contents = [entry.read_bytes() for entry in entries]
    for entry, content, other in zip(entries, contents, contents[1:] + contents[:1], strict=True):
        entry.write_bytes(
            {
                "cut off": content[:-7],
                "one bit": content[:-1] + bytes([content[-1] ^ 1]),
                "empty": b"",
                "another's": other,
            }[damage]
        )
    for path in (tmp_path / "build/roadmaps").iterdir():
        path.unlink()
    result = build(workspace(tmp_path, plans=plans))
    assert {item.why.reason for item in result.written} == {"missing"}
    assert produced(tmp_path / "build") == first


def test_two_versions_of_the_library_share_one_cache_and_one_output_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(workspace(tmp_path))
    own = produced(tmp_path / "build")
    names = [
        "roadmapkit.building.fingerprints.__version__",
        "roadmapkit.building.output.manifest.__version__",
        "roadmapkit.building.runner.__version__",
        "roadmapkit.building.memory.__version__",
        "roadmapkit.cache.__version__",
    ]
    for turn in range(2):
        with monkeypatch.context() as patched:
            for name in names:
                patched.setattr(name, "9.9")
            from roadmapkit.building.memory import machinery

            machinery.cache_clear()
            result = build(workspace(tmp_path))
            assert {item.why.parts for item in result.written} == {("library",)}, turn
            assert of_the_folder(result) == []
            others = produced(tmp_path / "build")
            assert all(others[name] != own[name] for name in own)
            for name, content in others.items():
                if name.endswith(".docx"):
                    with zipfile.ZipFile(io.BytesIO(content)) as archive:
                        assert b"9.9" in archive.read("docProps/custom.xml")
            # Asked again by the same version, nothing is done.
            assert not any(item.changed for item in build(workspace(tmp_path)).written)
        machinery.cache_clear()
        build(workspace(tmp_path))
        assert produced(tmp_path / "build") == own
