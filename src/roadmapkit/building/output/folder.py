"""The output folder of a build: what lies there already, what is written, what is on record.

Several builds may work in one folder at once. Each file is written whole; the record is read
and written under a lock; and a file counts as up to date only where its fingerprint is that
on record *and* its bytes are.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from roadmapkit.building.fingerprints import Fingerprint, changed_parts
from roadmapkit.building.output import codes as output_codes
from roadmapkit.building.output.journal import FoundJournal, Journal, found_journals
from roadmapkit.building.output.locking import locked
from roadmapkit.building.output.manifest import (
    MANIFEST,
    DamagedManifestError,
    Entry,
    digest_of_file,
    manifest_pieces,
    read_manifest,
)
from roadmapkit.building.output.refusals import Refusals
from roadmapkit.building.output.replaced import keep_aside, tell_foreign
from roadmapkit.building.output.writing import move_into_place, require_below, write_atomically
from roadmapkit.building.written import Why, Written
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import OutputError

__all__ = ["LOCK", "OutputFolder", "Ready", "home_of"]

LOCK = ".roadmapkit.lock"


def home_of(root: Path, folder: Path) -> str:
    """Return the mark of a workspace among those that share an output folder.

    It is empty where the folder lies in the workspace itself, and names no path.
    """
    here = os.path.realpath(root)  # unlike Path.resolve, it takes links that lead to themselves
    try:
        way = Path(os.path.relpath(here, os.path.realpath(folder))).as_posix()
    except ValueError:  # on another drive of Windows
        way = Path(here).as_posix()
    return "" if way == ".." else hashlib.sha256(way.encode(errors="replace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that is whole on the disk and lacks its name only.

    Attributes:
        path: Where it lies, in the output folder.
        size: Its size in bytes.
        sha256: Digest of its content.
    """

    path: Path
    size: int
    sha256: str


