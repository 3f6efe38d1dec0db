"""The reference of template fields is what the view models say."""

from __future__ import annotations

import runpy
from collections.abc import Iterator, Sequence

import pytest
from checkout import ROOT

import roadmapkit
from roadmapkit.building.house_templates import template_kinds
from roadmapkit.rendering import TemplateField


def flat(fields: Sequence[TemplateField]) -> Iterator[TemplateField]:
    for item in fields:
        yield item
        yield from flat(item.fields)


def test_the_page_is_up_to_date() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "template_fields.py"))
    assert tool["TARGET"].read_text(encoding="utf-8") == tool["reference"]()


@pytest.mark.parametrize("kind", template_kinds())
def test_each_field_has_a_russian_meaning_and_an_example(kind: str) -> None:
    found = list(flat(roadmapkit.template_fields(kind)))
    assert len(found) > 50
    for item in found:
        assert any("а" <= letter.lower() <= "я" for letter in item.meaning), item.path
        assert item.example is not None or item.fields, item.path
