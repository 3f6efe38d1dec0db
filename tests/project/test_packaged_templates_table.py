"""What is asked of a house's templates is what the packaged ones print."""

from __future__ import annotations

import runpy

import pytest
from checkout import ROOT

from roadmapkit.building.house_templates import template_kinds
from roadmapkit.rendering import RenderError
from roadmapkit.rendering.requirements import fields_of_packaged, own_names, required_fields

TOOL = runpy.run_path(str(ROOT / "tools" / "packaged_templates.py"))


def test_the_committed_table_is_what_the_templates_say() -> None:
    assert TOOL["TARGET"].read_text("utf-8") == TOOL["written"](), "make templates"


@pytest.mark.parametrize("kind", template_kinds())
def test_the_table_answers_for_the_template(kind: str) -> None:
    found = fields_of_packaged(kind)
    assert list(own_names(kind)) == found["names"]
    assert required_fields(kind) == set(found["required"])


def test_there_is_no_answer_for_a_kind_without_a_template() -> None:
    with pytest.raises(RenderError, match="memo"):
        own_names("memo")
