"""A workspace as models."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit.errors import WorkspaceError
from roadmapkit.load import load_workspace
from roadmapkit.model.settings import Settings

PLAN = "kind: roadmap\nid: plan\ntitle: План\n"


def write(root: Path, **files: str) -> None:
    for name, text in files.items():
        path = root / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_single_file_is_a_workspace(tmp_path: Path) -> None:
    write(tmp_path, план=PLAN, сосед=PLAN)
    loaded = load_workspace(tmp_path / "план.yaml")
    assert loaded.root == tmp_path
    assert [item.origin.document.source.path for item in loaded.documents] == ["план.yaml"]
    assert loaded.diagnostics == ()
    assert loaded.settings == Settings(kind="settings")
    assert loaded.settings_file is None


def test_documents_come_in_the_order_of_files_and_of_lines(tmp_path: Path) -> None:
    second = PLAN.replace("plan", "b") + "---\n" + PLAN.replace("plan", "a")
    write(tmp_path, roadmaps__б=second, roadmaps__а=PLAN, directory="kind: directory\n")
    loaded = load_workspace(tmp_path)
    assert [getattr(item.model, "id", None) for item in loaded.documents] == [
        None,
        "plan",
        "b",
        "a",
    ]
    assert loaded.source_lines("roadmaps/а.yaml") == (
        "kind: roadmap",
        "id: plan",
        "title: План",
        "",
    )


def test_sound_documents_are_loaded_beside_broken_ones(tmp_path: Path) -> None:
    text = (
        PLAN
        + "---\nkind: order\nid: order-1\ntitle: Об: этом\n"
        + "---\nkind: order\nid: 46\ntitle: [а]\n"
        + "---\nkind: order\nid: order-2\ntitle: О плане\n"
    )
    write(tmp_path, roadmaps__план=text)
    loaded = load_workspace(tmp_path)
    assert [getattr(item.model, "id", None) for item in loaded.documents] == ["plan", "order-2"]
    assert loaded.broken_ids == ("46", "order-1")
    assert [(found.code, found.documents) for found in loaded.diagnostics] == [
        ("SRC017", ("order-1",)),
        ("SCH005", ("46",)),
    ]


def test_a_second_document_of_settings_is_an_error(tmp_path: Path) -> None:
    write(
        tmp_path,
        roadmapkit="kind: settings\nlocale: ru\n",
        roadmaps__план=PLAN + "---\nkind: settings\nlocale: en\n",
    )
    loaded = load_workspace(tmp_path)
    (found,) = loaded.diagnostics
    assert found.code == "SCH020"
    assert found.span is not None
    assert (found.span.file, found.span.line, found.span.column) == ("roadmaps/план.yaml", 5, 7)
    assert loaded.settings.locale == "ru"
    assert loaded.settings_file == "roadmapkit.yaml"


def test_an_unreadable_file_is_a_finding_and_the_others_are_loaded(tmp_path: Path) -> None:
    write(tmp_path, roadmaps__план=PLAN)
    (tmp_path / "roadmaps" / "я.yaml").write_bytes("title: Школы".encode("cp1251"))
    loaded = load_workspace(tmp_path)
    assert [found.code for found in loaded.diagnostics] == ["SRC003"]
    assert len(loaded.documents) == 1


def test_a_text_may_stand_in_for_a_file(tmp_path: Path) -> None:
    write(tmp_path, roadmaps__план=PLAN)
    loaded = load_workspace(tmp_path, replacing={"roadmaps/план.yaml": PLAN + "alias: План\n"})
    assert getattr(loaded.documents[0].model, "alias", None) == "План"


def test_the_bytes_of_a_source_do_not_depend_on_its_line_ends(tmp_path: Path) -> None:
    write(tmp_path, а=PLAN)
    (tmp_path / "б.yaml").write_bytes(PLAN.replace("\n", "\r\n").encode("utf-8-sig"))
    one = load_workspace(tmp_path / "а.yaml").source_bytes("а.yaml")
    two = load_workspace(tmp_path / "б.yaml").source_bytes("б.yaml")
    assert one == two == PLAN.encode()


def test_a_workspace_that_does_not_exist_is_an_exception(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as caught:
        load_workspace(tmp_path / "нет")
    assert caught.value.path == str(tmp_path / "нет")
