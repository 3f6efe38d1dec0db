"""Cells as officials write them, read by form alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit.resolve.parties.reading import resolve_parties

_CELLS = Path(__file__).with_name("party_cells.txt")


def cells() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return each cell of the file with its parties: kind and piece."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in _CELLS.read_text(encoding="utf-8").splitlines():
        text = line.replace("\\n", "\n")
        if line.startswith("  "):
            kind, _, piece = text.strip().partition(" ")
            found[-1][1].append((kind, piece))
        elif line and not line.startswith("#"):
            found.append((text, []))
    return found


@pytest.mark.parametrize(("cell", "parties"), cells())
def test_a_cell_is_cut_into_its_parties(cell: str, parties: list[tuple[str, str]]) -> None:
    reading = resolve_parties(cell)
    assert [(party.kind, party.text) for party in reading.parties] == parties
    assert reading.diagnostics == ()


def test_the_table_of_cells_is_read_whole() -> None:
    assert len(cells()) > 120
    assert all(parties for _, parties in cells())
