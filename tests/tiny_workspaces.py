"""Workspaces of a few lines, written to a temporary folder and looked at stage by stage."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent, indent

from roadmapkit import Workspace, open_workspace
from roadmapkit.building import Prepared, prepare
from roadmapkit.diagnostics import Code, Diagnostic, Severity
from roadmapkit.documents import DocumentView
from roadmapkit.documents.view import ActView
from roadmapkit.resolve import (
    ResolvedOrder,
    ResolvedProgress,
    ResolvedRoadmap,
    resolve_workspace,
)

__all__ = [
    "DIRECTORY",
    "PLAN",
    "act_of",
    "act_text",
    "only",
    "opened",
    "order_text",
    "plan_text",
    "prepared",
    "resolved_order",
    "resolved_progress",
    "resolved_roadmap",
    "source_at",
    "view_of",
    "with_code",
    "write_files",
]

DIRECTORY = """\
kind: directory
organizations:
  - {id: upravlenie, name: Управление образования города Ольховска, short: Управление образования}
  - {id: shkola-1, name: школа № 1 города Ольховска, short: школа № 1, tags: опорная}
  - {id: shkola-2, name: школа № 2 города Ольховска, short: школа № 2, tags: опорная}
people:
  - {id: ryabinina, name: Рябинина Вера Павловна, phone: 2-15-30}
  - {id: sokolov, name: Соколов Игорь Андреевич, post: методист, organization: upravlenie}
  - {id: gusev, name: Гусев Пётр Ильич}
  - {id: lapina, name: Лапина Дарья Олеговна}
posts:
  - {id: nachalnik, title: начальник, organization: upravlenie, appointments: [{person: ryabinina}]}
  - {id: direktor-1, title: директор, organization: shkola-1, appointments: [{person: gusev}]}
  - {id: direktor-2, title: директор, organization: shkola-2, appointments: [{person: lapina}]}
groups:
  - id: gruppa
    name: рабочая группа
    members:
      - {member: ryabinina, role: председатель}
      - sokolov
  - {id: direktora, name: директора школ, members: [direktor-1, direktor-2]}
  - {id: opornye, name: опорные школы, tag: опорная}
abbreviations:
  - {short: ВПР, full: всероссийские проверочные работы}
  - {short: ИКТ, full: информационно-коммуникационные технологии}
"""
"""An office, two schools, four people, three posts, three groups, two abbreviations."""

PLAN = """\
kind: roadmap
id: plan
title: План мероприятий на 2024 год
period: 2024
sections:
  - title: Подготовка
    activities:
      - {id: a1, title: Собрать заявки, due: до 1 марта 2024 г., responsible: Соколов И.А.}
      - {id: a2, title: Провести семинар, due: апрель 2024 г., responsible: Гусев П.И.}
"""
"""A plan of one section and two activities."""


def plan_text(activities: str, header: str = "", id_: str = "plan") -> str:
    """Return a plan for 2024 without sections, with the given list of activities."""
    head = f"kind: roadmap\nid: {id_}\ntitle: План\nperiod: 2024\n{dedent(header)}"
    return f"{head.rstrip()}\nactivities:\n{indent(dedent(activities), '  ')}"


def order_text(clauses: str = "", header: str = "", id_: str = "prikaz") -> str:
    """Return a registered order with the given list of clauses and further keys."""
    given = dedent(header)
    usual = {
        "form": "приказ",
        "state": "registered",
        "date": "15.01.2024",
        "number": "46",
        "title": "О поддержке школ",
        "issuer": "upravlenie",
        "signatory": "nachalnik",
    }
    own = {line.partition(":")[0] for line in given.splitlines() if line[:1].strip()}
    lines = [f"{key}: {value}" for key, value in usual.items() if key not in own]
    head = "\n".join(["kind: order", f"id: {id_}", *lines, given.rstrip()]).rstrip()
    points = f"clauses:\n{indent(dedent(clauses), '  ')}" if clauses else ""
    return f"{head}\n{points}"


def write_files(root: Path, files: Mapping[str, str]) -> Path:
    """Write files below *root* byte for byte and return it."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return root


def opened(root: Path, *documents: str, **files: str) -> Workspace:
    """Open a workspace with a directory and one file of documents.

    Args:
        root: An empty folder.
        documents: Documents of ``roadmaps/work.yaml``.
        files: Texts of further files; ``__`` in a name is a slash, ``.yaml`` is added.
            ``directory.yaml`` is there anyway, unless an empty text is given for it.
    """
    given = {"directory": DIRECTORY, **files}
    named = {f"{name.replace('__', '/')}.yaml": text for name, text in given.items() if text}
    if documents:
        named["roadmaps/work.yaml"] = "\n---\n".join(documents)
    return open_workspace(write_files(root, named))


def prepared(workspace: Workspace, *ids: str) -> Prepared:
    """Resolve, check and put into words."""
    return prepare(workspace.loaded, ids)


def view_of(workspace: Workspace, id_: str, *, file: str = "") -> DocumentView:
    """Return a document in words; *file* is a piece of the name of a part of it."""
    found = prepared(workspace, id_)
    errors = [item for item in found.diagnostics if item.severity is Severity.ERROR]
    views = [item.view for item in found.composed if file in item.target.path]
    assert views, [(item.code, str(item.message)) for item in errors]
    return views[0]


def act_of(workspace: Workspace, id_: str = "prikaz") -> ActView:
    """Return an act in words."""
    act = view_of(workspace, id_).act
    assert act is not None
    return act


def act_text(workspace: Workspace, id_: str = "prikaz") -> list[str]:
    """Return the points of an act with their numbers, no-break spaces as spaces."""
    clauses = act_of(workspace, id_).clauses
    return [f"{clause.number} {clause.text}".replace("\u00a0", " ") for clause in clauses]


def with_code(workspace: Workspace, code: Code) -> list[Diagnostic]:
    """Return the findings of one kind."""
    return [item for item in prepared(workspace).diagnostics if item.code == code.id]


def only(workspace: Workspace, code: Code) -> Diagnostic:
    """Return the one finding of a kind that must be there."""
    found = with_code(workspace, code)
    assert len(found) == 1, found
    return found[0]


def source_at(workspace: Workspace, finding: Diagnostic) -> str:
    """Return the text of the source that a finding points at; it must be on one line."""
    assert finding.span is not None
    assert finding.span.line == finding.span.end_line
    lines = workspace.source_lines(finding.span.file)
    assert lines is not None
    return lines[finding.span.line - 1][finding.span.column - 1 : finding.span.end_column - 1]


def resolved_roadmap(workspace: Workspace, id_: str = "plan") -> ResolvedRoadmap:
    """Return a resolved plan."""
    document = resolve_workspace(workspace.loaded)[0].documents[id_]
    assert isinstance(document, ResolvedRoadmap)
    return document


def resolved_order(workspace: Workspace, id_: str = "prikaz") -> ResolvedOrder:
    """Return a resolved act."""
    document = resolve_workspace(workspace.loaded)[0].documents[id_]
    assert isinstance(document, ResolvedOrder)
    return document


def resolved_progress(workspace: Workspace, id_: str = "hod") -> ResolvedProgress:
    """Return resolved progress."""
    document = resolve_workspace(workspace.loaded)[0].documents[id_]
    assert isinstance(document, ResolvedProgress)
    return document
