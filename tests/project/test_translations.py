from __future__ import annotations

import ast
import runpy
import string
from functools import cache

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po
from checkout import ROOT

PO = ROOT / "src" / "roadmapkit" / "locale" / "ru" / "LC_MESSAGES" / "roadmapkit.po"


@cache
def catalogue() -> Catalog:
    with PO.open("rb") as stream:
        return read_po(stream, locale="ru")


def entries() -> list[Entry]:
    return [entry for entry in catalogue() if entry.id]


def calls() -> list[tuple[str, ast.Call]]:
    """Every ``Message(…)`` of the library with the place where it stands."""
    return [
        (f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", node)
        for path in sorted((ROOT / "src").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Message"
    ]


def template(call: ast.Call) -> str | None:
    first = call.args[0] if call.args else None
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        return first.value
    return None


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def strings(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (str(text or ""),)


def test_every_template_is_a_literal_that_can_be_extracted() -> None:
    found = calls()
    assert len(found) > 20
    assert [place for place, call in found if template(call) is None] == []


def test_every_template_has_a_russian_translation() -> None:
    translated = {entry.id for entry in entries() if all(strings(entry.string))}
    missing = [
        (place, template(call)) for place, call in calls() if template(call) not in translated
    ]
    assert missing == []


def test_every_entry_is_translated_in_all_its_forms() -> None:
    assert [entry.id for entry in entries() if not all(strings(entry.string))] == []


def _fills_later(place: str) -> bool:
    """Tell whether a module keeps sentences in a table and fills them where they are used."""
    text = (ROOT / place.rpartition(":")[0]).read_text("utf-8")
    return ".filled(" in text or "roadmapkit.lint.slips" in text


def test_the_values_a_template_needs_are_given_where_it_is_used() -> None:
    wrong = [
        (place, text)
        for place, call in calls()
        if (text := template(call)) is not None
        and all(keyword.arg for keyword in call.keywords)
        and not (not call.keywords and _fills_later(place))
        and placeholders(text) != {keyword.arg for keyword in call.keywords}
    ]
    assert wrong == []


def test_a_translation_quotes_the_same_values() -> None:
    wrong = [
        entry.id
        for entry in entries()
        if any(
            placeholders(text) != placeholders(strings(entry.id)[0])
            for text in strings(entry.string)
            if text
        )
    ]
    assert wrong == []


def choices(text: str) -> list[list[str]]:
    """What a translation offers to choose from, for each value that makes it choose."""
    return [spec.split("|") for _, _, spec, _ in string.Formatter().parse(text) if spec]


def test_a_number_has_three_words_to_choose_from_and_a_term_its_own() -> None:
    offered = [
        (entry.id, words)
        for entry in entries()
        for text in strings(entry.string)
        for words in choices(text)
    ]
    assert len(offered) > 20
    wrong = [
        (text, words)
        for text, words in offered
        if not all(word.count("=") == 1 and all(word.split("=")) for word in words)
        and not (len(words) == 3 and all(word and "=" not in word for word in words))
    ]
    assert wrong == []


def test_sentences_do_not_end_in_a_full_stop() -> None:
    texts = [text for entry in entries() for text in (*strings(entry.id), *strings(entry.string))]
    assert [text for text in texts if text.endswith(".")] == []


def test_nothing_is_fuzzy_or_obsolete() -> None:
    assert [entry.id for entry in entries() if entry.fuzzy] == []
    assert list(catalogue().obsolete) == []


def test_the_catalogue_is_up_to_date_with_the_sources() -> None:
    """``make messages`` would leave the file as it is."""
    update = runpy.run_path(str(ROOT / "tools" / "messages.py"))["update"]
    former = PO.read_bytes()
    assert update(former) == former


def test_no_compiled_catalogue_is_committed() -> None:
    assert "*.mo" in (ROOT / ".gitignore").read_text("utf-8").split()
