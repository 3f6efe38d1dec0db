"""The country of the benchmark is one that a check finds nothing in, and that has packs."""

from __future__ import annotations

from pathlib import Path

from country import write_country

from roadmapkit import check, open_workspace, pack


def test_a_country_is_clean_and_each_school_has_its_pack(tmp_path: Path) -> None:
    workspace = open_workspace(write_country(tmp_path, 22))
    found = check(workspace)
    assert found.diagnostics == ()
    assert len(found.documents) == 2 * (22 + 2)
    packed = pack(workspace, "district-plan-0002", "heads-0002")
    assert not packed.diagnostics
    names = {path.parent.name for path in (one.path for one in packed.written)}
    assert names == {"heads-0002", "post-00021", "post-00022"}
