"""Fixes leave a file as its author wrote it, and no workspace worse than it was."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmapkit import check, fix, open_workspace, register
from roadmapkit.building import fixing
from roadmapkit.diagnostics import Code, Edit, Message, Severity
from roadmapkit.errors import OutputError
from roadmapkit.lint import Rule, Subject, house
from roadmapkit.lint.fixing import patched
from tiny_workspaces import write_files

PLAN = """\
# План  отдела
kind: roadmap
id: plan
title: 'План  мероприятий «Росток»'   # черновик
period: 2024
activities:
  - title: "Провести семинар(первый).. потом второй второй"
    due: до 1 октября 2024 г.
    result: >-
      Отчёт ,, сданный
      в отдел  образования
"""
MENDED = """\
# План  отдела
kind: roadmap
id: plan
title: 'План мероприятий «Росток»'   # черновик
period: 2024
activities:
  - title: "Провести семинар (первый). потом второй"
    due: до 1 октября 2024 г.
    result: >-
      Отчёт , сданный
      в отдел образования
"""
ORDER = """\
kind: order
id: prikaz
title: О плане
issuer: Управление образования
state: draft
signatory: Начальник управления
preamble: "В целях развития школ"
clauses:
  - approve: [plan]
  - control: за собой
"""


def plan_file(root: Path, text: str = PLAN) -> Path:
    write_files(root, {"roadmaps/plan.yaml": text})
    return root / "roadmaps" / "plan.yaml"


def test_comments_quoting_and_folding_stay(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    fixed = fix(open_workspace(tmp_path))
    assert path.read_text("utf-8") == MENDED.replace("Отчёт , сданный", "Отчёт, сданный")
    assert fixed.written
    assert fixed.remaining == check(open_workspace(tmp_path)).diagnostics == ()
    assert {item.code for item in fixed.fixed} == {"TYP004", "TYP006", "TYP010"}


def test_byte_order_mark_and_line_ends_stay(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    fix(open_workspace(tmp_path))
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf#")
    assert content.count(b"\r\n") == content.count(b"\n") == PLAN.count("\n")
    assert "План мероприятий «Росток»" in content.decode()


def test_what_a_preview_shows_is_what_is_written(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    shown = fix(open_workspace(tmp_path), dry_run=True)
    assert path.read_text("utf-8") == PLAN
    assert not shown.written
    [made] = fix(open_workspace(tmp_path)).files
    assert shown.files == (made,)
    assert path.read_text("utf-8") == made.after


@pytest.mark.parametrize("text", [PLAN, PLAN.removesuffix("\n"), PLAN.replace("\n", "\r\n")])
def test_git_takes_the_difference(tmp_path: Path, text: str) -> None:
    path = plan_file(tmp_path)
    path.write_bytes(text.encode())
    [shown] = fix(open_workspace(tmp_path), dry_run=True).files
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        cwd=tmp_path,
        input=shown.diff().encode(),
        check=True,
    )
    assert path.read_bytes().decode() == shown.after


def test_a_second_run_finds_nothing_to_do(tmp_path: Path) -> None:
    plan_file(tmp_path)
    fix(open_workspace(tmp_path))
    again = fix(open_workspace(tmp_path))
    assert (again.files, again.fixed, again.written) == ((), (), False)


def test_what_a_signed_act_prints_is_not_touched(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    write_files(tmp_path, {"roadmaps/order.yaml": ORDER.replace("развития", "развития развития")})
    register(open_workspace(tmp_path), "prikaz", date=date(2024, 1, 15), number="5")
    before = {item: item.read_bytes() for item in (tmp_path / "roadmaps").iterdir()}
    fixed = fix(open_workspace(tmp_path), unsafe=True)
    assert (fixed.files, fixed.fixed) == ((), ())
    assert {item.documents for item in fixed.signed} == {("plan",), ("prikaz",)}
    assert before == {item: item.read_bytes() for item in before}
    assert "второй второй" in path.read_text("utf-8")


def test_a_name_in_the_directory_that_a_signed_act_prints_stays(tmp_path: Path) -> None:
    directory = "kind: directory\norganizations:\n  - id: uo\n    name: Совет совет директоров\n"
    order = ORDER.replace("  - approve: [plan]\n", "  - assign: uo\n    text: Провести проверку\n")
    write_files(tmp_path, {"directory.yaml": directory, "roadmaps/order.yaml": order})
    register(open_workspace(tmp_path), "prikaz", date=date(2024, 1, 15), number="5")
    fixed = fix(open_workspace(tmp_path))
    assert (fixed.files, fixed.refused) == ((), ("directory.yaml",))
    assert (tmp_path / "directory.yaml").read_text("utf-8") == directory
    assert not [item for item in fixed.remaining if item.code == "ACT001"]


def test_a_name_that_is_nearly_known_is_mended_on_request_only(tmp_path: Path) -> None:
    directory = "kind: directory\norganizations:\n  - id: uo\n    name: Управление образования\n"
    plan = PLAN + "    responsible: Управления образованя, Сидоров П.П. # кто\n"
    path = plan_file(tmp_path, plan)
    write_files(tmp_path, {"directory.yaml": directory})
    fixed = fix(open_workspace(tmp_path))
    assert [item.code for item in fixed.unsafe] == ["PAR011"]
    assert "образованя" in path.read_text("utf-8")
    assert fix(open_workspace(tmp_path), unsafe=True).unsafe == ()
    assert "responsible: Управление образования, Сидоров П.П. # кто\n" in path.read_text("utf-8")


@pytest.mark.parametrize("name", ["школа № 16", "Сидорова Н.Н.", "Управление культуры"])
def test_a_number_a_person_or_another_body_is_no_near_miss(tmp_path: Path, name: str) -> None:
    directory = (
        "kind: directory\norganizations:\n  - {id: s, name: школа № 15}\n"
        "  - {id: uo, name: Управление образования}\n"
        "people:\n  - {id: n, name: Сидорова Нина Павловна}\n"
    )
    plan_file(tmp_path, MENDED + f"    responsible: {name}\n")
    write_files(tmp_path, {"directory.yaml": directory})
    found = check(open_workspace(tmp_path)).diagnostics
    assert [item.fix for item in found if item.code == "PAR011"] == [()]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.yaml"
    target.write_text(PLAN, encoding="utf-8")
    link = tmp_path / "w" / "roadmaps" / "plan.yaml"
    link.parent.mkdir(parents=True)
    link.symlink_to(target)
    fix(open_workspace(tmp_path / "w"))
    assert link.is_symlink()
    assert "второй второй" not in target.read_text("utf-8")


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    workspace = open_workspace(tmp_path)
    assert workspace.loaded.documents
    path.write_text(PLAN + "# ещё\n", encoding="utf-8")
    with pytest.raises(OutputError):
        fix(workspace)
    assert path.read_text("utf-8") == PLAN + "# ещё\n"


_RENAMED = Code("HSE001", "renamed", Severity.WARNING, "A rule whose fix breaks files")
_TURNED = Code("HSE002", "turned", Severity.WARNING, "A rule whose fix is found wrong again")


def _breaking(subject: Subject) -> Iterator[Any]:
    for document in subject.roadmaps:
        if document.model.id == "plan":
            span = document.origin.child("title").key_span
            yield _RENAMED.at(span, Message("x"), documents=("plan",), fix=(Edit(span, "titel"),))


def _turning(subject: Subject) -> Iterator[Any]:
    for document in subject.roadmaps:
        span = document.origin.child("period").span
        other = "2025" if str(document.model.period) == "2024" else "2024"
        yield _TURNED.at(span, Message("x"), fix=(Edit(span, other),))


@pytest.fixture
def bring(monkeypatch: pytest.MonkeyPatch) -> Any:
    def bring(rule: Rule) -> None:
        class Point:
            name = value = "house"

            def load(self) -> Rule:
                return rule

        monkeypatch.setattr(house, "entry_points", lambda group: [Point()])
        house.house_rules.cache_clear()

    yield bring
    house.house_rules.cache_clear()


def test_a_file_that_fixes_would_break_stays_and_others_are_mended(
    tmp_path: Path, bring: Any
) -> None:
    path = plan_file(tmp_path)
    write_files(tmp_path, {"roadmaps/other.yaml": PLAN.replace("id: plan", "id: other")})
    bring(Rule(_RENAMED, "house", _breaking))
    fixed = fix(open_workspace(tmp_path))
    assert fixed.refused == ("roadmaps/plan.yaml",)
    assert path.read_text("utf-8") == PLAN
    assert [item.file for item in fixed.files] == ["roadmaps/other.yaml"]
    assert not [item for item in fixed.remaining if item.severity is Severity.ERROR]


def test_fixes_that_undo_each_other_come_to_an_end(
    tmp_path: Path, bring: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_file(tmp_path, MENDED)
    calls: list[int] = []

    def counted(*args: Any, **options: Any) -> Any:
        calls.append(1)
        return patched(*args, **options)

    monkeypatch.setattr(fixing, "patched", counted)
    bring(Rule(_TURNED, "house", _turning))
    fix(open_workspace(tmp_path), dry_run=True)
    assert len(calls) == 10
