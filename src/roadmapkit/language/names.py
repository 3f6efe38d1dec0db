"""Names of persons: reading, gender, printed orders and case forms."""

from __future__ import annotations

import re
from typing import Literal

from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError
from roadmapkit.language.codes import AMBIGUOUS_FORM, GENDER_NEEDED
from roadmapkit.language.grammar import Case, Form, Gender, as_case, as_gender
from roadmapkit.language.lexicon import words
from roadmapkit.language.morphology import russian
from roadmapkit.language.surnames import (
    decline_first,
    decline_patronymic,
    decline_surname,
    is_uncertain,
)
from roadmapkit.lazily import dataclass, regex

__all__ = ["PersonName", "decline_name", "gender_of", "is_person_name", "parse_person_name"]

Order = Literal["initials-last", "initials-first", "full", "full-first"]

_NBSP = "\u00a0"
_LETTERS = r"[А-ЯЁ](?:[’'][А-ЯЁ])?[а-яё’']+(?:[-‑][А-ЯЁа-яё][а-яё]*)*|[А-ЯЁ]{2,}(?:[-‑][А-ЯЁ]+)*"
_WORD = rf"(?:(?:фон|ван|де|ди|дер|дю|да|аль|эль)\s)?(?:{_LETTERS})"
_INITIALS = r"[А-ЯЁ][а-я]?\.(?:\s*[А-ЯЁ][а-я]?\.)?"
_SURNAME_FIRST = regex(rf"(?P<surname>{_WORD})\s*(?P<initials>{_INITIALS})")
_INITIALS_FIRST = regex(rf"(?P<initials>{_INITIALS})\s*(?P<surname>{_WORD})")
_ONE_WORD = regex(_WORD)
_PATRONYMIC = regex(
    r"(?:[а-яё]+[-‑])?[а-яё]+"
    r"(?:(?P<m>ович|евич|ьич|[квмтф]ич)|(?P<f>овна|евна|инична|ична))",
    re.IGNORECASE,
)
_SUFFIXED = {"оглы": Gender.MASCULINE, "улы": Gender.MASCULINE, "уулу": Gender.MASCULINE}
_SUFFIXED |= {"оглу": Gender.MASCULINE, "кызы": Gender.FEMININE, "гызы": Gender.FEMININE}
_SYLLABLE = regex(r"(?=[А-ЯЁ][^аеёиоуыэюя]*[аеёиоуыэюя]{0,2}[^аеёиоуыэюя]*$)[А-ЯЁ][а-яё]{0,4}")
"""A word of one syllable, such as names of East Asia consist of: «Ким Чен Ир»."""

