"""Who is named in plain text: people, posts, organisations and groups, in any case."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from roadmapkit.lazily import dataclass, regex
from roadmapkit.model.directory import Organization, Person, Post
from roadmapkit.resolve.directory.forms import (
    Key,
    folded_words,
    former_forms,
    key_of,
    person_form,
    written_forms,
)
from roadmapkit.resolve.directory.index import DirectoryIndex, Entry, post_title
from roadmapkit.resolve.parties.names import PersonForm, read_person, same_initials
from roadmapkit.resolve.parties.words import fold

__all__ = ["Found", "TextFinder"]

_INITIALS_AFTER = regex(r"\s{0,3}([А-ЯЁ])[.,]\s?(?:([А-ЯЁ])\.?(?![а-яё]))?")
_NAMES_AFTER = regex(r"\s{1,3}([А-ЯЁ])[а-яё]+\s{1,3}([А-ЯЁ])[а-яё]*(?:вич|вн|ич)[а-яё]*")
_INITIALS_BEFORE = regex(r"([А-ЯЁ])\.\s?(?:([А-ЯЁ])\.\s?)?$")
_NAMES_BEFORE = regex(r"([А-ЯЁ])[а-яё]+\s{1,3}([А-ЯЁ])[а-яё]*(?:вич|вн|ич)[а-яё]*\s{1,3}$")
_HONOURED = regex(r"(?:им\.|имени)\s*(?:\w+\s+){0,3}$", re.IGNORECASE)
_STARTS = regex(r"(?:^|[.!?:]\s|\n\s*)$")


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text.

    Attributes:
        id: Id of the entry; empty for a name that no directory has.
        start: Offset of the name.
        end: Offset after it.
    """

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Surname:
    """A person's surname in every case, and what tells him from others of that name."""

    id: str
    forms: frozenset[str]
    initials: str
    alone: bool


