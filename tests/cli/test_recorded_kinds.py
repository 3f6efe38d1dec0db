"""The record of the output folder knows all kinds of files, and no record is trusted unseen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from program_calls import Call

from roadmapkit.building.output import pdf
from roadmapkit.building.output.manifest import digest_of_file, read_manifest

PROGRESS = """\
kind: progress
id: hod
title: Отчёт
roadmap: exams
reports:
  - {as_of: 2026-03-01, title: Отчёт на весну}
"""


@pytest.fixture
def folder(call: Call, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An output folder with documents, a pack, a paper, a report of a day, and PDFs."""

    def convert(_program: object, documents: list[bytes], _kind: str) -> tuple[list[bytes], str]:
        return [b"%PDF " + digest(one).encode() for one in documents], ""

    def digest(content: bytes) -> str:
        from hashlib import sha256

        return sha256(content).hexdigest()

    monkeypatch.setattr(pdf, "find_libreoffice", lambda: Path("soffice"))
    monkeypatch.setattr(pdf, "convert", convert)
    (workspace / "roadmaps/hod.yaml").write_text(PROGRESS, "utf-8")
    assert call("build", "--pdf").code == 0
    assert call("build", "exams", "--paper", "publication").code == 0
    assert call("pack", "exams", "--party", "Учителя математики").code == 0
    assert call("report", "hod", "--as-of", "2026-02-25").code == 0
    return workspace / "build"


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.suffix in {".docx", ".pdf", ".ics"}
    }


def test_every_kind_of_file_is_on_record_with_its_digest(call: Call, folder: Path) -> None:
    entries = read_manifest(folder)
    assert entries.keys() == files(folder)
    assert {Path(path).suffix for path in entries} == {".docx", ".pdf", ".ics"}
    for path, entry in entries.items():
        assert digest_of_file(folder / path) == entry.sha256
    asked = {path for path, entry in entries.items() if entry.asked}
    assert {path for path in entries if path.startswith("packs/")} <= asked
    assert "roadmaps/hod.отчет-2026-02-25.docx" in asked
    assert not asked & {"roadmaps/exams.docx", "roadmaps/exams.pdf"}
    before = {path: (folder / path).stat().st_mtime_ns for path in entries}
    told = call("build", "--pdf", "--prune")
    assert "BLD" not in told.out
    assert {path: (folder / path).stat().st_mtime_ns for path in entries} == before


def _foreign(record: dict[str, Any]) -> dict[str, Any]:
    return {"name": "another program", "version": 3}


def _newer(record: dict[str, Any]) -> dict[str, Any]:
    return {**record, "format": record["format"] + 1}


def _not_below(record: dict[str, Any]) -> dict[str, Any]:
    entry = next(iter(record["targets"].values()))
    return {**record, "targets": {"../outside.docx": entry}}


def _other_types(record: dict[str, Any]) -> dict[str, Any]:
    targets = {path: {**one, "files": {"a": 1}} for path, one in record["targets"].items()}
    return {**record, "targets": targets}


@pytest.mark.parametrize("spoil", [_foreign, _newer, _not_below, _other_types])
def test_a_record_that_is_no_use_is_told_and_nothing_is_pruned_by_it(
    call: Call, folder: Path, spoil: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    outside = folder.parent / "outside.docx"
    outside.write_bytes(b"kept")
    record = folder / "manifest.json"
    record.write_text(json.dumps(spoil(json.loads(record.read_bytes()))), "utf-8")
    before = {path: (folder / path).read_bytes() for path in files(folder)}
    told = call("build", "--pdf", "--prune")
    assert told.code == 0
    assert "BLD009" in told.out
    assert {path: (folder / path).read_bytes() for path in files(folder)} == before
    assert outside.read_bytes() == b"kept"
    assert "roadmaps/exams.docx" in read_manifest(folder)
    assert "BLD009" not in call("build").out


def test_a_record_of_a_former_version_without_names_of_files_still_serves(
    call: Call, folder: Path
) -> None:
    record = folder / "manifest.json"
    content = json.loads(record.read_bytes())
    for entry in content["targets"].values():
        entry.pop("files", None)
    record.write_text(json.dumps(content), "utf-8")
    assert "Files written: 0" in call("build", "--lang", "en").out
    plan = folder.parent / "roadmaps/exams.yaml"
    plan.write_text(plan.read_text("utf-8") + "# проверено\n", "utf-8")
    said = call("build", "--explain", "--lang", "en").out
    assert "changed since – the source files\n" in said
