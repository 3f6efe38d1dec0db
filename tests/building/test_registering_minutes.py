"""Minutes are sealed as acts are: with the day of the meeting, and piece by piece."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import roadmapkit
from roadmapkit.errors import ArgumentError
from tiny_workspaces import PLAN, opened

MINUTES = """\
kind: minutes
id: protokol
title: Протокол заседания рабочей группы
issuer: upravlenie
chair: ryabinina
secretary: sokolov
present:
  - gusev
agenda:
  - question: О подготовке школ
    reporter: sokolov
    decided:
      - Информацию принять к сведению.
      - text: Провести семинар
        responsible: gusev
        due: до 15 мая 2024 г.
"""
DAY = date(2024, 3, 1)


def registered(root: Path) -> Path:
    workspace = opened(root, PLAN, MINUTES)
    roadmapkit.register(workspace, "protokol", date=DAY, number="3")
    return root / "roadmaps" / "work.yaml"


def acts(root: Path) -> list[tuple[str, str]]:
    found = roadmapkit.check(roadmapkit.open_workspace(root)).diagnostics
    return [(item.code, str(item.message)) for item in found if item.code.startswith("ACT")]


def test_registering_writes_state_day_and_number_and_seals(tmp_path: Path) -> None:
    file = registered(tmp_path)
    text = file.read_text(encoding="utf-8")
    assert "state: registered" in text
    assert "date: 01.03.2024" in text
    assert "number: 3" in text
    assert '"protokol":' in (tmp_path / "signed.lock.yaml").read_text(encoding="utf-8")
    assert acts(tmp_path) == []


def test_a_decision_changed_after_signing_is_an_error_at_its_place(tmp_path: Path) -> None:
    file = registered(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Провести семинар", "Провести два семинара"), encoding="utf-8")
    [(code, message)] = acts(tmp_path)
    assert code == "ACT001"
    assert "protokol" in message
    assert not roadmapkit.check(roadmapkit.open_workspace(tmp_path)).ok


def test_a_name_changed_through_the_directory_is_noticed(tmp_path: Path) -> None:
    registered(tmp_path)
    directory = tmp_path / "directory.yaml"
    text = directory.read_text(encoding="utf-8")
    directory.write_text(text.replace("Гусев Пётр Ильич", "Гусев Иван Ильич"), encoding="utf-8")
    assert {code for code, _ in acts(tmp_path)} == {"ACT001"}


def test_a_decision_that_is_gone_is_told(tmp_path: Path) -> None:
    file = registered(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("      - Информацию принять к сведению.\n", ""), encoding="utf-8")
    assert any("had more" in message for _, message in acts(tmp_path))


def test_sealed_minutes_that_are_made_a_draft_again_are_an_error(tmp_path: Path) -> None:
    file = registered(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("state: registered", "state: draft"), encoding="utf-8")
    assert [code for code, _ in acts(tmp_path)] == ["ACT001"]


def test_registered_minutes_without_a_seal_get_a_note_beside_sealed_acts(tmp_path: Path) -> None:
    registered(tmp_path)
    lock = tmp_path / "signed.lock.yaml"
    lock.write_text(lock.read_text("utf-8").replace("protokol", "drugoj"), "utf-8")
    assert "ACT002" in [code for code, _ in acts(tmp_path)]
    lock.unlink()
    assert acts(tmp_path) == []


def test_the_date_of_minutes_is_that_of_the_meeting(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN, MINUTES.replace("chair:", "date: 05.03.2024\nchair:"))
    with pytest.raises(ArgumentError, match="2024-03-05"):
        roadmapkit.register(workspace, "protokol", date=DAY, number="3")
    roadmapkit.register(workspace, "protokol", date=date(2024, 3, 5), number="3")
    assert acts(tmp_path) == []


def test_sealed_minutes_are_not_registered_twice(tmp_path: Path) -> None:
    registered(tmp_path)
    with pytest.raises(ArgumentError, match="already"):
        roadmapkit.register(roadmapkit.open_workspace(tmp_path), "protokol", date=DAY, number="3")


def test_impact_names_the_places_of_minutes(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN, MINUTES)
    found = roadmapkit.impact(workspace, "gusev")
    [minutes] = [item for item in found.documents if item.id == "protokol"]
    assert "Провести семинар" in str(minutes)
    assert "protokol" not in {item.id for item in roadmapkit.impact(workspace, "lapina").documents}


def test_a_pack_has_an_extract_with_the_decisions_of_the_party_only(tmp_path: Path) -> None:
    from io import BytesIO

    from docx import Document
    from openxml_audit import OpenXmlValidator

    registered(tmp_path)
    workspace = roadmapkit.open_workspace(tmp_path)
    result = roadmapkit.render_pack(workspace, "protokol", "gusev", certify="nachalnik")
    [name] = [path for path in result if path.endswith("protokol.выписка.docx")]
    content = result[name]
    target = tmp_path / "extract.docx"
    target.write_bytes(content)
    assert OpenXmlValidator().validate(target).is_valid
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    for printed in ("ВЫПИСКА ИЗ ПРОТОКОЛА", "Провести семинар", "СЛУШАЛИ", "Подпись", "Верно"):
        assert printed in text
    assert "Информацию принять" not in text
    assert "Присутствовали" not in text
    assert any(path.endswith(".ics") for path in result)


def test_a_further_decision_is_printed_by_its_number(tmp_path: Path) -> None:
    workspace = opened(tmp_path, PLAN, MINUTES)
    result = roadmapkit.render_pack(workspace, "protokol", "gusev", points=["1.1"])
    assert result
    with pytest.raises(ArgumentError, match=r"1\.2"):
        roadmapkit.render_pack(workspace, "protokol", "gusev", points=["9.9"])
