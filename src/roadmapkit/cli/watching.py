"""``--watch`` of check and build: do it again whenever a file of the workspace is saved.

The folder is looked through a few times a second. That takes milliseconds, needs no library,
and works on network drives, which send no word of what other computers save. A produced file
that is deleted is a reason to build, too; one that is written or edited is none.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import click

from roadmapkit.cli.places import shown_path
from roadmapkit.cli.session import Session
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import RoadmapkitError
from roadmapkit.load.file_names import READ

__all__ = ["Look", "changed_files", "look_at", "watch"]

_STANDS = (0, -1)
"""What counts of a produced file: that it is there, and not what somebody does to it."""

PAUSE = 0.25
"""Seconds between two looks: a person does not notice them, and the disk does not either."""

_PASSED_OVER = frozenset({"build", "node_modules", "__pycache__"})
Look = Mapping[str, tuple[int, int]]
"""Files below a folder, each with the time of its last change and its size."""


def look_at(root: Path, besides: Path | None = None) -> Look:
    """Return the files below *root* as they are now; hidden and produced ones are left out.

    Args:
        root: The folder.
        besides: A folder below it whose files are produced too.
    """
    with suppress(OSError, RuntimeError, ValueError):
        if besides is not None:
            besides = root / besides.resolve().relative_to(root.resolve())
    passed_over = os.fspath(besides) if besides is not None else ""
    return dict(_files(os.fspath(root), "", passed_over, ()))


def _files(
    folder: str, name: str, besides: str, links: tuple[str, ...]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the files below a folder, links followed as by whoever reads the workspace.

    Args:
        folder: The folder.
        name: Its name from the root, with a slash at the end; empty for the root.
        besides: A folder to pass over.
        links: Folders that links on the way have led to: none is looked through twice.
    """
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return  # a folder that goes away meanwhile has no files
    for entry in found:
        inside = f"{name}{entry.name}"
        if entry.name.startswith((".", "~$")) or entry.name in _PASSED_OVER:
            continue
        try:
            if entry.is_dir():
                further = _followed(entry, links)
                if entry.path != besides and further is not None:
                    yield from _files(entry.path, f"{inside}/", besides, further)
            elif Path(entry.name).suffix.lower() in READ:
                state = entry.stat()
                yield inside, (state.st_mtime_ns, state.st_size)
        except OSError:
            continue  # an editor replaces a file by moving another one over it


def _followed(entry: os.DirEntry[str], links: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return where links have led to with a folder included; None where it leads back."""
    if not entry.is_symlink():
        return links
    target = os.path.realpath(entry.path)
    around = os.path.realpath(Path(entry.path).parent)
    leads_back = f"{around}{os.sep}".startswith(f"{target}{os.sep}")
    return None if leads_back or target in links else (*links, target)


def changed_files(before: Look, after: Look) -> tuple[str, ...]:
    """Return the files that are new, gone, or other than before, sorted."""
    return tuple(
        sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    )


def watch(
    session: Session,
    root: Path,
    check: Callable[[], tuple[Diagnostic, ...]],
    *,
    besides: Path | None = None,
    produced: Callable[[], Iterable[Path]] = tuple,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Check or build, and do it again after every change, until the person interrupts.

    Args:
        session: The call.
        root: The folder to look through.
        check: Checks or builds, shows what it found, and returns it.
        besides: A folder below *root* whose files are no reason to do anything.
        produced: Returns the files that *check* has left standing: one that goes is a reason.
        sleep: Waits for so many seconds.

    Raises:
        KeyboardInterrupt: The person has had enough.
    """

    def look() -> Look:
        return {**look_at(root, besides), **dict.fromkeys(_standing(left), _STANDS)}

    left: Mapping[Path, str] = {}
    seen = look()
    known = _checked(session, check)
    while True:
        here = Path.cwd()
        left = {path: shown_path(path, here) for path in map(Path.absolute, produced())}
        sources = {name: state for name, state in seen.items() if state != _STANDS}
        # One that has gone since it was built is to be noticed, so all of them count as there.
        seen = {**sources, **dict.fromkeys(left.values(), _STANDS)}
        session.console.note(session.say(Message("Waiting for changes; Ctrl+C ends the watch")))
        seen, names = _changed(look, seen, sleep)
        if session.console.is_terminal:
            click.clear()
        session.console.note(session.say(Message("Changed: {files}", files=", ".join(names))))
        found = _checked(session, check)
        if known is not None and found is not None:
            session.console.note(session.say(_compared(known, found)))
        known = found if found is not None else known


def _standing(files: Mapping[Path, str]) -> list[str]:
    """Return the names of those files that are there; folders are looked at, not each file."""
    there = {folder: _names(os.fspath(folder)) for folder in {path.parent for path in files}}
    return [shown for path, shown in files.items() if path.name in there[path.parent]]


def _names(folder: str) -> frozenset[str]:
    try:
        with os.scandir(folder) as entries:
            return frozenset(entry.name for entry in entries)
    except OSError:
        return frozenset()


def _changed(
    look: Callable[[], Look], seen: Look, sleep: Callable[[float], None]
) -> tuple[Look, tuple[str, ...]]:
    """Wait for a change, and until nothing changes any more: then the files are whole."""
    while True:
        sleep(PAUSE)
        now = look()
        if now == seen:
            continue
        while True:
            sleep(PAUSE / 2)
            later = look()
            if later == now:
                break
            now = later
        names = changed_files(seen, now)
        if names:
            return now, names
        seen = now


def _checked(
    session: Session, check: Callable[[], tuple[Diagnostic, ...]]
) -> tuple[Diagnostic, ...] | None:
    """Return what a check found, None where the workspace cannot be read just now."""
    try:
        return check()
    except OSError as error:
        session.console.note(session.say_trouble(error))
        return None
    except (RoadmapkitError, click.UsageError) as error:
        said = error.args[0] if error.args else None
        text = session.say(said) if isinstance(said, Message) else str(error)
        session.console.note(text)
        return None


def _compared(before: tuple[Diagnostic, ...], after: tuple[Diagnostic, ...]) -> Message:
    """Return how many findings went and came; where a finding moved to does not count."""
    old, new = (
        Counter(
            (item.code, item.span.file if item.span else "", str(item.message)) for item in some
        )
        for some in (before, after)
    )
    return Message(
        "Put right: {gone}, new: {come}", gone=(old - new).total(), come=(new - old).total()
    )
