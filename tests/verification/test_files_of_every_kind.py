"""Files of every kind: examples and packs, saved by other programs, foreign, damaged, hostile."""

from __future__ import annotations

import io
import random
import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from edited_documents import ROOT, built, edited, verified

import roadmapkit
from roadmapkit.cli import main
from roadmapkit.errors import ArgumentError, RoadmapkitError
from roadmapkit.load import load_workspace
from roadmapkit.rendering.archive import read_archive
from roadmapkit.rendering.contents import UnreadableFileError, read_contents
from roadmapkit.rendering.packing import write_archive
from roadmapkit.verification import NotOursError
from roadmapkit.verification.comparing import compare_contents
from roadmapkit.verification.rebuilding import Rebuilt, Wanted, rebuild
from roadmapkit.verification.yaml_lines import YamlLines
from tiny_workspaces import DIRECTORY, PLAN, write_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path, {"directory.yaml": DIRECTORY, "roadmaps/work.yaml": PLAN})


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every document of the examples."""
    folder = tmp_path_factory.mktemp("examples")
    assert roadmapkit.build(roadmapkit.open_workspace(ROOT), out=folder).ok
    return folder


def _with_another_word(data: bytes, chance: random.Random) -> tuple[bytes, str]:
    """Return a document in which one word is another, and the word that was there."""
    members = read_archive(data, "example")
    text = members["word/document.xml"].decode("utf-8")
    runs = [
        match
        for match in re.finditer(r"(<w:t(?: [^>]*)?>)([^<]*)(?=</w:t>)", text)
        if re.search(r"[а-яё]{4,}", match[2])
    ]
    run = chance.choice(runs)
    word = chance.choice(list(re.finditer(r"[а-яё]{4,}", run[2])))
    start = run.start(2) + word.start()
    changed = f"{text[:start]}ъюъю{text[start + len(word[0]) :]}"
    return write_archive({**members, "word/document.xml": changed.encode()}), word[0]


@pytest.fixture(scope="module")
def originals(examples: Path) -> list[tuple[Path, Rebuilt]]:
    """Every file of the examples, and its document built again."""
    loaded = load_workspace(ROOT)
    found = []
    for file in sorted(examples.rglob("*.docx")):
        custom = read_contents(file.read_bytes(), file.name).custom
        wanted = Wanted(custom["roadmapkit.document"], custom["roadmapkit.target"])
        found.append((file, rebuild(loaded, wanted)))
    assert len(found) >= 19
    return found


def test_any_word_of_any_example_leads_to_one_place_of_the_yaml(
    originals: list[tuple[Path, Rebuilt]],
) -> None:
    chance = random.Random(2024)  # noqa: S311  # the same words each time
    literal = tried = 0
    for file, original in originals:
        data = file.read_bytes()
        lines = YamlLines(original.loaded, original.loaded)
        for _ in range(4):
            changed, word = _with_another_word(data, chance)
            found = compare_contents(original, read_contents(changed, file.name), lines)
            assert [item.kind for item in found] == ["text"], (file.name, word, found)
            assert word in found[0].before
            assert "ъюъю" in found[0].after
            assert found[0].place is not None, (file.name, word)
            tried += 1
            literal += word[:4] in found[0].place.line.casefold()
    # The rest is generated: column headings, posts and names of the directory, set phrases.
    assert literal >= tried * 0.8, (literal, tried)


def test_every_example_is_built_again_the_same_and_traced(
    originals: list[tuple[Path, Rebuilt]],
) -> None:
    for file, original in originals:
        contents = read_contents(file.read_bytes(), file.name)
        assert original.contents.digest == contents.digest
        lines = YamlLines(original.loaded, original.loaded)
        assert compare_contents(original, contents, lines) == []
        traced = sum(bool(trace) for trace in original.traces)
        printed = sum(bool(block.text.strip()) for block in contents.blocks)
        # Short papers have up to two lines of the form itself, which come from no value.
        assert printed - traced <= max(2, printed * 0.1)


def test_packs_are_made_again_for_the_same_party(root: Path) -> None:
    workspace = roadmapkit.open_workspace(root)
    result = roadmapkit.pack(workspace, "plan", "gruppa", certify="nachalnik")
    documents = [item.path for item in result.written if item.path.suffix == ".docx"]
    assert len(documents) >= 2
    for file in documents:
        found = verified(file, root)
        assert (found.state, found.confirmed) == ("unchanged", True), file
    extract = next(file for file in documents if "выписка" in file.name)

    def edit(document: Document) -> None:
        text = next(
            text for text in document.element.iter(qn("w:t")) if "заявки" in (text.text or "")
        )
        text.text = text.text.replace("заявки", "анкеты")

    (item,) = verified(edited(extract, edit), root).differences
    assert item.place is not None
    assert "Собрать заявки" in item.place.line


@pytest.mark.libreoffice
def test_a_file_saved_by_libreoffice_has_the_same_text_and_look(
    examples: Path, tmp_path: Path
) -> None:
    files = [
        next(examples.rglob(name))
        for name in ("verkhnelessk-order-27.docx", "lazurny-project-2021.docx")
    ]
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "saved")),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    for file in files:
        found = verified(tmp_path / "saved" / file.name, ROOT)
        assert found.differences == ()
        assert (found.state, found.intact) == ("resaved", False)
        assert "LibreOffice" in found.program


class TestWithoutProperties:
    @pytest.fixture
    def stripped(self, root: Path) -> Path:
        file = built(root, "plan")
        members = read_archive(file.read_bytes(), file.name)
        custom = members["docProps/custom.xml"].decode("utf-8")
        members["docProps/custom.xml"] = re.sub(
            r"<property .*</property>", "", custom, flags=re.DOTALL
        ).encode()
        other = file.with_name("письмо.docx")
        other.write_bytes(write_archive(members))
        return other

    def test_a_file_that_nothing_is_known_of_is_refused(self, root: Path, stripped: Path) -> None:
        with pytest.raises(NotOursError, match="--as ID"):
            verified(stripped, root)

    def test_it_is_known_by_its_name_or_by_the_id_that_is_given(
        self, root: Path, stripped: Path
    ) -> None:
        workspace = roadmapkit.open_workspace(root)
        found = roadmapkit.verify_document(stripped, workspace, document="plan")
        assert found.differences == ()
        assert [note.code for note in found.notes] == ["VER011"]
        named = stripped.rename(stripped.with_name("plan.docx"))
        assert verified(named, root).provenance.document == "plan"

    def test_an_id_that_no_document_has_is_refused(self, root: Path, stripped: Path) -> None:
        with pytest.raises(ArgumentError, match="No document"):
            roadmapkit.verify_document(stripped, root, document="plan-2")


def _zip(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "not a whole .docx"),
        (b"PK\x03\x04broken", "not a whole .docx"),
        (b"\xd0\xcf\x11\xe0 old word", "old .doc"),
        (_zip(readme=b"text"), "not a Word document"),
        (_zip(bomb=b"\0" * 60_000_000), "more data"),
    ],
)
def test_a_file_that_is_no_document_is_refused_with_a_reason(
    data: bytes, told: str, tmp_path: Path
) -> None:
    file = tmp_path / "file.docx"
    file.write_bytes(data)
    with pytest.raises(UnreadableFileError, match=re.escape(told)):
        roadmapkit.verify_document(file)


def test_entities_in_a_part_are_refused(root: Path) -> None:
    file = built(root, "plan")
    members = read_archive(file.read_bytes(), file.name)
    xml = members["word/document.xml"].decode("utf-8")
    bomb = xml.replace("?>", '?><!DOCTYPE x [<!ENTITY a "aaaa">]>', 1)
    file.write_bytes(write_archive({**members, "word/document.xml": bomb.encode()}))
    with pytest.raises(RoadmapkitError, match="damaged"):
        verified(file, root)


class TestCommand:
    def _run(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
        code = main(["verify", "--lang", "en", *arguments])
        return code, capsys.readouterr().out

    def test_exit_codes_tell_unchanged_changed_and_unusable(
        self, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = built(root, "plan")

        def edit(document: Document) -> None:
            document.tables[0].rows[3].cells[2].paragraphs[0].runs[0].text = "май 2024 г."

        changed, broken = edited(file, edit), file.with_name("broken.docx")
        broken.write_bytes(b"no document")
        place = ("--workspace", str(root))
        code, text = self._run(capsys, *place, str(file))
        assert code == 0
        assert "unchanged since it was built" in text
        code, text = self._run(capsys, *place, str(file), str(changed))
        assert code == 1
        assert "VER001 row 3 of the table (no. 1.2), column 'Сроки'" in text
        assert "roadmaps/work.yaml:9:" in text
        assert self._run(capsys, *place, str(broken), str(changed))[0] == 2

    def test_json_holds_every_difference(
        self, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        import json

        file = built(root, "plan")
        shutil.copy(file, root / "copy.docx")
        code, text = self._run(
            capsys, "--workspace", str(root), "--format", "json", str(root / "copy.docx")
        )
        (record,) = json.loads(text)["files"]
        assert (code, record["state"], record["differences"]) == (0, "unchanged", [])
        assert record["made_from"]["sources"] == ["directory.yaml", "roadmaps/work.yaml"]


class TestAskedForByHand:
    """Files that nothing in the sources asks for."""

    def test_a_report_as_of_another_day_is_built_again(self, tmp_path: Path) -> None:
        workspace = roadmapkit.open_workspace(ROOT)
        made = roadmapkit.make_report(
            workspace, "klyuchevsk-progress-2022", as_of=date(2022, 6, 30), out=tmp_path
        )
        (written,) = made.written
        found = roadmapkit.verify_document(tmp_path / written.path, workspace)
        assert found.state == "unchanged"
        assert found.confirmed

    def test_a_paper_of_the_command_line_is_built_again(self, tmp_path: Path) -> None:
        workspace = roadmapkit.open_workspace(ROOT)
        made = roadmapkit.build(
            workspace, ["polyarny-order-318"], papers=["publication"], out=tmp_path
        )
        (paper,) = [one.path for one in made.written if "публикация" in str(one.path)]
        found = roadmapkit.verify_document(tmp_path / paper, workspace)
        assert found.state == "unchanged"
        assert found.confirmed
