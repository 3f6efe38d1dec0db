"""What no reference connects is worked on apart, and tells the same as in one piece."""

from __future__ import annotations

import random
import shutil
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from islands_of_cases import island_names, require_same
from roadmapkit import build, check, open_workspace
from roadmapkit.source import ParsedSource, SourceText, parse_source
from tiny_workspaces import DIRECTORY, order_text, plan_text, write_files

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir())
SINGLE = sorted(CASES.glob("*.yaml"))

ACTIVITY = "- {id: a1, title: Собрать заявки, due: март 2024 г., responsible: Гусев П.И.}"


def school(number: int, *, plan: str = "", order: str = "") -> dict[str, str]:
    """Return a plan and the order that approves it, in a folder of their own."""
    name = f"school-{number}"
    header = f"date: {number:02}.02.2024\nnumber: {number}\n{order}"
    text = order_text(f"- approve: [plan-{number}]", header=header, id_=f"prikaz-{number}")
    return {
        f"roadmaps/{name}/plan.yaml": plan_text(ACTIVITY, id_=f"plan-{number}", header=plan),
        f"roadmaps/{name}/order.yaml": text,
    }


def region(root: Path, *numbers: int, **files: str) -> Path:
    """Write a workspace of several schools with one directory."""
    written = {"directory.yaml": DIRECTORY}
    for number in numbers:
        written |= school(number)
    return write_files(root, written | {name.replace("__", "/"): files[name] for name in files})


# -- how a workspace is divided --------------------------------------------------------------


def test_documents_that_name_each_other_stay_together(tmp_path: Path) -> None:
    region(tmp_path, 1, 2, 3)
    assert island_names(tmp_path) == [["order", "plan"]] * 3


def test_a_directory_of_one_island_belongs_to_it(tmp_path: Path) -> None:
    region(tmp_path, 1, 2)
    write_files(tmp_path, {"roadmaps/school-1/directory.yaml": "kind: directory\npeople: []\n"})
    assert island_names(tmp_path) == [["directory", "order", "plan"], ["order", "plan"]]


def test_a_directory_beside_documents_in_one_file_joins_all_that_it_holds_for(
    tmp_path: Path,
) -> None:
    region(tmp_path, 1, 2)
    write_files(tmp_path, {"roadmaps/notes.yaml": f"{plan_text(ACTIVITY)}\n---\n{DIRECTORY}"})
    assert len(island_names(tmp_path)) == 1


@pytest.mark.parametrize(
    "reference",
    ["plan-1", "'plan-1'", '"plan-1"', '"\\u0070lan-1"', '"pl\\\n  an-1"', "&a plan-1"],
)
def test_a_reference_counts_however_it_is_written(tmp_path: Path, reference: str) -> None:
    region(tmp_path, 1)
    text = order_text(
        f"- approve: [{reference}]", id_="later", header="number: 90\ndate: 01.12.2024"
    )
    write_files(tmp_path, {"roadmaps/later.yaml": text})
    assert len(island_names(tmp_path)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "{kind: roadmap, id: plan-9, title: План}\n",
        "? kind\n: roadmap\n? id\n: plan-9\n? title\n: План\n",
        '"kind": roadmap\n"\\u0069d": plan-9\ntitle: План\n',
        "kind: roadmap\ntitle: План\nid:\n  plan-9\n",
    ],
)
def test_an_id_that_a_glance_does_not_see_is_found_by_reading(tmp_path: Path, text: str) -> None:
    order = order_text("- approve: [plan-9]", id_="prikaz-9")
    region(tmp_path, 1, roadmaps__a="").joinpath("roadmaps/a").unlink()
    write_files(tmp_path, {"roadmaps/far/plan.yaml": text, "roadmaps/order.yaml": order})
    result = require_same(tmp_path, tmp_path / "out", renders=True)
    assert not result.blocked


# -- the same findings and bytes ---------------------------------------------------------------


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_case_tells_the_same(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "case")
    require_same(tmp_path / "case", tmp_path / "out")


SLIPS = (
    "школа « Росток»  имени имени Орлова",
    'школа «Росток" 05.06.2016 г. , N 4',
    "школа «Берёзка» № 7 2016 – 2017 г. и 2018-2019 г. г.",
)
"""Names in directories, with slips that are told once for each file."""


