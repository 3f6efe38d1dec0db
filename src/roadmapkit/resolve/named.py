"""Parties that a document names by id or in words outside the cells of its plan.

A field such as ``signatory`` takes an id of the directory, a written form, or free text,
and free text is printed as it stands. So a slip in an id would be printed too: this module
tells it from text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.lazily import dataclass, regex
from roadmapkit.model.kinds import Group, Organization, Person, Post
from roadmapkit.resolve import document_codes, party_codes
from roadmapkit.resolve.directory.checks import KIND_NAMES, nearest_hint
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.directory.presence import check_presence
from roadmapkit.resolve.parties.lookalikes import LOOKALIKES, cyrillic, mixed_letters
from roadmapkit.resolve.parties.reading import resolve_parties
from roadmapkit.resolve.posts import check_vacancy, official_meant
from roadmapkit.resolve.references import suggest
from roadmapkit.source import Origin

__all__ = ["ANY_PARTY", "BODIES", "OFFICIALS", "Use", "check_named", "looks_like_id"]

ANY_PARTY: tuple[type, ...] = (Organization, Person, Post, Group)
OFFICIALS: tuple[type, ...] = (Person, Post)
BODIES: tuple[type, ...] = (Organization,)

_LIKENESS = 0.75
_LATIN = regex(r"(?=.*[A-Za-z])[A-Za-z0-9-]+")
_HAS_LATIN = regex("[A-Za-z]")
_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Use:
    """What a field wants of the party that it names.

    Attributes:
        kinds: Entries that it may name by id; the first is the usual one.
        known: It names an official, whom a directory of people should know.
        held: The name of the holder is printed beside a post.
    """

    kinds: tuple[type, ...] = ANY_PARTY
    known: bool = False
    held: bool = False


def check_named(
    reference: str,
    directory: DirectoryIndex,
    on: date | None,
    origin: Origin,
    document: str,
    *,
    use: Use,
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a party that is named by id or in words.

    Args:
        reference: What the author wrote.
        directory: Parties of the document's folder.
        on: Day of the document.
        origin: Where the reference stands.
        document: Id of the document.
        use: What the field wants.
    """
    found = directory.find(reference)
    if not found:
        yield from _mixed(reference, origin, document)
    if len(found) == 1:
        model = found[0].model
        if directory.get(reference.strip()) is not None and not isinstance(model, use.kinds):
            yield _wrong_kind(reference, model, use, origin, document)
        elif use.held and isinstance(model, Post):
            yield from check_vacancy(model, directory, on, origin, document)
        yield from check_presence(found[0], directory, on, origin.span, (document,))
    elif not found and looks_like_id(reference, directory):
        yield _unknown_id(reference, use, directory, origin, document)
    elif use.held and (official := official_meant(directory, reference, on)) is not None:
        # Post and name together need no directory.
        if official.post is not None:
            yield from check_vacancy(official.post, directory, on, origin, document)
    elif use.known and _keeps_officials(directory):
        yield from _unknown_party(reference, directory, on, origin, document)


def _mixed(reference: str, origin: Origin, document: str) -> Iterator[Diagnostic]:
    """Yield a finding for each Cyrillic word with Latin letters that look like its own."""
    for word in re.findall(r"[^\W\d_]+", reference):
        letters = [sign for sign in word if sign in LOOKALIKES]
        if letters and re.search("[а-яё]", word, re.I) and not _HAS_LATIN.search(cyrillic(word)):
            finding = mixed_letters(word, reference, letters, origin.span)
            yield replace(finding, documents=(document,))


def looks_like_id(text: str, directory: DirectoryIndex) -> bool:
    """Tell whether text that no entry has for its id or written form is surely meant as an id.

    It is one word, no abbreviation in capitals, and begins with a small Latin letter and has
    no other, or is small with a hyphen and a digit («школа-99»), or a slip away from an id
    that there is («начч» for «нач») and no word of Russian.
    """
    written = text.strip()
    if not re.fullmatch(r"[\w-]+", written) or written.isupper() or written.isdecimal():
        return False
    if directory.abbreviation(written) is not None:
        return False
    latin = _LATIN.fullmatch(written) is not None
    if latin and not written[0].isupper():
        return True
    numbered = any(sign.isdecimal() for sign in written)
    if numbered and "-" in written and written.islower():
        return True
    # A word with a capital is a name, of which ids are made: «Иванова» beside «иванов».
    return (latin or numbered or written.islower()) and _is_slip(written, directory)


def _is_slip(written: str, directory: DirectoryIndex) -> bool:
    folded = written.casefold()
    alike = SequenceMatcher(b=folded, autojunk=False)
    for id_ in directory.ids():
        alike.set_seq1(id_.casefold())
        if alike.quick_ratio() >= _LIKENESS and alike.ratio() >= _LIKENESS:
            return not (_WORD.fullmatch(folded) and directory.forms.is_word(folded))
    return False


def _keeps_officials(directory: DirectoryIndex) -> bool:
    """Tell whether the directory has people or posts at all, and not only schools."""
    entries = map(directory.get, directory.ids())
    return any(entry is not None and isinstance(entry.model, OFFICIALS) for entry in entries)


def _unknown_id(
    id_: str, use: Use, directory: DirectoryIndex, origin: Origin, document: str
) -> Diagnostic:
    fitting = [
        known
        for known in directory.ids()
        if (entry := directory.get(known)) is not None and isinstance(entry.model, use.kinds)
    ]
    otherwise = nearest_hint(
        directory.nearest(id_),
        Message("Add the entry to the directory, or write its name in words"),
    )
    return document_codes.UNKNOWN_ID.at(
        origin.span,
        Message("The directory has no entry {id!r}", id=id_),
        hint=suggest(id_, fitting, otherwise),
        documents=(document,),
    )


def _wrong_kind(
    id_: str,
    model: Organization | Person | Post | Group,
    use: Use,
    origin: Origin,
    document: str,
) -> Diagnostic:
    return document_codes.WRONG_KIND.at(
        origin.span,
        Message("{id!r} is {kind}", id=id_, kind=KIND_NAMES[type(model).__name__]),
        hint=Message("Name {kind} here", kind=KIND_NAMES[use.kinds[0].__name__]),
        documents=(document,),
    )


def _unknown_party(
    reference: str, directory: DirectoryIndex, on: date | None, origin: Origin, document: str
) -> Iterator[Diagnostic]:
    """Yield that the directory knows nobody of those whom *reference* names, or which one."""
    text = " ".join(reference.split())
    reading = resolve_parties(text, directory, on=on, origin=origin)
    if any(party.ref for party in reading.parties):
        return
    wanted = (party_codes.UNKNOWN_PARTY.id, party_codes.AMBIGUOUS_PARTY.id)
    for finding in reading.diagnostics:
        if finding.code in wanted:
            yield replace(finding, documents=(document,))
