"""How fast phrases of the column «Срок» are read, and how much memory that takes.

    python benchmarks/deadlines.py
    python benchmarks/deadlines.py --count 1000 --memory 1000 5000

``dateparser`` (the extra ``bench``) is the yardstick for the time: it reads as many plain dates
in the same process, so that the ratio says something on any machine. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import platform
import sys
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from time import perf_counter
from typing import Any

from phrases import FORMS, phrases, plain_dates

from roadmapkit.deadlines import DeadlineKind, explain_deadline, parse_period

__all__ = ["main"]

PERIOD = parse_period("2024-2026")
PEER = "dateparser"
ABSENT = f"{PEER} is not installed, so there is no ratio; to compare: pip install '.[bench]'"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures and return the exit code.

    Args:
        arguments: Words after the name of the script; those of the process where None.
    """
    asked = _parser().parse_args(arguments)
    for line in _report(asked.count, asked.memory):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Speed and memory of reading deadlines.")
    parser.add_argument("--count", type=int, default=10_000, help="phrases to read for the time")
    parser.add_argument(
        "--memory",
        type=int,
        nargs="*",
        default=[1_000, 10_000, 50_000],
        help="numbers of phrases to read for the memory; without any it is not measured",
    )
    return parser


def _report(count: int, sizes: Iterable[int]) -> Iterator[str]:
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores"
    texts, dates = list(phrases(count)), list(plain_dates(count))
    kinds = Counter(_read(text) for text in texts[: len(FORMS)])  # also loads what is loaded once
    yield f"{count} distinct phrases of {len(FORMS)} forms and {len(kinds)} kinds"
    ours, read = _timed(_read, texts)
    yield _line("roadmapkit, phrases", count, ours)
    unread = sum(kind is DeadlineKind.UNPARSED for kind in read)
    yield f"  of them not understood: {unread}"
    plain, _ = _timed(_read, dates)
    yield _line("roadmapkit, plain dates", count, plain)
    if find_spec(PEER) is None:
        yield ABSENT
    else:
        yield from _compared(dates, ours, plain)
    for size in sizes:
        yield _memory(size)


def _compared(dates: Sequence[str], ours: float, plain: float) -> Iterator[str]:
    peer = importlib.import_module(PEER)  # not installed with the library

    def read(text: str) -> Any:
        return peer.parse(text, languages=["ru"])

    read(dates[0])  # loads the language
    theirs, days = _timed(read, dates)
    yield _line(f"{PEER} {peer.__version__}, plain dates", len(dates), theirs)
    yield f"  of them not understood: {sum(day is None for day in days)}"
    yield f"ratio, phrases to its plain dates: {ours / theirs:.2f}"
    yield f"ratio, plain dates to its plain dates: {plain / theirs:.2f}"


def _read(text: str) -> DeadlineKind:
    return explain_deadline(text, period=PERIOD).kind


def _timed(read: Callable[[str], Any], texts: Iterable[str]) -> tuple[float, list[Any]]:
    gc.collect()
    start = perf_counter()
    found = [read(text) for text in texts]
    return perf_counter() - start, found


def _line(name: str, count: int, seconds: float) -> str:
    return f"{name}: {seconds:.2f} s, {seconds / count * 1e6:.0f} µs each"


def _memory(size: int) -> str:
    """Return what reading so many phrases one after another takes at most, and what it leaves."""
    gc.collect()
    tracemalloc.start()
    for text in phrases(size):
        _read(text)
    gc.collect()
    left, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return f"memory, {size} phrases: peak {peak / 1024:.0f} KiB, kept {left / 1024:.0f} KiB"


if __name__ == "__main__":
    sys.exit(main())
