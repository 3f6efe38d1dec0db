from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path, PureWindowsPath

import pytest

from roadmapkit.diagnostics import Message
from roadmapkit.report import catalogue
from roadmapkit.report.catalogue import ngettext, translate

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Unknown key {key!r}"
msgstr "Неизвестный ключ «{key}»"

msgid "{problem}; {remedy}"
msgstr "{remedy}, так как {problem}"

msgid "it is empty"
msgstr "тут пусто"

msgid "lines: {count}"
msgstr "{count} {count:строка|строки|строк}"

msgid "it is {colour}"
msgstr "цвет {colour:red=красный|blue=синий}"

msgid "it has {colour}"
msgstr "тут {colour:red=красное}"

msgid "{count} file"
msgid_plural "{count} files"
msgstr[0] "{count} файл"
msgstr[1] "{count} файла"
msgstr[2] "{count} файлов"
"""  # noqa: E501  # the header of a catalogue is one line


class Colour(Enum):
    BLUE = "blue"


@pytest.fixture
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of catalogues with a Russian source and nothing compiled."""
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "roadmapkit.po").write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setattr(catalogue, "_LOCALE", tmp_path)
    catalogue._catalogue.cache_clear()
    yield folder
    catalogue._catalogue.cache_clear()


@pytest.mark.usefixtures("locale")
class TestTranslate:
    def test_puts_values_into_the_translated_sentence(self) -> None:
        message = Message("Unknown key {key!r}", key="titel")
        assert translate(message, "ru") == "Неизвестный ключ «titel»"
        assert translate(message, "en") == "Unknown key 'titel'"

    def test_translates_values_that_are_messages_themselves(self) -> None:
        message = Message("{problem}; {remedy}", problem=Message("it is empty"), remedy="впишите")
        assert translate(message, "ru") == "впишите, так как тут пусто"

    @pytest.mark.parametrize("language", ["ru", "en"])
    def test_writes_a_path_with_slashes_on_every_system(self, language: str) -> None:
        message = Message("{path} is damaged", path=PureWindowsPath("build", "plan.docx"))
        assert "build/plan.docx" in translate(message, language)
        assert str(message) == "build/plan.docx is damaged"

    def test_quotes_a_message_as_its_text(self) -> None:
        message = Message("Unknown key {key!r}", key=Message("it is empty"))
        assert translate(message, "en") == "Unknown key 'it is empty'"
        assert translate(message, "ru") == "Неизвестный ключ «тут пусто»"

    def test_falls_back_to_english_where_no_translation_exists(self) -> None:
        assert translate(Message("Brand new: {x}", x=1), "ru") == "Brand new: 1"

    def test_speaks_english_to_an_unknown_language(self) -> None:
        assert translate(Message("it is empty"), "../ru") == "it is empty"

    def test_an_empty_message_is_empty_and_not_the_header_of_the_catalogue(self) -> None:
        assert translate(Message(""), "ru") == ""

    @pytest.mark.parametrize(
        ("count", "words"),
        [(1, "1 строка"), (2, "2 строки"), (5, "5 строк"), (11, "11 строк"), (21, "21 строка")],
    )
    def test_a_placeholder_chooses_the_word_that_goes_with_its_number(
        self, count: int, words: str
    ) -> None:
        assert translate(Message("lines: {count}", count=count), "ru") == words

    @pytest.mark.parametrize(
        ("colour", "words"),
        [("red", "цвет красный"), (Colour.BLUE, "цвет синий"), ("green", "цвет green")],
    )
    def test_a_placeholder_translates_the_terms_that_it_names(
        self, colour: object, words: str
    ) -> None:
        assert translate(Message("it is {colour}", colour=colour), "ru") == words

    def test_a_placeholder_may_name_a_single_term(self) -> None:
        assert translate(Message("it has {colour}", colour="red"), "ru") == "тут красное"
        assert translate(Message("it has {colour}", colour="green"), "ru") == "тут green"

    @pytest.mark.parametrize(
        ("key", "words"),
        [
            ("«Заря»", "Неизвестный ключ «Заря»"),
            ("школа «Заря»", "Неизвестный ключ «школа «Заря»»"),
            ("«Заря» и «Восход»", "Неизвестный ключ ««Заря» и «Восход»»"),
        ],
    )
    def test_a_name_in_quotation_marks_is_not_quoted_twice(self, key: str, words: str) -> None:
        assert translate(Message("Unknown key {key!r}", key=key), "ru") == words

    def test_writes_dates_as_the_language_does(self) -> None:
        message = Message("by {day}", day=date(2024, 3, 1))
        assert translate(message, "ru") == "by 01.03.2024"
        assert translate(message, "en") == "by 2024-03-01"

    def test_joins_lists_with_commas(self) -> None:
        message = Message("of {items}", items=["a", Message("it is empty")])
        assert translate(message, "ru") == "of a, тут пусто"

    def test_values_with_braces_are_left_alone(self) -> None:
        assert (
            translate(Message("Unknown key {key!r}", key="{x}"), "ru") == "Неизвестный ключ «{x}»"
        )

    @pytest.mark.parametrize(("count", "words"), [(1, "1 файл"), (3, "3 файла"), (12, "12 файлов")])
    def test_counts_things_with_the_plural_of_the_language(self, count: int, words: str) -> None:
        assert ngettext("{count} file", "{count} files", count, "ru") == words


class TestCatalogueFiles:
    def test_a_compiled_catalogue_serves_where_its_source_is_not_shipped(
        self, locale: Path
    ) -> None:
        _compile(locale)
        (locale / "roadmapkit.po").unlink()
        assert translate(Message("it is empty"), "ru") == "тут пусто"

    def test_an_edited_source_counts_before_the_next_install(self, locale: Path) -> None:
        compiled = _compile(locale)
        source = locale / "roadmapkit.po"
        source.write_text(CATALOGUE.replace("тут пусто", "здесь пусто"), encoding="utf-8")
        later = compiled.stat().st_mtime_ns + 10**9
        os.utime(source, ns=(later, later))
        assert translate(Message("it is empty"), "ru") == "здесь пусто"

    def test_everything_is_english_where_there_is_no_catalogue(self, locale: Path) -> None:
        shutil.rmtree(locale)
        assert translate(Message("it is empty"), "ru") == "it is empty"
        assert ngettext("{count} file", "{count} files", 2, "ru") == "2 files"


def _compile(folder: Path) -> Path:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (folder / "roadmapkit.po").open("rb") as source:
        messages = read_po(source, locale="ru")
    compiled = folder / "roadmapkit.mo"
    with compiled.open("wb") as target:
        write_mo(target, messages)
    return compiled
