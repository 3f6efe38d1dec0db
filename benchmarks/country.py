"""What a country costs: thousands of schools, each with a plan and the order that approves it.

Schools belong to districts; each district has a plan of its own, its order, and a pack of that
plan for each of its schools.

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
PACKED = 5
"""Districts whose schools get packs: from the first to the last, at equal distances."""

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

_PACKS = """\
import resource, sys, time
from roadmapkit import open_workspace, pack
start = time.perf_counter()
workspace = open_workspace()
made = [pack(workspace, f"district-plan-{int(n):04}", f"heads-{int(n):04}") for n in sys.argv[1:]]
seconds = time.perf_counter() - start
files = sum(len(one.written) for one in made)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
sys.stderr.write(f"{seconds} {files} {peak}\\n")
"""


def write_country(folder: Path, schools: int, activities: int = 12) -> Path:
    """Write the workspace of a country and return its folder.

    Args:
        folder: Where to; it is made if need be.
        schools: Number of schools; each has two documents, and so has each district.
        activities: Number of activities in each plan.
    """
    _write(folder / "roadmapkit.yaml", "kind: settings\nformat: 1\nlocale: ru\n")
    _write(folder / "directory.yaml", _MINISTRY)
    for first in range(0, schools, PER_DISTRICT):
        number = first // PER_DISTRICT + 1
        district = folder / "roadmaps" / f"district-{number:04}"
        members = range(first, min(first + PER_DISTRICT, schools))
        _write(district / "directory.yaml", _directory(number, members))
        _write(district / "office" / "plan.yaml", _district_plan(number))
        _write(district / "office" / "order.yaml", _district_order(number))
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


def _directory(district: int, schools: Sequence[int]) -> str:
    lines = [
        "kind: directory",
        "organizations:",
        f"  - id: office-{district:04}",
        f"    name: отдел образования округа № {district}",
        f"    short: отдел округа № {district}",
    ]
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
    lines += [
        f"  - id: post-office-{district:04}",
        "    title: начальник",
        f"    organization: office-{district:04}",
        "    appointments:",
        f"      - person: head-{schools[0] + 1:05}",
        "groups:",
        f"  - id: heads-{district:04}",
        f"    name: директора школ округа № {district}",
        f"    members: [{', '.join(f'post-{school + 1:05}' for school in schools)}]",
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


def _district_plan(district: int) -> str:
    lines = [
        "kind: roadmap",
        f"id: district-plan-{district:04}",
        f"title: План работы со школами округа № {district} на 2024 год",
        "period: 2024",
        "activities:",
    ]
    for index in range(6):
        lines += [
            f"  - id: d{index + 1}",
            f"    title: {_DEEDS[(district + index) % len(_DEEDS)]}, этап {index + 1}",
            f"    due: {_MONTHS[(district + 2 * index) % 12]} 2024 г.",
            f"    responsible: директора школ округа № {district}",
            "    result: Справка",
        ]
    return "\n".join(lines) + "\n"


def _district_order(district: int) -> str:
    return "\n".join(
        (
            "kind: order",
            f"id: district-order-{district:04}",
            "form: приказ",
            "state: draft",
            f"issuer: office-{district:04}",
            "expected_date: 15.01.2024",
            f"place: {_TOWNS[(district - 1) % len(_TOWNS)]}",
            f"title: Об утверждении плана работы округа № {district}",
            "preamble: В целях повышения качества образования",
            "clauses:",
            f"  - approve: [district-plan-{district:04}]",
            "  - control: за собой",
            f"signatory: post-office-{district:04}",
            "",
        )
    )


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
    costs: list[tuple[float, int]] = []
    _cost(write_country(folder / "first", 1), "build", "-q")  # writes the byte code
    for documents in sizes:
        # A district of twenty schools has 42 documents.
        country = write_country(folder / str(documents), max(documents * 20 // 42, 1))
        made = sum(1 for _ in (country / "roadmaps").rglob("*.yaml"))
        made -= sum(1 for _ in (country / "roadmaps").rglob("directory.yaml"))
        seconds, peak = _cost(country, "build", "-q")
        costs.append((seconds / made, peak))
        files = sum(1 for _ in (country / "build").rglob("*.docx"))
        yield (
            f"{made} documents: {files} files, {seconds:.1f} s, "
            f"{1000 * seconds / made:.1f} ms each, peak {peak // 1024} MiB"
        )
        changed = next((country / "roadmaps").rglob("school-00001/plan.yaml"))
        changed.write_text(changed.read_text("utf-8") + "# changed\n", "utf-8", newline="\n")
        seconds, peak = _cost(country, "build", "-q")
        yield f"  one file changed: {seconds:.2f} s, peak {peak // 1024} MiB"
        yield from _packs(country)
    if len(costs) > 1:
        (each, memory), (later, peak) = costs[0], costs[-1]
        yield f"ratio, each document of the largest country to the smallest: {later / each:.2f}"
        yield f"ratio, peak memory of the largest country to the smallest: {peak / memory:.2f}"
    country = folder / str(min(sizes, key=lambda size: abs(size - 1000)))
    yield from _nothing_new(country, rounds)
    yield from _two_workers(country, rounds)


def _packs(country: Path) -> Iterator[str]:
    """Yield what packs for every school of some districts take, in one process."""
    last = len(list((country / "roadmaps").iterdir()))
    wanted = sorted({1 + (last - 1) * step // (PACKED - 1) for step in range(PACKED)})
    done = _run(["-c", _PACKS, *map(str, wanted)], country)
    seconds, files, peak = done.stderr.splitlines()[-1].split()
    each = 1000 * float(seconds) / int(files)
    yield (
        f"  packs of {len(wanted)} districts for each of their schools: {files} files, "
        f"{float(seconds):.2f} s, {each:.1f} ms each, peak {int(peak) // 1024} MiB"
    )


def _nothing_new(country: Path, rounds: int) -> Iterator[str]:
    own, yardstick = [], []
    for number in range(rounds + 1):
        own.append(_seconds("-m", "roadmapkit", "build", "-q", at=country))
        yardstick.append(_seconds("-c", "import pydantic, yaml", at=country))
        if not number:  # the first runs write byte code
            own, yardstick = [], []
    yield f"nothing changed: {median(own):.3f} s; import pydantic, yaml: {median(yardstick):.3f} s"
    share = median(own) / median(yardstick)
    yield f"ratio, nothing changed to imports: {share:.2f} (aim: at most 4.00)"


def _two_workers(country: Path, rounds: int) -> Iterator[str]:
    found: dict[str, list[float]] = {"1": [], "2": []}
    for _ in range(rounds):
        for jobs, times in found.items():
            shutil.rmtree(country / "build")
            times.append(_seconds("-m", "roadmapkit", "build", "-q", "-j", jobs, at=country))
    one, two = (median(times) for times in found.values())
    yield f"built from nothing by one process: {one:.1f} s, by two: {two:.1f} s"
    yield f"ratio, one process to two: {one / two:.2f} (aim: at least 1.70)"


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
