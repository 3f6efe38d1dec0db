from __future__ import annotations

import re
import runpy
from functools import cache

from checkout import ROOT

from roadmapkit.model import json_schema


@cache
def reference() -> str:
    text = runpy.run_path(str(ROOT / "tools" / "format_reference.py"))["reference"]()
    assert isinstance(text, str)
    return text


def test_the_committed_reference_is_up_to_date_with_the_models() -> None:
    assert (ROOT / "docs" / "format.md").read_text(encoding="utf-8") == reference()


def test_every_key_of_every_model_has_a_row() -> None:
    properties = [set(schema["properties"]) for schema in json_schema()["$defs"].values()]
    rows = re.findall(r"^\| \**`(\w+)`", reference(), re.MULTILINE)
    assert len(rows) == sum(map(len, properties)) > 100
    assert set(rows) == set().union(*properties)


def test_every_link_leads_to_a_section_of_the_page() -> None:
    links = set(re.findall(r"\]\(#([a-z-]+)\)", reference()))
    assert len(links) > 30
    assert links <= set(re.findall(r'<a id="([a-z-]+)">', reference()))