class TextFinder:
    """Finds the names of some entries in plain text.

    A surname counts with initials that do not contradict; alone only where nobody else of the
    directory has it, inside a sentence, and where nothing is named in somebody's honour. A
    form that may mean another entry does not count.

    Args:
        directory: Where the entries stand.
        ids: The entries.
        written: A name that no directory has, instead of the entries.
    """

    def __init__(
        self, directory: DirectoryIndex, ids: Collection[str], written: str | None = None
    ) -> None:
        self._surnames: list[_Surname] = []
        self._forms: dict[str, list[tuple[Key, str, bool]]] = {}
        entries = [entry for id_ in sorted(ids) if (entry := directory.get(id_)) is not None]
        for entry in entries:
            self._add_entry(entry, directory)
        if written is not None:
            self._add_written(written)
        for known in self._forms.values():
            known.sort(key=lambda form: len(form[0]), reverse=True)
        firsts = sorted(self._forms, key=lambda word: (-len(word), word))
        self._firsts = re.compile("|".join(map(re.escape, firsts))) if firsts else None
        self._people = _surname_pattern(self._surnames)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for."""
        return self._people is None and self._firsts is None

    def find(self, text: str) -> Iterator[Found]:
        """Yield the names in a text: people first, then the others, each from left to right."""
        folded = fold(text)
        if self._people is not None:
            for match in self._people.finditer(folded):
                if text[match.start()].isupper():
                    yield from self._person(text, match)
        if self._firsts is not None and self._firsts.search(folded):
            yield from self._phrases(text)

    # -- people -----------------------------------------------------------------------------

    def _person(self, text: str, match: re.Match[str]) -> Iterator[Found]:
        written, start, end = _initials_beside(text, match.start(), match.end())
        for surname in self._surnames:
            if match.group() not in surname.forms:
                continue
            fits = same_initials(written, surname.initials) if written else surname.alone
            if fits and (written or _stands_alone(text[: match.start()])):
                yield Found(surname.id, start, end)
                return

    def _add_person(self, id_: str, names: Iterable[PersonForm], person: Person | None) -> None:
        for name in names:
            gender = {"ж": "feminine", "м": "masculine"}.get(
                (person.gender or "") if person else ""
            )
            forms = frozenset(_surname_forms(name, gender))
            self._surnames.append(_Surname(id_, forms, name.initials, alone=True))

    def _alone(self, directory: DirectoryIndex) -> None:
        """Take note of the surnames that others have too."""
        others = [
            (id_, fold(person_form(entry.model).surname))
            for id_ in directory.ids()
            if (entry := directory.get(id_)) is not None and isinstance(entry.model, Person)
        ]
        self._surnames = [
            _Surname(
                one.id,
                one.forms,
                one.initials,
                alone=not any(name in one.forms and id_ != one.id for id_, name in others),
            )
            for one in self._surnames
        ]

    # -- phrases ----------------------------------------------------------------------------

    def _phrases(self, text: str) -> Iterator[Found]:
        words = folded_words(text)
        index = 0
        while index < len(words):
            for key, id_, capital in self._forms.get(words[index].text, ()):
                last = index + len(key)
                if tuple(word.text for word in words[index:last]) != key:
                    continue
                start, end = words[index].start, words[last - 1].end
                if capital and not text[start].isupper():
                    continue
                yield Found(id_, start, end)
                index = last - 1
                break
            index += 1

    def _add_entry(self, entry: Entry, directory: DirectoryIndex) -> None:
        if isinstance(entry.model, Person):
            former = (read_person(name) or PersonForm(name) for name in former_forms(entry.model))
            own = person_form(entry.model)
            names = [own, *(_with_initials(name, own) for name in former)]
            self._add_person(entry.id, names, entry.model)
            self._alone(directory)
            for alias in entry.model.aliases:
                self._add_form(alias, entry.id)
            return
        forms = [*written_forms(entry.model), *former_forms(entry.model)]
        if isinstance(entry.model, Post):
            forms += [post_title(entry.model, directory), directory.printed_name(entry.id)]
        if isinstance(entry.model, Organization) and entry.model.genre:
            forms.append(f"{entry.model.genre} {entry.model.name}")
        for form in dict.fromkeys(forms):
            meant = {other.id for other in directory.find_key(key_of(form))}
            if meant <= {entry.id}:
                self._add_cases(form, entry.id)

    def _add_written(self, written: str) -> None:
        name = read_person(written)
        if name is not None:
            self._add_person("", [name], None)
        elif written.strip():
            self._add_cases(written, "")

    def _add_cases(self, form: str, id_: str) -> None:
        from roadmapkit.language import Case, decline_phrase  # loads a dictionary

        self._add_form(form, id_)
        for case in Case:
            if case is not Case.NOMINATIVE:
                self._add_form(decline_phrase(form, case).form, id_)

    def _add_form(self, form: str, id_: str) -> None:
        key = key_of(form)
        # One small word is a word of the language before it is a name.
        if not key or (len(key) == 1 and form.strip().islower()):
            return
        known = (key, id_, len(key) == 1)
        forms = self._forms.setdefault(key[0], [])
        if known not in forms:
            forms.append(known)


def _with_initials(name: PersonForm, own: PersonForm) -> PersonForm:
    return PersonForm(name.surname, name.initials or own.initials)


def _surname_forms(name: PersonForm, gender: str | None) -> Iterator[str]:
    """Yield a surname in every case; of a person whose gender is unknown, of both genders."""
    from roadmapkit.language import Case, PersonName, decline_name, gender_of, parse_person_name

    yield fold(name.surname)
    full = " ".join(part for part in (name.surname, name.first, name.patronymic) if part)
    known = gender or gender_of(parse_person_name(full) or PersonName(name.surname))
    for one in [known] if known else ["feminine", "masculine"]:
        for case in Case:
            if case is not Case.NOMINATIVE and parse_person_name(name.surname) is not None:
                yield fold(decline_name(PersonName(name.surname), case, one).form)


def _surname_pattern(surnames: Iterable[_Surname]) -> re.Pattern[str] | None:
    forms = {form for surname in surnames for form in surname.forms}
    if not forms:
        return None
    listed = "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![а-я-]|\w{{2}})")


def _initials_beside(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the initials beside a surname, empty for none, and the extent of the whole name."""
    for pattern in (_INITIALS_AFTER, _NAMES_AFTER):
        match = pattern.match(text, end)
        if match:
            return "".join(part or "" for part in match.groups()), start, match.end()
    before = text[max(0, start - 60) : start]
    for pattern in (_INITIALS_BEFORE, _NAMES_BEFORE):
        match = pattern.search(before)
        if match:
            initials = "".join(part or "" for part in match.groups())
            return initials, start - len(before) + match.start(), end
    return "", start, end


def _stands_alone(before: str) -> bool:
    """Tell whether a surname without initials after these words is surely a name."""
    return not _STARTS.search(before) and not _HONOURED.search(before[-80:])
