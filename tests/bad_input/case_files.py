"""Workspaces of ``tests/cases`` and what they expect, which stands in their comments.

========================================  ==================================================
comment                                   says
========================================  ==================================================
``# expect: SRC020``                      this line gets the finding; several: ``A001, B002``
``# expect at 4: SRC011``                 line 4 does, where it can hold no comment
``# expect at 4:7: SRC011``               and the finding begins in column 7
``# expect in scores.csv at 3: TBL003``   line 3 of a file beside this one
``# expect nowhere: LNG001``              a finding about no place
``# saved as: cp1251``                    the file is read in this encoding
========================================  ==================================================

A folder ``signed`` in a case holds its acts as they were on the day of signing.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from roadmapkit import Workspace, open_workspace, register
from roadmapkit.diagnostics import Diagnostic
from roadmapkit.model.order import Order

__all__ = ["CASES", "Case", "Expected", "expected_of", "find_cases", "open_case", "place_of"]

CASES = Path(__file__).resolve().parents[1] / "cases"
SOUND = "-ok"
SIGNED = "signed"
LOCK = "signed.lock.yaml"

_HERE = re.compile(r"# expect: ((?:[A-Z]{3}\d{3}(?:, )?)+)$")
_AT = re.compile(r"# expect (?:(?:in (\S+) )?at (\d+)(?::(\d+))?|nowhere): ([A-Z]{3}\d{3})$")
_SAVED_AS = re.compile(r"^# saved as: (\S+)\n")


@dataclass(frozen=True, slots=True, order=True)
class Expected:
    """A finding that a case announces: line 0 is no place, column 0 any column."""

    file: str
    line: int
    column: int
    code: str


@dataclass(frozen=True, slots=True)
class Case:
    """A workspace of one file or of a folder.

    Attributes:
        path: The file or the folder.
        name: Its name without the ending.
        code: The code that it is about.
        expected: The findings that it announces.
    """

    path: Path
    name: str
    code: str
    expected: tuple[Expected, ...]

    @property
    def is_sound(self) -> bool:
        """Whether it is the twin in which the code does not fire."""
        return self.name.endswith(SOUND)

    @property
    def twin(self) -> str:
        """Name of its twin."""
        return self.name.removesuffix(SOUND) if self.is_sound else self.name + SOUND


def find_cases() -> tuple[Case, ...]:
    """Return every case, by name."""
    return tuple(_case(path) for path in sorted(CASES.iterdir()) if path.name[0] != ".")


def _case(path: Path) -> Case:
    files = [path] if path.is_file() else sorted(path.rglob("*.y*ml"))
    root = path.parent if path.is_file() else path
    expected = [
        item
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1)
        for item in expected_of(file.relative_to(root).as_posix(), number, line)
    ]
    name = path.stem if path.is_file() else path.name
    return Case(path, name, name.partition("-")[0], tuple(sorted(expected)))


def expected_of(file: str, number: int, line: str) -> list[Expected]:
    """Return what line *number* of *file* announces."""
    here, there = _HERE.search(line), _AT.search(line)
    if here is not None:
        return [Expected(file, number, 0, code) for code in here[1].split(", ")]
    if there is None:
        assert "# expect" not in line, f"{file}:{number}: {line}"
        return []
    beside, at, column, code = there.groups()
    if at is None:
        return [Expected("", 0, 0, code)]
    place = (PurePosixPath(file).parent / beside).as_posix() if beside else file
    return [Expected(place, int(at), int(column or 0), code)]


def open_case(case: Case, folder: Path) -> Workspace:
    """Open a case, its files copied to *folder* in the encodings that they ask for."""
    if case.path.is_dir():
        shutil.copytree(case.path, folder, dirs_exist_ok=True)
        if (folder / SIGNED).is_dir():
            _seal(folder)
        return open_workspace(folder)
    copy = folder / case.path.name
    text = case.path.read_text(encoding="utf-8")
    wanted = _SAVED_AS.match(text)
    copy.write_bytes(text.encode(wanted[1] if wanted else "utf-8"))
    return open_workspace(copy)


def _seal(folder: Path) -> None:
    """Record what the acts printed when they were signed, and go on with what they print now."""
    signed = open_workspace(folder / SIGNED)
    for item in signed.loaded.documents:
        act = item.model
        if isinstance(act, Order):
            assert act.date is not None
            assert act.number is not None
            register(signed, act.id, date=act.date, number=act.number)
    shutil.copy(folder / SIGNED / LOCK, folder / LOCK)


def place_of(finding: Diagnostic) -> Expected:
    """Return a finding as a case would announce it."""
    if finding.span is None:
        return Expected("", 0, 0, finding.code)
    return Expected(finding.span.file, finding.span.line, finding.span.column, finding.code)
