"""What the library itself produces departs from no profile; nor after LibreOffice saved it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from sound_orders import codes_of

from roadmapkit import Workspace, inspect_document, open_workspace
from roadmapkit.api.executors import render_pack
from roadmapkit.api.preparing import prepare_documents
from roadmapkit.building import render_targets
from roadmapkit.inspection import InspectionResult

ROADMAPS = Path(__file__).resolve().parents[2] / "roadmaps"
PROFILES = ["gost-2016", "gost-2025"]
KINDS = {
    "berezovorechye-minutes-1": ("minutes", "registered"),
    "berezovorechye-progress-2021.отчет-2021-07-02": ("report", None),
    "lazurny-order-41": ("order", "registered"),
    "lazurny-project-2021": ("program", None),
    "polyarny-order-318": ("order", "registered"),
    "quick-start": ("plan", None),
    "verkhnelessk-order-27": ("order", "registered"),
    "verkhnelessk-roadmap-2024": ("plan", None),
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("house")


def opened(house: Path, profile: str) -> Workspace:
    folder = house / profile
    if not folder.exists():
        shutil.copytree(ROADMAPS, folder / "roadmaps")
        text = f"kind: settings\nprofile: {profile}\n"
        (folder / "roadmapkit.yaml").write_text(text, encoding="utf-8")
    return open_workspace(folder)


@cache
def produced(house: Path, profile: str) -> Mapping[str, bytes]:
    """Every document of the examples, an extract and an acquaintance sheet too."""
    workspace = opened(house, profile)
    files = render_targets(prepare_documents(workspace), workspace.loaded)
    return {Path(name).stem: data for name, data in files.items() if name.endswith(".docx")}


def told(result: InspectionResult) -> list[str]:
    return [f"{item.code} {item.message}" for item in result.diagnostics]


@pytest.mark.parametrize("profile", PROFILES)
def test_our_own_documents_have_no_findings(house: Path, profile: str) -> None:
    workspace = opened(house, profile)
    found = {
        name: told(inspect_document(data, workspace=workspace))
        for name, data in produced(house, profile).items()
    }
    assert len(found) >= 19
    assert {name: findings for name, findings in found.items() if findings} == {}


@pytest.mark.parametrize("name", KINDS)
def test_the_kind_of_our_documents_is_told_by_what_they_say(house: Path, name: str) -> None:
    result = inspect_document(produced(house, "gost-2025")[name])
    assert (result.kind, result.state) == KINDS[name]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_pack_of_a_party_has_no_findings(house: Path, profile: str) -> None:
    workspace = opened(house, profile)
    pack = render_pack(workspace, "verkhnelessk-order-27", "school-3")
    documents = {name: data for name, data in pack.items() if name.endswith(".docx")}
    assert documents
    found = {name: told(inspect_document(data)) for name, data in documents.items()}
    assert {name: findings for name, findings in found.items() if findings} == {}


@pytest.mark.parametrize("profile", PROFILES)
def test_a_draft_has_no_findings(tmp_path: Path, profile: str) -> None:
    from tiny_workspaces import opened as tiny

    order = (
        "kind: order\nid: proekt\nform: приказ\nstate: draft\nissuer: Управление образования\n"
        "place: г. Ольховск\ntitle: О поддержке школ\npreamble: В целях поддержки школ,\n"
        "clauses:\n  - text: Утвердить порядок работы.\n  - control: за собой\n"
        "signatory: Начальник\n"
    )
    workspace = tiny(tmp_path, order)
    files = render_targets(prepare_documents(workspace), workspace.loaded)
    [data] = [data for name, data in files.items() if name.endswith("proekt.docx")]
    result = inspect_document(data, profile=profile)
    assert told(result) == []
    assert result.state == "draft"


@pytest.mark.libreoffice
def test_our_documents_saved_again_by_libreoffice_have_no_false_findings(
    house: Path, tmp_path: Path
) -> None:
    names = ["verkhnelessk-order-27", "berezovorechye-minutes-1", "lazurny-project-2021"]
    for name in names:
        (tmp_path / f"{name}.docx").write_bytes(produced(house, "gost-2025")[name])
    convert(tmp_path, "odt", [f"{name}.docx" for name in names])
    shutil.rmtree(tmp_path / "again", ignore_errors=True)
    convert(tmp_path, "docx", [f"{name}.odt" for name in names], out="again")
    found = {
        path.stem: told(inspect_document(path)) for path in sorted((tmp_path / "again").iterdir())
    }
    assert found == {name: [] for name in sorted(names)}


HTML = """\
<html><head><meta charset="utf-8"><style>
@page { size: 21cm 29.7cm; margin: 1cm 1cm 2cm 3cm }
p { font-family: "Times New Roman"; font-size: 14pt; margin: 0; line-height: 100% }
</style></head><body>
<p align="center">Управление образования города Ольховска</p>
<p align="center">ПРИКАЗ</p>
<p>15.01.2024</p><p>№&nbsp;46</p><p>г.&nbsp;Ольховск</p>
<p align="center">О поддержке школ.</p>
<p style="text-indent: 1.25cm; text-align: left">В целях "поддержки" школ города и повышения
качества образования, на основании плана работы управления приказываю:</p>
<p style="text-indent: 1.25cm; text-align: justify; font-family: Arial">1.&nbsp;Утвердить план
мероприятий по поддержке школ города и довести его до сведения руководителей.</p>
<p>Начальник управления</p>
</body></html>
"""


@pytest.mark.libreoffice
def test_faults_planted_in_a_page_that_libreoffice_converts_are_found(tmp_path: Path) -> None:
    (tmp_path / "приказ.html").write_text(HTML, encoding="utf-8")
    convert(tmp_path, "docx:MS Word 2007 XML", ["приказ.html"], filter_="HTML (StarWriter)")
    result = inspect_document(tmp_path / "приказ.docx")
    assert (result.kind, result.state) == ("order", "registered")
    # INS053: LibreOffice gives its style of running text 7 pt below, whatever the page says.
    expected = ["INS022", "INS040", "INS050", "INS053", "INS071", "INS086", "INS088"]
    assert codes_of(result) == expected


def convert(folder: Path, to: str, files: list[str], *, out: str = ".", filter_: str = "") -> None:
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        *([f"--infilter={filter_}"] if filter_ else []),
        "--convert-to",
        to,
        "--outdir",
        str(folder / out),
        *(str(folder / file) for file in files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
