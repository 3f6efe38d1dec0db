from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from word_files import NS, attribute, faults_of, members, opened

from roadmapkit.rendering import CODES, Template
from roadmapkit.resources import resource

KINDS = (
    "acquaintance",
    "approval",
    "copy",
    "extract",
    "letter",
    "list",
    "order",
    "report",
    "roadmap",
)
FOLDER = resource("templates")


@pytest.mark.parametrize("kind", KINDS)
def test_template_is_valid_for_an_independent_validator(kind: str) -> None:
    assert faults_of((FOLDER / f"{kind}.docx").read_bytes()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_template_says_what_it_prints(kind: str) -> None:
    assert Template.packaged(kind).kind == kind


@pytest.mark.parametrize("kind", KINDS)
def test_every_paragraph_has_a_named_style(kind: str) -> None:
    document = opened((FOLDER / f"{kind}.docx").read_bytes())
    known = {style.style_id for style in document.styles}
    styles = [
        paragraph.find("./w:pPr/w:pStyle", NS)
        for paragraph in document.element.body.iter(f"{{{NS['w']}}}p")
    ]
    assert styles
    assert {attribute(style, ".", "val") for style in styles if style is not None} <= known
    assert None not in styles


def test_digest_follows_the_content(tmp_path: Path) -> None:
    first = Template.packaged("order")
    copy = tmp_path / "copy.docx"
    copy.write_bytes((FOLDER / "order.docx").read_bytes())
    assert Template.from_file(copy).digest == first.digest
    assert Template.packaged("roadmap").digest != first.digest


def test_resource_names_what_is_missing() -> None:
    with pytest.raises(FileNotFoundError, match=r"templates/memo\.docx"):
        resource("templates", "memo.docx")


def test_codes_are_unique_and_of_one_family() -> None:
    assert len({code.id for code in CODES}) == len({code.name for code in CODES}) == len(CODES)
    assert all(code.id.startswith("TPL") for code in CODES)


def test_templates_are_what_their_script_writes(tmp_path: Path) -> None:
    script = FOLDER / "generate.py"
    if not script.is_file():
        pytest.skip("the script is part of the checkout, not of the installed package")
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True)
    written = sorted(path.name for path in tmp_path.iterdir())
    assert written == sorted(path.name for path in FOLDER.glob("*.docx"))
    for name in written:
        # Contents, not bytes: another zlib may compress the same contents differently.
        assert members((tmp_path / name).read_bytes()) == members((FOLDER / name).read_bytes())
