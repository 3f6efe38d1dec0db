"""The directory as an index: lookups, holders of posts, members of groups."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.model.directory import Directory, Organization, Person, Post
from roadmapkit.resolve.directory.index import DirectoryIndex, post_title

ORGANIZATIONS = [
    {
        "id": "управление",
        "name": "Управление образования администрации города Сосновска",
        "short": "Управление образования",
        "aliases": ["УО"],
    },
    {"id": "школа-5", "name": "МБОУ «Школа № 5»", "tags": ["сельская"]},
    {"id": "школа-7", "name": "МБОУ «Ёлочка»", "tags": ["сельская", "шнор"]},
]
PEOPLE = [
    {"id": "орлова", "name": "Орлова Мария Игоревна"},
    {"id": "белов", "name": "Белов П.С."},
    {"id": "зимина", "name": "Зимина Е.Ю."},
]
POSTS = [
    {
        "id": "начальник",
        "title": "начальник",
        "organization": "управление",
        "appointments": [
            {"person": "орлова", "from": "2020-01-01", "to": "2023-05-31"},
            {"person": "белов", "from": "2023-06-01"},
            {"person": "зимина", "from": "2023-07-01", "to": "2023-07-31", "acting": True},
        ],
    },
    {"id": "директор-5", "title": "директор", "organization": "школа-5"},
    {"id": "зам-5", "title": "заместитель директора", "organization": "школа-5"},
    {"id": "директор-7", "title": "директор", "organization": "школа-7"},
]
GROUPS = [
    {"id": "сельские", "name": "Сельские школы", "tag": "Сельская"},
    {"id": "директора", "name": "Руководители сельских школ", "heads_of": "сельские"},
    {
        "id": "рабочая",
        "name": "Рабочая группа",
        "members": [
            {"member": "орлова", "role": "председатель", "post": "начальник управления"},
            "директора",
            "белов",
            "орлова",
        ],
    },
]


def directory(**tables: Any) -> Directory:
    return Directory.model_validate({"kind": "directory", **tables})


def whole() -> Directory:
    return directory(organizations=ORGANIZATIONS, people=PEOPLE, posts=POSTS, groups=GROUPS)


@pytest.fixture
def index() -> DirectoryIndex:
    return DirectoryIndex([(whole(), None)])


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("управление", "управление"),
        ("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "управление"),
        ("Управление\u00a0образования", "управление"),
        ("уо", "управление"),
        ('МБОУ "Школа №5"', "школа-5"),
        ("МБОУ „Школа N 5“", "школа-5"),
        ("МБОУ «Елочка»", "школа-7"),
        ("Орлова М.И.", "орлова"),
        ("М. И. Орлова", "орлова"),
        ("Орлова М И", "орлова"),
        ("Орлова Мария Игоревна", "орлова"),
        ("П.С. Белов", "белов"),
        ("рабочая группа", "рабочая"),
    ],
)
def test_an_entry_is_found_by_id_and_by_every_way_to_write_it(
    index: DirectoryIndex, written: str, id_: str
) -> None:
    assert [entry.id for entry in index.find(written)] == [id_]


def test_other_initials_are_another_person(index: DirectoryIndex) -> None:
    assert index.find("Орлова М.П.") == ()


def test_a_title_that_two_organisations_have_means_both_posts(index: DirectoryIndex) -> None:
    assert [entry.id for entry in index.find("Директор")] == ["директор-5", "директор-7"]
    assert index.lookup("Директор") is None


def test_lookups_by_kind_answer_only_for_that_kind(index: DirectoryIndex) -> None:
    assert isinstance(index.person("Белов П.С."), Person)
    assert isinstance(index.organization("УО"), Organization)
    assert isinstance(index.post("начальник"), Post)
    assert index.group("Белов П.С.") is None


def test_the_nearest_directory_hides_an_entry_of_the_same_id() -> None:
    above = DirectoryIndex([(whole(), None)])
    own = directory(people=[{"id": "белов", "name": "Белов Пётр Сергеевич"}])
    below = DirectoryIndex([(own, None)], parent=above)
    person = below.person("белов")
    assert person is not None
    assert person.name == "Белов Пётр Сергеевич"
    assert below.organization("УО") is not None
    assert above.person("белов") == Person(id="белов", name="Белов П.С.")


def test_the_nearest_directory_hides_a_written_form() -> None:
    above = DirectoryIndex([(whole(), None)])
    own = directory(organizations=[{"id": "наше", "name": "Управление образования"}])
    below = DirectoryIndex([(own, None)], parent=above)
    assert [entry.id for entry in below.find("Управление образования")] == ["наше"]


def test_an_abbreviation_stands_for_the_entry_that_it_explains() -> None:
    own = directory(
        groups=[{"id": "школы", "name": "общеобразовательные организации"}],
        abbreviations=[{"short": "ОО", "full": "общеобразовательные организации"}],
    )
    assert [entry.id for entry in DirectoryIndex([(own, None)]).find("ОО")] == ["школы"]


def test_abbreviations_of_a_text_are_whole_words_in_alphabetical_order() -> None:
    own = directory(
        abbreviations=[
            {"short": "ОО", "full": "образовательная организация"},
            {"short": "ИМЦ", "full": "информационно-методический центр"},
            {"short": "МО", "full": "методическое объединение"},
        ]
    )
    index = DirectoryIndex([(own, None)])
    found = list(index.abbreviations_in("Специалисты ИМЦ и ОО, учёт ПМО"))
    assert [short for short, _, _ in found] == ["ИМЦ", "ОО"]
    assert index.abbreviation("ИМЦ") == ("ИМЦ", "информационно-методический центр", None)
    assert index.abbreviation_shorts() == ("ИМЦ", "МО", "ОО")


@pytest.mark.parametrize(
    ("on", "person", "acting"),
    [
        (date(2023, 5, 31), "орлова", False),
        (date(2023, 6, 1), "белов", False),
        (date(2023, 7, 15), "зимина", True),
        (date(2023, 8, 1), "белов", False),
        (date(2019, 12, 31), None, False),
        (None, "белов", False),
    ],
)
def test_the_holder_of_a_post_is_who_was_appointed_for_the_day(
    index: DirectoryIndex, on: date | None, person: str | None, acting: bool
) -> None:
    holder = index.holder("начальник", on)
    assert (holder.person.id if holder.person else None, holder.acting) == (person, acting)
    assert holder.vacant is (person is None)


def test_asking_for_the_holder_of_no_post_is_an_error(index: DirectoryIndex) -> None:
    with pytest.raises(KeyError):
        index.holder("орлова")


def test_the_posts_of_a_person_are_those_of_the_day(index: DirectoryIndex) -> None:
    held = index.posts_of("зимина", date(2023, 7, 2))
    assert [(item.post.id, item.acting) for item in held] == [("начальник", True)]
    assert index.posts_of("зимина", date(2023, 8, 2)) == ()


def test_a_tag_gathers_organisations_whatever_its_case(index: DirectoryIndex) -> None:
    assert [entry.id for entry in index.tagged("сельская")] == ["школа-5", "школа-7"]
    assert [member.entry.id for member in index.members("сельские")] == ["школа-5", "школа-7"]


def test_heads_are_the_posts_that_lead_the_organisations_not_their_deputies(
    index: DirectoryIndex,
) -> None:
    assert [member.entry.id for member in index.members("директора")] == [
        "директор-5",
        "директор-7",
    ]


def test_members_of_nested_groups_come_once_each_with_role_and_way(index: DirectoryIndex) -> None:
    members = index.members("рабочая")
    assert [member.entry.id for member in members] == [
        "орлова",
        "директор-5",
        "директор-7",
        "белов",
    ]
    assert (members[0].role, members[0].post) == ("председатель", "начальник управления")
    assert members[1].via == ("рабочая", "директора")


def test_a_group_that_contains_itself_is_opened_once() -> None:
    own = directory(
        people=[{"id": "белов", "name": "Белов П.С."}],
        groups=[
            {"id": "а", "name": "Первая", "members": ["б"]},
            {"id": "б", "name": "Вторая", "members": ["а", "белов"]},
        ],
    )
    members = DirectoryIndex([(own, None)]).members("а")
    assert [member.entry.id for member in members] == ["белов"]


def test_printed_names_are_short_and_full(index: DirectoryIndex) -> None:
    assert index.printed_name("управление") == "Управление образования"
    assert index.printed_name("управление", full=True).endswith("города Сосновска")
    assert index.printed_name("орлова") == "Орлова М.И."
    assert index.printed_name("Любой текст") == "Любой текст"


def test_the_title_of_a_post_takes_its_organisation_in_the_genitive(index: DirectoryIndex) -> None:
    post = index.post("начальник")
    assert post is not None
    assert (
        post_title(post, index) == "начальник Управления образования администрации города Сосновска"
    )


def test_the_nearest_entries_are_offered_for_a_slip(index: DirectoryIndex) -> None:
    assert index.nearest("Орлова М.Е.")[0] == "Орлова М.И."


@given(st.permutations(ORGANIZATIONS), st.permutations(PEOPLE), st.permutations(POSTS))
def test_the_order_of_entries_does_not_matter(
    organizations: list[Any], people: list[Any], posts: list[Any]
) -> None:
    mixed = DirectoryIndex(
        [(directory(posts=posts), None), (directory(organizations=organizations), None)],
        parent=DirectoryIndex([(directory(people=people), None)]),
    )
    plain = DirectoryIndex(
        [(directory(posts=POSTS), None), (directory(organizations=ORGANIZATIONS), None)],
        parent=DirectoryIndex([(directory(people=PEOPLE), None)]),
    )
    for written in ("Директор", "УО", "Белов П.С.", "директор-7"):
        found = [entry.id for entry in mixed.find(written)]
        assert found == [entry.id for entry in plain.find(written)]
    assert mixed.diagnostics == plain.diagnostics == ()


def test_organisations_of_a_query_come_in_the_order_of_their_numbers() -> None:
    found = directory(
        organizations=[
            {"id": id_, "name": id_, "tags": ["опорная"]}
            for id_ in ("школа-26", "школа-8", "школа-8а", "лицей-101")
        ],
        groups=[{"id": "все", "name": "Все", "tag": "опорная"}],
    )
    members = [one.entry.id for one in DirectoryIndex([(found, None)]).members("все")]
    assert members == ["лицей-101", "школа-8", "школа-8а", "школа-26"]
