from __future__ import annotations

import re
import runpy
from functools import cache

from checkout import ROOT

from roadmapkit.api import all_codes


@cache
def reference() -> str:
    text = runpy.run_path(str(ROOT / "tools" / "diagnostics_reference.py"))["reference"]()
    assert isinstance(text, str)
    return text


def test_the_committed_list_of_diagnostics_is_up_to_date_with_the_codes() -> None:
    page = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    assert page == reference(), "python tools/diagnostics_reference.py"


def test_every_code_has_one_row_with_its_name_and_summary() -> None:
    rows = re.findall(
        r"^\| \[?`(\w{3}\d{3})`(?:\]\(\S+\))? \| (\S+) \| (?:error|warning|note) \| (.+?) \| ",
        reference(),
        re.MULTILINE,
    )
    codes = all_codes()
    assert len(codes) > 80
    assert sorted(row[0] for row in rows) == [code.id for code in codes]
    assert {row[1] for row in rows} == {code.name for code in codes}


def test_a_code_is_used_once_and_so_is_its_name_within_a_family() -> None:
    codes = all_codes()
    assert len({code.id for code in codes}) == len(codes)
    assert len({(code.id[:3], code.name) for code in codes}) == len(codes)


def test_most_codes_have_an_example_that_fires_and_one_that_does_not() -> None:
    assert reference().count("[fires](") == reference().count("[silent](") > 60
