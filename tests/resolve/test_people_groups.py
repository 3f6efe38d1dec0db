"""Lists of members: each person once, nobody left without a name."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest

from roadmapkit import Workspace
from roadmapkit.diagnostics import Severity
from roadmapkit.resolve import GroupRow
from roadmapkit.resolve.document_codes import EMPTY_LIST, EMPTY_POST
from tiny_workspaces import only, opened, order_text, resolved_order, source_at, with_code

DIRECTORY = """\
kind: directory
organizations:
  - {id: school, name: школа № 1 города Ольховска, short: школа № 1}
people:
  - {id: gusev, name: Гусев Пётр Ильич}
  - {id: lapina, name: Лапина Дарья Олеговна, post: методист, organization: school}
posts:
  - id: director
    title: директор
    organization: school
    appointments:
      - {person: gusev, to: 2024-05-31}
      - {person: lapina, from: 2024-06-01, acting: true}
  - {id: deputy, title: заместитель директора, organization: school}
groups:
  - id: council
    name: совет школы
    members:
"""


def workspace(folder: Path, members: str, header: str = "") -> Workspace:
    directory = DIRECTORY + indent(members, "      ")
    return opened(folder, order_text("- approve: council", header), directory=directory)


def rows(folder: Path, members: str, header: str = "") -> tuple[GroupRow, ...]:
    order = resolved_order(workspace(folder, members, header))
    listing = order.appendices[0].parts[0].group
    assert listing is not None
    return listing.rows


def test_person_named_and_holding_a_post_is_listed_once(tmp_path: Path) -> None:
    members = (
        "- {member: gusev, role: председатель}\n- lapina\n- {member: director, role: эксперт}\n"
    )
    first, second = rows(tmp_path, members)
    assert (first.name, first.role) == ("Гусев Пётр Ильич", "председатель, эксперт")
    assert first.post == "директор школы № 1 города Ольховска"
    assert (second.name, second.role) == ("Лапина Дарья Олеговна", "")


def test_role_of_the_second_mention_is_kept(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "- director\n- {member: gusev, role: секретарь}\n")
    assert (row.initials, row.role) == ("Гусев\u00a0П.И.", "секретарь")


@pytest.mark.parametrize("member", ["director", "lapina"])
def test_acting_member_is_called_so(tmp_path: Path, member: str) -> None:
    (row,) = rows(tmp_path, f"- {member}\n", "date: 10.06.2024")
    assert row.name == "Лапина Дарья Олеговна"
    assert row.post == "исполняющий обязанности директора школы № 1 города Ольховска"


def test_vacant_post_in_a_signed_list_is_an_error_at_the_member(tmp_path: Path) -> None:
    space = workspace(tmp_path, "- gusev\n- deputy\n")
    finding = only(space, EMPTY_POST)
    assert (finding.severity, finding.documents) == (Severity.ERROR, ("prikaz",))
    assert source_at(space, finding) == "deputy"


def test_vacant_post_in_the_list_of_a_draft_is_a_warning(tmp_path: Path) -> None:
    space = workspace(tmp_path, "- gusev\n- deputy\n", "state: draft")
    assert only(space, EMPTY_POST).severity is Severity.WARNING


def test_list_of_nobody_is_reported_where_it_is_approved(tmp_path: Path) -> None:
    space = workspace(tmp_path, "[]\n")
    finding = only(space, EMPTY_LIST)
    assert (finding.severity, finding.documents) == (Severity.ERROR, ("prikaz",))
    assert source_at(space, finding) == "council"


def test_full_list_has_no_findings(tmp_path: Path) -> None:
    space = workspace(tmp_path, "- director\n- lapina\n")
    assert with_code(space, EMPTY_POST) == with_code(space, EMPTY_LIST) == []
