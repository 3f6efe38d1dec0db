"""What a signed act printed and prints no more is named in the reader's language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from roadmapkit import register
from roadmapkit.building import codes
from roadmapkit.report import translate
from tiny_workspaces import PLAN, opened, with_code

ACT = """\
kind: order
id: prikaz
title: О поддержке школ
issuer: upravlenie
expected_date: 2024-01-10
clauses:
  - approve: plan
  - Провести семинар.
  - Подвести итоги.
signatory: nachalnik
"""


def losses(folder: Path, act: str, *gone: str) -> list[str]:
    """Register an act, take something out of it and return what is told of that."""
    register(opened(folder, act, PLAN), "prikaz", date=date(2024, 1, 15), number="46")
    source = folder / "roadmaps" / "work.yaml"
    text = source.read_text(encoding="utf-8")
    for piece in gone:
        assert piece in text
        text = text.replace(piece, "")
    workspace = opened(folder, text)
    found = with_code(workspace, codes.CHANGED_AFTER_SIGNING)
    return [
        translate(item.message, "ru")
        for item in found
        if item.message.template.startswith("The signed text")
    ]


def test_a_removed_point_is_named_by_its_place(tmp_path: Path) -> None:
    (told,) = losses(tmp_path, ACT, "  - Подвести итоги.\n")
    assert told.startswith("В подписанном тексте акта «prikaz» было ещё: пункт, ")


def test_of_a_removed_appendix_the_rows_are_not_told(tmp_path: Path) -> None:
    (told,) = losses(tmp_path, ACT, "  - approve: plan\n")
    assert "приложение 1" in told
    assert "строка" not in told