class OutputFolder:
    """One build's view of its output folder.

    Args:
        folder: The folder, which need not exist yet.
        home: What :func:`home_of` says of the workspace.
        force: Nothing that lies there counts as up to date.
        asked: What is written was asked for by hand.

    Attributes:
        folder: The folder.
        home: The mark of the workspace.
        refusals: What could not be written: whoever tries notes it here.
        diagnostics: What there is to tell in the end, refusals included.
    """

    def __init__(
        self, folder: Path, *, home: str = "", force: bool = False, asked: bool = False
    ) -> None:
        self.folder = folder
        self.home = home
        self.refusals = Refusals()
        self.diagnostics: list[Diagnostic] = []
        self._force = force
        self._asked = asked
        self._known: dict[str, Entry] = {}
        self._new: dict[str, Entry] = {}
        self._gone: set[str] = set()
        self._journal: Journal | None = None
        self._begin()

    # -- one file ------------------------------------------------------------------------------

    def why(self, mark: Fingerprint) -> Why:
        """Return why a file has to be made, ``fresh`` where it need not be."""
        entry = self.entry(mark.path)
        path = self.folder / mark.path
        if entry is None:
            return Why("unknown" if os.path.lexists(path) else "new")
        if not self._holds(mark.path, entry):
            if not os.path.lexists(path):
                return Why("missing")
            if not self._written_meanwhile(mark.path):
                return Why("edited")
            entry = self._known[mark.path]
        if entry.fingerprint != mark.digest:
            parts = changed_parts(entry.parts, mark.parts)
            # A record of a former version does not name the files.
            files = changed_parts(entry.files, mark.files) if entry.files else ()
            return Why("changed", parts, files)
        return Why("forced" if self._force else "fresh")

    def leave(self, mark: Fingerprint) -> Written:
        """Return the file that stands, for :meth:`why` has called it fresh."""
        entry = self._new.get(mark.path) or self._known[mark.path]
        if (entry.asked and not self._asked) or entry.home != self.home:
            self._new[mark.path] = replace(entry, asked=self._asked, home=self.home)
        path = self.folder / mark.path
        why = Why("fresh")
        return Written(mark.document, path, entry.size, mark.printed, False, why, entry.sha256)

    def put(self, mark: Fingerprint, content: bytes, why: Why) -> Written:
        """Write a file, unless it holds these very bytes already.

        Args:
            mark: Its fingerprint.
            content: What it is to hold.
            why: What :meth:`why` has said.

        Raises:
            OutputError: It cannot be written, or would lie elsewhere; the former file is whole.
        """
        sha256 = hashlib.sha256(content).hexdigest()

        def write(path: Path, unfinished: str) -> None:
            write_atomically(path, content, unfinished=unfinished)

        return self._put(mark, sha256, len(content), why, write)

    def move_in(self, mark: Fingerprint, ready: Ready, why: Why) -> Written:
        """Give a file that lies in the output folder already its name, as :meth:`put` does.

        Args:
            mark: Its fingerprint.
            ready: The file.
            why: What :meth:`why` has said.

        Raises:
            OutputError: As for :meth:`put`.
        """

        def write(path: Path, unfinished: str) -> None:
            move_into_place(path, ready.path, unfinished=unfinished)

        return self._put(mark, ready.sha256, ready.size, why, write)

    def _put(
        self,
        mark: Fingerprint,
        sha256: str,
        size: int,
        why: Why,
        write: Callable[[Path, str], None],
    ) -> Written:
        path = self.folder / mark.path
        require_below(self.folder, path)
        former = self.entry(mark.path)
        asked = self._asked and (former is None or former.asked)
        entry = Entry(
            mark.document,
            mark.digest,
            sha256,
            size,
            mark.parts,
            asked,
            self.home,
            mark.files,
        )
        stands = digest_of_file(path, size) == sha256
        if not stands:
            journal = self._begun()
            journal.note(mark.path, entry)
            found = keep_aside(self.folder, mark, why, journal.temporary)
            if former is not None and former.home != self.home and self._holds(mark.path, former):
                found = (*found, tell_foreign(path, mark.document))
            write(path, journal.temporary)
            self.diagnostics.extend(found)
        self._new[mark.path] = entry
        return Written(mark.document, path, size, mark.printed, not stands, why, sha256)

    def entry(self, path: str) -> Entry | None:
        """Return what is on record of a file."""
        return self._new.get(path) or self._known.get(path)

    def entries(self) -> dict[str, Entry]:
        """Return what is on record of all files."""
        known = {path: one for path, one in self._known.items() if path not in self._gone}
        return {**known, **self._new}

    def forget(self, paths: Iterable[str]) -> None:
        """Take files off the record."""
        self._gone.update(paths)

    # -- the record ----------------------------------------------------------------------------

    def _begin(self) -> None:
        """Read the record; where a build was killed, complete it and clear up."""
        if not self.folder.is_dir():
            return
        if not any((self.folder / name).exists() for name in (MANIFEST, LOCK)):
            return
        with locked(self.folder / LOCK):
            self._known = self._read()
            journals = found_journals(self.folder)
            dead = [journal for journal in journals if not journal.alive]
            done = self._done(dead)
            self._known |= done
            for journal in dead:
                journal.sweep()
            if not dead or (done and not self._write(self._known, dead[0].temporary)):
                return
            for journal in dead:
                journal.remove()

    def _done(self, journals: Iterable[FoundJournal]) -> dict[str, Entry]:
        """Return those of the noted files that have really been written."""
        noted = [pair for journal in journals for pair in journal.noted]
        return {path: entry for path, entry in noted if self._holds(path, entry)}

    def _written_meanwhile(self, path: str) -> bool:
        """Tell whether another build, which goes on or has just ended, has written a file."""
        with suppress(DamagedManifestError):
            entry = read_manifest(self.folder).get(path)
            if entry is not None and self._holds(path, entry):
                self._known[path] = entry
                return True
        # Who makes a journal probes it, and must not find it held.
        with locked(self.folder / LOCK):
            done = self._done(found_journals(self.folder))
        if path in done:
            self._known[path] = done[path]
        return path in done

    def finish(self) -> None:
        """Put on record what this build has done; others may have done the same meanwhile."""
        self.diagnostics.extend(self.refusals.told())
        if self._new or self._gone:
            journal = self._begun()
            with locked(self.folder / LOCK):
                try:
                    now = read_manifest(self.folder)
                except DamagedManifestError:
                    now = {}
                for path in self._gone:
                    if now.get(path) == self._known.get(path):
                        now.pop(path, None)
                for path, entry in self._new.items():
                    theirs = now.get(path)
                    ours = theirs is None or theirs in (entry, self._known.get(path))
                    if ours or self._holds(path, entry):
                        now[path] = entry
                if not self._write(now, journal.temporary):
                    journal.leave()
                    return
        if self._journal is not None:
            self._journal.close()

    def _holds(self, path: str, entry: Entry) -> bool:
        """Tell whether a file holds what an entry says."""
        return digest_of_file(self.folder / path, entry.size) == entry.sha256

    def _read(self) -> dict[str, Entry]:
        try:
            return read_manifest(self.folder)
        except DamagedManifestError:
            message = Message(
                "{path} is damaged or of another version; everything is built anew",
                path=self.folder / MANIFEST,
            )
            hint = Message("Nothing has to be done: the build writes it again")
            self.diagnostics.append(output_codes.MANIFEST_DAMAGED.at(None, message, hint=hint))
            return {}

    def _write(self, entries: dict[str, Entry], unfinished: str) -> bool:
        """Write the record if it says something else than the one that is there.

        Args:
            entries: What it is to say.
            unfinished: Name of the file that is written first: a killed build's is found by it.
        """
        path = self.folder / MANIFEST
        if _consists_of(path, manifest_pieces(entries)):
            return True
        try:
            write_atomically(path, manifest_pieces(entries), unfinished=unfinished)
        except OutputError as error:
            message = Message(
                "{path} cannot be written: {reason}",
                path=Path(error.path),
                reason=error.reason,
            )
            hint = Message("The documents are not concerned; the next build makes them anew")
            found = output_codes.MANIFEST_UNWRITTEN.at(None, message, hint=hint)
            self.diagnostics.append(found)
            return False
        return True

    def _begun(self) -> Journal:
        """Return the journal, begun if need be."""
        if self._journal is None:
            self._journal = Journal(self.folder)
            with suppress(OSError):
                self.folder.mkdir(parents=True, exist_ok=True)
            with locked(self.folder / LOCK):
                self._journal.open()
        return self._journal


def _consists_of(path: Path, pieces: Iterable[bytes]) -> bool:
    """Tell whether a file holds nothing but some pieces of text, one behind the other."""
    with suppress(OSError), path.open("rb") as file:
        return all(file.read(len(piece)) == piece for piece in pieces) and not file.read(1)
    return False
