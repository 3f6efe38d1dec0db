"""What a pack prints: only the party's work, with the plan's own numbers and words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.documents.recipient import Recipient, find_recipient
from roadmapkit.documents.shares import OrderShare, PlanShare, order_share, plan_share
from roadmapkit.errors import ArgumentError
from roadmapkit.resolve import DirectoryIndex, ResolvedOrder, ResolvedRoadmap
from tiny_workspaces import opened, order_text, resolved_order, resolved_roadmap

EMPTY = DirectoryIndex()

PLAN = """\
kind: roadmap
id: plan
title: План мероприятий («дорожная карта») на 2024 год
period: 2024
numbering: по разделам
sections:
  - title: Первый
    activities:
      - {id: a1, title: Заявки, due: март 2024 г., responsible: Директора школ}
      - {id: a2, title: Семинар, due: май 2024 г., responsible: Соколов И.А.}
  - title: Второй
    activities:
      - {id: b1, title: Сверка, due: июнь 2024 г., responsible: Рябинина В.П.}
  - title: Третий
    activities:
      - id: c1
        title: Проверка
        due:
          - {when: январь 2024 г., for: [shkola-1]}
          - {when: март 2024 г., for: [shkola-2]}
          - when: декабрь 2024 г.
        responsible: Директора школ
      - id: c2
        title: Итоги
        due: Январь 2024 (школа № 1) Март 2024 (школа № 2)
        responsible: Соколов И.А.
"""


def share(folder: Path, party: str, plan: str = PLAN) -> PlanShare:
    roadmap = resolved_roadmap(opened(folder, plan))
    return plan_share(roadmap, recipient(roadmap, party))


def recipient(document: ResolvedRoadmap | ResolvedOrder, party: str) -> Recipient:
    return find_recipient(party, document.directory, document.as_of)


def numbers(found: PlanShare) -> list[str]:
    return [item.number for section in found.roadmap.sections for item in section.activities]


def terms(found: PlanShare, number: str) -> tuple[str, ...]:
    (item,) = [
        item
        for section in found.roadmap.sections
        for item in section.activities
        if item.number == number
    ]
    assert item.due is not None
    return item.due.lines


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("sokolov", ["1.2.", "3.2."]),
        ("Соколов И.А.", ["1.2.", "3.2."]),
        ("direktor-1", ["1.1.", "3.1."]),
        ("директор школы № 1", ["1.1.", "3.1."]),
        ("gusev", ["1.1.", "3.1."]),
        ("shkola-1", ["1.1.", "3.1.", "3.2."]),
        ("nachalnik", []),
        ("ryabinina", ["2.1."]),
        ("direktora", ["1.1.", "3.1."]),
    ],
)
def test_share_has_the_activities_of_the_party_with_their_numbers(
    tmp_path: Path, party: str, expected: list[str]
) -> None:
    assert numbers(share(tmp_path, party)) == expected


def test_sections_without_work_are_left_out(tmp_path: Path) -> None:
    found = share(tmp_path, "sokolov")
    titles = [one.section.title for one in found.roadmap.sections if one.section]
    assert titles == ["Первый", "Третий"]


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("shkola-1", ("январь 2024 г. (школа № 1)", "декабрь 2024 г.")),
        ("direktor-2", ("март 2024 г. (школа № 2)", "декабрь 2024 г.")),
        ("lapina", ("март 2024 г. (школа № 2)", "декабрь 2024 г.")),
        (
            "direktora",
            ("январь 2024 г. (школа № 1)", "март 2024 г. (школа № 2)", "декабрь 2024 г."),
        ),
    ],
)
def test_of_terms_with_school_lists_those_of_the_party_are_printed(
    tmp_path: Path, party: str, expected: tuple[str, ...]
) -> None:
    assert terms(share(tmp_path, party), "3.1.") == expected


def test_lists_within_one_phrase_are_cut_in_the_words_of_the_author(tmp_path: Path) -> None:
    assert terms(share(tmp_path, "shkola-2"), "3.2.") == ("Март 2024 (школа № 2)",)


def test_member_whom_the_lists_of_its_group_leave_out_has_nothing_to_do(tmp_path: Path) -> None:
    plan = PLAN.replace("          - {when: март 2024 г., for: [shkola-2]}\n", "").replace(
        "          - when: декабрь 2024 г.\n", ""
    )
    for number, party in enumerate(("shkola-2", "direktor-2", "lapina")):
        assert "3.1." not in numbers(share(tmp_path / str(number), party, plan))
    assert terms(share(tmp_path / "listed", "gusev", plan), "3.1.") == (
        "январь 2024 г. (школа № 1)",
    )


def test_group_that_answers_for_the_listed_schools_has_all_terms(tmp_path: Path) -> None:
    plan = PLAN.replace("          - when: декабрь 2024 г.\n", "").replace(
        "        responsible: Директора школ", "        responsible: Рабочая группа"
    )
    assert len(terms(share(tmp_path, "ryabinina", plan), "3.1.")) == 2


def test_who_is_named_in_person_has_all_terms(tmp_path: Path) -> None:
    whole = ("Январь 2024 (школа № 1) Март 2024 (школа № 2)",)
    assert terms(share(tmp_path, "sokolov"), "3.2.") == whole


def test_phrase_that_cannot_be_cut_is_printed_whole(tmp_path: Path) -> None:
    due = "Сентябрь 2024, март 2024 (школа № 1), май 2024 (школа № 2)"
    plan = PLAN.replace("Январь 2024 (школа № 1) Март 2024 (школа № 2)", f'"{due}"')
    found = share(tmp_path, "shkola-2", plan)
    assert terms(found, "3.2.") == (due,)


def test_what_the_directory_does_not_know_is_told_and_not_dropped(tmp_path: Path) -> None:
    plan = PLAN.replace("responsible: Рябинина В.П.", "responsible: Кураторы площадок")
    found = share(tmp_path, "sokolov", plan)
    assert [(item.text, item.number) for item in found.unknown] == [("Кураторы площадок", "2.1.")]


def test_work_of_nobody_is_told(tmp_path: Path) -> None:
    found = share(tmp_path, "sokolov", PLAN.replace(", responsible: Рябинина В.П.", ""))
    assert [(item.text, item.number) for item in found.unknown] == [("", "2.1.")]


def test_name_of_several_people_is_refused(tmp_path: Path) -> None:
    twins = (
        "kind: directory\npeople:\n  - {id: a, name: Орлов Пётр Ильич}\n"
        "  - {id: b, name: Орлов Иван Ильич}\n"
    )
    roadmap = resolved_roadmap(opened(tmp_path, PLAN, directory=twins))
    with pytest.raises(ArgumentError, match=r"Орлов И.И. \(b\)"):
        recipient(roadmap, "Орлов")


@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_key_of_any_name_is_one_safe_step_of_a_path(name: str) -> None:
    key = Recipient(name, EMPTY, None, None).key
    assert key
    assert key == key.strip(".")
    assert not set(key) & set('/\\:*?"<>|. \n\0')
    assert len(key.encode()) <= 150


@pytest.mark.parametrize(("one", "other"), [("школа-1/2", "школа-1-2"), ("а б", "а-б")])
def test_names_that_a_path_cannot_hold_do_not_share_a_folder(one: str, other: str) -> None:
    keys = {Recipient(name, EMPTY, None, None).key for name in (one, other)}
    assert len(keys) == 2


ORDER = """\
- approve: [plan, gruppa]
- appoint: sokolov
  as: муниципальный координатор
