"""Case forms of surnames, first names and patronymics of known gender.

pytrovich holds the usual rules; what it gets wrong is corrected here, from the
dictionary where the surname is a word of it: «Соловью», «Прибою», «Третьему».
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from roadmapkit.language.grammar import Case, Gender, Number
from roadmapkit.language.lexemes import Agreement
from roadmapkit.language.lexicon import words
from roadmapkit.language.morphology import Part, Reading, russian
from roadmapkit.language.spelling import bare, fit_spelling, has_yo
from roadmapkit.lazily import regex

__all__ = ["decline_first", "decline_patronymic", "decline_surname", "is_uncertain"]

_VOWELS = "аеёиоуыэюя"
_FEMININE_NOUN = ("ы", "е", "у", "ой", "е")
_CASES = (
    Case.GENITIVE,
    Case.DATIVE,
    Case.ACCUSATIVE,
    Case.INSTRUMENTAL,
    Case.PREPOSITIONAL,
)
_FROZEN_ENDING = regex(r"(?:ых|[гкхжчшщньй]их|[ая]го|ово|[еэиоуыю])$", re.IGNORECASE)
_FOREIGN_IKH = regex(r"[^гкхжчшщньй]их$")
_ONE_SYLLABLE = regex(r"[^аеёиоуыэюя]*[аеёиоуыэюя]н$")
_SUFFIXES = ("оглы", "кызы", "гызы", "оглу", "улы", "уулу")
_HISSING = regex(r"[жчшщц]$", re.IGNORECASE)


def decline_surname(surname: str, case: Case, gender: Gender) -> str:
    """Return a surname in another case, each part of a double one by itself.

    Source:
        Зализняк А. А. Грамматический словарь русского языка. Имена собственные;
        Розенталь Д. Э. Справочник по правописанию и литературной правке, § 149.
    """
    if case is Case.NOMINATIVE:
        return surname
    particle, space, name = surname.rpartition(" ")  # «фон Берг»
    parts = name.split("-")
    if parts[-1].lower() in words("surname_particles", "all"):
        return surname
    last = len(parts) - 1
    return (particle + space) + "-".join(
        _decline_part(part, case, gender, first=position < last)
        for position, part in enumerate(parts)
    )


def decline_first(first: str, case: Case, gender: Gender) -> str:
    """Return a first name in another case; initials stay.

    Of a name of several syllables written apart («Чен Ир») or of parts that are no
    names by themselves («Алдын-оол») the last declines.
    """
    separator = " " if " " in first else "-"
    parts = first.split(separator)
    if len(parts) > 1 and not (separator == "-" and all(map(_is_first_name, parts))):
        kept, last = parts[:-1], parts[-1]
        return separator.join((*kept, _decline_last(last, case, gender)))
    return _petrovich("FIRSTNAME", first, case, gender)


def _decline_last(part: str, case: Case, gender: Gender) -> str:
    foreign = part[-1].lower() in _VOWELS or gender is Gender.FEMININE
    return part if foreign else _petrovich("LASTNAME", part, case, gender)


def _is_first_name(word: str) -> bool:
    return any("Name" in item.traits and item.known for item in russian().readings(word))


def decline_patronymic(patronymic: str, case: Case, gender: Gender) -> str:
    """Return a patronymic in another case; «оглы» and «кызы» keep theirs."""
    if patronymic.lower().endswith(_SUFFIXES):
        return patronymic
    kept, joint, last = patronymic.rpartition("-")
    return kept + joint + _petrovich("MIDDLENAME", last, case, gender)


def is_uncertain(surname: str, case: Case, gender: Gender) -> bool:
    """Tell whether the form depends on what spelling hides: a stress, a vowel, an origin.

    «Ткачом» but «Гашеком»; «Цыганка» or «Цыганока»; «Левшой» but «Квашей»; families
    decide between «Соловья» and «Соловея»; «Дитриха», but «Долгих» for all cases.
    """
    if case is Case.NOMINATIVE or decline_surname(surname, case, gender) == surname:
        return False
    *first, last = surname.lower().rpartition(" ")[2].split("-")
    return any(_is_part_uncertain(part, case, gender) for part in (*first, last)) or any(
        _is_doubtful_particle(part, gender) for part in first
    )


def _is_part_uncertain(part: str, case: Case, gender: Gender) -> bool:
    if _FROZEN_ENDING.search(part):
        return False
    hissing_a = case is Case.INSTRUMENTAL and bool(re.search(r"[жчшщц]а$", part))
    if gender is Gender.FEMININE:
        return hissing_a
    if case is Case.INSTRUMENTAL and _HISSING.search(part) and not _is_patronymic_like(part):
        return True
    if _FOREIGN_IKH.search(part) or re.search(r"[ая]я$", part):
        return True
    several = len(re.findall(r"[аеёиоуыэюя]", part)) > 1
    if several and re.search(r"[^аеёиоуыэюя][оеё]к$|[яе]ц$", part):
        return True
    unknown = bool(re.search(r"[жчш]ий$", part)) and _masculine_word(part) is None
    return hissing_a or unknown or _changes_stem(part)


def _is_patronymic_like(part: str) -> bool:
    return part.endswith(("ович", "евич"))


def _is_doubtful_particle(part: str, gender: Gender) -> bool:
    """Tell whether the first part of a double surname may be no surname by itself."""
    if gender is Gender.FEMININE or part[-1] in _VOWELS or len(part) <= 3:
        return False
    if part in words("surname_particles", "first") or _frozen_first(part):
        return False
    known = any("Surn" in item.traits and item.known for item in russian().readings(part))
    return not known and not re.search(r"(?:[оеё]в|[иы]н|ский|цкий|ич|енк|[ую]к|як)$", part)


def _changes_stem(part: str) -> bool:
    """Tell whether the word that a surname is has another stem: «Орла», «Рыбьего»."""
    reading = _masculine_word(part)
    form = reading.form(_SINGULAR_GENITIVE) if reading else None
    if reading is None or form is None:
        return False
    if reading.attributive:
        return form[-4:-3] == "ь"
    stem = bare(part).rstrip("йь")
    return not bare(form).startswith(stem)


_SINGULAR_GENITIVE = Agreement(Case.GENITIVE, Number.SINGULAR, Gender.MASCULINE, animate=True)


def _masculine_word(part: str) -> Reading | None:
    """Return the common word that a man's surname is, None for any other surname."""
    if part[-1] in _VOWELS or re.search(r"(?:[оеё]в|[иы]н)$", part):
        return None
    readings = [item for item in russian().readings(part) if item.known]
    if any("Surn" in item.traits and item.gender is Gender.MASCULINE for item in readings):
        return None
    fitting = [
        item
        for item in readings
        if item.case is Case.NOMINATIVE
        and item.number is Number.SINGULAR
        and item.gender is Gender.MASCULINE
        and (item.attributive or item.part is Part.NOUN)
        and not item.proper
    ]
    return next(iter(fitting), None)


