"""Some documents of a large workspace: what they need is read, and the answer is the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmapkit import (
    Workspace,
    build,
    check_build,
    due,
    export_records,
    open_workspace,
    pack,
    render,
    views,
)
from roadmapkit.errors import ArgumentError
from roadmapkit.source import ParsedSource, SourceText, parse_source
from tiny_workspaces import DIRECTORY, order_text, plan_text, write_files

ACTIVITY = "- {id: a1, title: Собрать заявки, due: до 1 марта 2024 г., responsible: gusev}"
OWN = {"directory.yaml", "roadmaps/school-7/order.yaml", "roadmaps/school-7/plan.yaml"}


@pytest.fixture
def region(tmp_path: Path) -> Path:
    files = {"directory.yaml": DIRECTORY}
    for number in range(1, 16):
        folder = f"roadmaps/school-{number}"
        header = f"date: {number:02}.02.2024\nnumber: {number}\n"
        files[f"{folder}/plan.yaml"] = plan_text(ACTIVITY, id_=f"plan-{number}")
        files[f"{folder}/order.yaml"] = order_text(
            f"- approve: [plan-{number}]", header=header, id_=f"prikaz-{number}"
        )
    return write_files(tmp_path / "region", files)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names of the files whose YAML has been read."""
    names: set[str] = set()

    def noted(source: SourceText) -> ParsedSource:
        names.add(source.path)
        return parse_source(source)

    monkeypatch.setattr("roadmapkit.load.workspace.parse_source", noted)
    return names


def whole(root: Path) -> Workspace:
    """Return a workspace that has been read already, with all of its files."""
    workspace = open_workspace(root)
    assert workspace.loaded.documents
    return workspace


def test_a_build_reads_what_its_documents_need(region: Path, read: set[str]) -> None:
    result = build(open_workspace(region), ["prikaz-7"])
    assert read == OWN
    everything = build(whole(region), ["prikaz-7"], out=region.parent / "all")
    assert result.diagnostics == everything.diagnostics
    for one, other in zip(result.written, everything.written, strict=True):
        assert one.path.name == other.path.name
        assert one.path.read_bytes() == other.path.read_bytes()
    compared = check_build(open_workspace(region), result.folder, ["prikaz-7"])
    assert len(compared.same) == len(result.written) > 1


def test_what_is_asked_of_one_document_reads_its_files_only(region: Path, read: set[str]) -> None:
    files = render(open_workspace(region), "plan-7")
    shown = views(open_workspace(region), "plan-7")
    terms = due(open_workspace(region), ["plan-7"], as_of=date(2024, 2, 1))
    pack(open_workspace(region), "prikaz-7", "gusev")
    assert read == OWN
    assert files == render(whole(region), "plan-7")
    assert shown == views(whole(region), "plan-7")
    others = due(whole(region), ["plan-7"], as_of=date(2024, 2, 1))
    assert export_records(terms.agenda) == export_records(others.agenda)
    assert terms.agenda.items


def test_a_glance_that_overlooks_a_document_costs_time_and_no_more(
    region: Path, read: set[str]
) -> None:
    hidden = '"kind": roadmap\n"\\u0069d": plan-99\ntitle: План\nperiod: 2024\n'
    order = order_text("- approve: [plan-99]", header="date: 01.12.2024\nnumber: 99", id_="last")
    write_files(region, {"roadmaps/hidden.yaml": hidden, "roadmaps/last.yaml": order})
    result = build(open_workspace(region), ["last"])
    assert result.ok, result.diagnostics
    assert {one.document for one in result.written} == {"last"}
    assert len(read) > len(OWN)


def test_an_id_that_nothing_has_is_refused_with_the_nearest(region: Path) -> None:
    with pytest.raises(ArgumentError, match="prikaz-7"):
        build(open_workspace(region), ["prikas-7"])
