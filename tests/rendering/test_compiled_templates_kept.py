"""Compiled templates on disk: believed only where everything that decides them is the same."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest
from documents_by_hand import order_view
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, Undefined
from test_values_as_docxtpl import VALUES, lines
from word_files import house_template, text_of

from roadmapkit.cache import CacheFolder
from roadmapkit.rendering import (
    PreparedTemplate,
    RenderError,
    Template,
    compiling,
    render_document,
    render_values,
)
from roadmapkit.rendering.sandbox import TemplateEnvironment

HOSTILE = "{{ ''.__class__.__mro__ }}"


def compile_in(environment: TemplateEnvironment, template: Template, cache: CacheFolder) -> None:
    source = (template.name, template.digest)
    compiling.compiled_parts(environment, template.package, source, None, cache)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def prepared(data: bytes, folder: Path | None) -> PreparedTemplate:
    cache = CacheFolder(folder) if folder is not None else None
    return Template.from_bytes(data, "дом.docx").prepare(cache, names=None)


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("template.*"))


@pytest.fixture
def no_compiling(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("compiled anew")

    monkeypatch.setattr("roadmapkit.rendering.compiled.compile_part", refuse)


def test_a_kept_template_prints_the_same_bytes(
    folder: Path, request: pytest.FixtureRequest
) -> None:
    view = order_view()
    template = Template.packaged(view.kind)
    fresh = render_document(view, template.prepare(), {})
    first = render_document(view, template.prepare(CacheFolder(folder)), {})
    request.getfixturevalue("no_compiling")
    second = render_document(view, template.prepare(CacheFolder(folder)), {})
    assert fresh == first == second


def test_a_kept_template_still_says_what_is_wrong_and_where(
    folder: Path, request: pytest.FixtureRequest
) -> None:
    data = house_template(lines("первый", "второй {{ customer }} {{ nothing.at_all }}"))
    faults = []
    for _ in range(2):
        with pytest.raises(RenderError) as error:
            render_values(VALUES, prepared(data, folder), {})
        faults.append(str(error.value))
        request.getfixturevalue("no_compiling")
    assert faults[0] == faults[1]
    assert "paragraph 2" in faults[0]


@pytest.mark.parametrize(
    "damage", [b"", b"torn", b"j2\x05\x00\x00"], ids=["empty", "torn", "jinja's"]
)
def test_a_damaged_or_foreign_entry_is_compiled_anew(folder: Path, damage: bytes) -> None:
    data = house_template(lines("{{ customer }}"))
    expected = render_values(VALUES, prepared(data, folder), {})
    (entry,) = kept(folder)
    entry.write_bytes(damage)
    assert render_values(VALUES, prepared(data, folder), {}) == expected
    assert entry.read_bytes() != damage


@pytest.mark.parametrize(
    "content", [marshal.dumps([]), marshal.dumps([("word/document.xml", 1)]), b"\xff"]
)
def test_an_entry_of_another_form_is_compiled_anew(
    folder: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = house_template(lines("{{ customer }}"))
    monkeypatch.setattr(
        CacheFolder, "get", lambda _, kind, *__, **___: content if kind == "template" else None
    )
    assert "Рога & Копыта" in text_of(render_values(VALUES, prepared(data, folder), {}))


def test_a_cache_shared_with_a_plain_environment_loses_neither_sandbox_nor_escaping(
    folder: Path, tmp_path: Path
) -> None:
    folder.mkdir(mode=0o700)
    (tmp_path / "дом.docx").write_text(HOSTILE + "{{ customer }}", encoding="utf-8")
    plain = Environment(  # noqa: S701  # that nothing is escaped in it is the point
        loader=FileSystemLoader(tmp_path), bytecode_cache=FileSystemBytecodeCache(str(folder))
    )
    assert "<филиал>" in plain.get_template("дом.docx").render(VALUES)
    with pytest.raises(RenderError):
        prepared(house_template(lines(HOSTILE)), folder)
    data = house_template(lines("{{ customer }}"))
    for _ in range(2):
        assert "<филиал>" in text_of(render_values(VALUES, prepared(data, folder), {}))
    assert "<филиал>" in plain.get_template("дом.docx").render(VALUES)


def test_what_another_language_compiled_is_not_taken(folder: Path) -> None:
    """An entry is kept under every setting that the code of a template depends on."""
    data = house_template(lines("{{ customer }}"))
    template = Template.from_bytes(data, "дом.docx")
    cache = CacheFolder(folder)
    careless = TemplateEnvironment()
    careless.autoescape = False
    compile_in(careless, template, cache)
    assert len(kept(folder)) == 1
    assert "<филиал>" in text_of(render_values(VALUES, template.prepare(cache, names=None), {}))
    assert len(kept(folder)) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda language: language.filters.pop("upper"),
        lambda language: setattr(language, "undefined", Undefined),
        lambda language: language.globals.update(range=range),
        lambda language: setattr(language, "intercepted_binops", frozenset()),
        lambda language: setattr(language, "finalize", None),
    ],
    ids=["filters", "undefined", "globals", "operators", "finalize"],
)
def test_each_setting_of_the_language_has_entries_of_its_own(folder: Path, change: object) -> None:
    template = Template.from_bytes(house_template(lines("текст")), "дом.docx")
    cache = CacheFolder(folder)
    compile_in(TemplateEnvironment(), template, cache)
    other = TemplateEnvironment()
    change(other)  # type: ignore[operator]  # a lambda above
    compile_in(other, template, cache)
    assert len(kept(folder)) == 2


def test_another_python_or_other_libraries_have_entries_of_their_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = house_template(lines("текст"))
    prepared(data, folder)
    monkeypatch.setattr(compiling, "_tools", lambda: ("another Jinja",))
    prepared(data, folder)
    assert len(kept(folder)) == 2


def test_templates_of_documents_and_of_own_values_are_told_apart(folder: Path) -> None:
    data = house_template(lines("{{ customer }}"))
    prepared(data, folder)
    with pytest.raises(RenderError, match="there is no value 'customer'"):
        Template.from_bytes(data, "дом.docx").prepare(CacheFolder(folder))


def test_without_a_cache_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    render_values(VALUES, prepared(house_template(lines("{{ customer }}")), None), {})
    assert list(tmp_path.iterdir()) == []


def test_docxtpl_is_not_needed_for_a_kept_template(folder: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    data = house_template(lines("{{ customer }}"))
    path = tmp_path / "дом.docx"
    path.write_bytes(data)
    script = (
        "import sys, roadmapkit\n"
        "template = roadmapkit.prepare_template(sys.argv[1], own_values=True, cache=sys.argv[2])\n"
        "data = roadmapkit.render_view({'customer': 'А'}, template)\n"
        "print('docxtpl' in sys.modules, len(data))\n"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", script, str(path), str(folder)],
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout.split()
        for _ in range(2)
    ]
    assert [words[0] for words in said] == ["True", "False"]
    assert said[0][1] == said[1][1]
