"""How fast documents are rendered: beside docxtpl, and beside XML written by hand.

    python benchmarks/render.py
    python benchmarks/render.py --rounds 3 --rows 600 --documents 50

Every peer prints the same values with the same template; before anything is measured, the
texts of the documents are compared. Each figure is the median of several rounds in which all
sides take turns, so that ratios say something on a machine that is busy. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import yaml
from plan_document import ByHand, by_docxtpl, plan_rows, plan_view, text_of, write_template
from workspaces import write_large

import roadmapkit
from roadmapkit.documents.view import DocumentView
from roadmapkit.source import parse_source, read_source

__all__ = ["main"]

FAST = {"isal": "isal", "zlib-ng": "zlib_ng"}
"""Optional compressors by the module that they come in."""

PEER_DOCUMENTS = 100
"""Of many documents, docxtpl renders as many as tell its time for one."""

PROCESS = """\
import sys
from pathlib import Path
from time import perf_counter
start = perf_counter()
from plan_document import by_docxtpl, plan_rows, plan_view
side, rows, template, cache, target = sys.argv[1:]
view = plan_view(plan_rows(int(rows)))
print(perf_counter() - start)
if side == "docxtpl":
    data = by_docxtpl(Path(template), {"title": view.title, "sheets": view.sheets})
else:
    import roadmapkit
    data = roadmapkit.render_view(view, roadmapkit.prepare_template(template, cache=cache))
