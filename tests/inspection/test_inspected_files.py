"""Files that are no sound .docx: told clearly, read where they can be, never a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sound_orders import body, codes_of, inspected, saved, sound_order

import roadmapkit
from roadmapkit.diagnostics import Severity
from roadmapkit.errors import ArgumentError
from roadmapkit.inspection import InspectionResult, inspect
from roadmapkit.model.settings import Settings

Make = Callable[[], bytes]
GOST = Settings(kind="settings")
SOUND = saved(sound_order())
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
W = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def looked_at(data: bytes) -> InspectionResult:
    return inspect(data, "файл.docx", GOST)


def members() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(SOUND)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(contents: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def changed(name: str, old: bytes, new: bytes) -> bytes:
    contents = members()
    assert old in contents[name]
    return packed({**contents, name: contents[name].replace(old, new)})


def without(name: str) -> bytes:
    contents = members()
    del contents[name]
    return packed(contents)


def bomb() -> bytes:
    return packed({**members(), "word/media/zeros.bin": bytes(40 * 2**20)})


def twice() -> bytes:
    buffer = io.BytesIO(SOUND)
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<x/>")
    return buffer.getvalue()


UNREADABLE: dict[str, tuple[str, Make]] = {
    "an empty file": ("INS003", bytes),
    "plain text": ("INS001", "Приказ".encode),
    "a .doc": ("INS001", lambda: OLE + bytes(600)),
    "a password": ("INS002", lambda: OLE + "EncryptedPackage".encode("utf-16-le")),
    "RTF": ("INS001", lambda: rb"{\rtf1 x}"),
    "PDF": ("INS001", lambda: b"%PDF-1.7"),
    "HTML under another name": ("INS001", lambda: b"\xef\xbb\xbf<html></html>"),
    "a cut archive": ("INS003", lambda: SOUND[: len(SOUND) // 2]),
    "another archive": ("INS001", lambda: packed({"a.txt": b"a"})),
    "OpenDocument": (
        "INS001",
        lambda: packed({"mimetype": b"application/vnd.oasis.opendocument.text"}),
    ),
    "no main part": ("INS003", lambda: without("word/document.xml")),
    "a main part of another kind": ("INS001", lambda: packed({
        **members(), "word/document.xml": b"<workbook/>"
    })),
    "a broken main part": ("INS003", lambda: changed("word/document.xml", b"</w:body>", b"")),
    "a document type": (
        "INS003",
        lambda: packed({**members(), "word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}),
    ),
    "a zip bomb": ("INS004", bomb),
    "a name that leads out": ("INS005", lambda: packed({**members(), "../evil.xml": b"<a/>"})),
    "a member that stands twice": ("INS005", twice),
}  # fmt: skip


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_read_is_one_error_that_says_why(name: str) -> None:
    code, make = UNREADABLE[name]
    result = looked_at(make())
    assert codes_of(result) == [code]
    [found] = result.diagnostics
    assert found.severity is Severity.ERROR
    assert found.hint is not None
    assert not result.readable
    assert not result.ok


def external() -> bytes:
    link = (
        b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/image" Target="http://example.org/a.png" TargetMode="External"/>'
    )
    name = "word/_rels/document.xml.rels"
    return changed(name, b"</Relationships>", link + b"</Relationships>")


def embedded() -> bytes:
    name = "word/_rels/document.xml.rels"
    link = (
        b'<Relationship Id="rIdO" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/oleObject" Target="embeddings/a.bin"/></Relationships>'
    )
    contents = {**members(), "word/embeddings/a.bin": b"x"}
    contents[name] = contents[name].replace(b"</Relationships>", link)
    return packed(contents)


def comments() -> bytes:
    name = "word/_rels/document.xml.rels"
    link = (
        b'<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/comments" Target="comments.xml"/></Relationships>'
    )
    contents = members()
    contents[name] = contents[name].replace(b"</Relationships>", link)
    contents["word/comments.xml"] = b'<w:comments xmlns:w="%s"/>' % W
    mark = b'<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    contents["word/document.xml"] = contents["word/document.xml"].replace(b"</w:p>", mark, 1)
    return packed(contents)


def strict() -> bytes:
    contents = {
        name: content.replace(W, b"http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in members().items()
    }
    contents["word/document.xml"] = contents["word/document.xml"].replace(
        b'w:left="1701"', b'w:left="3cm"'
    )
    return packed(contents)


UNUSUAL: dict[str, tuple[str, Make]] = {
    "macros": ("INS011", lambda: packed({**members(), "word/vbaProject.bin": b"x"})),
    "an outside picture": ("INS012", external),
    "a damaged part": (
        "INS014",
        lambda: packed({**members(), "word/numbering.xml": b"<w:numbering"}),
    ),
    "a missing part": ("INS014", lambda: without("word/fontTable.xml")),
    "an embedded object": ("INS013", embedded),
    "comments": ("INS016", comments),
    "Strict Open XML": ("INS010", strict),
}


@pytest.mark.parametrize("name", UNUSUAL)
def test_an_unusual_file_is_read_and_its_trait_told(name: str) -> None:
    code, make = UNUSUAL[name]
    result = looked_at(make())
    assert codes_of(result) == [code]
    assert result.kind == "order"
    assert result.ok


def test_without_styles_the_defaults_of_word_count() -> None:
    result = looked_at(without("word/styles.xml"))
    assert {"INS014", "INS041"} <= set(codes_of(result))


def test_a_fault_of_many_paragraphs_is_one_finding_with_its_count() -> None:
    document = sound_order()
    for number in range(300):
        added = body(document, f"Подробное описание {number} выполненной работы, " * 3 + "итог.")
        added.paragraph_format.first_line_indent = 0
    result = inspected(document)
    [finding] = result.findings
    assert finding.code == "INS051"
    assert finding.count == len(finding.places) == 300
    assert str(finding.diagnostic.message).count("paragraph ") == 3
    assert finding.diagnostic.span is not None
    line = finding.diagnostic.span.line
    assert result.paragraphs[line - 1].startswith("Подробное описание 0")


def test_a_place_in_a_table_is_told_by_row_and_cell() -> None:
    document = sound_order()
    document.tables[2].cell(4, 1).paragraphs[0].runs[0].text = 'Семинар "Урок" для учителей'
    [finding] = inspected(document).findings
    assert str(finding.words[0]) == 'table 3, row 5, cell 2 («Семинар "Урок" для учителей»)'
    record = finding.places[0]
    assert record is not None
    assert (record.table, record.row, record.cell) == (3, 5, 2)


def test_house_values_count_over_the_profile(tmp_path: Path) -> None:
    (tmp_path / "roadmapkit.yaml").write_text(
        "kind: settings\nprofile:\n  base: gost-2016\n  font: Arial\n  font_size: 13\n"
        "  margins: {left: 35}\n",
        encoding="utf-8",
    )
    house = roadmapkit.open_workspace(tmp_path)
    result = roadmapkit.inspect_document(SOUND, workspace=house)
    assert codes_of(result) == ["INS022", "INS040", "INS041"]
    assert {item.clause for item in result.findings} == {
        "Настройки рабочей папки, profile.margins",
        "Настройки рабочей папки, profile.font",
        "Настройки рабочей папки, profile.font_size",
    }
    other = roadmapkit.inspect_document(SOUND, workspace=house, profile="gost-2025")
    assert (other.profile, other.findings) == ("gost-2025", ())


def test_what_is_asked_for_wrongly_is_an_exception(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="no file"):
        roadmapkit.inspect_document(tmp_path / "нет.docx")
    with pytest.raises(ArgumentError, match="folder"):
        roadmapkit.inspect_document(tmp_path)
    with pytest.raises(ArgumentError, match="gost-2016"):
        roadmapkit.inspect_document(SOUND, profile="gost-1990")
    with pytest.raises(ArgumentError, match="minutes"):
        roadmapkit.inspect_document(SOUND, kind="memo")


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), max_size=30))
def test_flipped_bytes_of_the_archive_never_end_in_a_traceback(
    flips: list[tuple[int, int]],
) -> None:
    data = bytearray(SOUND)
    for place, value in flips:
        data[place] = value
    looked_at(bytes(data))


PARTS = [
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/_rels/document.xml.rels",
]
TEXTS = {name: members()[name] for name in PARTS}
NUMBERS = st.sampled_from(
    [b"-1", b"", b"1e9", b"99999999999999", b"abc", b"0", b"3cm", b"\xd0\x96"]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PARTS), st.data())
def test_flipped_bytes_of_the_text_never_end_in_a_traceback(name: str, data: st.DataObject) -> None:
    content = bytearray(TEXTS[name])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(32, 126))
    looked_at(packed({**members(), name: bytes(content)}))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PARTS[:3]), st.integers(0, 400), NUMBERS)
def test_wild_values_of_attributes_never_end_in_a_traceback(
    name: str, which: int, value: bytes
) -> None:
    pieces = TEXTS[name].split(b'="')
    index = 1 + which % (len(pieces) - 1)
    if pieces[index - 1].split()[-1].startswith(b"xmlns"):  # XML itself forbids some values
        return
    pieces[index] = value + pieces[index][pieces[index].index(b'"') :]
    result = looked_at(packed({**members(), name: b'="'.join(pieces)}))
    assert result.readable


@pytest.mark.parametrize("tag", ["w:p", "w:tbl", "w:sdt", "w:txbxContent", "mc:AlternateContent"])
def test_deep_nesting_is_refused_or_read(tag: str) -> None:
    opened = f"<{tag}>".encode() * 5000
    closed = f"</{tag}>".encode() * 5000
    contents = members()
    text = contents["word/document.xml"].replace(b"<w:body>", b"<w:body>" + opened + closed, 1)
    assert codes_of(looked_at(packed({**contents, "word/document.xml": text}))) == ["INS003"]


def test_tables_within_tables_are_read() -> None:
    document = sound_order()
    cell = document.tables[2].cell(2, 1)
    for _ in range(12):
        cell = cell.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].text = 'Внутри "таблиц"'
    result = inspected(document)
    assert "INS071" in codes_of(result)
