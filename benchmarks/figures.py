"""Every figure of this folder in one run: what is measured, the ratio, its aim.

    python benchmarks/figures.py
    python benchmarks/figures.py --write
    python benchmarks/figures.py --large --write

What each benchmark prints passes through; the table comes at the end. ``--write`` puts it into
docs/performance.md, with the machine that it was measured on.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Figure", "figures", "main"]

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "docs" / "performance.md"
BENCHMARKS = ("render.py", "cold_build.py", "check.py", "country.py", "deadlines.py")
_RATIO = re.compile(
    r"ratio, (?P<work>.+): (?P<value>\d+(?:\.\d+)?)(?P<unit>[^()]*)"
    r"(?:\(aim: (?P<bound>at least|at most) (?P<aim>[\d.]+)\))?"
)
_COST = re.compile(r"\d[\d ]* documents: .*")

_PAGE = """\
<!-- Written by benchmarks/figures.py: run it again with --write. -->

# Performance

The figures of one run of

```
pip install -e ".[bench]"
python benchmarks/figures.py {options}
```

on {machine}. Ratios are of medians of {rounds} rounds, in which both sides take turns in one run \
on the same template and data; the growth of a country is that of single builds, and phrases are \
read as often as their benchmark says. No ratio is printed of documents whose texts differ. \
Seconds would say something about this machine only, so there are hardly any. What each line \
measures stands in [benchmarks](../benchmarks/README.md).

| work | ratio | aim | |
|---|---|---|---|
{rows}

What a workspace of a country costs, by its size; each build is a process of its own:

```
{costs}
```
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio that a benchmark has printed.

    Attributes:
        work: What was measured, and against what.
        value: The ratio as it was printed.
        unit: What the ratio is of; empty where it says so itself.
        bound: ``at least``, ``at most``, or empty where there is no aim.
        aim: The aim, None without one.
    """

    work: str
    value: str
    unit: str
    bound: str
    aim: str | None

    @property
    def is_met(self) -> bool:
        """Whether the ratio is as good as its aim, as far as it was printed."""
        if self.aim is None:
            return True
        least = self.bound == "at least"
        return (
            float(self.value) >= float(self.aim) if least else float(self.value) <= float(self.aim)
        )


def figures(lines: Sequence[str]) -> Iterator[Figure]:
    """Yield the ratios among the lines that benchmarks have printed."""
    for line in lines:
        if found := _RATIO.fullmatch(line.strip()):
            yield Figure(
                found["work"],
                found["value"],
                found["unit"].strip(),
                found["bound"] or "",
                found["aim"],
            )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and return the exit code."""
    parser = argparse.ArgumentParser(description="Every figure of this folder in one run.")
    parser.add_argument("--rounds", type=int, default=5, help="runs of which the median is taken")
    parser.add_argument("--large", action="store_true", help="a country of 20,000 documents too")
    parser.add_argument("--write", action="store_true", help=f"write docs/{TARGET.name}")
    parser.add_argument("--only", nargs="+", default=BENCHMARKS, choices=BENCHMARKS)
    asked = parser.parse_args(arguments)
    if asked.write and set(asked.only) != set(BENCHMARKS):
        parser.error("a page of some figures would replace that of all; leave --only out")
    lines: list[str] = []
    for name in asked.only:
        options = [] if name == "deadlines.py" else ["--rounds", str(asked.rounds)]
        if name == "country.py" and asked.large:
            options.append("--large")
        lines += _run([sys.executable, str(HERE / name), *options])
    rows = [_row(one) for one in figures(lines)]
    sys.stdout.write("\n".join(("", *rows, "")))
    if asked.write:
        large = ["--large"] if asked.large else []
        words = " ".join(("--write", "--rounds", str(asked.rounds), *large))
        TARGET.write_text(
            _PAGE.format(
                options=words,
                machine=_machine(),
                rounds=asked.rounds,
                rows="\n".join(rows),
                costs="\n".join(line for line in lines if _COST.fullmatch(line)),
            ),
            encoding="utf-8",
        )
    return 0


def _run(command: Sequence[str]) -> list[str]:
    """Run a benchmark, let its lines through and return them."""
    lines = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:  # noqa: S603  # ourselves
        for line in process.stdout or ():
            sys.stdout.write(line)
            sys.stdout.flush()
            lines.append(line.rstrip("\n"))
    if process.returncode:
        raise SystemExit(f"{command[1]} failed")
    return lines


def _row(figure: Figure) -> str:
    aim = f"{figure.bound} {figure.aim}" if figure.aim is not None else ""
    verdict = "" if figure.aim is None else "met" if figure.is_met else "**missed**"
    ratio = f"{figure.value} {figure.unit}".strip()
    return f"| {figure.work} | {ratio} | {aim} | {verdict} |"


def _machine() -> str:
    return f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"


if __name__ == "__main__":
    sys.exit(main())
