"""What a country costs: thousands of schools, each with a plan and the order that approves it.

    python benchmarks/country.py
    python benchmarks/country.py --large
    python benchmarks/country.py --write FOLDER --schools 500

Every build is a process of its own, so that its time and its memory are those of the command.
Ratios are of medians of several rounds, in which both sides take turns. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

__all__ = ["main", "write_country"]

PER_DISTRICT = 20
"""Schools that share one directory."""

_TOWNS = ("Ольховск", "Луговое", "Верхний Яр", "Светлоречье", "Каменка", "Берёзовый Лог")
_SURNAMES = (
    "Рябинина", "Соколова", "Гусева", "Лапина", "Журавлёва", "Орлова", "Зимина", "Кедрова",
    "Полянская", "Озерова",
)  # fmt: skip
_NAMES = ("Вера", "Дарья", "Ольга", "Нина", "Анна", "Мария", "Елена")
_PATRONYMICS = ("Павловна", "Олеговна", "Игоревна", "Петровна", "Андреевна")
_DEEDS = (
    "Провести диагностику знаний", "Составить график консультаций", "Обсудить итоги четверти",
    "Организовать наставничество", "Провести родительское собрание", "Посетить уроки",
    "Обновить страницу сайта", "Подготовить отчёт о мероприятиях",
)  # fmt: skip
_MATTERS = ("по математике", "по русскому языку", "по физике", "по химии", "по истории")
_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_COST = """\
import resource, sys, time
start = time.perf_counter()
from roadmapkit.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    if end.code:
        raise
finally:
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stderr.write(f"cost {seconds} {peak}\\n")
"""


def write_country(folder: Path, schools: int, activities: int = 12) -> Path:
    """Write the workspace of a country and return its folder.

    Args:
        folder: Where to; it is made if need be.
        schools: Number of schools; each has two documents.
        activities: Number of activities in each plan.
    """
    _write(folder / "roadmapkit.yaml", "kind: settings\nformat: 1\nlocale: ru\n")
    _write(folder / "directory.yaml", _MINISTRY)
    for first in range(0, schools, PER_DISTRICT):
        district = folder / "roadmaps" / f"district-{first // PER_DISTRICT + 1:04}"
        members = range(first, min(first + PER_DISTRICT, schools))
        _write(district / "directory.yaml", _directory(members))
        for school in members:
            _write(district / f"school-{school + 1:05}" / "plan.yaml", _plan(school, activities))
            _write(district / f"school-{school + 1:05}" / "order.yaml", _order(school))
    return folder


_MINISTRY = """\
kind: directory
organizations:
  - id: ministry
    name: Министерство образования Заречного края
    short: Министерство