_FEMININE = regex(r"..(?:[оеё]ва|[иы]на|[ая]я)$", re.IGNORECASE)
_MASCULINE = regex(
    r"[аеёиоуыэюя].*(?:[оеё]в|[иы]н)$|..(?:[сц]кий|[сц]кой|ый|[аеуюя]щий)$", re.IGNORECASE
)
_TYPICAL = regex(
    r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ой|ая)|ко|[ую]к|[иы]х|ян|дзе|швили|[ое]вич|[ое]ц)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name (фамилия, имя, отчество).

    Attributes:
        surname: Surname, possibly double.
        first: First name in full, empty where only the initial is known.
        patronymic: Patronymic in full, empty likewise.
        initials: Initials with full stops and no spaces, such as ``С.В.``; made of
            the full names where those are given; empty for a surname alone.
        initials_first: The initials or the first name stood before the surname.
    """

    surname: str
    first: str = ""
    patronymic: str = ""
    initials: str = ""
    initials_first: bool = False

    def __str__(self) -> str:
        return self.written(self._own_order)

    @property
    def _own_order(self) -> Order:
        if self.first:
            return "full-first" if self.initials_first else "full"
        return "initials-first" if self.initials_first else "initials-last"

    def written(self, order: Order = "initials-last") -> str:
        """Return the name for print, with a no-break space beside the initials.

        Args:
            order: ``initials-last`` «Фамилия И.О.», ``initials-first`` «И.О. Фамилия»,
                ``full`` «Фамилия Имя Отчество», ``full-first`` «Имя Отчество Фамилия».

        Returns:
            The name; what is unknown is left out, and a full form falls back on the
            initials where the first name is unknown.
        """
        given = " ".join(part for part in (self.first, self.patronymic) if part)
        if order == "full" and given:
            return f"{self.surname} {given}"
        if order == "full-first" and given:
            return f"{given} {self.surname}"
        if not self.initials:
            return self.surname
        if order in ("initials-first", "full-first"):
            return f"{self.initials}{_NBSP}{self.surname}"
        return f"{self.surname}{_NBSP}{self.initials}"


def parse_person_name(text: str) -> PersonName | None:
    """Read a person's name in any of the usual orders.

    Args:
        text: «Иванова Светлана Викторовна», «Иванова С.В.», «С. В. Иванова», or a
            surname alone.

    Returns:
        The name, or None where *text* has another form. A single capitalised word
        is taken for a surname; :func:`is_person_name` tells whether it looks like one.
    """
    plain = " ".join(text.replace(_NBSP, " ").split())
    for pattern in (_SURNAME_FIRST, _INITIALS_FIRST):
        match = pattern.fullmatch(plain)
        if match:
            initials = match["initials"].replace(" ", "")
            first = pattern is _INITIALS_FIRST
            return PersonName(match["surname"], initials=initials, initials_first=first)
    return _parse_full(plain.split(" "))


def _parse_full(parts: list[str]) -> PersonName | None:
    last = ""
    if parts[-1].lower() in _SUFFIXED and len(parts) == 4:
        last = " " + parts.pop()
    if len(parts) == 3 and all(_SYLLABLE.fullmatch(part) for part in parts):
        return _full(parts[0], " ".join(parts[1:]), "")
    if not 1 <= len(parts) <= 3 or not all(_ONE_WORD.fullmatch(part) for part in parts):
        return None
    if len(parts) < 3:
        return _parse_pair(*parts) if len(parts) == 2 else PersonName(parts[0])
    return _parse_three(parts, last)


def _parse_three(parts: list[str], last: str) -> PersonName | None:
    if _PATRONYMIC.fullmatch(parts[1]) and not last and not _is_patronymic_last(parts):
        return _full(parts[2], parts[0], parts[1], initials_first=True)
    if last or _is_patronymic(parts[2]):
        return _full(parts[0], parts[1], parts[2] + last)
    return None


def _is_patronymic(word: str) -> bool:
    suffix = re.split(r"[-‑]", word.lower())[-1]
    return suffix in _SUFFIXED or _PATRONYMIC.fullmatch(word) is not None


def _is_patronymic_last(parts: list[str]) -> bool:
    """Tell «Адамович Иван Петрович»-like orders from «Мария Ивановна Мицкевич»."""
    return _is_patronymic(parts[2]) and not _is_first_name(parts[0])


def _parse_pair(one: str, other: str) -> PersonName | None:
    if _is_first_name(other):
        return _full(one, other, "")
    if _is_first_name(one) and not _PATRONYMIC.fullmatch(other):
        return _full(other, one, "", initials_first=True)
    return None


def _full(surname: str, first: str, patronymic: str, *, initials_first: bool = False) -> PersonName:
    given = (*first.split(" "), patronymic)
    initials = "".join(f"{part[0]}." for part in given if part)
    return PersonName(surname, first, patronymic, initials, initials_first)


def _is_first_name(word: str) -> bool:
    return any(
        "Name" in item.traits and item.known and item.case is Case.NOMINATIVE
        for item in russian().readings(word)
    )


def needs_parsing(text: str) -> bool:
    """Tell whether the dictionary has to say which word of *text* is the surname.

    It need not where the form tells: initials, or one patronymic in its usual place.
    """
    parts = text.replace(_NBSP, " ").split()
    if not all(map(_ONE_WORD.fullmatch, parts)) or re.search(_INITIALS, text):
        return False
    if len(parts) == 3 and not all(map(_SYLLABLE.fullmatch, parts)):
        return _PATRONYMIC.fullmatch(parts[1]) is not None and _is_patronymic(parts[2])
    return len(parts) == 2


def needs_dictionary(text: str) -> bool:
    """Tell whether the dictionary has to say if *text* is a person's name.

    It need not where the form tells: initials, a patronymic, or no capitalised words.
    """
    parts = text.replace(_NBSP, " ").split()
    if any(map(_is_patronymic, parts)) or re.search(_INITIALS, text):
        return False
    return 1 <= len(parts) <= 3 and all(map(_ONE_WORD.fullmatch, parts))


def is_person_name(text: str) -> bool:
    """Tell whether *text* is a person's name and nothing else.

    A single word counts where the dictionary knows it as a surname, or does not know
    it and it ends as surnames do.
    """
    name = parse_person_name(text)
    if name is None:
        return False
    if name.patronymic or (name.initials and not name.first):
        return True
    readings = russian().readings(name.surname)
    nominative = [item for item in readings if item.case is Case.NOMINATIVE and item.known]
    if nominative:
        return "Surn" in nominative[0].traits
    return bool(name.first or _TYPICAL.search(name.surname))


def gender_of(name: PersonName) -> Gender | None:
    """Return the gender that the name itself tells, or None.

    A patronymic decides, then a first name that the dictionary knows for one gender
    only, then an unambiguous ending of a part of the surname. Surnames that are nouns
    («Щербина») and foreign ones that women bear unchanged («Дарвин») tell nothing.
    """
    suffix = re.split(r"[ \-‑]", name.patronymic.lower())[-1]
    if suffix in _SUFFIXED:
        return _SUFFIXED[suffix]
    match = _PATRONYMIC.fullmatch(name.patronymic)
    if match:
        return Gender.MASCULINE if match["m"] else Gender.FEMININE
    known = _gender_of_first(name.first) if name.first else None
    if known:
        return known
    told = {_gender_of_surname(part) for part in name.surname.split("-")} - {None}
    return told.pop() if len(told) == 1 else None


def _gender_of_first(first: str) -> Gender | None:
    readings = [item for item in russian().readings(first) if "Name" in item.traits and item.known]
    genders = {item.gender for item in readings if item.case is Case.NOMINATIVE}
    return genders.pop() if len(genders) == 1 else None


def _gender_of_surname(surname: str) -> Gender | None:
    if surname.lower() in words("noun_surnames"):
        return None
    if _FEMININE.search(surname):
        return Gender.FEMININE
    if not _MASCULINE.search(surname):
        return None
    readings = russian().readings(surname)
    foreign = any({"Surn", "Fixd"} <= item.traits and item.known for item in readings)
    return None if foreign else Gender.MASCULINE


def decline_name(
    name: PersonName | str, case: Case | str, gender: Gender | str | None = None
) -> Form:
    """Return a person's name in another case; initials stay.

    Args:
        name: The name in the nominative.
        case: Case of the answer.
        gender: The person's gender; by default what the name itself tells.

    Returns:
        The form. Where the gender is unknown and the form depends on it, the name as
        it is, with an error that asks for the gender.

    Raises:
        ArgumentError: *name* is no name, or *case* or *gender* is unknown.
    """
    person = parse_person_name(name) if isinstance(name, str) else name
    if person is None:
        message = f"{name!r} is not a person's name; write «Фамилия И.О.» or the full name"
        raise ArgumentError(message, argument="name", value=name)
    wanted, told = as_case(case), as_gender(gender)
    known = told or gender_of(person)
    written = name if isinstance(name, str) else str(name)
    if known is not None:
        return _declined(written, person, wanted, known, told=told is not None)
    masculine, feminine = (
        _inflect(written, person, wanted, sex) for sex in (Gender.MASCULINE, Gender.FEMININE)
    )
    if masculine == feminine:
        reason = Message("the form does not depend on the gender")
        return _checked(masculine, person, wanted, Gender.FEMININE, reason)
    return _ask_gender(written, masculine, feminine)


def _declined(written: str, person: PersonName, case: Case, gender: Gender, *, told: bool) -> Form:
    form = _inflect(written, person, case, gender)
    man = gender is Gender.MASCULINE
    kind = Message("a man's name") if man else Message("a woman's name")
    source = Message("given") if told else Message("told by the name itself")
    reason = Message("{name!r} is {kind}: {source}", name=written, kind=kind, source=source)
    return _checked(form, person, case, gender, reason)


def _checked(form: str, person: PersonName, case: Case, gender: Gender, reason: Message) -> Form:
    """Return a form with a finding where the surname leaves a doubt."""
    hint = Message("Ask the person, and write the form into the directory (forms)")
    if _contradicts(person, gender):
        message = Message(
            "The surname {surname!r} looks like that of the other gender", surname=person.surname
        )
        hint = Message("Correct the name or the gender, or write the form into the directory")
    elif is_uncertain(person.surname, case, gender):
        message = Message(
            "The form {form!r} of the surname {surname!r} depends on its stress or on usage",
            form=form,
            surname=person.surname,
        )
    elif " " in person.first and form not in (str(person), person.written("full")):
        message = Message("The form {form!r} of a foreign name depends on usage", form=form)
    else:
        return Form(form, (reason,))
    finding = AMBIGUOUS_FORM.at(None, message, hint=hint)
    return Form(form, (reason,), doubtful=True, diagnostics=(finding,))


def _contradicts(person: PersonName, gender: Gender) -> bool:
    told = {_gender_of_surname(part) for part in person.surname.split("-")} - {None}
    return bool(told) and gender not in told


def _ask_gender(written: str, masculine: str, feminine: str) -> Form:
    message = Message(
        "{name!r} may become {masculine!r} or {feminine!r}: the person's gender is unknown",
        name=written,
        masculine=masculine,
        feminine=feminine,
    )
    hint = Message("Give the patronymic in the directory, or the gender (gender: ж, gender: м)")
    finding = GENDER_NEEDED.at(None, message, hint=hint)
    return Form(written, (message,), doubtful=True, diagnostics=(finding,))


def _inflect(written: str, person: PersonName, case: Case, gender: Gender) -> str:
    """Return *written* with each part of the name replaced by its form."""
    in_syllables = " " in person.first  # of «Ким Чен Ир» only the end declines
    surname = person.surname
    changes = {
        surname: surname if in_syllables else decline_surname(surname, case, gender),
        person.first: decline_first(person.first, case, gender) if person.first else "",
    }
    patronymic = person.patronymic
    if patronymic:
        changes[patronymic] = decline_patronymic(patronymic, case, gender)
    pattern = "|".join(re.escape(part) for part in sorted(changes, key=len, reverse=True) if part)
    word = re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])")
    return word.sub(lambda match: _fit(match[0], changes), written)


def _fit(part: str, changes: dict[str, str]) -> str:
    form = changes[part]
    return form.upper() if part.isupper() else form