Path(target).write_bytes(data)
"""
"""What both sides are as a whole process; it says how long the view model took, which is given."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures and return the exit code.

    Args:
        arguments: Words after the name of the script; those of the process where None.
    """
    parser = argparse.ArgumentParser(description="Speed of rendering documents.")
    parser.add_argument("--rows", type=int, default=6000, help="rows of the large plan")
    parser.add_argument("--documents", type=int, default=500, help="plans of 60 rows")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of which the median is taken")
    asked = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        for line in _report(Path(folder), asked.rows, asked.documents, asked.rounds):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 0


def _report(folder: Path, rows: int, documents: int, rounds: int) -> Iterator[str]:
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores, medians of {rounds}"
    template = folder / "plan.docx"
    write_template(template)
    yield from _whole_process(folder, template, rows, rounds)
    for count in dict.fromkeys((rows, max(rows // 10, 1))):
        yield from _later_documents(template, count, rounds)
    yield from _many_views(template, documents, rounds)
    yield from _many_files(folder, documents, rounds)
    yield from _yaml(folder, rows, rounds)


def _whole_process(folder: Path, template: Path, rows: int, rounds: int) -> Iterator[str]:
    sides = ("docxtpl", "roadmapkit")
    times: dict[str, list[float]] = {side: [] for side in sides}
    given: dict[str, list[float]] = {side: [] for side in sides}
    peaks: dict[str, list[int]] = {side: [] for side in sides}
    for number in range(rounds + 1):
        for side in sides:
            seconds, before, peak = _process(folder, template, side, rows)
            if number:  # the first run writes the byte code and fills the cache
                times[side].append(seconds)
                given[side].append(seconds - before)
                peaks[side].append(peak)
    _require_same(*((folder / f"{side}.docx").read_bytes() for side in sides))
    yield f"{rows} rows, a whole process, the template prepared by an earlier one"
    for side in sides:
        yield (
            f"{side}: {median(times[side]):.3f} s, of it {median(given[side]):.3f} s "
            f"with the view model given, peak {median(peaks[side]) / 1024:.0f} MiB"
        )
    yield _ratio(
        "whole process, view model given",
        median(given["docxtpl"]) / median(given["roadmapkit"]),
        "8",
    )
    yield _ratio(
        "whole process, view model made in it",
        median(times["docxtpl"]) / median(times["roadmapkit"]),
        "",
    )
    share = median(peaks["roadmapkit"]) / median(peaks["docxtpl"])
    yield f"ratio, peak memory to docxtpl: {share:.2f} (aim: at most 0.25)"


def _process(folder: Path, template: Path, side: str, rows: int) -> tuple[float, float, int]:
    """Run one side: its seconds, those before the view model was there, its peak in KiB."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parent),
        "PYTHONPYCACHEPREFIX": str(folder / "byte-code"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    words = (side, str(rows), str(template), str(folder / "cache"), str(folder / f"{side}.docx"))
    start = perf_counter()
    process = subprocess.Popen(  # noqa: S603  # ourselves
        [sys.executable, "-c", PROCESS, *words],
        env=environment,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    said = process.stdout.read() if process.stdout is not None else ""
    process.communicate()
    if process.returncode:
        raise SystemExit(f"{side} failed")
    return seconds, float(said), used.ru_maxrss


def _later_documents(template: Path, rows: int, rounds: int) -> Iterator[str]:
    texts = plan_rows(rows)
    view = plan_view(texts)
    prepared = roadmapkit.prepare_template(template)
    hand = ByHand(template)
    sides: dict[str, Callable[[], bytes]] = {
        "docxtpl": lambda: by_docxtpl(template, {"title": view.title, "sheets": view.sheets}),
        "by hand": lambda: hand.document(view.title, texts),
        "roadmapkit, zlib": lambda: roadmapkit.render_view(view, prepared),
    }
    for name, module in FAST.items():
        if find_spec(module) is not None:
            sides[f"roadmapkit, {name}"] = lambda name=name: roadmapkit.render_view(  # type: ignore[misc]  # mypy reads no default
                view, prepared, compressor=name
            )
    _require_same(*(side() for side in sides.values()))
    times = _by_turns(sides, rounds)
    yield f"{rows} rows, second and later documents of a process"
    yield from (f"{name}: {seconds * 1000:.1f} ms" for name, seconds in times.items())
    for name in times:
        if name.startswith("roadmapkit"):
            aim = "12" if name.endswith(" zlib") else "25"
            yield _ratio(f"{rows} rows, {name}", times["docxtpl"] / times[name], aim)
    share = times["roadmapkit, zlib"] / times["by hand"]
    yield f"ratio, {rows} rows, roadmapkit, zlib to by hand: {share:.2f} (aim: at most 1.40)"


def _many_views(template: Path, documents: int, rounds: int) -> Iterator[str]:
    made = [plan_view(plan_rows(60, number), number) for number in range(1, documents + 1)]
    some = made[:PEER_DOCUMENTS]
    prepared = roadmapkit.prepare_template(template)

    def ours() -> list[bytes]:
        return [roadmapkit.render_view(view, prepared) for view in made]

    def theirs() -> list[bytes]:
        return [_peer(template, view) for view in some]

    for mine, other in zip(ours(), theirs(), strict=False):
        _require_same(mine, other)
    times = _by_turns({"docxtpl": theirs, "roadmapkit": ours}, rounds)
    each = {"docxtpl": times["docxtpl"] / len(some), "roadmapkit": times["roadmapkit"] / len(made)}
    yield f"{documents} documents of 60 rows from view models, one process"
    yield from (f"{name}: {1 / seconds:.0f} documents/s" for name, seconds in each.items())
    yield _ratio("many documents", each["docxtpl"] / each["roadmapkit"], "15")


def _peer(template: Path, view: DocumentView) -> bytes:
    return by_docxtpl(template, {"title": view.title, "sheets": view.sheets})


def _many_files(folder: Path, documents: int, rounds: int) -> Iterator[str]:
    root = folder / "country"
    files = write_large(root, documents=documents, activities=60)
    (root / "templates").mkdir()
    template = root / "templates" / "roadmap.docx"
    write_template(template, sections=True)
    some = files[:PEER_DOCUMENTS]

    def ours() -> None:
        built = roadmapkit.build(roadmapkit.open_workspace(root), out=folder / "ours", force=True)
        if len(built.written) != documents:
            raise SystemExit(f"built {len(built.written)} documents: {built.diagnostics[:3]}")

    def theirs() -> None:
        for path in some:
            with path.open(encoding="utf-8") as file:
                plan = yaml.load(file, yaml.CSafeLoader)  # the safe one in C
            (folder / f"{plan['id']}.docx").write_bytes(by_docxtpl(template, _context(plan)))

    ours()
    theirs()
    for path in some:
        built = folder / "ours" / "roadmaps" / f"{path.stem}.docx"
        _require_same(built.read_bytes(), (folder / f"{path.stem}.docx").read_bytes())
    times = _by_turns({"docxtpl": theirs, "roadmapkit": ours}, rounds)
    each = {"docxtpl": times["docxtpl"] / len(some), "roadmapkit": times["roadmapkit"] / documents}
    yield f"the same from {documents} YAML files, with every check; docxtpl with none"
    yield from (f"{name}: {1 / seconds:.0f} documents/s" for name, seconds in each.items())
    yield _ratio("from YAML files", each["docxtpl"] / each["roadmapkit"], "4")


def _context(plan: Mapping[str, Any]) -> dict[str, Any]:
    """Return what somebody would hand to docxtpl who checks nothing."""
    rows: list[dict[str, Any]] = []
    for number, section in enumerate(plan["sections"], start=1):
        rows.append(_row("section", f"{number}. {section['title']}"))
        for place, activity in enumerate(section["activities"], start=1):
            texts = (activity[key] for key in ("title", "due", "responsible", "result"))
            rows.append(_row("data", f"{number}.{place}.", *texts))
    return {"title": plan["title"], "sheets": [{"parts": [{"table": {"rows": rows}}]}]}


def _row(kind: str, *texts: str) -> dict[str, Any]:
    return {"kind": kind, "cells": [{"lines": [text]} for text in texts]}


def _yaml(folder: Path, activities: int, rounds: int) -> Iterator[str]:
    root = folder / "one"
    (path,) = write_large(root, documents=1, activities=activities)
    text = path.read_text(encoding="utf-8")

    def ours() -> None:
        source, _ = read_source(root, path)
        if source is None or parse_source(source).broken:
            raise SystemExit("the YAML cannot be read")

    def theirs() -> None:
        yaml.load(text, yaml.CSafeLoader)  # the safe one in C

    times = _by_turns({"CSafeLoader": theirs, "roadmapkit": ours}, rounds)
    yield f"YAML of {activities} activities"
    yield f"roadmapkit, to values with places: {times['roadmapkit'] * 1000:.0f} ms"
    yield f"CSafeLoader, to values without: {times['CSafeLoader'] * 1000:.0f} ms"
    share = times["roadmapkit"] / times["CSafeLoader"]
    yield f"ratio, reading YAML to CSafeLoader: {share:.2f} (aim: at most 0.60)"


def _by_turns(sides: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each side; they take turns, so that noise meets all alike."""
    times: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, side in sides.items():
            gc.collect()
            start = perf_counter()
            side()
            times[name].append(perf_counter() - start)
    return {name: median(found) for name, found in times.items()}


def _require_same(*documents: bytes) -> None:
    """Refuse to measure what does not print the same words; spaces may be narrower in one."""
    texts = [[" ".join(text.split()) for text in text_of(document)] for document in documents]
    if not any(texts[0]) or any(other != texts[0] for other in texts[1:]):
        pairs = (
            (one, two) for other in texts[1:] for one, two in zip(texts[0], other, strict=False)
        )
        differing = next((pair for pair in pairs if pair[0] != pair[1]), "number of paragraphs")
        raise SystemExit(f"the documents differ: {differing}")


def _ratio(what: str, times: float, aim: str) -> str:
    told = f" (aim: at least {aim})" if aim else ""
    return f"ratio, {what}: {times:.1f} times as fast as docxtpl{told}"


if __name__ == "__main__":
    sys.exit(main())
