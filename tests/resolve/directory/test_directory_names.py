"""Names have dates: an organisation is renamed, a person marries, and the entry stays."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.model.directory import Directory
from roadmapkit.resolve.directory.index import DirectoryIndex, post_title

RENAMED = date(2020, 8, 31)
MARRIED = date(2022, 6, 10)
TABLES: dict[str, Any] = {
    "organizations": [
        {
            "id": "школа",
            "genre": "МБОУ",
            "name": "Школа № 15 имени Героя",
            "short": "Школа № 15",
            "short_forms": {"genitive": "Школы № 15 (с)"},
            "former": [
                {"genre": "МОУ", "name": "Средняя школа № 15", "short": "СШ № 15",
                 "until": "2020-08-31"},
            ],
        }
    ],
    "people": [
        {
            "id": "петрова",
            "name": "Петрова Светлана Викторовна",
            "former": [
                {"name": "Иванова", "until": "2022-06-10"},
                {"name": "Сидорова", "until": "2015-01-01", "forms": {"dative": "Сидоровой С.В."}},
            ],
        }
    ],
    "posts": [
        {
            "id": "директор",
            "title": "директор",
            "organization": "школа",
            "former": [{"title": "заведующий", "until": "2010-12-31"}],
        }
    ],
}  # fmt: skip


def index_of(tables: dict[str, Any]) -> DirectoryIndex:
    return DirectoryIndex([(Directory.model_validate({"kind": "directory", **tables}), None)])


@pytest.fixture
def index() -> DirectoryIndex:
    return index_of(TABLES)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (None, "МБОУ «Школа № 15 имени Героя»"),
        (date(2020, 9, 1), "МБОУ «Школа № 15 имени Героя»"),
        (RENAMED, "МОУ «Средняя школа № 15»"),
        (date(1990, 1, 1), "МОУ «Средняя школа № 15»"),
    ],
)
def test_an_organisation_is_called_as_on_the_day(
    index: DirectoryIndex, day: date | None, name: str
) -> None:
    assert index.on(day).printed_name("школа", full=True) == name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (None, "Петрова С.В."),
        (date(2022, 6, 11), "Петрова С.В."),
        (MARRIED, "Иванова С.В."),
        (date(2015, 1, 2), "Иванова С.В."),
        (date(2015, 1, 1), "Сидорова С.В."),
    ],
)
def test_a_person_has_the_surname_of_the_day(
    index: DirectoryIndex, day: date | None, name: str
) -> None:
    assert index.on(day).printed_name("петрова") == name


def test_a_surname_alone_takes_the_first_names_of_today(index: DirectoryIndex) -> None:
    person = index.on(MARRIED).person("петрова")
    assert person is not None
    assert person.name == "Иванова Светлана Викторовна"


def test_the_forms_of_a_former_name_come_with_it(index: DirectoryIndex) -> None:
    earlier, today = index.on(date(2014, 1, 1)).person("петрова"), index.person("петрова")
    assert earlier is not None
    assert today is not None
    assert earlier.forms is not None
    assert earlier.forms.dative == "Сидоровой С.В."
    assert today.forms is None


def test_the_title_of_a_post_and_its_organisation_are_those_of_the_day(
    index: DirectoryIndex,
) -> None:
    titles = []
    for day in (date(2010, 1, 1), date(2015, 1, 1), None):
        view = index.on(day)
        post = view.post("директор")
        assert post is not None
        titles.append(post_title(post, view, short=True))
    assert titles == ["заведующий СШ № 15", "директор СШ № 15", "директор Школы № 15 (с)"]


@pytest.mark.parametrize("day", [None, RENAMED, MARRIED])
@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("Иванова С.В.", "петрова"),
        ("Петрова Светлана Викторовна", "петрова"),
        ("С.В. Сидорова", "петрова"),
        ("МОУ «Средняя школа № 15»", "школа"),
        ("СШ № 15", "школа"),
        ("Школа № 15 имени Героя", "школа"),
    ],
)
def test_every_name_is_understood_on_every_day(
    index: DirectoryIndex, day: date | None, written: str, id_: str
) -> None:
    assert [entry.id for entry in index.on(day).find(written)] == [id_]


def test_a_name_that_passed_to_another_means_who_has_it_on_the_day() -> None:
    people = [
        *TABLES["people"],
        {"id": "иванова", "name": "Иванова Софья Владимировна"},
    ]
    index = index_of({"people": people})
    assert [entry.id for entry in index.find("Иванова С.В.")] == ["иванова"]
    before = index.on(MARRIED).find("Иванова С.В.")
    assert [entry.id for entry in before] == ["иванова", "петрова"]


def test_a_directory_without_former_names_is_itself_on_every_day() -> None:
    index = index_of({"people": [{"id": "а", "name": "Белов П.С."}]})
    assert index.on(date(1999, 1, 1)) is index


def test_the_names_of_the_folder_above_are_of_the_day_too(index: DirectoryIndex) -> None:
    below = DirectoryIndex([], parent=index)
    assert below.on(RENAMED).printed_name("школа") == "СШ № 15"


def test_a_name_in_quotation_marks_is_not_quoted_twice() -> None:
    index = index_of(
        {
            "organizations": [
                {"id": "а", "genre": "МБОУ", "name": "Гимназия «Радуга»"},
                {"id": "б", "genre": "МБОУ", "name": "МБОУ «Лицей»"},
            ]
        }
    )
    assert index.printed_name("а") == "МБОУ Гимназия «Радуга»"
    assert index.printed_name("б") == "МБОУ «Лицей»"


@given(st.dates(date(1980, 1, 1), date(2100, 1, 1)))
def test_the_day_after_the_last_change_has_the_names_of_today(day: date) -> None:
    index = index_of(TABLES)
    today = index.printed_name("петрова") == index.on(day).printed_name("петрова")
    assert today is (day > MARRIED)
