from __future__ import annotations

import subprocess
import sys

# Dictionaries and formats that cost a start of the program more than everything else.
HEAVY = {
    "babel",
    "docx",
    "docxtpl",
    "holidays",
    "icalendar",
    "lxml",
    "openpyxl",
    "pymorphy3",
    "pytrovich",
}


def test_importing_the_library_loads_nothing_heavy() -> None:
    code = "import sys, roadmapkit; print(*sorted(m for m in sys.modules if '.' not in m))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "roadmapkit" in loaded
    assert loaded & HEAVY == set()
