"""The texts that a rule should look at, of all that a workspace prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from roadmapkit.lazily import regex
from roadmapkit.lint.document_sets import AnyText, DocumentSet, FileText
from roadmapkit.lint.subject import Subject
from roadmapkit.lint.texts import PrintedText

__all__ = ["in_prose", "in_sets", "matching", "matching_folded", "texts_of", "with_initials"]

_INITIAL = regex(r"[А-ЯЁ]\.")


def matching(subject: Subject, pattern: re.Pattern[str]) -> list[PrintedText]:
    """Return the texts in which a pattern may match, in their order.

    Args:
        subject: The workspace.
        pattern: What tells the texts worth a look, as for :meth:`TextIndex.matching`.
    """
    return subject.printing(subject.index.matching(pattern))


def matching_folded(subject: Subject, pattern: re.Pattern[str]) -> list[PrintedText]:
    """Return the texts in which a pattern of small letters may match, whatever theirs are."""
    return subject.printing(subject.index.folded.matching(pattern))


def with_initials(subject: Subject) -> list[PrintedText]:
    """Return the texts that can name a person: they have a capital with a full stop."""
    return subject.once(_with_initials)


def in_sets(
    subject: Subject, texts: Iterable[PrintedText]
) -> Iterator[tuple[DocumentSet, list[AnyText]]]:
    """Yield the sets of documents that print some texts, with them in the order of reading.

    The texts of files of their own are few and long, and are always among them.

    Args:
        subject: The workspace.
        texts: The texts, in its order.
    """
    homes = subject.once(_homes)
    found: dict[str, list[AnyText]] = {}
    for text in texts:
        if text.kind != "directory" and text.document in homes:
            found.setdefault(text.document, []).append(text)
    for id_, files in subject.once(_files).items():
        found.setdefault(id_, []).extend(files)
    for index in sorted({index for id_ in found for index in homes[id_]}):
        documents = subject.sets[index]
        read = chain.from_iterable(found.get(id_, ()) for id_ in documents.documents)
        yield documents, list(read)


def in_prose(subject: Subject, texts: Iterable[PrintedText]) -> Iterator[AnyText]:
    """Yield those of some texts that documents print, each once, in the order of ``prose``."""
    for documents, found in in_sets(subject, texts):
        yield from (text for text in found if text.document in documents.home)


def texts_of(subject: Subject, document: str) -> list[PrintedText]:
    """Return the texts of the files that have an id, in their order."""
    return subject.once(_by_document).get(document, [])


def _with_initials(subject: Subject) -> list[PrintedText]:
    return matching(subject, _INITIAL)


def _homes(subject: Subject) -> Mapping[str, list[int]]:
    """Return the sets that print each document."""
    homes: dict[str, list[int]] = {}
    for index, documents in enumerate(subject.sets):
        for id_ in documents.documents:
            homes.setdefault(id_, []).append(index)
    return homes


def _files(subject: Subject) -> Mapping[str, list[FileText]]:
    """Return the texts of files of their own, by the document that prints them."""
    files: dict[str, list[FileText]] = {}
    for documents in subject.sets if subject.programs else ():
        for text in documents.texts:
            if isinstance(text, FileText) and text.document in documents.home:
                files.setdefault(text.document, []).append(text)
    return files


def _by_document(subject: Subject) -> Mapping[str, list[PrintedText]]:
    found: dict[str, list[PrintedText]] = {}
    for text in subject.texts:
        found.setdefault(text.document, []).append(text)
    return found
