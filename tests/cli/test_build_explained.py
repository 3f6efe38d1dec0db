"""What ``build`` says of itself: ``--explain``, ``--verbose``, ``--check``, ``--compressor``."""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from program_calls import Call

from roadmapkit.rendering.compression import compressor_named
from roadmapkit.resources import resource

DIRECTORY = "kind: directory\npeople: [{id: belova, name: Белова А.А.}]\n"


def _edit_source(root: Path) -> None:
    path = root / "roadmaps/exams.yaml"
    path.write_text(path.read_text("utf-8").replace("математике", "физике"), "utf-8")


def _edit_directory(root: Path) -> None:
    (root / "directory.yaml").write_text(DIRECTORY.replace("А.А.", "Б.А."), "utf-8")


def _edit_settings(root: Path) -> None:
    (root / "roadmapkit.yaml").write_text("kind: settings\nprofile: gost-2016\n", "utf-8")


def _edit_calendar(root: Path) -> None:
    text = "kind: settings\ncalendar: {days_off: [2026-02-20]}\n"
    (root / "roadmapkit.yaml").write_text(text, "utf-8")


def _add_template(root: Path) -> None:
    (root / "templates").mkdir()
    own = root / "templates/roadmap.docx"
    with (
        zipfile.ZipFile(Path(str(resource("templates", "roadmap.docx")))) as former,
        zipfile.ZipFile(own, "w") as copy,
    ):
        for item in former.infolist():
            content = former.read(item)
            if item.filename == "word/document.xml":
                content = content.replace(b"</w:body>", b"<!-- house --></w:body>")
            copy.writestr(item, content)


@pytest.mark.parametrize(
    ("change", "parts", "files"),
    [
        (_edit_source, ("sources", "view"), "roadmaps/exams.yaml"),
        (_edit_directory, ("sources",), "directory.yaml"),
        (_edit_settings, ("profile", "sources"), "roadmapkit.yaml"),
        (_edit_calendar, ("calendar", "sources"), "roadmapkit.yaml"),
        (_add_template, ("template",), "templates/roadmap.docx"),
    ],
)
def test_every_rebuilt_file_names_what_has_changed(
    call: Call, workspace: Path, change: Callable[[Path], None], parts: tuple[str, ...], files: str
) -> None:
    (workspace / "directory.yaml").write_text(DIRECTORY, "utf-8")
    (workspace / "roadmapkit.yaml").write_text("kind: settings\n", "utf-8")
    call("build")
    change(workspace)
    answer = call("build", "--explain", "--lang", "en", "--format", "json")
    [told] = json.loads(answer.out)["explained"]
    assert (told["reason"], told["files"]) == ("changed", [files])
    assert tuple(told["parts"]) == parts


def test_the_reason_is_told_in_both_languages(call: Call, workspace: Path) -> None:
    source = workspace / "roadmaps/exams.yaml"
    call("build")
    for turn, language in enumerate(("en", "ru")):
        source.write_text(source.read_text("utf-8") + f"# {turn}\n", "utf-8")
        said = call("build", "--explain", "--lang", language).out.splitlines()[0]
        assert said.startswith("build/roadmaps/exams.docx: ")
        assert said.endswith("roadmaps/exams.yaml")
        assert ("the source files" in said) == (language == "en")
        assert ("исходные файлы" in said) == (language == "ru")


def test_only_the_documents_of_a_directory_are_built_anew_and_name_it(
    call: Call, workspace: Path
) -> None:
    near = workspace / "roadmaps/near"
    near.mkdir()
    text = (workspace / "roadmaps/exams.yaml").read_text("utf-8")
    (near / "plan.yaml").write_text(text.replace("id: exams", "id: near"), "utf-8")
    (near / "directory.yaml").write_text(DIRECTORY, "utf-8")
    call("build")
    (near / "directory.yaml").write_text(DIRECTORY.replace("А.А.", "Б.Б."), "utf-8")
    said = call("build", "--explain", "--lang", "en").out.splitlines()
    assert said[0] == "build/roadmaps/exams.docx: left as it is: nothing has changed"
    assert said[1].startswith("build/roadmaps/near/near.docx: built: changed since")
    assert said[1].endswith("changed files: roadmaps/near/directory.yaml")


def test_verbose_tells_of_a_cache_that_cannot_be_used(call: Call, workspace: Path) -> None:
    (workspace / "build").mkdir()
    (workspace / "build/.cache").write_text("mine", "utf-8")
    quiet = call("build", "--lang", "en")
    assert (quiet.code, quiet.err) == (0, "")
    told = call("build", "--force", "--verbose", "--lang", "en")
    assert told.err.splitlines() == [
        "the cache .cache is not used: it is a link or no folder; remove it, and it is made anew"
    ]
    assert (workspace / "build/.cache").read_text("utf-8") == "mine"


def test_verbose_tells_that_nothing_was_done_at_all(call: Call, workspace: Path) -> None:
    assert call("build", "--verbose", "--lang", "en").err == ""
    assert "Nothing has changed" in call("build", "--verbose", "--lang", "en").err
    assert (workspace / "build/roadmaps/exams.docx").is_file()


