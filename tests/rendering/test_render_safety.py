from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from word_files import members, repacked

from roadmapkit.rendering import RenderError, Template
from roadmapkit.rendering.archive import MAX_MEMBERS, read_archive
from roadmapkit.rendering.packing import write_archive

GOOD = Template.packaged("order")
DATA = write_archive(GOOD.package.members)
RELS = "word/_rels/document.xml.rels"


def related(kind: str, target: str, mode: str = "") -> bytes:
    relationship = (
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="{target}"{mode}/></Relationships>'
    )
    return members(DATA)[RELS].replace(b"</Relationships>", relationship.encode())


def with_field(instruction: str) -> bytes:
    text = f"<w:p><w:r><w:instrText>{instruction}</w:instrText></w:r></w:p></w:body>"
    return members(DATA)["word/document.xml"].replace(
        b"<w:sectPr>", text.replace("</w:body>", "<w:sectPr>").encode(), 1
    )


EXTERNAL = ' TargetMode="External"'
CONTENT_TYPES = members(DATA)["[Content_Types].xml"]

REFUSED: dict[str, tuple[str, Mapping[str, bytes | None]]] = {
    "no content types": ("TPL003", {"[Content_Types].xml": None}),
    "no package relationships": ("TPL003", {"_rels/.rels": None}),
    "no main part": ("TPL003", {"word/document.xml": None}),
    "a damaged main part": ("TPL003", {"word/document.xml": b"<w:document"}),
    "a main part of something else": ("TPL003", {"word/document.xml": b"<a/>"}),
    "damaged relationships": ("TPL003", {RELS: b"<Relationships"}),
    "a spreadsheet": (
        "TPL003",
        {"[Content_Types].xml": CONTENT_TYPES.replace(b"document.main", b"sheet.main")},
    ),
    "entities": (
        "TPL003",
        {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]>' + b"<a>&b;</a>"},
    ),
    "a macro project": ("TPL004", {"word/vbaProject.bin": b"x"}),
    "a macro content type": (
        "TPL004",
        {
            "[Content_Types].xml": CONTENT_TYPES.replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                b"application/vnd.ms-word.document.macroEnabled.main",
            )
        },
    ),
    "a linked picture": ("TPL005", {RELS: related("image", "http://example.org/a.png", EXTERNAL)}),
    "an attached template": (
        "TPL005",
        {RELS: related("attachedTemplate", "file:///C:/Normal.dotm", EXTERNAL)},
    ),
    "an embedded object": ("TPL008", {RELS: related("oleObject", "embeddings/a.bin")}),
    "a part of another format": ("TPL008", {RELS: related("aFChunk", "chunk.htm")}),
    "a field that runs a program": ("TPL008", {"word/document.xml": with_field("DDEAUTO c calc")}),
    "a field that reads a file": (
        "TPL008",
        {"word/document.xml": with_field('INCLUDETEXT "C:/a.docx"')},
    ),
}


class TestTemplatesAreRefused:
    @pytest.mark.parametrize(("code", "changes"), REFUSED.values(), ids=REFUSED)
    def test_with(self, code: str, changes: Mapping[str, bytes | None]) -> None:
        with pytest.raises(RenderError) as caught:
            Template.from_bytes(repacked(DATA, changes), "дом.docx")
        assert caught.value.code == code
        assert caught.value.template == "дом.docx"
        assert str(caught.value.hint) in str(caught.value)

    @pytest.mark.parametrize("data", [b"", b"no zip", DATA[: len(DATA) // 2]])
    def test_that_are_no_archive(self, data: bytes) -> None:
        with pytest.raises(RenderError) as caught:
            Template.from_bytes(data, "дом.docx")
        assert caught.value.code == "TPL002"

    def test_that_are_damaged_inside(self) -> None:
        spoiled = bytearray(DATA)
        offset = DATA.index(b"word/document.xml") + 200
        spoiled[offset : offset + 50] = bytes(50)
        with pytest.raises(RenderError) as caught:
            Template.from_bytes(bytes(spoiled), "дом.docx")
        assert caught.value.code == "TPL002"

    @pytest.mark.parametrize(
        "name", ["../evil.xml", "/etc/passwd", "a\\b.xml", "c:/x", "WORD/styles.xml"]
    )
    def test_with_unsafe_names(self, name: str) -> None:
        with pytest.raises(RenderError) as caught:
            Template.from_bytes(repacked(DATA, {name: b"x"}), "дом.docx")
        assert caught.value.code == "TPL007"

    def test_that_swell(self) -> None:
        with pytest.raises(RenderError) as caught:
            Template.from_bytes(repacked(DATA, {"word/media/a.bmp": bytes(3 * 2**20)}), "дом.docx")
        assert caught.value.code == "TPL006"

    def test_with_a_crowd_of_members(self) -> None:
        crowd = {f"a{number}": b"" for number in range(MAX_MEMBERS)}
        with pytest.raises(RenderError) as caught:
            Template.from_bytes(repacked(DATA, crowd), "дом.docx")
        assert caught.value.code == "TPL006"

    def test_that_are_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(RenderError) as caught:
            Template.from_file(tmp_path / "order.docx")
        assert caught.value.code == "TPL001"
        with pytest.raises(RenderError) as caught:
            Template.packaged("postcard")
        assert caught.value.code == "TPL001"

    def test_and_the_finding_is_a_diagnostic_too(self) -> None:
        with pytest.raises(RenderError) as caught:
            Template.from_bytes(repacked(DATA, {"word/vbaProject.bin": b"x"}), "дом.docx")
        diagnostic = caught.value.diagnostic()
        assert diagnostic.code == "TPL004"
        assert "дом.docx" in str(diagnostic.message)
        assert diagnostic.hint is not None


class TestTemplatesAreAccepted:
    def test_with_a_hyperlink(self) -> None:
        changes = {RELS: related("hyperlink", "https://example.org/", EXTERNAL)}
        assert Template.from_bytes(repacked(DATA, changes), "дом.docx").kind == "order"

    def test_with_a_large_picture_that_does_not_swell(self) -> None:
        picture = bytes(range(256)) * 3
        data = repacked(DATA, {"word/media/a.png": picture})
        assert Template.from_bytes(data, "дом.docx").package.members["word/media/a.png"] == picture


class TestArchive:
    def test_is_the_same_for_the_same_members_in_any_order(self) -> None:
        content = {"b.xml": b"2", "[Content_Types].xml": b"0", "a.xml": b"1"}
        data = write_archive(content)
        assert data == write_archive(dict(reversed(content.items())))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
        assert [entry.filename for entry in entries] == ["[Content_Types].xml", "a.xml", "b.xml"]
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.create_system, entry.external_attr) for entry in entries} == {
            (0, 0o600 << 16)
        }

    def test_gives_back_what_was_put_in(self) -> None:
        content = {"[Content_Types].xml": b"0", "a.xml": bytes(range(256))}
        assert read_archive(write_archive(content), "a") == content