def _decline_part(part: str, case: Case, gender: Gender, *, first: bool) -> str:
    lowered = part.lower()
    if _is_frozen(lowered, gender, first=first):
        return part
    if case is Case.INSTRUMENTAL and re.search(r"[жчшщ]а$", lowered):
        return part[:-1] + "ей"
    if case is Case.INSTRUMENTAL and _ONE_SYLLABLE.fullmatch(lowered):
        return part + "ом"  # foreign: «Шином», «Юном», unlike «Кузьминым»
    feminine = gender is Gender.FEMININE
    form = _feminine(part, case) if feminine else _as_masculine_word(part, case)
    return form or _petrovich("LASTNAME", part, case, gender)


def _feminine(part: str, case: Case) -> str | None:
    """Return the form of a woman's surname that pytrovich has wrong, None for others."""
    lowered = part.lower()
    if re.search(r"[жчшщ]ая$", lowered):
        return part[:-2] + ("ую" if case is Case.ACCUSATIVE else "ей")
    return part[:-1] + _FEMININE_NOUN[_CASES.index(case)] if _is_noun(lowered) else None


def _as_masculine_word(part: str, case: Case) -> str | None:
    """Return the form of a man's surname that is a word, None for any other."""
    word = _masculine_word(part.lower())
    if word is None:
        return None
    # A surname names a person, so its accusative is the genitive.
    cell = Case.GENITIVE if case is Case.ACCUSATIVE else case
    form = word.form(Agreement(cell, Number.SINGULAR, Gender.MASCULINE, animate=True))
    return form and fit_spelling(part, word.spelling, form, yo=has_yo(part))


def _is_frozen(part: str, gender: Gender, *, first: bool) -> bool:
    if _FROZEN_ENDING.search(part):
        return True
    if re.search(r"[еёиоуыэю]а$", part):
        return True
    feminine = gender is Gender.FEMININE
    if feminine and part[-1] not in _VOWELS:
        return True
    return (first and _frozen_first(part)) or _is_indeclinable(part, gender)


def _frozen_first(part: str) -> bool:
    """Tell whether a first part is a particle or a first name: «Магомед-Расулов»."""
    if len(part) <= 3 or part in words("surname_particles", "first"):
        return True
    readings = [item for item in russian().readings(part) if item.known]
    nominative = [item for item in readings if item.case is Case.NOMINATIVE]
    return bool(nominative) and all("Name" in item.traits for item in nominative)


def _is_indeclinable(part: str, gender: Gender) -> bool:
    """Tell whether the dictionary knows the surname as indeclinable: «Золя»."""
    surnames = [item for item in russian().readings(part) if item.known and "Surn" in item.traits]
    own = [item for item in surnames if item.gender in (None, gender)]
    fixed = own if part[-1] not in _VOWELS else surnames
    return bool(own) and all("Fixd" in item.traits for item in fixed)


def _is_noun(surname: str) -> bool:
    """Tell «Щербина», «Сосна» and «Сова» from the adjectival «Ильина», «Быкова»."""
    return surname in words("noun_surnames") or bool(
        re.search(r"[^иыаеёоуюя]на$|[оаеё]на$", surname)
    )


@cache
def _maker() -> Any:
    from pytrovich.maker import (
        PetrovichDeclinationMaker,
    )

    return PetrovichDeclinationMaker()


def _petrovich(part: str, name: str, case: Case, gender: Gender) -> str:
    from pytrovich.enums import Case as RuleCase
    from pytrovich.enums import Gender as RuleGender
    from pytrovich.enums import NamePart

    if case is Case.NOMINATIVE:
        return name
    sex = RuleGender.FEMALE if gender is Gender.FEMININE else RuleGender.MALE
    return str(_maker().make(NamePart[part], sex, RuleCase[case.name], name))
