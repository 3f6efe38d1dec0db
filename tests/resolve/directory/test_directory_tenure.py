"""Appointments, acting holders, vacancies; groups by query and in time; who is there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from roadmapkit.model.directory import Directory
from roadmapkit.resolve import title_on, who_is
from roadmapkit.resolve.directory.index import DirectoryIndex

TABLES: dict[str, Any] = {
    "organizations": [
        {"id": "управление", "name": "Управление образования"},
        {"id": "школа-1", "name": "Школа № 1", "kind": "школа", "place": "г. Сосновск",
         "tags": ["шнор"], "parent": "управление", "head": "хозяйка"},
        {"id": "школа-2", "name": "Школа № 2", "kind": "школа", "place": "с. Ёлкино",
         "parent": "управление", "to": "2023-08-31"},
        {"id": "сад", "name": "Детский сад № 3", "kind": "детский сад", "place": "г. Сосновск",
         "tags": ["шнор"]},
        {"id": "филиал", "name": "Филиал школы № 1", "kind": "школа", "parent": "школа-1"},
    ],
    "people": [
        {"id": "орлова", "name": "Орлова Мария Игоревна"},
        {"id": "белов", "name": "Белов Пётр Сергеевич"},
        {"id": "зимина", "name": "Зимина Елена Юрьевна"},
    ],
    "posts": [
        {
            "id": "директор-1",
            "title": "директор",
            "organization": "школа-1",
            "appointments": [
                {"person": "орлова", "from": "2020-01-01", "to": "2023-05-31"},
                {"vacant": True, "from": "2023-06-01", "to": "2023-08-31"},
                {"person": "зимина", "from": "2023-07-01", "to": "2023-07-31", "acting": "врио"},
                {"person": "белов", "from": "2023-09-15"},
            ],
        },
        {"id": "хозяйка", "title": "хозяйка кабинета", "organization": "школа-1"},
        {"id": "директор-2", "title": "директор", "organization": "школа-2"},
    ],
    "groups": [
        {"id": "школы", "name": "школы", "where": {"kind": "школа", "parent": "управление"}},
        {"id": "город", "name": "школы и сады города",
         "where": {"kind": ["школа", "детский сад"], "place": "Г. СОСНОВСК", "tag": "шнор"}},
        {"id": "без", "name": "школы без первой", "where": {"kind": "школа"}, "except": "школа-1"},
        {"id": "без-города", "name": "школы не города", "where": {"kind": "школа"},
         "except": ["город"]},
        {"id": "главы", "name": "руководители", "heads_of": ["город", "школа-2"],
         "except": "школа-2"},
        {"id": "совет", "name": "совет", "members": [
            {"member": "орлова", "to": "2022-12-31"},
            {"member": "белов", "from": "2023-01-01", "role": "секретарь"},
        ]},
    ],
}  # fmt: skip


@pytest.fixture
def index() -> DirectoryIndex:
    return DirectoryIndex([(Directory.model_validate({"kind": "directory", **TABLES}), None)])


def members(index: DirectoryIndex, group: str, on: date | None = None) -> list[str]:
    return [member.entry.id for member in index.members(group, on)]


@pytest.mark.parametrize(
    ("day", "person", "since", "until"),
    [
        (date(2019, 5, 5), None, None, date(2019, 12, 31)),
        (date(2023, 5, 31), "орлова", date(2020, 1, 1), date(2023, 5, 31)),
        (date(2023, 6, 20), None, date(2023, 6, 1), date(2023, 8, 31)),
        (date(2023, 7, 1), "зимина", date(2023, 7, 1), date(2023, 7, 31)),
        (date(2023, 9, 10), None, date(2023, 6, 1), date(2023, 9, 14)),
        (None, "белов", date(2023, 9, 15), None),
    ],
)
def test_a_post_has_its_holder_or_the_days_of_its_vacancy(
    index: DirectoryIndex, day: date | None, person: str | None, since: date, until: date
) -> None:
    holder = index.holder("директор-1", day)
    assert (holder.person.id if holder.person else None) == person
    if day != date(2023, 9, 10):
        assert (holder.since, holder.until) == (since, until)
    else:  # a gap that no one noted: from the end of the last appointment
        assert holder.until == until


def test_an_acting_holder_is_called_in_the_words_of_the_directory(index: DirectoryIndex) -> None:
    post = index.post("директор-1")
    assert post is not None
    title = title_on(post, index, date(2023, 7, 2))
    assert title.acting
    assert title.text.startswith("врио директора ")


def test_a_query_joins_conditions_and_takes_any_of_a_list(index: DirectoryIndex) -> None:
    assert members(index, "город") == ["сад", "школа-1"]


def test_what_belongs_to_a_part_belongs_to_the_whole_and_the_closed_is_left_out(
    index: DirectoryIndex,
) -> None:
    assert members(index, "школы") == ["филиал", "школа-1"]
    assert members(index, "школы", date(2023, 8, 31)) == ["филиал", "школа-1", "школа-2"]


def test_excepted_entries_and_members_of_excepted_groups_are_left_out(
    index: DirectoryIndex,
) -> None:
    assert members(index, "без") == ["филиал"]
    assert members(index, "без-города", date(2020, 1, 1)) == ["филиал", "школа-2"]


def test_the_head_is_the_post_that_the_organisation_names(index: DirectoryIndex) -> None:
    assert members(index, "главы") == ["хозяйка"]


def test_a_membership_has_its_days(index: DirectoryIndex) -> None:
    assert members(index, "совет", date(2022, 12, 31)) == ["орлова"]
    assert members(index, "совет", date(2023, 1, 1)) == ["белов"]
    assert members(index, "совет") == ["белов"]


def test_who_is_answers_for_a_post_in_words(index: DirectoryIndex) -> None:
    answer = who_is("директор школы № 1", index, date(2022, 3, 1))
    assert answer.to_dict() == {
        "text": "директор школы № 1",
        "on": "2022-03-01",
        "kind": "post",
        "ref": "директор-1",
        "name": "директор Школы № 1",
        "held": [
            {
                "post": "директор-1",
                "title": "директор Школы № 1",
                "person": "орлова",
                "name": "Орлова Мария Игоревна",
                "vacant": False,
                "acting": False,
                "since": "2020-01-01",
                "until": "2023-05-31",
            }
        ],
        "members": [],
        "near": [],
    }


def test_who_is_says_that_a_post_is_vacant(index: DirectoryIndex) -> None:
    (held,) = who_is("директор-1", index, date(2023, 6, 2)).held
    assert held.vacant
    assert (held.since, held.until) == (date(2023, 6, 1), date(2023, 8, 31))


def test_who_is_gives_posts_of_a_person_and_members_of_a_group(index: DirectoryIndex) -> None:
    (held,) = who_is("Зимина Е.Ю.", index, date(2023, 7, 5)).held
    assert held.acting
    assert held.title.startswith("врио")
    (member,) = who_is("совет", index, date(2024, 1, 1)).members
    assert (member.name, member.role) == ("Белов Пётр Сергеевич", "секретарь")


def test_who_is_names_what_is_near_where_nobody_is_meant(index: DirectoryIndex) -> None:
    answer = who_is("Детский садик № 3", index)
    assert not answer.known
    assert "Детский сад № 3" in answer.near


def test_who_is_names_all_who_may_be_meant(index: DirectoryIndex) -> None:
    answer = who_is("директор", index)
    assert not answer.known
    assert len(answer.near) == 2
