from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from checkout import ROOT

from roadmapkit.resources import listing, table

TOOL = runpy.run_path(str(ROOT / "tools" / "tables.py"))
PACKAGE = ROOT / "src" / "roadmapkit"


@pytest.mark.parametrize(
    "source", TOOL["TABLES"], ids=lambda path: path.relative_to(PACKAGE).as_posix()
)
def test_the_committed_json_is_what_the_toml_beside_it_says(source: Path) -> None:
    written = source.with_suffix(".json").read_text(encoding="utf-8")

    assert written == TOOL["written"](source), "write the tables again: make tables"


def test_every_toml_with_json_beside_it_is_written_by_the_tool() -> None:
    both = {path for path in PACKAGE.rglob("*.toml") if path.with_suffix(".json").exists()}

    assert both == set(TOOL["TABLES"])


def test_a_table_is_found_beside_the_module_that_reads_it(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "words.json").write_text('{"a": ["ё"]}', encoding="utf-8")
    (tmp_path / "data" / "names.tsv").write_text("а\tё\n", encoding="utf-8")
    module = str(tmp_path / "module.py")

    assert table(module, "data/words") == {"a": ["ё"]}
    assert listing(module, "data/names.tsv") == "а\tё\n"
