"""``python -m roadmapkit``."""

from __future__ import annotations

import sys

from roadmapkit.cli import main

if __name__ == "__main__":
    sys.exit(main())