def test_slips_in_directories_are_told_for_each_file(tmp_path: Path) -> None:
    for number in range(1, 7):
        name = SLIPS[number % len(SLIPS)]
        directory = f"kind: directory\norganizations:\n  - {{id: s{number}, name: '{name}'}}\n"
        plan = plan_text(ACTIVITY, id_=f"plan-{number}")
        files = {"directory.yaml": directory, "plan.yaml": plan}
        write_files(tmp_path / f"roadmaps/d{number}", files)
    told = require_same(tmp_path, tmp_path / "out").diagnostics
    for code, times in (("TYP003", 2), ("TYP004", 2), ("TYP007", 4)):
        slips = [one.span.file for one in told if one.code == code and one.span is not None]
        assert len(slips) == len(set(slips)) == times, code
    assert all(one.documents == () for one in told if one.code.startswith("TYP"))


def test_the_examples_tell_and_print_the_same(tmp_path: Path) -> None:
    assert require_same(ROOT, tmp_path, renders=True).documents
    assert len(island_names(ROOT)) > 4


@pytest.mark.parametrize("seed", range(30))
def test_cases_thrown_together_tell_the_same(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 – the same workspaces in every run
    for number, case in enumerate(chance.sample(SINGLE, chance.choice([3, 8, 30]))):
        text = case.read_text("utf-8")
        # Most cases have the same ids: some of them are made different, some clash.
        if chance.random() < 0.7:
            for id_ in ("prikaz", "plan", "progress", "programma", "protokol"):
                text = text.replace(id_, f"{id_}{number}")
        folder = chance.choice(["a", "b", "a/c", f"d{number}"])
        write_files(tmp_path, {f"roadmaps/{folder}/{case.name}": text})
    require_same(tmp_path, tmp_path / "out")


FAULTS: dict[str, dict[str, str]] = {
    "an unknown id near one of another school": {
        "roadmaps/x.yaml": order_text("- approve: [plan-22]", id_="x")
    },
    "an unknown base": {
        "roadmaps/x.yaml": plan_text(
            "- {id: a, title: Отчёт, due: {phrase: в течение 5 дней, after: prikaz-7}}", id_="x"
        )
    },
    "an id twice": {"roadmaps/x.yaml": plan_text(ACTIVITY, id_="plan-1")},
    "ids alike but for case": {"roadmaps/school-1/x.yaml": plan_text(ACTIVITY, id_="Plan-1")},
    "numbers out of order": {
        "roadmaps/x.yaml": order_text("- text: Провести.", id_="x", header="number: 99")
    },
    "a suppression in the directory of no use": {
        "directory.yaml": f"# roadmapkit: ignore-file TYP004 – так принято\n{DIRECTORY}"
    },
    "a suppression in the settings of no use": {
        "roadmapkit.yaml": "kind: settings\nchecks:\n  ignore:\n    - {code: ABB001, reason: x}\n"
    },
    "a suppression in the settings of use to one school": {
        "roadmapkit.yaml": "kind: settings\nchecks:\n  ignore:\n    - {code: CMP001, reason: x}\n",
        "roadmaps/x.yaml": plan_text("- {id: a, title: Отчёт, due: май 2024 г.}", id_="x"),
    },
    "a faulty directory": {"directory.yaml": DIRECTORY.replace("id: sokolov", "id: ryabinina")},
    "a directory that cannot be read": {"directory.yaml": "kind: directory\npeople: [\n"},
    "a slip in the directory": {
        "directory.yaml": DIRECTORY.replace("рабочая группа", "рабочая рабочая группа")
    },
    "a lock of forms without the forms": {"forms.lock.yaml": "rules: x\nforms: []\n"},
    "a damaged lock of forms": {"forms.lock.yaml": "forms: [1\n"},
    "a damaged lock of acts": {"signed.lock.yaml": "a: [1\n"},
    "a seal of an act that is gone": {"signed.lock.yaml": '"gone":\n  "x": "0"\n'},
    "a seal of another text": {"signed.lock.yaml": '"prikaz-1":\n  "x": "0"\n'},
    "an unreadable baseline": {"checks.baseline.json": "{"},
    "an emblem that is missing": {
        "roadmapkit.yaml": "kind: settings\nletterhead:\n  emblem: герб.png\n"
    },
    "a schema that is missing": {
        "roadmapkit.yaml": "kind: settings\nchecks:\n  schemas: [own.yaml]\n"
    },
    "settings twice": {
        "roadmapkit.yaml": "kind: settings\n",
        "roadmaps/x.yaml": "kind: settings\n",
    },
    "an abbreviation used in another school only": {
        "roadmaps/x.yaml": plan_text(ACTIVITY, id_="x").replace(
            "Собрать заявки", "Собрать заявки портала успеха учеников (далее – ПУУ)"
        ),
        "roadmaps/y.yaml": plan_text(ACTIVITY, id_="y").replace("Собрать заявки", "Заявки на ПУУ"),
    },
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_are_told_the_same(fault: str, tmp_path: Path) -> None:
    region(tmp_path, 1, 2, 3, 21)
    write_files(tmp_path, FAULTS[fault])
    require_same(tmp_path, tmp_path / "out", renders=True)


def test_known_findings_are_counted_over_all_islands(tmp_path: Path) -> None:
    region(tmp_path, 1, 2, 3)
    for number in (1, 2, 3):
        text = plan_text("- {id: a, title: Отчёт, due: май 2024 г.}", id_=f"more-{number}")
        write_files(tmp_path, {f"roadmaps/more-{number}.yaml": text})
    known = '{"code": "CMP001", "file": "roadmaps/more-1.yaml", "line": "", "count": 4}'
    write_files(tmp_path, {"checks.baseline.json": f'{{"version": 1, "findings": [{known}]}}\n'})
    require_same(tmp_path, tmp_path / "out")


# -- who does the work -------------------------------------------------------------------------


def test_other_processes_need_not_see_the_files(tmp_path: Path) -> None:
    region(tmp_path, 1, 2, 3)
    with ProcessPoolExecutor(2) as executor:
        require_same(tmp_path, tmp_path / "out", renders=True, executor=executor)


def test_threads_do_not_disturb_each_other(tmp_path: Path) -> None:
    region(tmp_path, *range(1, 9))
    with ThreadPoolExecutor(4) as executor:
        require_same(tmp_path, tmp_path / "out", renders=True, executor=executor)


def test_what_a_document_names_is_sent_along(tmp_path: Path) -> None:
    files = {
        "roadmaps/program.yaml": (
            "kind: program\nid: programma\ntitle: Программа\n"
            "chapters:\n  - {title: Цели, file: тексты/глава 1.md}\n"
        ),
        "roadmaps/тексты/глава 1.md": "Цель программы – рост качества.\n",
    }
    region(tmp_path, 1)
    write_files(tmp_path, files)
    with ProcessPoolExecutor(1) as executor:
        require_same(tmp_path, tmp_path / "out", renders=True, executor=executor)


def test_a_linked_file_is_worked_on_here(tmp_path: Path) -> None:
    region(tmp_path / "w", 1, 2)
    write_files(tmp_path, {"elsewhere.yaml": plan_text(ACTIVITY, id_="linked")})
    (tmp_path / "w/roadmaps/linked.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (tmp_path / "w/roadmaps/lost.yaml").symlink_to(tmp_path / "nowhere.yaml")
    with ProcessPoolExecutor(1) as executor:
        require_same(tmp_path / "w", tmp_path / "out", renders=True, executor=executor)


class _Unwilling(ProcessPoolExecutor):
    """Fails every second task, as a lost worker does."""

    _count = 0

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]  # as inherited
        self._count += 1
        return super().submit(_lost if self._count % 2 else fn, *args, **kwargs)


def _lost(_task: object) -> None:
    raise ConnectionError("the worker is gone")


def test_what_a_worker_has_lost_is_done_all_the_same(tmp_path: Path) -> None:
    region(tmp_path, *range(1, 9))
    with _Unwilling(2) as executor:
        require_same(tmp_path, tmp_path / "out", renders=True, executor=executor)


def _pack_otherwise() -> None:
    from roadmapkit.rendering import compression

    compression._LEVELS["zlib"] = 1
    compression.compressor_named.cache_clear()


def test_documents_of_a_worker_that_packs_otherwise_are_made_here(tmp_path: Path) -> None:
    region(tmp_path, *range(1, 4))
    alone = build(open_workspace(tmp_path), out=tmp_path / "alone")
    with ProcessPoolExecutor(1, initializer=_pack_otherwise) as executor:
        spread = build(open_workspace(tmp_path), out=tmp_path / "spread", executor=executor)
    assert [item.path.read_bytes() for item in spread.written] == [
        item.path.read_bytes() for item in alone.written
    ]
    assert [note for note in spread.notes if "Install the same packages there" in str(note)]
    assert not [note for note in alone.notes if "Install the same packages there" in str(note)]


# -- what is remembered ------------------------------------------------------------------------


def test_an_unchanged_workspace_is_not_worked_on_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    region(tmp_path, 1, 2, 3)
    first = build(open_workspace(tmp_path))
    monkeypatch.setattr("roadmapkit.load.load_workspace", None)
    monkeypatch.setattr("roadmapkit.building.prepare", None)
    again = build(open_workspace(tmp_path))
    assert [one.path for one in again.written] == [one.path for one in first.written]
    assert not any(one.changed for one in again.written)
    assert (again.diagnostics, again.blocked) == (first.diagnostics, first.blocked)


@pytest.mark.parametrize(
    "name",
    [
        "directory.yaml",
        "roadmapkit.yaml",
        "forms.lock.yaml",
        "signed.lock.yaml",
        "checks.baseline.json",
        "templates/roadmap.docx",
        "roadmaps/school-1/plan.yaml",
        "roadmaps/new.yaml",
    ],
)
def test_whatever_decides_a_document_is_noticed(tmp_path: Path, name: str) -> None:
    region(tmp_path, 1, 2)
    before = open_workspace(tmp_path)
    assert check(before).diagnostics == check(open_workspace(tmp_path)).diagnostics
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    former = path.read_bytes() if path.exists() else b""
    path.write_bytes(former + b"\n: [\n")
    loaded = open_workspace(tmp_path)
    assert loaded.loaded.documents
    assert check(open_workspace(tmp_path)).diagnostics == check(loaded).diagnostics


def test_a_file_that_was_tampered_with_is_written_again(tmp_path: Path) -> None:
    region(tmp_path, 1, 2)
    written = build(open_workspace(tmp_path)).written
    content = written[0].path.read_bytes()
    written[0].path.write_bytes(content[:-1] + b"x")
    written[1].path.unlink()
    build(open_workspace(tmp_path))
    assert written[0].path.read_bytes() == content
    assert written[1].path.exists()


def test_one_changed_file_of_many_is_the_only_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    region(tmp_path, *range(1, 15))
    build(open_workspace(tmp_path))
    read: list[str] = []

    def noted(source: SourceText) -> ParsedSource:
        read.append(source.path)
        return parse_source(source)

    monkeypatch.setattr("roadmapkit.load.workspace.parse_source", noted)
    changed = tmp_path / "roadmaps/school-7/plan.yaml"
    changed.write_text(changed.read_text("utf-8").replace("Собрать", "Принять"), "utf-8")
    build(open_workspace(tmp_path))
    assert {name for name in read if name.startswith("roadmaps")} == {
        "roadmaps/school-7/plan.yaml",
        "roadmaps/school-7/order.yaml",
    }


def test_a_damaged_memory_is_passed_over(tmp_path: Path) -> None:
    region(tmp_path, *range(1, 15))
    first = build(open_workspace(tmp_path))
    for entry in (tmp_path / "build/.cache").iterdir():
        entry.write_bytes(entry.read_bytes()[:-3] + b"???")
    again = build(open_workspace(tmp_path))
    assert [one.path for one in again.written] == [one.path for one in first.written]


def test_what_is_remembered_of_other_islands_is_told_with_the_new(tmp_path: Path) -> None:
    region(tmp_path, *range(1, 6))
    write_files(tmp_path, FAULTS["an unknown id near one of another school"])
    require_same(tmp_path, tmp_path / "out")
    plan = tmp_path / "roadmaps/school-2/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("plan-2", "plan-20"), "utf-8")
    checked = require_same(tmp_path, tmp_path / "out")
    assert any("plan-20" in str(item.hint) for item in checked.diagnostics)