- text: Провести совещание
- assign: [direktora]
  items:
    - text: представить заявки
      due: до 1 марта 2024 г.
    - text: провести сверку
- assign: Куратор площадки
  text: провести осмотр
- control: ryabinina
"""


def points(folder: Path, party: str, *more: str) -> tuple[OrderShare, list[str]]:
    order = resolved_order(opened(folder, PLAN, order_text(ORDER)))
    whom = recipient(order, party)
    plans = {id_: plan_share(plan, whom) for id_, plan in order.plans.items()}
    found = order_share(order, whom, plans, more)
    return found, [".".join(map(str, place[1:])) for place in sorted(found.points, key=str)]


def test_points_of_an_act_are_those_of_the_party_with_what_is_under_them(tmp_path: Path) -> None:
    _, places = points(tmp_path / "a", "gusev")
    assert places == ["0", "0.approve.0", "3", "3.items.0", "3.items.1"]
    _, places = points(tmp_path / "b", "sokolov")
    assert places == ["0", "0.approve.0", "0.approve.1", "1"]
    _, places = points(tmp_path / "c", "ryabinina")
    assert places == ["0", "0.approve.0", "0.approve.1", "5"]


def test_points_in_free_words_and_unknown_addressees_are_told(tmp_path: Path) -> None:
    found, _ = points(tmp_path, "gusev")
    told = [(item.text, item.number) for item in found.unknown]
    assert told == [("", "3."), ("Куратор площадки", "5.")]


def test_a_point_that_is_asked_for_is_printed_and_told_no_more(tmp_path: Path) -> None:
    found, places = points(tmp_path, "gusev", "3")
    assert "2" in places
    assert [item.number for item in found.unknown] == ["5."]


def test_point_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="no point '9'"):
        points(tmp_path, "gusev", "9")
