"""Latin letters among the Cyrillic ones of a name: they look right and are found by no search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.lazily import regex
from roadmapkit.model.kinds import Person
from roadmapkit.resolve.directory.forms import Entry
from roadmapkit.resolve.parties.lookalikes import cyrillic, mixed_letters
from roadmapkit.source import NodePath

__all__ = ["check_letters", "foreign_letters"]

_WORD = regex(r"[^\W\d_]+")
_CYRILLIC = regex(r"[А-яЁё]")
_LATIN = regex(r"[A-Za-z]")
_ROMAN = regex(r"[IVXLCDM]+")
_NOT_NAMES = frozenset(
    {"id", "parent", "head", "organization", "person", "member", "heads_of", "exclude", "phone"}
)


def foreign_letters(text: str, *, person: bool = False) -> str | None:
    """Return the first word of Cyrillic text that has Latin letters in it, None where none has.

    A word counts whose Latin letters all look like Cyrillic ones; a word of Latin letters
    only, such as a brand or a Roman number, is none. In the name of a person such a word
    counts too, and everywhere a preposition or a conjunction of one letter.
    """
    if not _CYRILLIC.search(text):
        return None
    for match in _WORD.finditer(text):
        word = match.group()
        latin = "".join(_LATIN.findall(word))
        if not latin or _LATIN.search(cyrillic(latin)):
            continue
        alone = latin == word
        small = len(word) == 1 and word.islower()
        if not alone or small or (person and not _ROMAN.fullmatch(text)):
            return word
    return None


def check_letters(entry: Entry) -> Iterator[Diagnostic]:
    """Yield a finding for each name of an entry that has Latin letters in a Cyrillic word."""
    person = isinstance(entry.model, Person)
    for path, text in _texts(entry.model, ()):
        word = foreign_letters(text, person=person and path[-1] == "name")
        if word is None:
            continue
        span = entry.origin.child(*path).span if entry.origin is not None else None
        yield mixed_letters(word, text, _LATIN.findall(word), span)


def _texts(value: Any, path: NodePath) -> Iterator[tuple[NodePath, str]]:
    """Yield the texts inside an entry that are names, with their places."""
    match value:
        case str():
            yield path, value
        case tuple():
            for index, item in enumerate(value):
                yield from _texts(item, (*path, index))
        case BaseModel():
            fields: Mapping[str, Any] = type(value).model_fields
            for name, field in fields.items():
                if name not in _NOT_NAMES:
                    yield from _texts(getattr(value, name), (*path, field.alias or name))
