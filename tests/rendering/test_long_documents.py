"""Documents longer than usual, on real pages: many activities, a cell longer than a page."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from roadmapkit import check, open_workspace
from roadmapkit.building import prepare, render_targets

pytestmark = pytest.mark.libreoffice

ACTIVITIES = 300
SENTENCES = 400

HEAD = "kind: roadmap\nid: {id}\ntitle: План поддержки школ\nperiod: 2024\n"
LONG_TITLE = (
    "Провести совещание с руководителями школ о ходе подготовки к итоговой аттестации, "
    "обсудить результаты диагностических работ, определить меры помощи учителям и согласовать "
    "сроки повторной диагностики в каждой школе района"
)


def many() -> str:
    sections = [
        f"  - title: Раздел {section}\n    activities:\n"
        + "".join(
            f"      - title: {LONG_TITLE}, этап {section}-{number}\n"
            "        due: май 2024 года\n"
            "        responsible: Методический центр\n"
            "        result: Протокол совещания и справка о мерах помощи школам\n"
            for number in range(1, 31)
        )
        for section in range(1, ACTIVITIES // 30 + 1)
    ]
    return f"{HEAD.format(id='many')}sections:\n{''.join(sections)}"


def tall() -> str:
    sentences = " ".join(f"Мера {number} согласована со школой." for number in range(SENTENCES))
    return (
        f"{HEAD.format(id='tall')}activities:\n  - title: Согласовать меры\n"
        f"    due: май 2024 года\n    result: {sentences}\n"
        "  - title: Подвести итоги\n    due: июнь 2024 года\n"
    )


def tall_table() -> str:
    sentences = " ".join(f"Мера {number} согласована со школой." for number in range(SENTENCES))
    return (
        "kind: program\nid: table\ntitle: Программа поддержки школ\nchapters:\n"
        "  - title: Меры\n    table:\n      columns: [Школа, Меры]\n      rows:\n"
        f"        - - Гимназия № 1\n          - {sentences}\n"
        "        - - Школа № 2\n          - Нет\n"
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """Texts of the pages of each document, from one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("long")
    (folder / "roadmaps").mkdir()
    for name, text in (("many", many()), ("tall", tall()), ("table", tall_table())):
        (folder / "roadmaps" / f"{name}.yaml").write_text(text, encoding="utf-8")
    loaded = open_workspace(folder).loaded
    files = []
    for path, data in dict(render_targets(prepare(loaded), loaded)).items():
        file = folder / Path(path).name
        file.write_bytes(data)
        files.append(str(file))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {Path(file).stem: _texts(Path(file).with_suffix(".pdf")) for file in files}


def _texts(file: Path) -> list[str]:
    done = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True
    )
    return done.stdout.rstrip("\f").split("\f")


def test_three_hundred_activities_fill_over_forty_pages_each_under_the_heading(
    pages: Mapping[str, list[str]],
) -> None:
    texts = pages["many"]
    assert len(texts) >= 40
    assert all("Мероприятия" in text and "Ожидаемый результат" in text for text in texts)
    whole = " ".join(" ".join(texts).split())
    assert len(re.findall(r"этап \d+.\d+", whole)) == ACTIVITIES


@pytest.mark.parametrize("name", ["tall", "table"])
def test_a_cell_longer_than_a_page_goes_on_under_the_heading(
    pages: Mapping[str, list[str]], name: str
) -> None:
    texts = pages[name]
    assert len(texts) >= 3
    heading = "Ожидаемый" if name == "tall" else "Меры"
    assert all(heading in text for text in texts)
    found = [int(number) for text in texts for number in re.findall(r"Мера\s+(\d+)", text)]
    assert sorted(set(found)) == list(range(SENTENCES))


def test_a_list_of_twelve_levels_is_refused_at_its_tenth_line(tmp_path: Path) -> None:
    lines = "".join(f"{'  ' * level}- уровень {level + 1}\n" for level in range(12))
    roadmaps = tmp_path / "roadmaps"
    roadmaps.mkdir()
    (roadmaps / "chapter.md").write_text(lines, encoding="utf-8")
    (roadmaps / "programma.yaml").write_text(
        "kind: program\nid: programma\ntitle: Программа\nchapters:\n  - file: chapter.md\n", "utf-8"
    )
    found = [one for one in check(open_workspace(tmp_path)).diagnostics if one.code == "TXT005"]
    assert [(one.span.file, one.span.line) for one in found if one.span] == [
        ("roadmaps/chapter.md", 10)
    ]
    assert found[0].hint is not None
