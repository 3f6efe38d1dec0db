"""The page that lists the parts of the examples names files and keys that are there."""

from __future__ import annotations

import re

import pytest
from checkout import ROOT

PAGE = (ROOT / "docs" / "ru" / "29-samples.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("|") and "roadmaps/" in line
]


def test_the_page_has_parts_of_all_five_sets() -> None:
    assert len(ROWS) > 30
    assert len({row[2].split("/")[1] for row in ROWS}) == 5


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_keys_of_a_part_stand_in_its_file(row: list[str]) -> None:
    _, written, file = row
    text = (ROOT / file).read_text(encoding="utf-8")
    for key in re.findall(r"`([^`]+)`", written):
        line = key if ": " in key else f"{key}:"
        assert line in text, f"{file}: {key}"
