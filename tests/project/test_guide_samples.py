"""What a reader copies from the guides works, and what the guides promise is what happens."""

from __future__ import annotations

import json
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from checkout import ROOT

import roadmapkit
from roadmapkit.diagnostics import Diagnostic
from roadmapkit.model import json_schema

SAMPLES = runpy.run_path(str(ROOT / "tools" / "guide_samples.py"))
PAGES: list[Path] = SAMPLES["guide_pages"]()
GUIDES = [
    ROOT / "README.md",
    ROOT / "docs" / "library.md",
    ROOT / "docs" / "ru" / "README.md",
    *PAGES,
]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(page: Path, language: str) -> list[str]:
    return list(SAMPLES["blocks"](page, language))


def findings(workspace: Path) -> tuple[Diagnostic, ...]:
    return roadmapkit.check(roadmapkit.open_workspace(workspace)).diagnostics


def test_the_guide_has_pages_and_samples() -> None:
    assert len(PAGES) >= 12
    assert len(SAMPLES["guide_workspace"]()) == 8


def test_the_plan_of_the_readme_is_sound(tmp_path: Path) -> None:
    file = tmp_path / "reading.yaml"
    file.write_text(SAMPLES["readme_plan"](), encoding="utf-8")
    assert findings(file) == ()


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs" / "library.md"], ids=name)
def test_python_samples_of_a_page_run_one_after_another(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "roadmaps", tmp_path / "roadmaps")
    samples = blocks(page, "python")
    assert samples
    script = tmp_path / "samples.py"
    script.write_text("\n".join(samples), encoding="utf-8")
    command = [sys.executable, "-W", "error", "-X", "utf8", str(script)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_the_library_page_names_every_public_function() -> None:
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    functions = {item for item in roadmapkit.__all__ if item[0].islower()}
    assert functions - set(re.findall(r"^\| `(\w+)\(", page, re.MULTILINE)) == set()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_readers_workspace_is_sound_after_each_page(page: Path, tmp_path: Path) -> None:
    files = SAMPLES["guide_workspace"](page)
    for file, text in files.items():
        target = tmp_path / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    assert findings(tmp_path) == ()


@pytest.mark.parametrize("page", GUIDES, ids=name)
def test_fragments_use_known_keys_only(page: Path) -> None:
    unknown = [
        key
        for block in [*blocks(page, "yaml"), *_inline_pairs(page)]
        for key in _keys(yaml.safe_load(block))
        if key not in _known_keys()
    ]
    assert unknown == []


def test_settings_of_the_guide_are_sound(tmp_path: Path) -> None:
    samples = [
        block for page in PAGES for block in blocks(page, "yaml") if "kind: settings" in block
    ]
    assert len(samples) >= 3
    for number, block in enumerate(samples):
        folder = tmp_path / str(number)
        (folder / "schemas").mkdir(parents=True)
        (folder / "schemas" / "house.schema.json").write_text("{}", encoding="utf-8")
        (folder / "roadmapkit.yaml").write_text(block, encoding="utf-8")
        assert findings(folder) == ()


def test_the_messages_that_the_guide_quotes_are_those_of_the_check() -> None:
    quoting = [page for page in PAGES if blocks(page, "yml") and blocks(page, "text")]
    assert quoting
    for page in quoting:
        text = page.read_text(encoding="utf-8")
        assert SAMPLES["findings_shown"](text) == text
        assert "ошибка" in "".join(blocks(page, "text"))


def deadlines(heading: str) -> list[list[str]]:
    """Rows of the table below a heading of the page about deadlines."""
    text = (ROOT / "docs" / "ru" / "05-deadlines.md").read_text(encoding="utf-8")
    section = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("row", deadlines("Один раз"), ids=lambda row: row[0])
def test_a_term_has_the_days_that_the_guide_says(row: list[str]) -> None:
    phrase, period, start, end = row
    deadline = roadmapkit.explain_deadline(phrase, period=period)
    assert [_day(deadline.start), _day(deadline.end)] == [start, end]


@pytest.mark.parametrize("row", deadlines("Повторяется"), ids=lambda row: row[0])
def test_a_recurrence_falls_due_when_the_guide_says(row: list[str]) -> None:
    phrase, period, count, ends = row
    occurrences = roadmapkit.explain_deadline(phrase, period=period).occurrences
    assert str(len(occurrences)) == count
    assert ", ".join(_day(item.end) for item in occurrences[:3]) == ends


@pytest.mark.parametrize(
    "row",
    deadlines("От чего считать: события, приказ, другие мероприятия"),
    ids=lambda row: row[0],
)
def test_a_term_counts_from_what_the_guide_s_settings_say(row: list[str], tmp_path: Path) -> None:
    phrase, start, end = row
    settings = SAMPLES["guide_workspace"]()["roadmapkit.yaml"]
    (tmp_path / "roadmapkit.yaml").write_text(settings, encoding="utf-8")
    house = roadmapkit.open_workspace(tmp_path)
    deadline = roadmapkit.explain_deadline(phrase, period="2026", workspace=house)
    assert [_day(deadline.start), _day(deadline.end)] == [start, end]


@pytest.mark.parametrize("row", deadlines("Зависит от чего-то ещё"), ids=lambda row: row[0])
def test_a_dependent_term_has_no_date(row: list[str]) -> None:
    phrase, source = row
    deadline = roadmapkit.explain_deadline(phrase, period="2026")
    assert deadline.kind == {"событие": "event", "другой документ": "schedule"}[source]
    assert (deadline.start, deadline.end, deadline.event) == (None, None, phrase)


def commands(page: Path) -> Iterator[list[str]]:
    """Commands of roadmapkit that a page shows, in blocks and in lines."""
    text = page.read_text(encoding="utf-8")
    spans = [
        *re.findall(r"`(roadmapkit [^`\n]+)`", text),
        *re.findall(r"^ *(roadmapkit .+)$", text, re.M),
    ]
    spans += re.findall(r"- run: (roadmapkit .+)$", text, re.MULTILINE)
    yield from (shlex.split(span, comments=True)[1:] for span in spans)


@cache
def help_text(*command: str) -> str:
    arguments = [sys.executable, "-m", "roadmapkit", *command, "--help"]
    done = subprocess.run(arguments, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return done.stdout


@pytest.mark.parametrize("page", GUIDES, ids=name)
def test_commands_and_options_that_a_page_shows_exist(page: Path) -> None:
    for words in commands(page):
        plain = [word for word in words if not word.startswith("-")]
        command = plain[: 2 if plain[:1] in (["explain"], ["new"], ["forms"], ["status"]) else 1]
        shown = help_text(*command)
        options = [word for word in words if word.startswith("-")]
        assert [option for option in options if option not in shown] == [], words


def test_the_guides_show_commands_at_all() -> None:
    shown = {" ".join(words[:1]) for page in GUIDES for words in commands(page)}
    assert shown >= {"init", "check", "build", "register", "explain", "schema"}


def test_ci_samples_install_this_version() -> None:
    samples = blocks(ROOT / "README.md", "yml")
    assert len(samples) == 2
    for sample in samples:
        assert yaml.safe_load(sample)
        assert re.findall(r"roadmapkit==(\S+)", sample) == [roadmapkit.__version__]


def test_json_samples_are_json() -> None:
    samples = [block for page in GUIDES for block in blocks(page, "json")]
    assert samples
    assert all(json.loads(sample) for sample in samples)


def _day(day: date | None) -> str:
    return day.strftime("%d.%m.%Y") if day else "–"


@cache
def _known_keys() -> frozenset[str]:
    models = json_schema()["$defs"].values()
    return frozenset(key for model in models for key in model["properties"])


def _inline_pairs(page: Path) -> list[str]:
    """Pairs of key and value that stand in backticks, such as ``gender: ж``."""
    text = page.read_text(encoding="utf-8")
    return [pair for pair in re.findall(r"`([a-z_]+: [^`\n]+)`", text) if "…" not in pair]


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner)