@pytest.mark.parametrize("plans", [1, 30], ids=["small", "large"])
def test_verbose_tells_of_a_template_that_cannot_be_streamed(
    call: Call, workspace: Path, plans: int
) -> None:
    text = (workspace / "roadmaps/exams.yaml").read_text("utf-8")
    for number in range(1, plans):
        path = workspace / f"roadmaps/exams-{number}.yaml"
        path.write_text(text.replace("id: exams", f"id: exams-{number}"), "utf-8")
    _vary_columns(workspace)
    told = call("build", "--verbose", "--lang", "en")
    assert told.code == 0
    [line] = told.err.splitlines()
    assert "docxtpl counts them afterwards" in line
    assert "roadmap.docx" in line


def test_a_check_of_a_template_notes_that_it_cannot_be_streamed(
    call: Call, workspace: Path
) -> None:
    _vary_columns(workspace)
    told = call("templates", "check", "templates/roadmap.docx", "--lang", "en")
    assert told.code == 0
    start = "note TPL017: templates/roadmap.docx, text of the template: the number of columns"
    assert [line[: len(start)] for line in told.out.splitlines() if "TPL017" in line] == [start]
    assert "{% grid [30, 60] %}" in told.out
    assert "TPL017" not in call("check", "--lang", "en").out
    call("templates", "copy", "roadmap", "--force")
    assert "TPL017" not in call("templates", "check", "templates/roadmap.docx").out


def _vary_columns(root: Path) -> None:
    """Give the house a template in which a condition stands around a cell of a table."""
    from docx import Document

    document = Document()
    document.add_paragraph("{{ title }}")
    table = document.add_table(rows=1, cols=4)
    for cell, cell_text in zip(
        table.rows[0].cells,
        ("{{ title }}", "{%tc if title %}", "{{ title }}", "{%tc endif %}"),
        strict=True,
    ):
        cell.text = cell_text
    (root / "templates").mkdir()
    document.save(str(root / "templates/roadmap.docx"))


def test_a_check_names_each_missing_superfluous_and_differing_file(
    call: Call, workspace: Path
) -> None:
    text = (workspace / "roadmaps/exams.yaml").read_text("utf-8")
    for name in ("gone", "torn", "other"):
        path = workspace / f"roadmaps/{name}.yaml"
        path.write_text(text.replace("id: exams", f"id: {name}"), "utf-8")
    call("build", "--out", "given")
    given = workspace / "given/roadmaps"
    (given / "gone.docx").unlink()
    (given / "torn.docx").write_bytes((given / "torn.docx").read_bytes()[:-100])
    (given / "extra.docx").write_bytes(b"x")
    call("build", "other", "--out", "elsewhere", "--compressor", "zlib")
    _edit = (workspace / "roadmaps/other.yaml").read_text("utf-8")
    (workspace / "roadmaps/other.yaml").write_text(_edit.replace("математике", "химии"), "utf-8")
    answer = call("build", "--check", "given", "--lang", "en")
    assert answer.code == 1
    for said in (
        "given/roadmaps/gone.docx is missing",
        "given/roadmaps/torn.docx differs and is no Word file",
        "given/roadmaps/extra.docx is given, but nothing produces it",
        "given/roadmaps/other.docx differs in docProps/custom.xml, ",
        "Equal files: 1, differing: 2, missing: 1, superfluous: 1",
    ):
        assert said in answer.out
    record = json.loads(call("build", "--check", "given", "--format", "json").out)
    assert record["same"] == ["roadmaps/exams.docx"]
    assert record["missing"] == ["roadmaps/gone.docx"]
    assert sorted(record["differing"]) == ["roadmaps/other.docx", "roadmaps/torn.docx"]
    assert call("build", "--check", "nowhere").code == 2


def test_another_compressor_is_chosen_by_hand_and_told(call: Call, workspace: Path) -> None:
    pytest.importorskip("isal")
    call("build")
    said = call("build", "--compressor", "isal", "--explain", "--lang", "en").out
    assert "changed since – the compressor" in said
    assert call("build", "--check", "build").code == 1
    assert call("build", "--check", "build", "--compressor", "isal").code == 0
    assert (workspace / "build").is_dir()


def test_a_compressor_that_there_is_not_is_refused_with_the_way_out(
    call: Call, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = call("build", "--compressor", "lz4", "--lang", "en")
    assert answer.code == 2
    assert "none of: zlib, isal, zlib-ng" in answer.err
    compressor_named.cache_clear()
    monkeypatch.setitem(sys.modules, "isal", None)
    monkeypatch.setitem(sys.modules, "isal.isal_zlib", None)
    answer = call("build", "--compressor", "isal", "--lang", "en")
    compressor_named.cache_clear()
    assert answer.code == 2
    assert "pip install isal" in answer.err
    assert not (workspace / "build").exists()
    (workspace / "roadmapkit.yaml").write_text(
        "kind: settings\nbuild: {compressor: lz4}\n", "utf-8"
    )
    answer = call("build", "--lang", "en")
    assert answer.code == 1
    assert "roadmapkit.yaml:2:21: error SCH006" in answer.out
    assert "zlib, isal, zlib-ng" in answer.out
