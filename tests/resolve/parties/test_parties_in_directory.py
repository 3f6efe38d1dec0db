"""Cells against a directory of one district: whom each piece means, and what is found."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapkit.model.directory import Directory
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.parties.reading import PartiesReading, resolve_parties

DAY = date(2024, 1, 15)
DIRECTORY = {
    "kind": "directory",
    "organizations": [
        {
            "id": "уо",
            "name": "Управление образования Лугового района",
            "short": "Управление образования",
            "aliases": ["УО"],
        },
        {"id": "имц", "name": "МБУ «Информационно-методический центр»", "short": "ИМЦ"},
        {"id": "кро", "name": "МКУ «Комитет развития образования»", "short": "МКУ КРО"},
        {"id": "отдел", "name": "Отдел общего, дошкольного и дополнительного образования"},
        {"id": "отдел-общего", "name": "Отдел общего образования"},
        {"id": "спорт", "name": "Комитет по делам молодёжи, физической культуре и спорту"},
        {"id": "сош-15", "name": "МБОУ «СОШ № 15»", "short": "СОШ № 15"},
        {"id": "оош-19", "name": "МБОУ «ООШ № 19»", "short": "ООШ № 19"},
    ],
    "people": [
        {"id": "ветрова", "name": "Ветрова Софья Андреевна"},
        {"id": "гусев", "name": "Гусев Павел Кириллович"},
        {"id": "ломова", "name": "Ломова Тамара Денисовна"},
        {"id": "ломова-2", "name": "Ломова Татьяна Дмитриевна"},
        {"id": "юн", "name": "Юн Алла Борисовна"},
        {"id": "ланская", "name": "Ветрова-Ланская О.Г."},
    ],
    "posts": [
        {
            "id": "начальник-уо",
            "title": "начальник",
            "organization": "уо",
            "appointments": [{"person": "гусев", "from": "2020-09-01", "to": "2023-12-31"}],
        },
        {
            "id": "методист-имц",
            "title": "методист",
            "organization": "имц",
            "appointments": [{"person": "ветрова", "from": "2020-09-01"}],
        },
        {
            "id": "директор-15",
            "title": "директор",
            "organization": "сош-15",
            "appointments": [{"person": "юн", "from": "2024-09-01"}],
        },
        {"id": "координатор", "title": "муниципальный координатор"},
    ],
    "groups": [
        {"id": "шнор", "name": "ШНОР", "members": ["сош-15", "оош-19"]},
        {"id": "главы-шнор", "name": "Руководители ШНОР", "heads_of": "шнор"},
        {"id": "рабочая", "name": "рабочая группа", "members": ["ветрова", "гусев"]},
    ],
    "abbreviations": [{"short": "ОО", "full": "образовательные организации"}],
}


@pytest.fixture(scope="module")
def index() -> DirectoryIndex:
    return DirectoryIndex([(Directory.model_validate(DIRECTORY), None)])


def codes(reading: PartiesReading) -> list[str]:
    return [found.code for found in reading.diagnostics]


@pytest.mark.parametrize(
    ("cell", "refs"),
    [
        ("Ветрова СА", ["ветрова"]),
        ("С. А. Ветрова", ["ветрова"]),
        ("Ветрова\nС.А.", ["ветрова"]),
        ("Ветрова C.A.", ["ветрова"]),
        ("Ветрова С.А.,Гусев П.К.", ["ветрова", "гусев"]),
        ("Ветрова С.А. Гусев П.К.", ["ветрова", "гусев"]),
        ("Ветрова С.А./Гусев П.К.", ["ветрова", "гусев"]),
        ("Ветрова С.А. и Гусев П.К.", ["ветрова", "гусев"]),
        ("1) Ветрова С.А.; 2) Гусев П.К.", ["ветрова", "гусев"]),
        ("Ветрова-Ланская О.Г.", ["ланская"]),
        ("Ветрова-Ланская О.Г., Ветрова С.А.", ["ланская", "ветрова"]),
        ("Софья Андреевна Ветрова", ["ветрова"]),
        ("Ломова Тамара Денисовна", ["ломова"]),
        ("Ломова Татьяна Дмитриевна", ["ломова-2"]),
        ("методист Ветрова С.А.", ["ветрова"]),
        ("методист ИМЦ\nВетрова С.А.", ["ветрова"]),
        ("Ветрова С.А., методист ИМЦ", ["ветрова"]),
        ("Ветрова С.А. (методист)", ["ветрова"]),
        ("методисту ИМЦ Ветровой С.А.", ["ветрова"]),
        ("методист ИМЦ", ["методист-имц"]),
        ("Методист ИМЦ, муниципальный координатор", ["методист-имц", "координатор"]),
        ("муниципальному координатору", ["координатор"]),
        ("УО", ["уо"]),
        ("УО, ИМЦ/МКУ КРО", ["уо", "имц", "кро"]),
        ("УО (Ветрова С.А.), ИМЦ", ["уо", "имц"]),
        ("Управление образования Лугового района", ["уо"]),
        ("Управление\nобразования,\nИМЦ", ["уо", "имц"]),
        ("Управление образования совместно с ИМЦ", ["уо", "имц"]),
        ("ИМЦ при участии Управления образования", ["имц", "уо"]),
        ("ИМЦ во взаимодействии с МКУ КРО", ["имц", "кро"]),
        ("Управлениe образования, ИMЦ", ["уо", "имц"]),
        ("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", ["уо"]),
        ("Отдел общего, дошкольного и дополнительного образования", ["отдел"]),
        ("Отдел общего образования", ["отдел-общего"]),
        (
            "Отдел общего образования, Отдел общего, дошкольного и дополнительного образования",
            ["отдел-общего", "отдел"],
        ),
        ("Комитет по делам молодежи, физической культуре и спорту, ИМЦ", ["спорт", "имц"]),
        ("СОШ № 15; ООШ № 19", ["сош-15", "оош-19"]),
        ('МБОУ "СОШ №15", МБОУ "ООШ №19"', ["сош-15", "оош-19"]),
        ("МБОУ «СОШ №15» МБОУ «ООШ №19»", ["сош-15", "оош-19"]),
        ("СОШ N 15", ["сош-15"]),
        ("ШНОР", ["шнор"]),
        ("Руководители ШНОР, рабочая группа", ["главы-шнор", "рабочая"]),
        ("Руководители ШНОР Ветрова С.А. ИМЦ", ["главы-шнор", "ветрова", "имц"]),
        ("Рабочая группа", ["рабочая"]),
        ("ИМЦ (по согласованию)", ["имц"]),
        ("имц", ["имц"]),
        ("Исполнители: УО, ИМЦ. Участники: ШНОР", ["уо", "имц", "шнор"]),
        ("- Управление образования;\n- ИМЦ;\n- ШНОР.", ["уо", "имц", "шнор"]),
        ("Ветрова С.А., тел. 2-12-34", ["ветрова"]),
        ("Ветрова С.А. и др.", ["ветрова"]),
    ],
)
def test_the_longest_entry_is_meant(index: DirectoryIndex, cell: str, refs: list[str]) -> None:
    reading = resolve_parties(cell, index)
    assert [party.ref for party in reading] == refs
    assert set(codes(reading)) <= {"PAR017"}


def test_namesakes_are_both_named(index: DirectoryIndex) -> None:
    reading = resolve_parties("Ломова Т.Д.", index)
    (found,) = reading.diagnostics
    assert found.code == "PAR012"
    assert "Ломова Тамара Денисовна" in str(found.message)
    assert "Ломова Татьяна Дмитриевна" in str(found.message)
    assert reading[0].ref is None


@pytest.mark.parametrize(
    ("cell", "near"),
    [
        ("Ветроа С.А.", "Ветрова С.А."),
        ("Гусеф П.К.", "Гусев П.К."),
        ("Управлене образования", "Управление образования"),
        ("ИМЦС", "ИМЦ"),
        ("Рабочая групп", "рабочая группа"),
        ("Руководители ШНОРР", "Руководители ШНОР"),
    ],
)
def test_a_near_miss_is_told_what_is_near(index: DirectoryIndex, cell: str, near: str) -> None:
    reading = resolve_parties(cell, index)
    (found,) = reading.diagnostics
    assert found.code == "PAR011"
    assert str(found.hint).startswith(f"The nearest entries are: {near}")
    assert reading[0].ref is None


@pytest.mark.parametrize("cell", ["ЦРБ", "Роспотребнадзор", "Жюри"])
def test_a_party_like_no_entry_is_reported_by_its_name(index: DirectoryIndex, cell: str) -> None:
    reading = resolve_parties(f"ИМЦ, {cell}", index)
    (found,) = reading.diagnostics
    assert (found.code, [party.ref for party in reading]) == ("PAR011", ["имц", None])
    assert repr(cell) in str(found.message)


def test_latin_letters_are_found_and_named(index: DirectoryIndex) -> None:
    (found,) = resolve_parties("ИMЦ", index).diagnostics
    assert found.code == "PAR017"
    assert str(found.message) == "The word 'ИMЦ' in 'ИMЦ' has Latin letters: M"
    assert str(found.hint) == "Type it with Cyrillic letters: ИМЦ"


def test_a_word_of_another_language_is_no_slip(index: DirectoryIndex) -> None:
    assert "PAR017" not in codes(resolve_parties("Клуб «Robotics», XX", index))


class TestOnADay:
    """What held before and what holds on the day of the document."""

    def test_a_post_given_up_is_vacant(self, index: DirectoryIndex) -> None:
        cell = "начальник Управления образования"
        assert codes(resolve_parties(cell, index, on=date(2023, 5, 1))) == []
        assert codes(resolve_parties(cell, index, on=DAY)) == ["PAR014"]

    def test_a_post_not_yet_taken_up_is_vacant(self, index: DirectoryIndex) -> None:
        assert codes(resolve_parties("директор СОШ № 15", index, on=DAY)) == ["PAR014"]
        later = date(2024, 9, 2)
        assert codes(resolve_parties("директор СОШ № 15", index, on=later)) == []

    def test_a_person_who_left_is_reported(self, index: DirectoryIndex) -> None:
        assert codes(resolve_parties("Гусев П.К.", index, on=date(2023, 5, 1))) == []
        assert codes(resolve_parties("Гусев П.К.", index, on=DAY)) == ["PAR019"]

    def test_a_person_in_post_is_not_reported(self, index: DirectoryIndex) -> None:
        assert codes(resolve_parties("Ветрова С.А., методист ИМЦ", index, on=DAY)) == []
