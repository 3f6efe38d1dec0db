"""The names of a part are told without generating its code where that decides nothing."""

from __future__ import annotations

import pytest
from jinja2 import meta

from roadmapkit.rendering.compiled import assigned_names, looked_up_names
from roadmapkit.rendering.sandbox import TemplateEnvironment

PARTS = {
    "a loop": ("{% for a in rows %}{{ loop.index }}{{ a }}{% endfor %}", {"rows", "a"}),
    "a loop in a loop": (
        "{% for a in rows %}{% for b in a %}{{ loop.first }}{% endfor %}"
        "{{ loop.last }}{% endfor %}",
        {"rows", "a", "b"},
    ),
    "no loop": ("{{ loop.index }}", {"loop"}),
    "what a loop goes over": ("{% for a in loop %}{{ a }}{% endfor %}", {"loop", "a"}),
    "instead of a turn": (
        "{% for a in rows %}{{ a }}{% else %}{{ loop.index }}{% endfor %}",
        {"rows", "a", "loop"},
    ),
    "a macro in a loop": (
        "{% for a in rows %}{% macro m() %}{{ loop.index }}{% endmacro %}{{ m() }}{% endfor %}",
        {"rows", "a", "m", "loop"},
    ),
    "a namespace": ("{% set ns.x = 1 %}{{ y }}", {"ns", "y"}),
}


@pytest.mark.parametrize(("source", "names"), PARTS.values(), ids=PARTS)
def test_all_names_that_may_be_looked_up_are_told(source: str, names: set[str]) -> None:
    tree = TemplateEnvironment().parse(source)

    assert looked_up_names(tree) == names


@pytest.mark.parametrize(("source", "names"), PARTS.values(), ids=PARTS)
def test_no_name_is_missed_that_jinja_would_look_up(source: str, names: set[str]) -> None:
    tree = TemplateEnvironment().parse(source)

    undeclared = meta.find_undeclared_variables(tree)

    assert undeclared - assigned_names(tree) <= looked_up_names(tree)
