"""What rules look at: the documents by kind, and everything that they print as it was written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence, Set
from functools import cached_property
from typing import Any, TypeVar

from roadmapkit.lint.abbreviations import Abbreviations, abbreviations_of
from roadmapkit.lint.addresses import ADDRESS_SIGNS, without_addresses
from roadmapkit.lint.document_sets import AnyText, DocumentSet, document_sets
from roadmapkit.lint.text_index import TextIndex
from roadmapkit.lint.texts import LINES, PrintedText, printed_texts
from roadmapkit.load import LoadedWorkspace
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import (
    ResolvedDocument,
    ResolvedMinutes,
    ResolvedOrder,
    ResolvedProgram,
    ResolvedProgress,
    ResolvedRoadmap,
    ResolvedWorkspace,
)

__all__ = ["Subject"]

_Kind = TypeVar("_Kind", bound=ResolvedDocument)
_Found = TypeVar("_Found")


class Subject:
    """A resolved workspace, and what several rules ask of it, found once.

    Attributes:
        workspace: The resolved documents.
        loaded: The files that they come from, directories among them.
    """

    def __init__(self, workspace: ResolvedWorkspace, loaded: LoadedWorkspace) -> None:
        self.workspace = workspace
        self.loaded = loaded
        self._found: dict[Callable[[Subject], Any], Any] = {}

    def once(self, find: Callable[[Subject], _Found]) -> _Found:
        """Return what a function finds in this subject, for which it is called once."""
        if find not in self._found:
            self._found[find] = find(self)
        found: _Found = self._found[find]
        return found

    @cached_property
    def orders(self) -> tuple[ResolvedOrder, ...]:
        """The acts, by id."""
        return tuple(self._of(ResolvedOrder))

    @cached_property
    def roadmaps(self) -> tuple[ResolvedRoadmap, ...]:
        """The plans, by id."""
        return tuple(self._of(ResolvedRoadmap))

    @cached_property
    def programs(self) -> tuple[ResolvedProgram, ...]:
        """The programmes, by id."""
        return tuple(self._of(ResolvedProgram))

    @cached_property
    def minutes(self) -> tuple[ResolvedMinutes, ...]:
        """The minutes, by id."""
        return tuple(self._of(ResolvedMinutes))

    @cached_property
    def progress(self) -> tuple[ResolvedProgress, ...]:
        """The progress of plans, by id."""
        return tuple(self._of(ResolvedProgress))

    @cached_property
    def texts(self) -> tuple[PrintedText, ...]:
        """Every text that a document prints, as its author wrote it, in the order of the files.

        Of a part of a workspace, not those that all parts share: they are looked at once.
        """
        part = self.loaded.part
        return tuple(
            text
            for document in self.loaded.documents
            if not isinstance(document.model, Settings)
            and not (part is not None and part.leaves_out(document.origin.document.source.path))
            for text in printed_texts(document)
        )

    def holding(self, *marks: str) -> list[PrintedText]:
        """Return the texts that hold at least one of some marks, in their order."""
        return self.printing(self.index.holding(*marks))

    def holding_folded(self, *marks: str) -> list[PrintedText]:
        """Return the texts that hold at least one of some words in any letters.

        Args:
            marks: The words, in small letters.
        """
        return self.printing(self.index.folded.holding(*marks))

    def showing(self, *signs: str, marks: Sequence[str] = ()) -> list[PrintedText]:
        """Return the texts in which one of some patterns may be found, in their order.

        Args:
            signs: The patterns, as :meth:`TextIndex.showing` takes them.
            marks: What a text holds one of at least, if any are given.
        """
        return self.printing(self.index.showing(signs, marks))

    def with_words(self, words: Collection[str]) -> list[PrintedText]:
        """Return the texts that have at least one of some words, in their order."""
        return self.printing(self.index.with_words(words))

    def printing(self, found: Collection[str]) -> list[PrintedText]:
        """Return the texts that read so, in their order."""
        first, again, _ = self._places
        places = [first[text] for text in found]
        places += [place for text in found for place in again.get(text, ())]
        return [self.texts[place] for place in sorted(places)]

    @property
    def different(self) -> Set[str]:
        """The different texts."""
        return self._places[0].keys()

    @cached_property
    def index(self) -> TextIndex:
        """The different texts, to be searched as a whole."""
        return TextIndex(tuple(self._places[0]))

    @cached_property
    def plain(self) -> TextIndex:
        """The same without addresses of the web."""
        if not self._addressed:
            return self.index
        return TextIndex(self.index.texts, [self.plainly(text) for text in self.index.texts])

    def plainly(self, text: str) -> str:
        """Return one of the texts without its addresses of the web, each character in place."""
        return without_addresses(text) if text in self._addressed else text

    @cached_property
    def _addressed(self) -> frozenset[str]:
        return frozenset(self.index.holding(*ADDRESS_SIGNS))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The different words of the texts that are more than lines, as they stand first."""
        return self.index.words.of_first(self._places[2])

    @cached_property
    def _places(self) -> tuple[dict[str, int], dict[str, list[int]], int]:
        """Where each different text stands first in the list of all, where it stands again.

        And how many of them are more than lines: those that are not come last.
        """
        first: dict[str, int] = {}
        again: dict[str, list[int]] = {}
        lines: dict[int, str] = {}
        for place, text in enumerate(self.texts):
            if text.role in LINES:
                lines[place] = text.text
            elif first.setdefault(text.text, place) != place:
                again.setdefault(text.text, []).append(place)
        prose = len(first)
        for place, line in lines.items():
            if first.setdefault(line, place) != place:
                again.setdefault(line, []).append(place)
        return first, again, prose

    @cached_property
    def sets(self) -> tuple[DocumentSet, ...]:
        """The documents that are read together, acts first."""
        return document_sets(self.workspace, self.loaded, self.texts)

    @cached_property
    def prose(self) -> tuple[AnyText, ...]:
        """Every text that a document prints, those of its own files among them, each once."""
        return tuple(text for one in self.sets for text in one.texts if text.document in one.home)

    @cached_property
    def abbreviations(self) -> tuple[Abbreviations, ...]:
        """The abbreviations of each set of documents."""
        return abbreviations_of(self.sets, self.index)

    def _of(self, kind: type[_Kind]) -> Iterator[_Kind]:
        for _, document in sorted(self.workspace.documents.items()):
            if isinstance(document, kind):
                yield document
