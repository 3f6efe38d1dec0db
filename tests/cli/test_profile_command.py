"""``roadmapkit explain profile`` and the PDF options of ``build``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from roadmapkit.cli.commands import run
from tiny_workspaces import PLAN, write_files

SETTINGS = "kind: settings\nprofile:\n  base: gost-2016\n  margins: {left: 15}\n  font_size: 12\n"


def house(tmp_path: Path) -> list[str]:
    write_files(tmp_path, {"roadmapkit.yaml": SETTINGS, "roadmaps/plan.yaml": PLAN})
    return ["--workspace", str(tmp_path)]


def test_every_value_has_its_clause_and_a_house_value_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", "profile", *house(tmp_path), "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "Format profile: gost-2016" in shown
    assert "left: 15 mm – set by the house, roadmapkit.yaml:4; the profile has 20" in shown
    assert "right: 10 mm – ГОСТ Р 7.0.97-2016" in shown
    assert "number_size: 12 pt – custom" in shown
    assert "FMT001" in shown


def test_programs_get_the_same_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "profile", *house(tmp_path), "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    values = {(item["section"], item["key"]): item for item in record["values"]}
    assert record["profile"] == "gost-2016"
    left, size, corner = (
        values[key] for key in (("portrait", "left"), ("text", "size"), ("requisites", "corner"))
    )
    assert (left["value"], left["standard"], left["source"]) == (15, 20, "house")
    assert left["setting"] == "profile.margins.left"
    assert left["place"] == {"file": "roadmapkit.yaml", "line": 4}
    assert (size["value"], size["unit"], size["source"]) == (12, "pt", "house")
    assert (corner["value"], corner["unit"], corner["source"]) == (75, "mm", "standard")


def test_a_profile_can_be_looked_at_as_it_comes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["explain", "profile", "gost-2025", *house(tmp_path), "--format", "json"]
    assert run(arguments) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["profile"] == "gost-2025"
    assert {item["source"] for item in record["values"]} == {"standard", "custom"}


def test_a_profile_that_does_not_exist_is_refused_with_those_that_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", "profile", "gost-1999", *house(tmp_path)]) == 2
    assert "gost-2025" in capsys.readouterr().err


def test_both_kinds_of_pdf_at_once_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", *house(tmp_path), "--pdf", "--pdf-a", "--lang", "en"]) == 2
    assert "same file" in capsys.readouterr().err
    assert not (tmp_path / "build").exists()
