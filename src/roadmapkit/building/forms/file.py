"""The text of the lock of forms: sorted, an entry a form, and nothing that changes by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from roadmapkit.language import FormKey, FormKind
from roadmapkit.load import ReviewedForm
from roadmapkit.model.forms import FORMS_VERSION

__all__ = ["forms_text"]

_HEADER = """\
# Падежные формы, которые проверил человек. Записывает «roadmapkit forms review».
# Печатается то, что стоит в form; свою форму можно вписать и здесь.
"""


def forms_text(entries: Mapping[FormKey, ReviewedForm], rules: str) -> str:
    """Return the lock file for reviewed forms, in the order of their texts.

    Args:
        entries: The forms by what they answer.
        rules: Digest of the rules and dictionaries that all of them were held against.
    """
    lines = [_HEADER, f"version: {FORMS_VERSION}\n"]
    if rules:
        lines.append(f"rules: {_quoted(rules)}\n")
    if entries:
        lines.append("forms:\n")
    for key in sorted(entries, key=_order):
        pairs = [f"{name}: {value}\n" for name, value in _pairs(key, entries[key])]
        lines.append(f"  - {'    '.join(pairs)}")
    return "".join(lines)


def _order(key: FormKey) -> tuple[str, FormKey]:
    """Return the place of an entry: all forms of one text stand together."""
    return key.text, key


def _pairs(key: FormKey, entry: ReviewedForm) -> Iterator[tuple[str, str]]:
    yield "text", _quoted(key.text)
    if key.kind is not FormKind.PHRASE:
        yield "kind", key.kind.value
    for name in ("case", "number", "gender"):
        if value := getattr(key, name):
            yield name, value
    if key.word:
        yield "word", _quoted(key.word)
    yield "form", _quoted(entry.form)
    if entry.instead_of is not None:
        yield "instead_of", _quoted(entry.instead_of)
    if entry.because:
        yield "because", _quoted(entry.because)


def _quoted(text: str) -> str:
    """Return a text as YAML has it in any case: between double quotation marks."""
    return json.dumps(text, ensure_ascii=False)
