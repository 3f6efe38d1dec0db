"""Rules look at the texts that are worth it, in the order in which documents print them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from roadmapkit import check, open_workspace
from roadmapkit.lint import Subject
from roadmapkit.lint.candidates import in_prose, in_sets, texts_of

WORKSPACE = """kind: directory
organizations:
  - id: office
    name: Управление № 1
---
kind: roadmap
id: plan
title: План № 1 на 2024 год
period: 2024
activities:
  - title: Провести семинар № 2
    result: Справка
---
kind: order
id: order
title: Об утверждении плана № 1
clauses:
  - approve:
      - plan
  - Провести заседание № 3.
---
kind: program
id: programma
title: Программа № 4
chapters:
  - title: Введение
    file: chapter.md
  - title: Мероприятия
    plan: plan
"""


@pytest.fixture
def subject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Subject:
    seen: list[tuple[Any, Any]] = []

    def keep(resolved: Any, loaded: Any, *rest: Any) -> list[Any]:
        seen.append((resolved, loaded))
        return []

    (tmp_path / "chapter.md").write_text("Введение без номера.\n", encoding="utf-8")
    file = tmp_path / "workspace.yaml"
    file.write_text(WORKSPACE, encoding="utf-8")
    monkeypatch.setattr("roadmapkit.building.stages.run_rules", keep)
    check(open_workspace(file))
    return Subject(*seen[0])


def test_texts_are_found_in_every_set_that_prints_them_beside_those_of_files(
    subject: Subject,
) -> None:
    found = {
        documents.root.model.id: [text.text for text in texts]
        for documents, texts in in_sets(subject, subject.holding("№"))
    }
    assert found == {
        documents.root.model.id: [
            text.text for text in documents.texts if "№" in text.text or text.role == "file"
        ]
        for documents in subject.sets
    }
    assert "План № 1 на 2024 год" in found["order"]
    assert "План № 1 на 2024 год" in found["programma"]


def test_prose_has_each_text_once_and_none_of_the_directory(subject: Subject) -> None:
    found = list(in_prose(subject, subject.texts))
    assert found == list(subject.prose)
    assert "Управление № 1" not in [text.text for text in found]


def test_texts_are_known_by_their_document(subject: Subject) -> None:
    assert [text.text for text in texts_of(subject, "order")] == [
        text.text for text in subject.texts if text.document == "order"
    ]
    assert texts_of(subject, "unknown") == []
