"""Case forms of surnames, first names and patronymics of known gender."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from roadmapkit.language.grammar import Case, Gender
from roadmapkit.language.lexicon import words

__all__ = ["decline_first", "decline_patronymic", "decline_surname", "is_stress_dependent"]

_VOWELS = "аеёиоуыэюя"
_FEMININE_NOUN = ("ы", "е", "у", "ой", "е")
_CASES = (
    Case.GENITIVE,
    Case.DATIVE,
    Case.ACCUSATIVE,
    Case.INSTRUMENTAL,
    Case.PREPOSITIONAL,
)
_FROZEN_ENDING = re.compile(r"(?:[ыи]х|[ая]го|ово|[еэиоуыю])$", re.IGNORECASE)
_HISSING = re.compile(r"[жчшщц]$", re.IGNORECASE)


def decline_surname(surname: str, case: Case, gender: Gender) -> str:
    """Return a surname in another case, each part of a double one by itself.

    Source:
        Зализняк А. А. Грамматический словарь русского языка. Имена собственные;
        Розенталь Д. Э. Справочник по правописанию и литературной правке, § 149.
    """
    if case is Case.NOMINATIVE:
        return surname
    parts = surname.split("-")
    last = len(parts) - 1
    return "-".join(
        _decline_part(part, case, gender, first=position < last)
        for position, part in enumerate(parts)
    )


def decline_first(first: str, case: Case, gender: Gender) -> str:
    """Return a first name in another case; initials stay."""
    return _petrovich("FIRSTNAME", first, case, gender)


def decline_patronymic(patronymic: str, case: Case, gender: Gender) -> str:
    """Return a patronymic in another case; «оглы» and «кызы» keep theirs."""
    if patronymic.lower().endswith(("оглы", "кызы", "оглу", "улы", "уулу")):
        return patronymic
    return _petrovich("MIDDLENAME", patronymic, case, gender)


def is_stress_dependent(surname: str, case: Case, gender: Gender | None) -> bool:
    """Tell whether the form depends on a stress or a fleeting vowel that spelling hides.

    «Ткачом» but «Гашеком»; «Цыганка» or «Цыганока»; «Левшой» but «Квашей».
    """
    lowered = surname.lower()
    if case is Case.NOMINATIVE or _FROZEN_ENDING.search(lowered):
        return False
    if gender is not Gender.FEMININE:
        if case is Case.INSTRUMENTAL and _HISSING.search(lowered):
            return not lowered.endswith(("ович", "евич"))
        if re.search(r"[^аеёиоуыэюяй][оеё]к$|яц$", lowered) and len(lowered) > 3:
            return True
    return case is Case.INSTRUMENTAL and bool(re.search(r"[жчшщц]а$", lowered))


def _decline_part(part: str, case: Case, gender: Gender, *, first: bool) -> str:
    lowered = part.lower()
    if _is_frozen(lowered, gender, first=first):
        return part
    stem = part[:-1]
    if gender is Gender.FEMININE and _is_noun(lowered):
        return stem + _FEMININE_NOUN[_CASES.index(case)]
    if re.search(r"[жчшщ]а$", lowered) and case is Case.INSTRUMENTAL:
        return stem + "ей"
    return _petrovich("LASTNAME", part, case, gender)


def _is_frozen(part: str, gender: Gender, *, first: bool) -> bool:
    if _FROZEN_ENDING.search(part):
        return True
    if re.search(r"[еёиоуыэю]а$", part):
        return True
    feminine = gender is Gender.FEMININE
    if feminine and part[-1] not in _VOWELS:
        return True
    # A first part of three letters or fewer is a particle of the name: «Тер-», «Бек-».
    return first and len(part) <= 3


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
