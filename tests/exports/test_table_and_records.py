"""The table that Excel opens, and the records for programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from agendas import AS_OF, EXAMPLES, agenda_of

from roadmapkit import export_records, export_table
from tiny_workspaces import plan_text


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_table_is_what_a_russian_excel_opens_in_columns() -> None:
    content = export_table(EXAMPLES.agenda)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_table_has_a_row_for_every_item_those_without_a_date_last() -> None:
    heading, *found = rows(export_table(EXAMPLES.agenda))
    items = [*EXAMPLES.agenda.items, *EXAMPLES.agenda.undated]
    assert {len(row) for row in found} == {len(heading)}
    assert [row[-1] for row in found] == [item.uid for item in items]
    assert [row[0] for row in found] == [str(item.due or "") for item in items]


def test_cell_is_never_a_formula(tmp_path: Path) -> None:
    plan = plan_text("- {id: a, title: '=1+1; «а»', due: март 2024, result: '+7 (000) 00-00'}")
    (row,) = rows(export_table(agenda_of(tmp_path, plan)))[1:]
    assert "'=1+1; «а»" in row
    assert "'+7 (000) 00-00" in row


def test_records_are_plain_data_with_place_and_reasons() -> None:
    record = json.loads(json.dumps(export_records(EXAMPLES.agenda)))
    assert record["as_of"] == AS_OF.isoformat()
    assert sum(record["counts"].values()) == len(record["items"]) + len(record["undated"])
    item = next(
        one
        for one in record["items"]
        if (one["document"], one["activity"]) == ("verkhnelessk-roadmap-2024", "self-analysis")
    )
    assert (item["due"], item["state"], item["late_by"]) == ("2024-01-31", "late", 30)
    assert item["parties"] == item["responsible"]
    assert {party["ref"] for party in item["parties"]} == {"shnor-heads", "shnor-curators"}
    assert item["because"]
    line = (
        (Path(__file__).parents[2] / item["file"]).read_text("utf-8").split("\n")[item["line"] - 1]
    )
    assert "self-analysis" in line


def test_exports_speak_the_language_that_is_asked_for(tmp_path: Path) -> None:
    agenda = agenda_of(tmp_path, plan_text("- {id: a, title: Дело, due: март 2024}"))
    english, russian = (export_table(agenda, language=one) for one in ("en", "ru"))
    assert rows(english)[0][:4] == ["Due", "From", "Number", "Activity"]
    assert rows(english)[0] != rows(russian)[0]
    assert rows(english)[1][-1] == rows(russian)[1][-1]
