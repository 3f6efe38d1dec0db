"""Whom a cell means: forms without a directory, entries with one, findings."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapkit.model.directory import Directory
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.parties.reading import resolve_parties
from roadmapkit.source import SourceText, parse_source

DIRECTORY = {
    "kind": "directory",
    "organizations": [
        {"id": "департамент", "name": "Департамент образования, культуры и спорта края"},
        {
            "id": "имц",
            "name": "МБУ «Информационно-методический центр»",
            "short": "ИМЦ",
        },
        {"id": "школа-5", "name": "МБОУ «Школа № 5, опорная»", "short": "Школа № 5"},
        {"id": "хор", "name": "Детский хор «Родник»"},
    ],
    "people": [
        {"id": "орлова", "name": "Орлова Мария Игоревна"},
        {"id": "орлова-2", "name": "Орлова Елена Юрьевна"},
        {"id": "белов", "name": "Белов П.С."},
        {"id": "зимний", "name": "Зимний А.А."},
    ],
    "posts": [
        {"id": "методист", "title": "методист", "organization": "имц"},
        {
            "id": "директор-5",
            "title": "директор",
            "organization": "школа-5",
            "appointments": [{"person": "белов", "from": "2022-01-01", "to": "2022-12-31"}],
        },
        {"id": "специалист", "title": "главный специалист"},
    ],
    "groups": [
        {"id": "методисты", "name": "методисты МБУ «Информационно-методический центр»"},
        {"id": "руководители", "name": "Руководители школ", "heads_of": "школы"},
        {"id": "школы", "name": "Школы района", "members": ["школа-5"]},
    ],
    "abbreviations": [{"short": "ДОО", "full": "дошкольные образовательные организации"}],
}


@pytest.fixture
def index() -> DirectoryIndex:
    return DirectoryIndex([(Directory.model_validate(DIRECTORY), None)])


def refs(text: str, index: DirectoryIndex) -> list[tuple[str, str, str | None]]:
    return [(party.kind, party.text, party.ref) for party in resolve_parties(text, index).parties]


class TestWithoutDirectory:
    """By form alone; nothing is reported."""

    @pytest.mark.parametrize(
        ("written", "normalized"),
        [
            ("Сухова Е.Ю", "Сухова Е.Ю."),
            ("Сухова ЕЮ", "Сухова Е.Ю."),
            ("СуховаЕ.Ю.", "Сухова Е.Ю."),
            ("Е. Ю.  Сухова", "Сухова Е.Ю."),
            ("СУХОВА Е.Ю.", "Сухова Е.Ю."),
            ("Сухова Елена Юрьевна", "Сухова Е.Ю."),
            ("МУ МУ РЦ УО", "МУ РЦ УО"),
            ("Специалисты отдела (рабочая группа)", "Специалисты отдела"),
            ("Отдел\nобразования", "Отдел образования"),
            ("руководителям школ", "руководители школ"),
            ("Муниципальному координатору", "Муниципальный координатор"),
            ("городскому методическому центру", "городской методический центр"),
            ("муниципального координатора Лугову Е.Ю.", "Лугова Е.Ю."),
            ("главному специалисту отдела Е.Ю. Луговой", "Лугова Е.Ю."),
            ("начальнику отдела (Луговая)", "Луговая"),
            ("Лугового Е.Ю.", "Лугового Е.Ю."),
        ],
    )
    def test_a_party_is_given_in_the_nominative(self, written: str, normalized: str) -> None:
        (party,) = resolve_parties(written).parties
        assert party.normalized == normalized

    def test_the_post_beside_a_name_is_kept(self) -> None:
        (party,) = resolve_parties("Сухова Е.Ю. – методист ИМЦ, муниципальный координатор").parties
        assert (party.kind, party.post) == ("person", "методист ИМЦ, муниципальный координатор")

    def test_a_shared_head_gives_each_organisation_its_person(self) -> None:
        cell = (
            "Директорам МБОУ «Школа № 1 имени А.А. Зимнего» (Е.Б. Лугов), МБОУ «Лицей» (С.С.Сухих)"
        )
        assert [(party.kind, party.normalized) for party in resolve_parties(cell).parties] == [
            ("person", "Лугов Е.Б."),
            ("person", "Сухих С.С."),
        ]

    def test_who_signs_keeps_control_himself(self) -> None:
        (party,) = resolve_parties("Контроль за исполнением приказа оставляю за собой").parties
        assert (party.kind, party.text) == ("person", "за собой")

    def test_a_party_named_twice_is_kept_once_in_silence(self) -> None:
        reading = resolve_parties("ИМЦ Администрация ОО Администрация ОО")
        assert [party.text for party in reading.parties] == ["ИМЦ", "Администрация ОО"]
        assert reading.diagnostics == ()

    @pytest.mark.parametrize("text", ["", " \n ", ",;/", "(по согласованию)", "–"])
    def test_a_cell_without_words_has_no_parties(self, text: str) -> None:
        assert resolve_parties(text).parties == ()

    def test_the_published_object_has_four_keys(self) -> None:
        assert resolve_parties("ИМЦ").to_dict() == [
            {"text": "ИМЦ", "kind": "organization", "ref": None, "normalized": "ИМЦ"}
        ]


class TestWithDirectory:
    """Entries by id, by written form and by case form."""

    @pytest.mark.parametrize(
        ("written", "found"),
        [
            ("школа-5", [("organization", "школа-5", "школа-5")]),
            (
                "Департамент образования, культуры и спорта края, ИМЦ",
                [
                    (
                        "organization",
                        "Департамент образования, культуры и спорта края",
                        "департамент",
                    ),
                    ("organization", "ИМЦ", "имц"),
                ],
            ),
            (
                "МБОУ «Школа № 5, опорная», Белов П.С.",
                [
                    ("organization", "МБОУ «Школа № 5, опорная»", "школа-5"),
                    ("person", "Белов П.С.", "белов"),
                ],
            ),
            (
                "Орлова М.И. ИМЦ Руководители школ",
                [
                    ("person", "Орлова М.И.", "орлова"),
                    ("organization", "ИМЦ", "имц"),
                    ("role", "Руководители школ", "руководители"),
                ],
            ),
            (
                "Департаменту образования, культуры и спорта края",
                [
                    (
                        "organization",
                        "Департаменту образования, культуры и спорта края",
                        "департамент",
                    )
                ],
            ),
            ("Детскому хору «Родник»", [("organization", "Детскому хору «Родник»", "хор")]),
            ("директор Школы № 5", [("role", "директор Школы № 5", "директор-5")]),
            ("Методисты ИМЦ", [("role", "Методисты ИМЦ", "методисты")]),
            (
                "главному специалисту Белову П.С.",
                [("person", "главному специалисту Белову П.С.", "белов")],
            ),
            ("Зимнему А.А.", [("person", "Зимнему А.А.", "зимний")]),
            ("совместно со Школой № 5", [("organization", "Школой № 5", "школа-5")]),
        ],
    )
    def test_the_longest_entry_wins(
        self, index: DirectoryIndex, written: str, found: list[tuple[str, str, str | None]]
    ) -> None:
        assert refs(written, index) == found

    def test_an_entry_is_normalized_to_its_full_name(self, index: DirectoryIndex) -> None:
        (party,) = resolve_parties("ИМЦ", index).parties
        assert party.normalized == "МБУ «Информационно-методический центр»"

    def test_an_abbreviation_without_an_entry_is_known_and_explained(
        self, index: DirectoryIndex
    ) -> None:
        reading = resolve_parties("ДОО", index)
        assert reading.parties[0].normalized == "дошкольные образовательные организации"
        assert reading.diagnostics == ()

    def test_a_nominative_is_not_taken_for_the_genitive_of_another_surname(
        self, index: DirectoryIndex
    ) -> None:
        assert refs("Белова П.С.", index) == [("person", "Белова П.С.", None)]

    def test_an_entry_inside_a_longer_name_is_not_the_party(self, index: DirectoryIndex) -> None:
        assert refs("Специалисты ИМЦ", index) == [("role", "Специалисты ИМЦ", None)]

    def test_an_unknown_party_is_named_with_the_nearest_entries(
        self, index: DirectoryIndex
    ) -> None:
        (found,) = resolve_parties("ИМЦ, Белов П.П.", index).diagnostics
        assert found.code == "PAR011"
        assert "'Белов П.П.'" in str(found.message)
        assert "Белов П.С." in str(found.hint)

    def test_a_surname_of_two_people_is_ambiguous(self, index: DirectoryIndex) -> None:
        reading = resolve_parties("методист (Орлова)", index)
        assert [found.code for found in reading.diagnostics] == ["PAR012"]
        assert reading.parties[0].ref is None

    def test_a_party_named_twice_is_reported(self, index: DirectoryIndex) -> None:
        reading = resolve_parties("ИМЦ, имц", index)
        assert [found.code for found in reading.diagnostics] == ["PAR013"]
        assert len(reading.parties) == 1

    def test_a_post_that_nobody_holds_on_the_day_is_reported(self, index: DirectoryIndex) -> None:
        held = resolve_parties("директор Школы № 5", index, on=date(2022, 6, 1))
        vacant = resolve_parties("директор Школы № 5", index, on=date(2023, 6, 1))
        assert held.diagnostics == ()
        assert [found.code for found in vacant.diagnostics] == ["PAR014"]

    def test_a_finding_stands_at_the_cell(self, index: DirectoryIndex) -> None:
        parsed = parse_source(
            SourceText.from_string("план.yaml", "title: x\nresponsible: Сухова Е.Ю.\n")
        )
        origin = parsed.documents[0].origin(("responsible",))
        (found,) = resolve_parties("Сухова Е.Ю.", index, origin=origin).diagnostics
        assert found.span == origin.span
        assert found.span is not None
        assert found.span.line == 2

    def test_an_empty_directory_is_none(self) -> None:
        assert resolve_parties("Сухова Е.Ю.", DirectoryIndex()).diagnostics == ()
