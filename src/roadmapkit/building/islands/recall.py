"""What came of an island is remembered, until one of its files or what it depends on changes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from roadmapkit.building.fingerprints import Fingerprint
from roadmapkit.building.islands.cards import Card
from roadmapkit.building.islands.facts import Facts
from roadmapkit.building.islands.partition import Island
from roadmapkit.building.memory import digest_of_file, machinery, state_of_file, states_as_read
from roadmapkit.building.records import (
    diagnostic_of,
    diagnostic_record,
    read_json,
    span_of,
    span_record,
    written_json,
)
from roadmapkit.cache import CacheFolder
from roadmapkit.diagnostics import Diagnostic, Message

__all__ = ["Finished", "Known", "Recall"]

_KIND = "island"
_SPECIAL = frozenset({"diagnostics", "told", "taken", "taken_common", "registered"})


@dataclass(frozen=True, slots=True)
class Finished:
    """A Word document of an island: where it goes, and what it is.

    Attributes:
        mark: Its fingerprint, with document and path.
        rank: Its place among all files of a workspace.
        size: Size in bytes.
        digest: SHA-256 of the file.
        start: Its number in the spool; None where it lies in its place already.
    """

    mark: Fingerprint
    rank: tuple[bool, str, int]
    size: int
    digest: str
    start: int | None = None

    def record(self) -> list[Any]:
        """Return it as plain data."""
        mark = self.mark
        marked = [mark.document, mark.path, dict(mark.parts), mark.printed, dict(mark.files)]
        return [marked, list(self.rank), self.size, self.digest]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an island.

    Attributes:
        facts: What the run told.
        refused: Paths of files that templates could not print, each with the finding.
        finished: Its Word documents.
    """

    facts: Facts
    refused: tuple[tuple[str, Diagnostic], ...]
    finished: tuple[Finished, ...]


class Recall:
    """Remembers what came of the islands of a workspace.

    Args:
        root: Folder of the workspace.
        cards: Its files.
        folder: The output folder.
        wish: What all islands depend on, and what is wanted of them, in words.
        more: The same for a run that tells all of that and makes documents besides; empty
            where there is none.
    """

    def __init__(
        self, root: Path, cards: Sequence[Card], folder: Path, wish: str, more: str = ""
    ) -> None:
        self._root = root
        self._digests = {card.name: card.digest for card in cards}
        self._folder = folder
        self._wish = wish
        self._more = more
        self._cache = CacheFolder.of_output(folder)

    @property
    def trouble(self) -> Message | None:
        """Why nothing can be remembered, where that is so."""
        return self._cache.trouble

    def _key(self, wish: str, island: Island, elsewhere: Mapping[str, str]) -> str:
        digest = hashlib.sha256(f"{machinery()}\n{wish}\n".encode())
        digest.update(f"{sorted(elsewhere.items())}\n".encode(errors="replace"))
        for name in (*island.own, "", *island.common):
            digest.update(f"{name}\n{self._digests.get(name)}\n".encode(errors="replace"))
        return digest.hexdigest()

    def get(self, island: Island, elsewhere: Mapping[str, str]) -> Known | None:
        """Return what is known of an island, None where its files or documents have changed."""
        data = self._cache.get(_KIND, self._key(self._wish, island, elsewhere))
        if data is None and self._more:
            data = self._cache.get(_KIND, self._key(self._more, island, elsewhere))
        if data is None:
            return None
        try:
            record = read_json(data)
            attached = record["attached"]
            if any(state_of_file(self._root, one) != was for one, was in attached.items()):
                return None
            finished = [] if self._more else [_finished(one) for one in record["finished"]]
            if not all(map(self._stands, finished)):
                return None
            refused = [(path, diagnostic_of(one)) for path, one in record["refused"]]
            return Known(_facts(record["facts"]), tuple(refused), tuple(finished))
        except (ValueError, KeyError, TypeError):
            return None

    def _stands(self, one: Finished) -> bool:
        path = self._folder / one.mark.path
        return not path.is_symlink() and digest_of_file(path, one.size) == one.digest

    def put(
        self,
        island: Island,
        elsewhere: Mapping[str, str],
        known: Known,
        read: Mapping[str, str],
    ) -> None:
        """Remember what came of an island, unless one of its files was saved meanwhile.

        Args:
            island: The island.
            elsewhere: The kinds of other documents that it was given for suggestions.
            known: What came of it.
            read: Digests of its files, as they were read, by name.
        """
        names = (*island.own, *island.common)
        states = states_as_read(self._root, known.facts.attached)
        if states is None or any(read.get(name) != self._digests.get(name) for name in names):
            return
        try:
            record = {
                "facts": _facts_record(known.facts),
                "refused": [[path, diagnostic_record(one)] for path, one in known.refused],
                "finished": [one.record() for one in known.finished],
                "attached": states,
            }
        except TypeError:
            return  # a value that JSON cannot give back; such an island is worked on anew
        self._cache.put(_KIND, self._key(self._wish, island, elsewhere), written_json(record))


def _finished(record: list[Any]) -> Finished:
    marked, (is_paper, owner, place), size, digest = record
    mark = Fingerprint(*marked)
    return Finished(mark, (is_paper, owner, place), size, digest)


def _facts_record(facts: Facts) -> dict[str, Any]:
    record = {
        field.name: getattr(facts, field.name)
        for field in fields(facts)
        if field.name not in _SPECIAL
    }
    return {
        **record,
        "diagnostics": [diagnostic_record(item) for item in facts.diagnostics],
        "told": [span_record(span) for span in facts.told],
        "taken": [[list(key), count] for key, count in facts.taken],
        "taken_common": {digest: list(key) for digest, key in facts.taken_common.items()},
        "registered": [list(one) for one in facts.registered],
    }


def _facts(record: dict[str, Any]) -> Facts:
    plain: dict[str, Any] = {
        name: tuple(tuple(one) if isinstance(one, list) else one for one in value)
        if isinstance(value, list)
        else value
        for name, value in record.items()
        if name not in _SPECIAL
    }
    spans = (span_of(span) for span in record["told"])
    return Facts(
        **plain,
        diagnostics=tuple(diagnostic_of(item) for item in record["diagnostics"]),
        told=tuple(span for span in spans if span is not None),
        taken=tuple(((key[0], key[1], key[2]), count) for key, count in record["taken"]),
        taken_common={one: (key[0], key[1], key[2]) for one, key in record["taken_common"].items()},
        registered=tuple((register, day, number) for register, day, number in record["registered"]),
    )
