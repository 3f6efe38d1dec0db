"""Rules find the same where they look at every text as where they look at some only."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from roadmapkit import check, open_workspace
from roadmapkit.lint.addresses import without_addresses
from roadmapkit.lint.rules import modules
from roadmapkit.lint.slips import Slip
from roadmapkit.lint.text_index import TextIndex

CASES = Path(__file__).resolve().parents[1] / "cases"
WRITTEN = re.compile(r"(?:: |- )(\S*[А-Яа-яЁё].*)$", re.MULTILINE)
PIECES = (
    *(" ", "  ", ",", " ,", ".", "..", ";", "(", ")", "«", "»", '"', "№", " - ", "- ", "–", "/"),
    *("2023 г", "2023г.", "05.06.2023 г.", "05 июня 2023", "5чел.", "п.3", "т.д", "и др", "ХIV"),
    *("г.Луговой", "И.И.Серова", "Серовой И.И", "25 человека", "5 120", "1340", "40 %", "40%"),
    *("отчёт", "отчет", "школы которые", "хх.хх.2024", "???", "___", "№ ", "МБоУ", " х ", " и"),
    *("май/июнь", "май, 2024", "2021-2022", "2021 – 2023", "в течении года", "для Сельских школ"),
    *("Министерства Просвещения", "(далее ОРЦ)", "OO", "для обеспечению", "районной управления"),
    *("www.example.ru/a,b", "a@example.ru", "\u00a0", ", имеющих", "школ имеющих", " Программа."),
)
"""What people mistype, and what stands beside it."""

MISTYPED = (
    "Обсудить планы и /или итоги по № п\\п",
    "Провести слёт с мая 2023 г.-июнь 2024 г.",
    "Посетить школу № 5-участника слёта и 9 -х классов, обсудить 24 -р и сбор –итог",
    "Собрать сведения, (отчёты) школ «Луч». МБОУ «Мост»",
    "Итоги ГИА – 2024 Составление плана встреч",
    "Обсудить отчёты, в т.ч об итогах, в школе им А. Лугового",
    "Провести сбор 05.хх.2024, слёт (указать тему), встречу [указать тему]",
    "По приказу № ___ и письму № от 5 мая 2024 г. ежегодно",
)
"""What no case has."""


@cache
def sentences() -> tuple[str, ...]:
    """Return the texts of all cases, each as it is and spoilt."""
    chance = random.Random(5)  # noqa: S311  # the same texts each time
    files = sorted(CASES.rglob("*.yaml"))
    found = dict.fromkeys(
        text.strip("'\" ") for file in files for text in WRITTEN.findall(file.read_text("utf-8"))
    )
    found.update(dict.fromkeys(MISTYPED))
    return (*found, *(spoilt(text, chance) for text in (*found, *found)))


def spoilt(text: str, chance: random.Random) -> str:
    """Return a text with a piece put in, a letter lost or a word doubled."""
    place = chance.randrange(len(text) + 1)
    words = text.split(" ")
    number = chance.randrange(len(words))
    return chance.choice(
        [
            text[:place] + chance.choice(PIECES) + text[place:],
            f"{text[:place]} {chance.choice(PIECES)} {text[place:]}",
            text + chance.choice(PIECES),
            text[:place] + text[place + 1 :],
            " ".join([*words[:number], words[number], *words[number:]]),
            " ".join([*words[:number], words[number].capitalize(), *words[number + 1 :]]),
        ]
    )


def slips() -> Iterator[tuple[str, Slip]]:
    """Yield the slips of all rules with the names of their modules."""
    for module in modules().values():
        rule = import_module(f"roadmapkit.lint.rules.{module}")
        for value in vars(rule).values():
            for slip in value if isinstance(value, tuple) else (value,):
                if isinstance(slip, Slip):
                    yield module, slip


SLIPS = list(slips())


@pytest.mark.parametrize(("module", "slip"), SLIPS, ids=[module for module, _ in SLIPS])
def test_a_slip_is_in_none_but_texts_with_its_signs(module: str, slip: Slip) -> None:
    texts = sentences()
    index = TextIndex(texts, [without_addresses(text) for text in texts])
    pattern = re.compile(slip.pattern)
    mistyped = [
        text
        for text in texts
        if any(mark in without_addresses(text) for mark in slip.marks)
        and pattern.search(without_addresses(text))
    ]
    assert slip.marks, f"{module}: without marks every text is looked at"
    assert set(mistyped) <= set(index.showing(slip.signs, tuple(slip.marks)))
    for sign in slip.signs:
        assert not re.search(r"(?<!\[)\^|\$", sign), "texts are searched as one"


def test_every_slip_is_in_some_text() -> None:
    texts = [without_addresses(text) for text in sentences()]
    assert len(SLIPS) > 40
    for module, slip in SLIPS:
        assert any(map(re.compile(slip.pattern).search, texts)), f"{module}: {slip.pattern}"


def findings(folder: Path) -> list[tuple[str, str]]:
    """Return what is found in the texts, written as the titles and results of a plan."""
    texts = sentences()
    lines = ["kind: roadmap", "id: plan", "title: План на 2024 год", "period: 2024", "activities:"]
    for title, result in zip(texts[::2], texts[1::2], strict=False):
        lines += [
            f"  - title: {json.dumps(title, ensure_ascii=False)}",
            "    due: май 2024 г.",
            f"    result: {json.dumps(result, ensure_ascii=False)}",
        ]
    file = folder / "plan.yaml"
    file.write_text("\n".join(lines), encoding="utf-8")
    found = check(open_workspace(file)).diagnostics
    return [(str(item.span), f"{item.code} {item.message} {item.fix}") for item in found]


def test_looking_at_every_text_finds_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = findings(tmp_path)
    for way in ("with_words", "ending_with", "with_repeated_word", "with_pair"):
        monkeypatch.setattr(TextIndex, way, lambda index, *given: list(index.texts))
    showing = TextIndex.showing
    monkeypatch.setattr(
        TextIndex,
        "showing",
        lambda index, signs, marks=(): showing(index, (), marks) if marks else list(index.texts),
    )
    every = findings(tmp_path)
    assert some == every
    assert len({message[:6] for _, message in some}) > 40
