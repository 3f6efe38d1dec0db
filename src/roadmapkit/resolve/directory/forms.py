"""The written forms of directory entries, brought to one shape for comparison."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapkit.lazily import dataclass, regex
from roadmapkit.model.kinds import CaseForms, Organization, Person, Post
from roadmapkit.resolve.parties.names import PersonForm, read_person
from roadmapkit.resolve.parties.words import fold
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.directory import Group

__all__ = [
    "Entry",
    "FoldedWord",
    "Key",
    "folded_words",
    "former_forms",
    "key_of",
    "person_form",
    "written_forms",
]

Key = tuple[str, ...]
"""A written form as words: no case, no «ё», no quotation marks, dots, dashes or spaces."""

_WORD = regex(r"\d+|[^\W\d_]+|[№,;]")
_NUMBER_SIGN = regex(r"\bN(?=\s?\d)")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a directory.

    Attributes:
        id: Its id.
        model: What the directory says of it.
        origin: Where it stands, None for a directory without a file.
    """

    id: str
    model: Organization | Person | Post | Group
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class FoldedWord:
    """A word of a text for comparison, with its place."""

    text: str
    start: int
    end: int


def folded_words(text: str) -> list[FoldedWord]:
    """Return the words of *text* that count in a comparison, with their offsets."""
    text = _NUMBER_SIGN.sub("№", text)
    return [FoldedWord(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]


def key_of(text: str) -> Key:
    """Return *text* as it is compared."""
    return tuple(word.text for word in folded_words(text))


def person_form(person: Person) -> PersonForm:
    """Return the name of a person taken apart; a name of one word is a surname."""
    return read_person(person.name) or _loose_form(person.name.split())


def _loose_form(words: list[str]) -> PersonForm:
    """Read a name that is neither «Фамилия И.О.» nor has a patronymic: surname comes first."""
    rest = words[1:]
    initials = "".join(word[0].upper() for word in rest)
    return PersonForm(words[0], initials, *rest[:2]) if words else PersonForm("")


def written_forms(model: Organization | Person | Post | Group) -> Iterator[str]:
    """Yield every form in which an entry may be written, without its id.

    A person's forms «Фамилия И.О.» and «И.О. Фамилия» are found by the name itself and
    are not among them.
    """
    yield from model.aliases
    yield from _case_forms(model.forms)
    if isinstance(model, Organization):
        yield from _case_forms(model.short_forms)
    if isinstance(model, Post):
        yield model.title
        yield from [model.full] if model.full else []
        return
    yield model.name
    if not isinstance(model, Person) and model.short:
        yield model.short


def former_forms(model: Organization | Person | Post | Group) -> Iterator[str]:
    """Yield the names that an entry has on other days, by which older texts call it."""
    match model:
        case Organization():
            for name in model.former:
                yield name.name
                yield from [name.short] if name.short else []
                yield from _case_forms(name.forms)
        case Post():
            for title in model.former:
                yield title.full or title.title
                yield from _case_forms(title.forms)
        case Person():
            yield from (surname.name for surname in model.former)


def _case_forms(forms: CaseForms | None) -> Iterator[str]:
    for case in CaseForms.model_fields if forms is not None else ():
        form = getattr(forms, case)
        if form:
            yield form
