"""How fast a workspace is checked: a hundred plans, and the smallest one from a cold start.

    python benchmarks/check.py
    python benchmarks/check.py --documents 20 --rounds 3

``yamllint`` (the extra ``bench``) reads the same files, and a script that only imports yaml and
click and defines one pydantic model is started as a process: ratios say something on any machine.
Every figure is the median of several rounds, in which both sides take turns. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from shutil import rmtree
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from workspaces import write_large, write_smallest

__all__ = ["main"]

PEER = "yamllint"
ABSENT = f"{PEER} is not installed, so there is no ratio; to compare: pip install '.[bench]'"
YARDSTICK = """\
import click, yaml
from pydantic import BaseModel
class Activity(BaseModel):
    title: str
    due: str | None = None
"""
GROWTH = """\
import sys
from time import process_time
from roadmapkit import check, open_workspace
check(open_workspace(sys.argv[1]))
start = process_time()
check(open_workspace(sys.argv[2]))
print(process_time() - start)
"""
CHECK = ("-m", "roadmapkit", "check")
LINT = (
    "-m",
    PEER,
    "-d",
    "{extends: default, rules: {line-length: disable, document-start: disable}}",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures and return the exit code.

    Args:
        arguments: Words after the name of the script; those of the process where None.
    """
    parser = argparse.ArgumentParser(description="Speed of checking a workspace.")
    parser.add_argument("--documents", type=int, default=100, help="plans in the large workspace")
    parser.add_argument("--activities", type=int, default=60, help="activities in each of them")
    parser.add_argument("--rounds", type=int, default=5, help="runs of which the median is taken")
    asked = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        lines = _report(Path(folder), asked.documents, asked.activities, asked.rounds)
        for line in chain(lines, _growth(Path(folder), asked.activities, asked.rounds)):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 0


def _report(folder: Path, documents: int, activities: int, rounds: int) -> Iterator[str]:
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores, medians of {rounds}"
    # Byte code is kept on both sides, as it is where a program has been installed.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "byte-code")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    large, small = folder / "large", folder / "small"
    written = write_large(large, documents=documents, activities=activities)
    write_smallest(small)

    commands: dict[str, Sequence[str]] = {"roadmapkit": CHECK}
    if find_spec(PEER) is not None:
        commands[PEER] = (*LINT, "roadmaps")
    times = _medians(commands, large, environment, rounds)
    size = sum(path.stat().st_size for path in written) // 1024
    yield f"{documents} plans of {activities} activities, {size} KiB"
    yield from (f"{name}: {seconds:.2f} s" for name, seconds in times.items())
    yield (
        f"ratio, check to {PEER}: {times['roadmapkit'] / times[PEER]:.2f} (aim: at most 1.00)"
        if PEER in times
        else ABSENT
    )

    commands = {"first": CHECK, "again": CHECK, "imports": ("-c", YARDSTICK)}
    cold = _medians(commands, small, environment, rounds)
    yield "the smallest workspace, from a cold start"
    yield f"roadmapkit: {cold['first']:.3f} s"
    yield f"roadmapkit, nothing has changed since: {cold['again']:.3f} s"
    yield f"yaml, click and one pydantic model: {cold['imports']:.3f} s"
    first = cold["first"] / cold["imports"]
    yield f"ratio, cold check to imports: {first:.2f} (aim: at most 1.60)"
    yield f"ratio, second check to imports: {cold['again'] / cold['imports']:.2f}"


def _growth(folder: Path, activities: int, rounds: int) -> Iterator[str]:
    """Yield what reading and checking one plan takes with ten times, a hundred times the rows.

    Each is checked in a process of its own, which has checked the smallest workspace before:
    nothing is left to load, and nothing of the plan is remembered.
    """
    times: dict[int, list[float]] = {}
    for _ in range(rounds):
        for factor in (10, 100):
            plan = folder / f"times-{factor}"
            if not plan.exists():
                write_large(plan, documents=1, activities=factor * activities)
            for remembered in (plan, folder / "small"):
                rmtree(remembered / "build", ignore_errors=True)
            command = [sys.executable, "-c", GROWTH, str(folder / "small"), str(plan)]
            done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)  # noqa: S603  # ourselves
            times.setdefault(factor, []).append(float(done.stdout))
    few, many = (median(found) for found in times.values())
    yield "one plan, read and checked in a process that has checked the smallest workspace"
    yield f"{10 * activities} activities: {few:.2f} s"
    yield f"{100 * activities} activities: {many:.2f} s"
    yield f"ratio, ten times the activities: {many / few:.1f} (aim: at most 11.0)"


def _medians(
    commands: Mapping[str, Sequence[str]],
    folder: Path,
    environment: Mapping[str, str],
    rounds: int,
) -> dict[str, float]:
    """Return the median time of each command; they take turns, so that noise meets all alike."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            if name != "again":  # else a check would only tell what it has told before
                rmtree(folder / "build", ignore_errors=True)
            start = perf_counter()
            done = subprocess.run(  # noqa: S603  # ourselves, and the named peer
                [sys.executable, *command],
                cwd=folder,
                env=environment,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            seconds = perf_counter() - start
            if done.returncode != 0:
                raise SystemExit(f"{name} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
            if number:  # the first run writes the byte code
                times[name].append(seconds)
    return {name: median(found) for name, found in times.items()}


if __name__ == "__main__":
    sys.exit(main())
