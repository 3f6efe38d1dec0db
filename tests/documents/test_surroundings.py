"""What stands around the text: header block, marks of electronic signatures, QR code."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from png_files import png
from roadmapkit import Workspace, build, open_workspace, render
from roadmapkit.documents import DocumentView
from tiny_workspaces import prepared, write_files

PROFILES = ("gost-2025", "gost-2016")
DIRECTORY = """\
kind: directory
organizations:
  - id: upravlenie
    name: Управление образования города Ольховска
    short: Управление образования
    address: ул. Садовая, д. 5
    phone: 8 (34300) 2-15-30
    inn: 6600000000
    kpp: 660001001
people:
  - {id: ryabinina, name: Рябинина Вера Павловна}
posts:
  - {id: nachalnik, title: начальник, organization: upravlenie, appointments: [{person: ryabinina}]}
"""
ORDER = """\
kind: order
id: prikaz
title: О поддержке школ
issuer: upravlenie
place: г. Ольховск
clauses: [Провести совещание.]
signatory: nachalnik
"""
MINUTES = """\
kind: minutes
id: protokol
title: Протокол заседания
issuer: upravlenie
chair: ryabinina
secretary: Сорокина Е.П.
agenda: [{question: О плане, decided: [Утвердить план]}]
"""


def house(tmp_path: Path, settings: str, document: str = ORDER) -> Workspace:
    write_files(
        tmp_path,
        {
            "roadmapkit.yaml": f"kind: settings\n{settings}",
            "directory.yaml": DIRECTORY,
            "roadmaps/document.yaml": document,
        },
    )
    (tmp_path / "герб.png").write_bytes(png(30, 40))
    return open_workspace(tmp_path)


def view(workspace: Workspace) -> DocumentView:
    return prepared(workspace).composed[0].view


def printed(workspace: Workspace, id_: str = "prikaz") -> tuple[bytes, list[str]]:
    """Return the file and its paragraphs, those of tables too."""
    (data,) = render(workspace, id_).values()
    document = Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        texts += [p.text for row in table.rows for cell in row.cells for p in cell.paragraphs]
    return data, texts


class TestHeaderBlock:
    """ГОСТ Р 7.0.97: emblem, names and reference data of the organisation, two layouts."""

    @pytest.mark.parametrize("form", ["продольный", "угловой"])
    @pytest.mark.parametrize("profile", PROFILES)
    @pytest.mark.parametrize(("id_", "document"), [("prikaz", ORDER), ("protokol", MINUTES)])
    def test_is_printed_validly_with_its_picture(
        self, tmp_path: Path, form: str, profile: str, id_: str, document: str
    ) -> None:
        letterhead = f"letterhead: {{form: {form}, emblem: герб.png, above: Администрация}}\n"
        workspace = house(tmp_path, f"profile: {profile}\n{letterhead}", document)
        data, texts = printed(workspace, id_)
        shown = "\n".join(texts)
        for text in ("Администрация", "Управление образования города", "ул. Садовая", "ИНН 66"):
            assert shown.count(text) == 1
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
        assert len([name for name in names if name.startswith("word/media/")]) == 1
        path = tmp_path / "document.docx"
        path.write_bytes(data)
        assert OpenXmlValidator().validate(str(path)).errors == []

    def test_details_come_from_the_directory_unless_the_settings_have_others(
        self, tmp_path: Path
    ) -> None:
        letterhead = view(house(tmp_path, "letterhead: {phone: 2-00-00, ogrn: 1026}\n")).letterhead
        assert letterhead is not None
        assert letterhead.details == (
            "(Управление образования)",
            "ул. Садовая, д. 5",
            "тел. 2-00-00",
            "ОГРН 1026",
            "ИНН 6600000000, КПП 660001001",
        )

    def test_emblem_is_20_mm_high_or_as_the_house_wants(self, tmp_path: Path) -> None:
        emblem = "letterhead: {emblem: герб.png}\n"
        usual = view(house(tmp_path, emblem)).letterhead
        other = view(house(tmp_path, f"{emblem}profile: {{emblem_height: 30}}\n")).letterhead
        assert usual is not None
        assert other is not None
        assert usual.emblem is not None
        assert other.emblem is not None
        assert (usual.emblem.width_mm, usual.emblem.height_mm) == (15, 20)
        assert other.emblem.height_mm == 30

    def test_there_is_none_where_the_settings_ask_for_none(self, tmp_path: Path) -> None:
        assert view(house(tmp_path, "")).letterhead is None

    def test_a_picture_that_is_none_keeps_back_the_documents_that_print_it(
        self, tmp_path: Path
    ) -> None:
        workspace = house(tmp_path, "letterhead: {emblem: герб.png}\n")
        (tmp_path / "герб.png").write_bytes(b"no picture")
        result = build(open_workspace(workspace.root))
        assert result.written == ()
        assert [item.code for item in result.diagnostics if item.documents] == ["FMT002"]


class TestElectronicSignature:
    """ГОСТ Р 7.0.97: the mark has the phrase, the certificate, its owner and its validity."""

    def test_blanks_stand_where_nothing_is_known(self, tmp_path: Path) -> None:
        act = view(house(tmp_path, "outputs: {signature: электронная}\n")).act
        assert act is not None
        assert act.signature is not None
        assert act.signature.stamp == (
            "Документ подписан электронной подписью",
            "Сертификат: __________________",
            "Владелец: Рябинина Вера Павловна",
            "Действителен: с __.__.20__ по __.__.20__",
        )

    def test_what_is_known_is_printed_between_post_and_name(self, tmp_path: Path) -> None:
        mark = "signature: {certificate: 01AB, owner: Гусев Пётр, from: 2024-01-10, to: 2025-04-10}"
        _, texts = printed(house(tmp_path, "", f"{ORDER}{mark}\n"))
        place = next(n for n, text in enumerate(texts) if text.startswith("Документ подписан"))
        assert texts[place].splitlines()[1:] == [
            "Сертификат: 01AB",
            "Владелец: Гусев Пётр",
            "Действителен: с 10.01.2024 по 10.04.2025",
        ]
        assert texts[place - 1].startswith("Начальник")
        assert texts[place + 1] == "В.П.\u00a0Рябинина"

    def test_a_document_signed_by_hand_has_none_whatever_the_house_does(
        self, tmp_path: Path
    ) -> None:
        document = f"{ORDER}signature: собственноручная\n"
        act = view(house(tmp_path, "outputs: {signature: электронная}\n", document)).act
        assert act is not None
        assert act.signature is not None
        assert act.signature.stamp == ()

    def test_minutes_have_a_mark_of_the_chair_and_one_of_the_secretary(
        self, tmp_path: Path
    ) -> None:
        marks = "signature: {secretary: {certificate: 02CD}}\n"
        _, texts = printed(house(tmp_path, "", f"{MINUTES}{marks}"), "protokol")
        stamps = [text.splitlines()[1] for text in texts if text.startswith("Документ подписан")]
        assert stamps == ["Сертификат: __________________", "Сертификат: 02CD"]


class TestQrCode:
    """ГОСТ Р 7.0.97-2025, requisite 31; the edition of 2016 has none."""

    DOCUMENT = f"{ORDER}qr: https://example.org/46\n"

    def test_stands_at_the_foot_of_the_first_sheet(self, tmp_path: Path) -> None:
        data, _ = printed(house(tmp_path, "", self.DOCUMENT))
        text = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
        assert text.count("<wp:anchor") == 1
        assert text.index("<wp:anchor") < text.index("ПРИКАЗ")
        assert "<wp:align>bottom</wp:align>" in text
        path = tmp_path / "document.docx"
        path.write_bytes(data)
        assert OpenXmlValidator().validate(str(path)).errors == []

    def test_is_the_same_bytes_each_time_and_others_for_another_text(self, tmp_path: Path) -> None:
        first = view(house(tmp_path, "", self.DOCUMENT)).qr
        again = view(house(tmp_path, "", self.DOCUMENT)).qr
        other = view(house(tmp_path, "", self.DOCUMENT.replace("/46", "/47"))).qr
        assert first is not None
        assert other is not None
        assert first == again
        assert first.digest != other.digest

    def test_is_not_printed_by_the_edition_of_2016(self, tmp_path: Path) -> None:
        assert view(house(tmp_path, "profile: gost-2016\n", self.DOCUMENT)).qr is None
