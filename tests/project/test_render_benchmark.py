"""The benchmark of rendering compares texts, runs every side and prints every ratio."""

from __future__ import annotations

import re
import subprocess
import sys

from checkout import ROOT


def test_every_ratio_is_printed_with_its_aim() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "render.py")]
    done = subprocess.run(
        [*command, "--rows", "20", "--documents", "2", "--rounds", "1"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    ratios = re.findall(r"^ratio, (.+): \d+\.\d+ ?.*$", done.stdout, re.MULTILINE)
    assert {"whole process, view model given", "peak memory to docxtpl"} <= set(ratios)
    assert {"20 rows, roadmapkit, zlib", "20 rows, roadmapkit, zlib to by hand"} <= set(ratios)
    assert {"many documents", "from YAML files", "reading YAML to CSafeLoader"} <= set(ratios)
