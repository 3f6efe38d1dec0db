"""The examples' files: checked clean, counted, valid, and as a person has read them."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENTATION
from example_files import (
    APPENDICES,
    CHECKOUT,
    FILES,
    IDS,
    WHOLE,
    files,
    opened_file,
    prepared,
    sheets,
    structure,
    workspace,
)
from openxml_audit import OpenXmlValidator

from golden_files import Golden
from roadmapkit import check
from roadmapkit.diagnostics import Severity
from roadmapkit.resolve import ResolvedOrder, ResolvedProgress, ResolvedRoadmap, resolve_workspace

GOLDENS = Path(__file__).parent / "goldens"

COUNTS = {
    "verkhnelessk-roadmap-2024": [8, 5, 6, 15, 9],
    "lazurny-project-plan-2021": [2, 2],
    "lazurny-roadmap-2021": [6, 5, 18, 17, 11, 10],
    "polyarny-roadmap-2020": [8, 15, 5],
    "klyuchevsk-roadmap-2022": [11, 1, 2, 3, 2],
    "berezovorechye-roadmap-2021": [5, 3, 4, 3, 3],
    "berezovorechye-roadmap-2021-2022": [18],
    "quick-start": [2, 1],
}
"""Activities of every section."""


def test_check_finds_nothing_to_mend() -> None:
    found = [item for item in check(workspace()).diagnostics if item.severity is not Severity.INFO]
    assert [(item.code, item.span, str(item.message)) for item in found] == []


def test_lists_here_name_all_documents_and_files() -> None:
    assert tuple(sorted(prepared().workspace.documents)) == IDS
    assert tuple(sorted(files())) == FILES


def test_every_plan_is_counted() -> None:
    documents = resolve_workspace(workspace().loaded)[0].documents
    plans = {id_ for id_, item in documents.items() if isinstance(item, ResolvedRoadmap)}
    assert plans == set(COUNTS)


@pytest.mark.parametrize("id_", sorted(COUNTS))
def test_sections_and_activities_are_those_of_the_example(id_: str) -> None:
    plan = prepared().workspace.documents[id_]
    assert isinstance(plan, ResolvedRoadmap)
    assert [len(section.activities) for section in plan.sections] == COUNTS[id_]


def test_examples_have_orders_and_progress_too() -> None:
    kinds = [type(item) for item in prepared().workspace.documents.values()]
    assert kinds.count(ResolvedOrder) == 3
    assert kinds.count(ResolvedProgress) == 2


@pytest.mark.parametrize("name", FILES)
def test_independent_validator_finds_no_fault(name: str, tmp_path: Path) -> None:
    path = tmp_path / "document.docx"
    path.write_bytes(files()[name])
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("name", WHOLE)
def test_text_and_structure_are_as_read(name: str, golden: Golden) -> None:
    golden.check(GOLDENS / f"{Path(name).stem}.txt", structure(name))


def test_every_golden_file_is_of_a_produced_file() -> None:
    assert {path.stem for path in GOLDENS.iterdir()} == {Path(name).stem for name in WHOLE}


@pytest.mark.parametrize("name", sorted(APPENDICES))
def test_appendix_on_its_own_prints_what_it_prints_in_its_order(name: str) -> None:
    order, place = APPENDICES[name]
    whole = sheets(str(Path(name).with_name(f"{order}.docx")))
    assert sheets(name) == [whole[place]]


@pytest.mark.parametrize("name", FILES)
def test_properties_say_where_a_file_comes_from(name: str) -> None:
    properties = opened_file(name).core_properties
    assert properties.title
    assert "roadmapkit" not in properties.title
    data = files()[name]
    for leak in (str(CHECKOUT), str(Path.home())):
        assert leak.encode() not in data


@pytest.mark.parametrize("name", FILES)
def test_sheets_lie_as_their_contents_need(name: str) -> None:
    view = next(item.view for item in prepared().composed if item.target.path == name)
    expected = [WD_ORIENTATION.PORTRAIT] if view.act or view.minutes or view.letter else []
    expected += [
        WD_ORIENTATION.LANDSCAPE if sheet.landscape else WD_ORIENTATION.PORTRAIT
        for sheet in view.sheets
    ]
    sections = opened_file(name).sections
    assert [section.orientation for section in sections] == expected
