"""Tables of phrases with the meaning that a careful reader gives them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmapkit.deadlines import Deadline, explain_deadline

_TABLES = (
    "phrases_first.tsv", "phrases_second.tsv", "phrases_third.tsv", "phrases_fourth.tsv",
    "phrases_fifth.tsv", "phrases_sixth.tsv", "phrases_seventh.tsv",
)  # fmt: skip
_ROUND_TRIP = (
    "kind", "start", "end", "frequency", "every", "count", "per", "at_least", "months", "day",
    "weekdays", "bound", "event",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    phrase: str
    period: str
    signed_on: date | None
    expected: dict[str, Any]

    def explain(self, phrase: str | None = None) -> Deadline:
        written = self.phrase if phrase is None else phrase
        return explain_deadline(written, period=self.period, signed_on=self.signed_on)


def all_rows() -> list[Row]:
    """Return the rows of every table."""
    rows: list[Row] = []
    for table in _TABLES:
        with (Path(__file__).parent / table).open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                signed = date.fromisoformat(line["signed_on"]) if line["signed_on"] else None
                phrase = line["phrase"].replace("\\n", "\n")
                rows.append(Row(phrase, line["period"], signed, _expected(line)))
    return rows


def _expected(line: dict[str, str]) -> dict[str, Any]:
    expected: dict[str, Any] = {
        "kind": line["kind"],
        "start": line["start"] or None,
        "end": line["end"] or None,
        "frequency": None,
        "count": None,
        "per": None,
    }
    if line["kind"] == "recurring":
        expected["months"] = []
    for pair in filter(None, (line["more"] or "").split(";")):
        name, value = pair.split("=")
        if name == "months":
            expected[name] = [int(month) for month in value.split(",")]
        elif name == "at_least":
            expected[name] = value == "True"
        else:
            expected[name] = int(value) if value.lstrip("-").isdigit() else value
    return expected


_ALL = all_rows()
_IDS = [f"{row.phrase[:40]!r} in {row.period}" for row in _ALL]


def test_tables_hold_enough_phrases() -> None:
    assert len(_ALL) > 1200


@pytest.mark.parametrize("row", _ALL, ids=_IDS)
def test_phrase_means_what_a_reader_understands(row: Row) -> None:
    found = row.explain().to_dict()
    assert {name: found[name] for name in row.expected} == row.expected


@pytest.mark.parametrize("row", _ALL, ids=_IDS)
def test_canonical_phrase_has_the_same_meaning(row: Row) -> None:
    first = row.explain()
    second = row.explain(first.canonical)
    found, again = first.to_dict(), second.to_dict()
    assert {n: again[n] for n in _ROUND_TRIP} == {n: found[n] for n in _ROUND_TRIP}
    assert second.canonical == first.canonical
    assert again["parties"] == found["parties"]


@pytest.mark.parametrize("row", _ALL, ids=_IDS)
def test_what_is_not_understood_is_never_silent(row: Row) -> None:
    found = row.explain()
    if row.expected["kind"] == "unparsed":
        assert [d.code for d in found.diagnostics if d.severity.value in ("error", "warning")]
    else:
        assert not [d for d in found.diagnostics if d.severity.value == "error"]
