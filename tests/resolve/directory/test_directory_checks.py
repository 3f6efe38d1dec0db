"""Faults inside a directory: code, line and the way out of each."""

from __future__ import annotations

import pytest

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.model.directory import Directory
from roadmapkit.resolve import party_codes as codes
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.source import SourceText, parse_source

SOUND = """\
kind: directory
organizations:
  - id: ИМЦ
    name: Информационно-методический центр
    tags: методическая
people:
  - id: орлова
    name: Орлова М.И.
  - id: белов
    name: Белов П.С.
posts:
  - id: методист
    title: методист
    organization: ИМЦ
    appointments:
      - person: орлова
        from: 2020-01-01
        to: 2020-12-31
      - person: белов
        from: 2021-01-01
      - person: орлова
        from: 2021-06-01
        acting: true
groups:
  - id: группа
    name: Рабочая группа
    members:
      - орлова
      - member: методист
        role: секретарь
  - id: центры
    name: Центры
    tag: методическая
  - id: главы
    name: Руководители центров
    heads_of: центры
abbreviations:
  - short: ИМЦ
    full: информационно-методический центр
"""


def findings(text: str) -> tuple[Diagnostic, ...]:
    parsed = parse_source(SourceText.from_string("directory.yaml", text))
    (document,) = parsed.documents
    model = Directory.model_validate(document.data)
    return DirectoryIndex([(model, document.origin())]).diagnostics


def lines(text: str) -> list[tuple[str, int]]:
    return [(found.code, found.span.line if found.span else 0) for found in findings(text)]


def test_a_sound_directory_has_no_findings() -> None:
    assert findings(SOUND) == ()


def test_an_id_of_two_entries_is_found_at_the_second() -> None:
    text = SOUND.replace("  - id: группа", "  - id: белов")
    assert lines(text) == [("PAR001", 25)]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("    organization: ИМЦ", "    organization: ИМС", 14),
        ("      - person: белов", "      - person: белых", 19),
        ("      - орлова\n", "      - орлов\n", 28),
        ("      - member: методист", "      - member: методисты", 29),
        ("    heads_of: центры", "    heads_of: центр", 36),
    ],
)
def test_an_id_that_nothing_has_is_found_where_it_stands(old: str, new: str, line: int) -> None:
    (found,) = findings(SOUND.replace(old, new, 1))
    assert found.span is not None
    assert (found.code, found.span.line) == (codes.UNKNOWN_MEMBER.id, line)
    assert old.rsplit(maxsplit=1)[-1] in str(found.hint)


def test_an_id_of_another_kind_is_found() -> None:
    (found,) = findings(SOUND.replace("      - person: белов", "      - person: ИМЦ"))
    assert found.code == codes.WRONG_MEMBER_KIND.id
    assert str(found.message) == "'ИМЦ' is an organisation"
    assert str(found.hint) == "Name a person here"


def test_groups_that_contain_each_other_are_found_once() -> None:
    text = SOUND.replace("      - орлова\n      - member: методист", "      - вторая") + ("---\n")
    text = (
        text.removesuffix("---\n")
        .replace("        role: секретарь\n", "")
        .replace(
            "  - id: центры",
            "  - id: вторая\n    name: Вторая группа\n    members:\n      - группа\n  - id: центры",
        )
    )
    (found,) = findings(text)
    assert found.code == codes.CYCLE.id
    assert str(found.message).endswith("вторая → группа → вторая")


def test_an_organisation_above_itself_is_found() -> None:
    text = SOUND.replace("    tags: методическая", "    tags: методическая\n    parent: ИМЦ")
    assert lines(text) == [("PAR004", 3)]


def test_a_tag_that_nothing_bears_is_found() -> None:
    text = SOUND.replace("    tag: методическая", "    tag: методическое") + (
        "  - short: ОО\n    full: организации\n"
    )
    (found,) = findings(text)
    assert found.code == codes.EMPTY_GROUP.id
    assert str(found.hint) == "Perhaps it should be: методическая"


def test_a_group_that_is_only_named_is_left_in_peace() -> None:
    assert lines(SOUND.replace("    tag: методическая\n", "")) == []


def test_two_permanent_holders_at_once_are_found_an_acting_one_is_not() -> None:
    assert lines(SOUND.replace("        to: 2020-12-31", "        to: 2021-01-01")) == [
        ("PAR006", 19)
    ]


def test_an_appointment_that_ends_before_it_begins_is_found() -> None:
    (found,) = findings(SOUND.replace("        to: 2020-12-31", "        to: 2019-12-31"))
    assert found.code == codes.INVERTED_APPOINTMENT.id
    assert "31.12.2019" in str(found.message)


def test_one_form_of_two_entries_is_found() -> None:
    text = SOUND.replace("    name: Центры", "    name: информационно-методический Центр")
    assert lines(text) == [("PAR008", 31)]


def test_namesakes_with_equal_initials_are_found() -> None:
    assert lines(SOUND.replace("name: Белов П.С.", "name: Орлова Мария Ивановна")) == [
        ("PAR009", 10)
    ]


def test_an_abbreviation_with_two_explanations_is_found() -> None:
    text = SOUND + "  - short: ИМЦ\n    full: инновационный молодёжный центр\n"
    assert lines(text) == [("PAR010", 40)]


def test_a_reference_to_the_directory_of_the_folder_above_is_sound() -> None:
    above = DirectoryIndex(
        [
            (
                Directory.model_validate(
                    {"kind": "directory", "people": [{"id": "а", "name": "Ан А.А."}]}
                ),
                None,
            )
        ]
    )
    own = Directory.model_validate(
        {"kind": "directory", "groups": [{"id": "г", "name": "Группа", "members": ["а"]}]}
    )
    assert DirectoryIndex([(own, None)], parent=above).diagnostics == ()
    assert [found.code for found in DirectoryIndex([(own, None)]).diagnostics] == ["PAR002"]


def test_codes_are_told_apart_by_id_and_name() -> None:
    assert len({code.id for code in codes.CODES}) == len(codes.CODES)
    assert len({code.name for code in codes.CODES}) == len(codes.CODES)
