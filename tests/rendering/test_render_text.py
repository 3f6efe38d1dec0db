from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from documents_by_hand import (
    GOST,
    order_view,
    results_sheet,
    roadmap_view,
    sheet_with,
)
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from word_files import NS, attribute, body, members, opened, render, text_of

from roadmapkit.documents.view import (
    Line,
    PartView,
    SheetView,
)
from roadmapkit.rendering import PreparedTemplate, RenderError, Template, render_document

W = f"{{{NS['w']}}}"
NONCHARACTERS = {"\ufffe", "\uffff"}


class TestText:
    def test_keeps_special_characters(self) -> None:
        text = text_of(render(order_view(results_sheet())))
        assert "процедур & опроса руководителей <МБОУ> \"Школа 'на холме'\"." in text

    def test_never_reads_a_value_as_a_tag(self) -> None:
        view = roadmap_view(sheet_with(PartView("text", before=(Line("{{ act }} {% if %}"),))))
        assert "{{ act }} {% if %}" in text_of(render(view))

    @pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
    def test_turns_line_breaks_into_those_of_word(self, break_: str) -> None:
        view = roadmap_view(sheet_with(PartView("text", before=(Line(f"один{break_}два"),))))
        data = render(view)
        assert "один\nдва" in text_of(data)
        assert body(data).find(".//w:br", NS) is not None

    def test_refuses_what_xml_cannot_hold(self) -> None:
        view = roadmap_view(sheet_with(PartView("text", before=(Line("до\x0bпосле"),))))
        with pytest.raises(RenderError, match=r"U\+000B") as caught:
            render(view)
        assert caught.value.code == "TPL013"

    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")))
    @example(" два  пробела ")
    @example("]]>")
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    def test_comes_back_as_it_was_or_is_refused(
        self, prepared: PreparedTemplate, written: str
    ) -> None:
        sheet: SheetView = sheet_with(PartView("text", before=(Line(written),)))
        if (
            any(ord(char) < 32 and char not in "\t\n" for char in written)
            or set(written) & NONCHARACTERS
        ):
            with pytest.raises(RenderError, match="Word cannot"):
                render_document(roadmap_view(sheet), prepared, {})
            return
        # The title, the line, the end of the section.
        data = render_document(roadmap_view(sheet), prepared, {})
        assert text_of(data) == f"Лист\n{written}\n"


@pytest.fixture
def prepared() -> PreparedTemplate:
    return Template.packaged("roadmap").prepare()


class TestFile:
    def test_carries_the_given_properties(self) -> None:
        data = render(order_view(), {"fingerprint": "sha256:1", "sources": "sha256:<2>"})
        custom = members(data)["docProps/custom.xml"].decode()
        assert 'name="fingerprint"' in custom
        assert "sha256:&lt;2&gt;" in custom

    def test_names_title_and_language_and_no_time(self) -> None:
        core = members(render(order_view()))["docProps/core.xml"].decode()
        assert "Об организации поддержки школ" in core
        assert "ru-RU" in core
        assert "created" not in core
        assert "modified" not in core

    def test_has_fonts_and_sizes_of_the_profile(self) -> None:
        page = replace(
            GOST,
            font="PT Astra Serif",
            font_pt=13,
            table_font_pt=11,
            line_spacing=1.5,
            first_line_mm=10,
        )
        document = opened(render(replace(order_view(), page=page)))
        styles = document.styles.element
        defaults = styles.find("./w:docDefaults/w:rPrDefault/w:rPr", NS)
        assert attribute(defaults, "./w:rFonts", "ascii") == "PT Astra Serif"
        assert attribute(defaults, "./w:sz", "val") == "26"
        text = document.styles["Текст документа"].paragraph_format
        assert text.line_spacing == 1.5
        assert text.first_line_indent is not None
        assert round(text.first_line_indent.mm, 1) == 10.0
        size = document.styles["Таблица – текст"].font.size
        assert size is not None
        assert size.pt == 11

    def test_does_not_depend_on_where_and_when(self, tmp_path: Path) -> None:
        script = (
            "import hashlib; from documents_by_hand import order_view; "
            "from word_files import render; "
            "print(hashlib.sha256(render(order_view())).hexdigest())"
        )
        surroundings = (
            {"PYTHONHASHSEED": "1", "TZ": "Asia/Vladivostok", "LC_ALL": "C.UTF-8"},
            {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "ru_RU.UTF-8"},
        )
        path = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
        digests = [
            subprocess.run(
                [sys.executable, "-c", script],
                cwd=tmp_path,
                env={**os.environ, **variables, "PYTHONPATH": path},
                check=True,
                capture_output=True,
                text=True,
            ).stdout
            for variables in surroundings
        ]
        here = hashlib.sha256(render(order_view())).hexdigest()
        assert digests == [f"{here}\n"] * 2

    def test_refuses_a_template_for_another_kind(self) -> None:
        template = Template.packaged("roadmap").prepare()
        with pytest.raises(RenderError, match="roadmap") as caught:
            render_document(order_view(), template, {})
        assert caught.value.code == "TPL009"