"""


def _directory(schools: Sequence[int]) -> str:
    lines = ["kind: directory", "organizations:"]
    for school in schools:
        town = _TOWNS[school // PER_DISTRICT % len(_TOWNS)]
        lines += [
            f"  - id: school-{school + 1:05}",
            f"    name: средняя школа № {school + 1} (населённый пункт {town})",
            f"    short: школа № {school + 1}",
        ]
    lines.append("people:")
    for school in schools:
        name = _PATRONYMICS[school // 3 % len(_PATRONYMICS)]
        first = _NAMES[school // 2 % len(_NAMES)]
        surname = _SURNAMES[school % len(_SURNAMES)]
        lines += [f"  - id: head-{school + 1:05}", f"    name: {surname} {first} {name}"]
    lines.append("posts:")
    for school in schools:
        lines += [
            f"  - id: post-{school + 1:05}",
            "    title: директор",
            f"    organization: school-{school + 1:05}",
            "    appointments:",
            f"      - person: head-{school + 1:05}",
        ]
    return "\n".join(lines) + "\n"


def _plan(school: int, activities: int) -> str:
    lines = [
        "kind: roadmap",
        f"id: plan-{school + 1:05}",
        f"title: План повышения качества образования школы № {school + 1} на 2024 год",
        "period: 2024",
        "sections:",
        "  - title: Работа с учителями и учениками",
        "    activities:",
    ]
    for index in range(activities):
        deed = _DEEDS[(school + index) % len(_DEEDS)]
        matter = _MATTERS[(index + school // 7) % len(_MATTERS)]
        lines += [
            f"      - id: a{index + 1}",
            f"        title: {deed} {matter}, группа {index + 1}",
            f"        due: {_MONTHS[(school + index) % 12]} 2024 г.",
            f"        responsible: Директор школы № {school + 1}",
            "        result: Справка",
        ]
    return "\n".join(lines) + "\n"


def _order(school: int) -> str:
    return "\n".join(
        (
            "kind: order",
            f"id: order-{school + 1:05}",
            "form: приказ",
            "state: draft",
            f"issuer: school-{school + 1:05}",
            "expected_date: 15.01.2024",
            f"place: {_TOWNS[school // PER_DISTRICT % len(_TOWNS)]}",
            f"title: Об утверждении плана школы № {school + 1}",
            "preamble: В целях повышения качества образования",
            "clauses:",
            f"  - approve: [plan-{school + 1:05}]",
            "  - control: за собой",
            f"signatory: post-{school + 1:05}",
            "",
        )
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures and return the exit code.

    Args:
        arguments: Words after the name of the script; those of the process where None.
    """
    parser = argparse.ArgumentParser(description="What a workspace of a country costs.")
    parser.add_argument("--documents", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--large", action="store_true", help="20,000 documents too")
    parser.add_argument("--rounds", type=int, default=5, help="runs of which the median is taken")
    parser.add_argument("--write", type=Path, help="write a country there and measure nothing")
    parser.add_argument("--schools", type=int, default=500, help="for --write")
    asked = parser.parse_args(arguments)
    if asked.write is not None:
        write_country(asked.write, asked.schools)
        return 0
    sizes = [*asked.documents, *([20_000] if asked.large else [])]
    with TemporaryDirectory() as folder:
        for line in _report(Path(folder), sizes, asked.rounds):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 0


def _report(folder: Path, sizes: Sequence[int], rounds: int) -> Iterator[str]:
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores"
    for documents in sizes:
        country = write_country(folder / str(documents), documents // 2)
        seconds, peak = _cost(country, "build", "-q")
        files = sum(1 for _ in (country / "build").rglob("*.docx"))
        yield (
            f"{documents} documents, {files} files: {seconds:.1f} s, "
            f"{1000 * seconds / documents:.1f} ms each, peak {peak // 1024} MiB"
        )
        changed = next((country / "roadmaps").rglob("plan.yaml"))
        changed.write_text(changed.read_text("utf-8") + "# changed\n", "utf-8", newline="\n")
        seconds, peak = _cost(country, "build", "-q")
        yield f"  one file changed: {seconds:.2f} s, peak {peak // 1024} MiB"
    country = folder / str(sizes[-1])
    yield from _nothing_new(country, rounds)
    country = folder / str(min(sizes, key=lambda size: abs(size - 1000)))
    yield from _two_workers(country, rounds)


def _nothing_new(country: Path, rounds: int) -> Iterator[str]:
    own, yardstick = [], []
    for number in range(rounds + 1):
        own.append(_seconds("-m", "roadmapkit", "build", "-q", at=country))
        yardstick.append(_seconds("-c", "import pydantic, yaml", at=country))
        if not number:  # the first runs write byte code
            own, yardstick = [], []
    yield f"nothing changed: {median(own):.3f} s; import pydantic, yaml: {median(yardstick):.3f} s"
    yield f"ratio, nothing changed to imports: {median(own) / median(yardstick):.2f}"


def _two_workers(country: Path, rounds: int) -> Iterator[str]:
    found: dict[str, list[float]] = {"1": [], "2": []}
    for _ in range(rounds):
        for jobs, times in found.items():
            shutil.rmtree(country / "build")
            times.append(_seconds("-m", "roadmapkit", "build", "-q", "-j", jobs, at=country))
    one, two = (median(times) for times in found.values())
    yield f"{country.name} documents, one process: {one:.1f} s, two: {two:.1f} s"
    yield f"ratio, one process to two: {one / two:.2f}"


def _cost(country: Path, *arguments: str) -> tuple[float, int]:
    """Return seconds and peak memory in KiB of a command."""
    done = _run(["-c", _COST, *arguments], country)
    _, seconds, peak = done.stderr.splitlines()[-1].split()
    return float(seconds), int(peak)


def _seconds(*command: str, at: Path) -> float:
    start = perf_counter()
    _run(command, at)
    return perf_counter() - start


def _run(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    # Byte code is kept, as it is where a program has been installed.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder.parent / "byte-code")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(  # noqa: S603  # ourselves
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done


if __name__ == "__main__":
    sys.exit(main())
