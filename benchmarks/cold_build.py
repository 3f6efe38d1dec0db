"""How long a build takes from a cold start, all checks included.

    python benchmarks/cold_build.py
    python benchmarks/cold_build.py --rounds 3

One file is one workspace. The other side is a script with docxtpl, PyYAML, jsonschema, pydantic
and babel that validates the same file by a small schema and a model and renders it with the same
template; it checks nothing of the meaning. Of the round before nothing is remembered but what
belongs to the template, as on any machine that has built once; what the first build of a machine
takes is measured too.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from plan_document import text_of, write_template
from workspaces import write_large

__all__ = ["main"]

SCRIPT = """
import sys
from datetime import date
from pathlib import Path

import jsonschema
import yaml
from babel.dates import format_date
from docxtpl import DocxTemplate
from pydantic import BaseModel


class Activity(BaseModel):
    id: str
    title: str
    due: str
    responsible: str
    result: str


class Section(BaseModel):
    title: str
    activities: list[Activity]


class Roadmap(BaseModel):
    kind: str
    id: str
    title: str
    period: int
    sections: list[Section]


SCHEMA = {
    "type": "object",
    "required": ["kind", "id", "title", "sections"],
    "properties": {
        "sections": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["title", "activities"],
                "properties": {
                    "activities": {
                        "type": "array",
                        "items": {"type": "object", "required": ["id", "title"]},
                    }
                },
            },
        }
    },
}

source, template, target = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    data = yaml.load(file, yaml.CSafeLoader)
jsonschema.validate(data, SCHEMA)
roadmap = Roadmap.model_validate(data)
format_date(date(2024, 1, 15), "long", locale="ru")
rows = []
for number, section in enumerate(roadmap.sections, start=1):
    rows.append({"kind": "section", "cells": [{"lines": [f"{number}. {section.title}"]}]})
    for place, one in enumerate(section.activities, start=1):
        texts = (f"{number}.{place}.", one.title, one.due, one.responsible, one.result)
        rows.append({"kind": "data", "cells": [{"lines": [text]} for text in texts]})
document = DocxTemplate(template)
sheets = [{"parts": [{"table": {"rows": rows}}]}]
document.render({"title": roadmap.title, "sheets": sheets}, autoescape=True)
document.save(target)
"""

AIMS = {60: "at most 1.00", 6000: "at most 0.25"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and return the exit code."""
    parser = argparse.ArgumentParser(description="A build from a cold start.")
    parser.add_argument("--rounds", type=int, default=5, help="runs of which the median is taken")
    parser.add_argument("--rows", type=int, nargs="+", default=list(AIMS), help="activities")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        for rows in options.rows:
            for line in _report(Path(folder) / str(rows), rows, options.rounds):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()
    return 0


def _report(folder: Path, rows: int, rounds: int) -> Iterator[str]:
    (source,) = write_large(folder, documents=1, activities=rows)
    script, template = folder / "peer.py", folder / "templates" / "roadmap.docx"
    script.write_text(SCRIPT, encoding="utf-8")
    template.parent.mkdir()
    write_template(template, sections=True)
    theirs = [sys.executable, str(script), str(source), str(template), str(folder / "peer.docx")]
    ours = [sys.executable, "-m", "roadmapkit", "build", "--quiet", "--workspace", str(folder)]
    output = folder / "build"
    times: dict[str, list[float]] = {"script": [], "roadmapkit, first build": [], "roadmapkit": []}
    for round_ in range(rounds + 1):  # the first writes byte code
        for name, command in zip(times, (theirs, ours, ours), strict=True):
            if name == "roadmapkit":
                _forget(output)
            else:
                shutil.rmtree(output, ignore_errors=True)
            start = perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # ours
            if round_:
                times[name].append(perf_counter() - start)
    built = output / "roadmaps" / f"{source.stem}.docx"
    _require_same(built.read_bytes(), (folder / "peer.docx").read_bytes())
    for name, found in times.items():
        yield f"{name}, {rows} activities from a cold start: {median(found):.2f} s"
    first = median(times["roadmapkit, first build"]) / median(times["script"])
    yield f"ratio, first build of {rows} activities on a machine to a script: {first:.2f}"
    share = median(times["roadmapkit"]) / median(times["script"])
    aim = f" (aim: {AIMS[rows]})" if rows in AIMS else ""
    yield f"ratio, cold build of {rows} activities to a script without checks: {share:.2f}{aim}"


def _forget(output: Path) -> None:
    """Take away the output and what is remembered of the workspace."""
    if output.is_dir():
        for item in output.iterdir():
            if item.name != ".cache":
                shutil.rmtree(item) if item.is_dir() else item.unlink()
        for kept in (output / ".cache").iterdir() if (output / ".cache").is_dir() else ():
            if not kept.name.startswith(("template", "member", "note")):
                shutil.rmtree(kept) if kept.is_dir() else kept.unlink()


def _require_same(*documents: bytes) -> None:
    """Refuse to measure what does not print the same words; spaces may be narrower in one."""
    first, *others = ([" ".join(text.split()) for text in text_of(one)] for one in documents)
    if not any(first) or any(other != first for other in others):
        raise SystemExit("the two sides print different texts")


if __name__ == "__main__":
    sys.exit(main())
