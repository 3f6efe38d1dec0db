"""Cells as officials write them, read by form alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit.resolve.parties.reading import resolve_parties

_TABLES = (
    "party_cells.txt",
    "party_cells_third.txt",
    "party_cells_fourth.txt",
    "party_cells_fifth.txt",
    "party_cells_sixth.txt",
)
_FEWEST = 740

# Two readings are possible, and form alone does not choose the one of the gold.
_MISSED = {
    "Классные руководители при необходимости с психологом": "«с психологом» may be of the role",
    "Администрация лицея, кафедры": "«кафедры» may be the genitive, governed by «администрация»",
    "Специалисты УО и ИМЦ": "«ИМЦ» may be a party of its own or govern «специалисты» too",
}

Cell = tuple[str, list[tuple[str, str]]]


def cells(table: str) -> list[Cell]:
    """Return each cell of a file with its parties: kind and piece; «-» stands for nobody."""
    found: list[Cell] = []
    for line in Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines():
        text = line.replace("\\n", "\n")
        if line.startswith("  "):
            kind, _, piece = text.strip().partition(" ")
            found[-1][1].extend([(kind, piece)] if kind != "-" else [])
        elif line and not line.startswith("#"):
            found.append((text, []))
    return found


def _marked(table: str) -> list[object]:
    return [pytest.param(*cell, marks=_marks(cell[0])) for cell in cells(table)]


def _marks(cell: str) -> tuple[pytest.MarkDecorator, ...]:
    if cell not in _MISSED:
        return ()
    return (pytest.mark.xfail(reason=_MISSED[cell], strict=True),)


@pytest.mark.parametrize(("cell", "parties"), [case for t in _TABLES for case in _marked(t)])
def test_a_cell_is_cut_into_its_parties(cell: str, parties: list[tuple[str, str]]) -> None:
    reading = resolve_parties(cell)
    assert [(party.kind, party.text) for party in reading.parties] == parties
    assert reading.diagnostics == ()


def test_the_tables_of_cells_are_read_whole() -> None:
    read = [cell for table in _TABLES for cell in cells(table)]
    assert len(read) > _FEWEST
    assert {cell for cell, _ in read} >= _MISSED.keys()
