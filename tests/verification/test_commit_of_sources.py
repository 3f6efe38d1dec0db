"""The commit whose sources a file was made from is found, whatever happened since."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx.document import Document
from edited_documents import built, commit_all, edited, git, verified

from roadmapkit import open_workspace, verify_document
from roadmapkit.verification.git import GitError
from roadmapkit.verification.history import commits_with
from tiny_workspaces import DIRECTORY, PLAN, write_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path / "дом", {"directory.yaml": DIRECTORY, "roadmaps/work.yaml": PLAN})


def _change(root: Path, old: str, new: str, name: str = "roadmaps/work.yaml") -> None:
    path = root / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def _codes(root: Path, file: Path) -> list[str]:
    return [note.code for note in verified(file, root).notes]


def _with_word(file: Path, old: str, new: str) -> Path:
    def edit(document: Document) -> None:
        runs = (
            run
            for table in document.tables
            for row in table.rows
            for cell in row.cells
            for paragraph in cell.paragraphs
            for run in paragraph.runs
        )
        for run in runs:
            run.text = run.text.replace(old, new)

    return edited(file, edit)


def test_an_older_commit_is_found_and_compared_with(root: Path) -> None:
    commit_all(root, "Начало")
    _change(root, "Собрать заявки", "Собрать анкеты")
    second = commit_all(root, "Анкеты вместо заявок")
    file = _with_word(built(root, "plan"), "семинар", "вебинар")
    _change(root, "kind: roadmap", "# План на год\n\nkind: roadmap")
    commit_all(root, "Пояснение")
    _change(root, "Собрать анкеты", "Собрать отзывы")
    commit_all(root, "Отзывы вместо анкет")
    found = verified(file, root)
    assert found.provenance.commit is not None
    assert found.provenance.commit.id == second
    assert found.provenance.commit.subject == "Анкеты вместо заявок"
    assert found.provenance.exact
    assert not found.provenance.working_copy
    (item,) = found.differences
    assert (item.kind, item.before, item.after) == ("text", "Провести семинар", "Провести вебинар")
    assert item.place is not None
    assert (item.place.span.line, item.place.now) == (9, 11)


def test_sources_that_were_renamed_since_are_found(root: Path) -> None:
    first = commit_all(root, "Начало")
    file = built(root, "plan")
    git(root, "mv", "roadmaps/work.yaml", "roadmaps/план.yaml")
    commit_all(root, "Другое имя")
    found = verified(file, root)
    assert found.provenance.commit is not None
    assert (found.provenance.commit.id, found.state) == (first, "unchanged")
    assert found.confirmed


def test_a_workspace_that_moved_into_a_folder_is_found(root: Path) -> None:
    first = commit_all(root, "Начало")
    file = built(root, "plan")
    outside = root.parent / "plan.docx"
    shutil.copy(file, outside)
    (root / "город").mkdir()
    git(root, "mv", "directory.yaml", "roadmaps", "город")
    _change(root, "Собрать заявки", "Собрать анкеты", "город/roadmaps/work.yaml")
    commit_all(root, "Переезд")
    found = verified(outside, root / "город")
    assert found.provenance.commit is not None
    assert found.provenance.commit.id == first


def test_a_branch_that_is_not_checked_out_is_looked_at(root: Path) -> None:
    commit_all(root, "Начало")
    git(root, "switch", "-q", "-c", "draft")
    _change(root, "Собрать заявки", "Собрать анкеты")
    draft = commit_all(root, "Черновик")
    file = built(root, "plan")
    git(root, "switch", "-q", "main")
    _change(root, "Собрать заявки", "Собрать отзывы")
    main = commit_all(root, "Иначе")
    git(root, "merge", "-q", "-s", "ours", "-m", "Слияние", "draft")
    found = verified(file, root).provenance
    assert main != draft
    assert found.commit is not None
    assert found.commit.id == draft


def test_line_ends_of_windows_are_the_same_sources(root: Path) -> None:
    first = commit_all(root, "Начало")
    file = built(root, "plan")
    for path in (root / "directory.yaml", root / "roadmaps/work.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    found = verified(file, root)
    assert found.provenance.working_copy
    assert found.provenance.commit is not None
    assert (found.provenance.commit.id, found.state) == (first, "unchanged")


def test_sources_that_were_never_committed_are_told(root: Path) -> None:
    commit_all(root, "Начало")
    _change(root, "Собрать заявки", "Собрать анкеты")
    file = built(root, "plan")
    found = verified(file, root)
    assert found.state == "unchanged"
    assert found.provenance.working_copy
    assert found.provenance.commit is None
    assert [note.code for note in found.notes] == ["VER012"]
    _change(root, "Собрать анкеты", "Собрать отзывы")
    again = verified(file, root)
    assert again.state == "unchanged"
    assert "never committed" in str(again.notes[0].message)


def test_without_git_the_sources_on_the_disk_do(root: Path) -> None:
    file = built(root, "plan")
    assert verified(file, root).state == "unchanged"
    _change(root, "Собрать заявки", "Собрать анкеты")
    assert _codes(root, file) == ["VER012"]


def test_a_shallow_clone_says_that_it_is_one(root: Path, tmp_path: Path) -> None:
    commit_all(root, "Начало")
    file = built(root, "plan")
    _change(root, "Собрать заявки", "Собрать анкеты")
    commit_all(root, "Анкеты")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), str(clone))
    found = verified(file, clone)
    assert found.provenance.commit is None
    assert found.notes[0].code == "VER012"
    assert "--unshallow" in str(found.notes[0].hint)


def test_a_commit_can_be_named(root: Path) -> None:
    first = commit_all(root, "Начало")
    git(root, "tag", "v1")
    file = built(root, "plan")
    _change(root, "Собрать заявки", "Собрать анкеты")
    commit_all(root, "Анкеты")
    workspace = open_workspace(root)
    exact = verify_document(file, workspace, at="v1")
    assert exact.provenance.commit is not None
    assert (exact.provenance.commit.id, exact.provenance.exact) == (first, True)
    other = verify_document(file, workspace, at="HEAD")
    assert not other.provenance.exact
    assert "VER012" in [note.code for note in other.notes]
    with pytest.raises(GitError, match="no commit"):
        verify_document(file, workspace, at="--help")


def test_other_templates_of_the_same_sources_are_told_from_an_edit(root: Path) -> None:
    from roadmapkit.rendering import Template
    from roadmapkit.resources import resource

    commit_all(root, "Начало")
    (root / "templates").mkdir()
    shutil.copy(resource("templates", "roadmap.docx"), root / "templates/roadmap.docx")
    commit_all(root, "Свой бланк")
    file = built(root, "plan")
    edited(
        root / "templates/roadmap.docx",
        lambda d: d.add_paragraph("Напечатано по бланку"),
        "roadmap.docx",
    )
    assert Template.from_file(root / "templates/roadmap.docx").digest
    commit_all(root, "Другой бланк")
    found = verified(file, root)
    assert found.state == "unchanged"
    assert found.confirmed
    assert found.provenance.commit is not None
    assert found.provenance.commit.subject == "Свой бланк"


def test_many_commits_are_walked_without_a_process_for_each(root: Path) -> None:
    commit_all(root, "Начало")
    file = built(root, "plan")
    stream = []
    text = (root / "roadmaps/work.yaml").read_text(encoding="utf-8")
    parent = git(root, "rev-parse", "HEAD")
    for number in range(1, 2001):
        data = f"{text}# {number}\n"
        head = f"from {parent}\n" if number == 1 else ""
        stream.append(
            f"commit refs/heads/main\ncommitter A <a@example.org> {1700000000 + number} +0000\n"
            f"data 1\nx\n{head}M 100644 inline roadmaps/work.yaml\n"
            f"data {len(data.encode())}\n{data}\n"
        )
    import subprocess

    subprocess.run(
        ["git", "fast-import", "--quiet", "--force"],
        cwd=root,
        input="".join(stream).encode(),
        check=True,
    )
    git(root, "reset", "-q", "--hard", "main")
    told: list[tuple[int, int]] = []
    found = verify_document(file, root, on_commit=lambda done, total: told.append((done, total)))
    assert found.provenance.commit is not None
    assert found.provenance.commit.id == parent
    assert told[-1] == (2000, 2001)


def test_nothing_is_looked_for_without_names(root: Path) -> None:
    from roadmapkit.verification.git import open_repository

    commit_all(root, "Начало")
    repository = open_repository(root)
    assert repository is not None
    assert list(commits_with(repository, "", (), "0" * 64)) == []
