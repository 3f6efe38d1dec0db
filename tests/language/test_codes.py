from __future__ import annotations

from pathlib import Path

import roadmapkit.language
from roadmapkit.diagnostics import Message
from roadmapkit.language import codes


def test_every_code_is_of_the_family_and_in_the_documented_table() -> None:
    names = [code.id for code in codes.CODES]
    assert names == sorted(set(names))
    assert names
    for name in names:
        assert name.startswith("LNG")


def test_no_other_module_repeats_a_code() -> None:
    folder = Path(roadmapkit.language.__file__).parent
    modules = [path for path in sorted(folder.glob("*.py")) if path.name != "codes.py"]
    assert len(modules) > 5
    for path in modules:
        assert "LNG0" not in path.read_text("utf-8"), path.name


def test_a_code_makes_a_finding_with_its_severity() -> None:
    finding = codes.GENDER_NEEDED.at(None, Message("{name!r}", name="Ким"))
    assert (finding.code, finding.severity) == ("LNG001", codes.GENDER_NEEDED.severity)
