"""What the columns of a table hold, by their Russian headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from roadmapkit.lazily import dataclass, regex
from roadmapkit.load.tables.sheets import Row

__all__ = ["FIELDS", "Column", "Heading", "find_headings"]

_LOOKED_AT = 20
_PUNCTUATION = regex(r"[^а-яёa-z0-9№]+")

FIELDS: Mapping[str, tuple[str, ...]] = {
    "name": ("фио", "ф и о", "фамилия имя отчество", "фио сотрудника", "фио работника",
             "сотрудник", "работник", "фамилия и о", "фамилия инициалы", "имя полностью"),
    "surname": ("фамилия",),
    "first": ("имя",),
    "patronymic": ("отчество",),
    "post": ("должность", "занимаемая должность", "наименование должности", "название должности"),
    "organization": ("организация", "учреждение", "школа", "оо", "место работы", "орган", "отдел",
                     "полное наименование", "полное название", "наименование организации",
                     "название организации", "наименование учреждения", "название учреждения",
                     "образовательная организация", "полное наименование организации",
                     "полное название организации", "наименование оо", "наименование", "название",
                     "подразделение"),
    "short": ("краткое наименование", "краткое название", "сокращенное наименование",
              "сокращенное название", "краткое наименование организации", "сокращение", "кратко"),
    "genre": ("правовая форма", "организационно правовая форма", "опф"),
    "kind": ("вид", "вид организации", "тип", "тип организации"),
    "parent": ("вышестоящая организация", "учредитель", "подчинение", "подведомственность"),
    "place": ("место", "населенный пункт", "город", "поселение", "местонахождение"),
    "phone": ("телефон", "тел", "служебный телефон", "рабочий телефон", "контактный телефон",
              "номер телефона", "телефон рабочий"),
    "gender": ("пол",),
    "since": ("дата назначения", "назначен", "назначена", "дата начала", "с", "начало",
              "работает с", "дата вступления в должность", "с какого дня"),
    "until": ("дата освобождения", "дата увольнения", "дата окончания", "по", "до", "окончание",
              "работает по", "освобожден", "по какой день"),
    "acting": ("исполняющий обязанности", "и о", "ио", "врио"),
    "groups": ("группа", "группы", "рабочая группа", "входит в группы", "комиссия", "входит в"),
    "role": ("роль", "роль в группе"),
    "tags": ("признаки", "признак", "метки", "метка", "теги", "тег"),
    "aliases": ("другие написания", "другие названия", "иначе", "псевдоним", "прежняя фамилия",
                "девичья фамилия"),
    "id": ("id", "ид", "идентификатор"),
    "number": ("№", "№ п п", "n", "номер", "п п", "номер п п"),
}  # fmt: skip
"""Headings by field, without case and punctuation; «ё» is «е»."""

_HEADS: Mapping[str, str] = {
    "директор": "директор", "директора": "директор",
    "руководитель": "руководитель", "руководителя": "руководитель",
    "начальник": "начальник", "начальника": "начальник",
    "заведующий": "заведующий", "заведующего": "заведующий",
    "заведующая": "заведующий", "заведующей": "заведующий",
}  # fmt: skip
_BEGINNINGS: Mapping[str, tuple[str, ...]] = {
    "phone": ("тел", "телефон", "контакты"),
    "since": ("назначен", "назначена", "дата назначения", "в должности с"),
    "until": ("освобожден", "освобождена", "дата освобождения", "дата увольнения"),
    "post": ("должность",),
    "name": ("фио", "ф и о", "фамилия имя"),
    "place": ("населенный пункт",),
}  # fmt: skip
"""First words of headings that go on: «тел. раб.», «Назначен с»."""

_BY_HEADING = {words: field for field, synonyms in FIELDS.items() for words in synonyms}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        index: Its place, from 0.
        heading: The heading as written.
        field: What it holds; None for one that a directory has no place for.
        post: The post of the people whom a column such as «Директор» names.
    """

    index: int
    heading: str
    field: str | None
    post: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The row of headings.

    Attributes:
        position: Its position among the rows.
        columns: The columns that have a heading.
    """

    position: int
    columns: tuple[Column, ...]


def find_headings(rows: Sequence[Row]) -> Heading | None:
    """Return the first row that reads as headings, None where none does.

    Most of the texts in it are headings that are understood, and one of them is of a
    person, a post or an organisation.
    """
    best: tuple[int, Heading] | None = None
    for position, row in enumerate(rows[:_LOOKED_AT]):
        columns = tuple(_columns(row))
        known = [column for column in columns if column.field is not None]
        telling = {"name", "surname", "post", "organization", "short"}
        if not telling & {column.field for column in known}:
            continue
        if best is None or len(known) > best[0]:
            best = (len(known), Heading(position, columns))
    return best[1] if best is not None else None


def _columns(row: Row) -> list[Column]:
    found: list[Column] = []
    taken: set[str] = set()
    for index, text in enumerate(row.cells):
        if not text:
            continue
        words = _folded(text)
        bare = words.removeprefix("фио ")
        field = _BY_HEADING.get(words) or ("name" if bare in _HEADS else _begun(words))
        if field in taken:
            field = None  # the first of two equal columns counts, the other is reported
        if field is not None:
            taken.add(field)
        found.append(Column(index, text, field, _HEADS.get(bare, "") if field == "name" else ""))
    return found


def _begun(words: str) -> str | None:
    """Return the field of a heading by its first words; the longest beginning counts."""
    fits = [
        (len(beginning), field)
        for field, beginnings in _BEGINNINGS.items()
        for beginning in beginnings
        if words.startswith(f"{beginning} ")
    ]
    return max(fits)[1] if fits else None


def _folded(text: str) -> str:
    lowered = text.casefold().replace("ё", "е")
    lowered = re.sub(r"\([^)]*\)", " ", lowered)
    return " ".join(_PUNCTUATION.sub(" ", lowered).split())
