"""What the guide says about choosing checks can be written so."""

from __future__ import annotations

import re
from pathlib import Path

from checkout import ROOT

from roadmapkit import all_codes, check, open_workspace

PAGE = (ROOT / "docs" / "ru" / "07-checking.md").read_text("utf-8")


def test_the_settings_of_the_page_are_sound_but_for_silencing_nothing_here(tmp_path: Path) -> None:
    [block] = re.findall(r"^```yml\n(kind: settings\n.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    (tmp_path / "roadmapkit.yaml").write_text(block, encoding="utf-8")
    found = check(open_workspace(tmp_path)).diagnostics
    assert {item.code for item in found} == {"CHK003"}


def test_the_comment_of_the_page_silences_its_line(tmp_path: Path) -> None:
    [block] = re.findall(r"^```yaml\n(activities:\n.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    head = "kind: roadmap\nid: plan\ntitle: План мероприятий\nperiod: 2021-2023\n"
    file = tmp_path / "plan.yaml"
    file.write_text(head + block, encoding="utf-8")
    assert check(open_workspace(file)).diagnostics == ()
    file.write_text(head + block.partition("   #")[0] + "\n", encoding="utf-8")
    assert [item.code for item in check(open_workspace(file)).diagnostics] == ["DUE003"]


def test_codes_and_names_that_the_page_quotes_exist() -> None:
    codes = all_codes()
    quoted = re.findall(r"`([A-Z]{3}\d{3})`", PAGE)
    assert len(quoted) > 3
    assert set(quoted) <= {code.id for code in codes}
    assert "year-open" in {code.name for code in codes}
