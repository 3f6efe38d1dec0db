"""The benchmarks run as their page says, with their yardstick and without it."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import ROOT

FOLDER = ROOT / "benchmarks"
SMALL = ("--count", "60", "--memory", "30", "60")


def run(*arguments: str, path: Path | None = None) -> str:
    """Run the script and return what it printed; modules of *path* are found first."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    command = [sys.executable, str(FOLDER / "deadlines.py"), *arguments]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, env=environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def with_module(folder: Path, name: str, text: str) -> Path:
    (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder


def test_the_ratio_to_dateparser_is_printed() -> None:
    ratio = re.search(
        r"^ratio, phrases to its plain dates: (\d+\.\d\d)$", run(*SMALL), re.MULTILINE
    )
    assert ratio is not None
    assert float(ratio[1]) > 0


def test_the_ratio_is_that_of_our_time_to_the_yardsticks(tmp_path: Path) -> None:
    slow = "from time import sleep\n__version__ = 'slow'\ndef parse(text, languages): sleep(0.01)\n"
    out = run(*SMALL, path=with_module(tmp_path, "dateparser", slow))
    ours, theirs = (
        float(re.search(rf"^{name}: ([\d.]+) s", out, re.MULTILINE)[1])  # type: ignore[index]  # the line must be there
        for name in ("roadmapkit, phrases", "dateparser slow, plain dates")
    )
    ratio = re.search(r"^ratio, phrases to its plain dates: ([\d.]+)$", out, re.MULTILINE)
    assert ratio is not None
    assert float(ratio[1]) == pytest.approx(ours / theirs, abs=0.02)


def test_without_dateparser_our_own_figures_and_the_way_to_get_it_are_printed(
    tmp_path: Path,
) -> None:
    hidden = "import sys\nsys.modules['dateparser'] = None\n"
    out = run(*SMALL, path=with_module(tmp_path, "sitecustomize", hidden))
    assert "roadmapkit, phrases: " in out
    assert "pip install '.[bench]'" in out
    assert "ratio" not in out.replace("there is no ratio", "")


def test_memory_is_told_for_each_number_of_phrases() -> None:
    lines = [line for line in run(*SMALL).splitlines() if line.startswith("memory")]
    assert [line.split(":")[0] for line in lines] == ["memory, 30 phrases", "memory, 60 phrases"]


def test_every_phrase_is_understood_and_most_kinds_are_there() -> None:
    out = run("--count", "2000", "--memory")
    assert "  of them not understood: 0" in out
    kinds = re.search(r"of (\d+) forms and (\d+) kinds", out)
    assert kinds is not None
    assert int(kinds[2]) >= 10


def test_phrases_are_distinct_and_the_same_each_time() -> None:
    names = runpy.run_path(str(FOLDER / "phrases.py"))
    for source in (names["phrases"], names["plain_dates"]):
        first = list(source(50_000))
        assert len(set(first)) == 50_000
        assert list(source(100)) == first[:100]
        with pytest.raises(ValueError, match="there are"):
            list(source(10_000_000))
