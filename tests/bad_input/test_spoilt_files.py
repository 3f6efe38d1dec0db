"""Whatever is done to a file: a check answers, every finding lies in a file, nothing leaks.

``ROADMAPKIT_NIGHTLY=1`` tries many more examples.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from mutations import spoilt_bytes, spoilt_texts

from roadmapkit import build, check, open_workspace
from roadmapkit.api import Workspace
from roadmapkit.diagnostics import Diagnostic
from roadmapkit.report import format_annotations, format_json, format_sarif, format_text

EXAMPLES = Path(__file__).resolve().parents[2] / "roadmaps"
NIGHTLY = os.environ.get("ROADMAPKIT_NIGHTLY", "") not in {"", "0"}
CASES = Path(__file__).resolve().parents[1] / "cases"
TEXTS = [
    (path.relative_to(EXAMPLES).as_posix(), path.read_text(encoding="utf-8"))
    for path in sorted(EXAMPLES.rglob("*"))
    if path.suffix in {".yaml", ".csv", ".md"}
]
SMALL = [
    (path.relative_to(CASES).as_posix(), path.read_text(encoding="utf-8"))
    for path in sorted(CASES.rglob("*"))
    if path.suffix in {".yaml", ".csv", ".md"} and "signed" not in path.parts
]
"""Every kind of document and every file beside one: the workspaces in which findings fire."""
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]

many = settings(max_examples=4000 if NIGHTLY else 180, suppress_health_check=SLOW)
most = settings(max_examples=16000 if NIGHTLY else 800, suppress_health_check=SLOW)
some = settings(max_examples=300 if NIGHTLY else 20, suppress_health_check=SLOW)


class Copies:
    """The examples, each folder of them as a workspace of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, text in TEXTS:
            path = self.file(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def folder(self, name: str) -> Path:
        """Return the workspace that the file *name* is in."""
        return self.root / Path(name).parts[0]

    def file(self, name: str) -> Path:
        """Return the copy of the file *name*."""
        return self.folder(name) / "roadmaps" / name

    def spoil(self, name: str, content: bytes) -> Path:
        """Write *content* in place of a file; return the workspace."""
        for other, text in TEXTS:
            if self.folder(other) == self.folder(name):
                self.file(other).write_text(text, encoding="utf-8")
        self.file(name).write_bytes(content)
        return self.folder(name)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    return Copies(tmp_path_factory.mktemp("examples"))


def assert_sound_findings(workspace: Workspace, findings: tuple[Diagnostic, ...]) -> None:
    """Every finding lies inside its file, and every form of report can show it."""
    for item in findings:
        if item.span is not None:
            assert_inside(workspace, item)
    for language in ("ru", "en"):
        assert list(format_text(findings, workspace.source_lines, language=language)) or (
            not findings
        )
        json.loads(format_json(findings, language=language))
        json.loads(format_sarif(findings, language=language))
        list(format_annotations(findings, language=language))


def assert_inside(workspace: Workspace, finding: Diagnostic) -> None:
    span = finding.span
    assert span is not None
    lines = workspace.source_lines(span.file)
    if lines is None:
        # The file could not be decoded, and how far it was is known in bytes only; or it is one
        # that the program keeps for itself, with the seals of signed acts.
        assert (workspace.root / span.file).exists()
        assert finding.code.startswith("SRC") or span.file.endswith(".lock.yaml")
        return
    assert (span.line, span.column) <= (span.end_line, span.end_column), finding
    for line, column in ((span.line, span.column), (span.end_line, span.end_column)):
        assert 1 <= line <= max(1, len(lines)), finding
        width = len(lines[line - 1]) if lines else 0
        assert 1 <= column <= width + 1, finding


@many
@given(spoilt=spoilt_texts(TEXTS))
def test_a_check_of_a_spoilt_file_answers_with_places_in_files(
    copies: Copies, spoilt: tuple[str, str]
) -> None:
    name, text = spoilt
    workspace = open_workspace(copies.spoil(name, text.encode("utf-8", "surrogatepass")))
    assert_sound_findings(workspace, check(workspace).diagnostics)


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a copy of every case, each a workspace of its own."""
    root = tmp_path_factory.mktemp("cases")
    for path in sorted(CASES.iterdir()):
        if path.is_dir():
            shutil.copytree(path, root / path.name)
        else:
            (root / path.stem).mkdir(exist_ok=True)
            shutil.copy(path, root / path.stem)
    return root


@most
@given(spoilt=spoilt_texts(SMALL))
def test_a_check_of_any_spoilt_kind_of_file_answers_with_places_in_files(
    cases: Path, spoilt: tuple[str, str]
) -> None:
    name, text = spoilt
    parts = Path(name).parts
    folder = cases / (parts[0] if len(parts) > 1 else Path(name).stem)
    file = folder / Path(*parts[1:]) if len(parts) > 1 else folder / name
    sound = file.read_bytes()
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        workspace = open_workspace(folder if len(parts) > 1 else file)
        assert_sound_findings(workspace, check(workspace).diagnostics)
    finally:
        file.write_bytes(sound)


@some
@given(spoilt=spoilt_bytes(TEXTS))
def test_a_check_of_strange_bytes_answers_with_places_in_files(
    copies: Copies, spoilt: tuple[str, bytes]
) -> None:
    workspace = open_workspace(copies.spoil(*spoilt))
    assert_sound_findings(workspace, check(workspace).diagnostics)


@some
@given(spoilt=spoilt_texts(TEXTS))
def test_a_build_of_a_spoilt_file_writes_under_its_folder_only(
    copies: Copies, spoilt: tuple[str, str]
) -> None:
    name, text = spoilt
    folder = copies.spoil(name, text.encode("utf-8", "surrogatepass"))
    out = copies.root / "out"
    shutil.rmtree(out, ignore_errors=True)
    before = dict(contents(copies.root))
    result = build(open_workspace(folder), out=out)
    after = dict(contents(copies.root))
    made = {path: data for path, data in after.items() if out in path.parents}
    assert {path: data for path, data in after.items() if path not in made} == before
    documents = {path: data for path, data in made.items() if path.suffix == ".docx"}
    beside = {path.relative_to(out).parts[0] for path in made.keys() - documents.keys()}
    assert beside <= {".cache", ".roadmapkit.lock", "manifest.json"}
    assert set(documents) == {item.path for item in result.written}
    assert all(data.startswith(b"PK") for data in documents.values())
    assert not result.blocked & {item.document for item in result.written}


def contents(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path, path.read_bytes()


def test_the_examples_themselves_are_sound_and_many() -> None:
    assert len(TEXTS) > 10
    assert {Path(name).suffix for name, _ in TEXTS} == {".yaml", ".csv", ".md"}
    assert {Path(name).suffix for name, _ in SMALL} >= {".yaml", ".csv"}
    assert len(SMALL) > 300
    assert check(open_workspace(EXAMPLES.parent)).ok
