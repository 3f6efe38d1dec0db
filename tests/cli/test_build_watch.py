"""``build --watch``: what it rebuilds, what it leaves, what stays on the screen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from roadmapkit.cli import main, watching
from roadmapkit.resources import resource

DIRECTORY = "kind: directory\npeople: [{id: belova, name: Белова А.А.}]\n"
SETTINGS = "kind: settings\n"
Step = Callable[[], object]


PATIENCE = 4
"""Looks without an answer after which there is none."""


class Watch:
    """A watch in this process: between two looks at the folder, a person does the next thing."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._steps: Iterator[Step] = iter(())
        self._looks = 0
        defaults = watching.watch.__kwdefaults__
        assert defaults is not None
        monkeypatch.setitem(defaults, "sleep", self._sleep)
        self.said: list[str] = []

    def run(self, *words: str, steps: list[Step]) -> list[str]:
        """Return what is said at the beginning and after each step; then end by Ctrl+C."""
        self._steps, self._looks, self.said = iter(steps), 0, []
        assert main([*words, "--watch", "--lang", "en"]) == 130
        assert len(self.said) == len(steps) + 1
        assert self._take().strip() == "Interrupted"
        return self.said

    def _take(self) -> str:
        captured = self._capsys.readouterr()
        return captured.out + captured.err

    def _sleep(self, _seconds: float) -> None:
        said = self._take()
        self._looks += 1
        if not said and self._looks < PATIENCE:
            return
        self._looks = 0
        self.said.append(said)
        step = next(self._steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()


@pytest.fixture
def watch(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(capsys, monkeypatch)


def edit(path: Path, former: str, new: str) -> None:
    """Save as an editor does that writes another file and moves it over the former one."""
    other = path.with_name(f".{path.name}.tmp")
    other.write_text(path.read_text("utf-8").replace(former, new), "utf-8")
    other.replace(path)


def built(root: Path) -> dict[str, bytes]:
    with suppress(FileNotFoundError):
        return {path.name: path.read_bytes() for path in (root / "build").rglob("*.docx")}
    return {}


def plan(root: Path) -> Path:
    return root / "roadmaps" / "exams.yaml"


def test_errors_are_told_until_they_are_mended_and_the_last_good_output_stays(
    watch: Watch, workspace: Path
) -> None:
    outputs: list[bytes] = []

    def note() -> None:
        outputs.append(built(workspace)["exams.docx"])

    def spoil() -> None:
        note()
        edit(plan(workspace), "due:", "deu:")

    def touch_another() -> None:
        note()
        (workspace / "directory.yaml").write_text(DIRECTORY, "utf-8")

    def mend() -> None:
        note()
        edit(plan(workspace), "deu:", "due:")
        edit(plan(workspace), "математике", "физике")

    said = watch.run("build", steps=[spoil, touch_another, mend, note])
    assert "deu" not in said[0]
    assert "new: 1" in said[1]
    assert "deu" in said[1]
    assert "deu" in said[2]  # it is still wrong, so it is still told
    assert "Put right: 0, new: 0" in said[2]
    assert "deu" not in said[3]
    assert outputs[0] == outputs[1] == outputs[2] != outputs[3]


@pytest.mark.parametrize(
    ("save", "name"),
    [
        (lambda root: edit(plan(root), "математике", "физике"), "roadmaps/exams.yaml"),
        (lambda root: edit(root / "directory.yaml", "А.А.", "Б.Б."), "directory.yaml"),
        (
            lambda root: (root / "roadmapkit.yaml").write_text(
                f"{SETTINGS}profile: gost-2016\n", "utf-8"
            ),
            "roadmapkit.yaml",
        ),
        (lambda root: (root / "roadmapkit.yaml").unlink(), "roadmapkit.yaml"),
        (
            lambda root: (root / "templates/roadmap.docx").write_bytes(
                Path(str(resource("templates", "roadmap.docx"))).read_bytes()
            ),
            "templates/roadmap.docx",
        ),
    ],
    ids=["source", "directory", "settings", "settings gone", "template"],
)
def test_a_saved_file_rebuilds_what_it_touches(
    watch: Watch, workspace: Path, save: Callable[[Path], object], name: str
) -> None:
    (workspace / "directory.yaml").write_text(DIRECTORY, "utf-8")
    (workspace / "roadmapkit.yaml").write_text(SETTINGS, "utf-8")
    (workspace / "templates").mkdir()
    (workspace / "templates/roadmap.docx").write_bytes(b"damaged")
    said = watch.run("build", steps=[lambda: save(workspace)])
    assert "roadmap.docx" in said[0]
    assert f"Changed: {name}" in said[1]
    if name.startswith("templates"):
        assert "Files written: 1" in said[1]
    (workspace / "templates/roadmap.docx").unlink()
    main(["build", "--out", "clean", "-q"])
    main(["build", "-q"])
    assert built(workspace)["exams.docx"] == (workspace / "clean/roadmaps/exams.docx").read_bytes()


@pytest.mark.parametrize("name", ["forms.lock.yaml", "signed.lock.yaml", "checks.baseline.json"])
def test_a_lock_that_comes_is_noticed(watch: Watch, workspace: Path, name: str) -> None:
    said = watch.run("build", steps=[lambda: (workspace / name).write_text("?", "utf-8")])
    assert f"Changed: {name}" in said[1]


def test_files_that_come_go_and_are_renamed_and_several_saves_at_once(
    watch: Watch, workspace: Path
) -> None:
    def add() -> None:
        text = plan(workspace).read_text("utf-8")
        for name in ("one", "two"):
            path = workspace / "roadmaps" / f"{name}.yaml"
            path.write_text(text.replace("id: exams", f"id: {name}"), "utf-8")

    def rename() -> None:
        (workspace / "roadmaps/one.yaml").rename(workspace / "roadmaps/three.yaml")

    def remove() -> None:
        (workspace / "roadmaps/three.yaml").unlink()

    def produced() -> None:
        (workspace / "build/roadmaps/other.docx").write_bytes(b"x")
        (workspace / "roadmaps/.two.yaml.swp").write_bytes(b"x")

    said = watch.run("build", "--explain", steps=[add, rename, remove, produced])
    assert "Changed: roadmaps/one.yaml, roadmaps/two.yaml" in said[1]
    assert "one.docx: built for the first time" in said[1]
    assert "exams.docx: left as it is" in said[1]
    assert "Changed: roadmaps/one.yaml, roadmaps/three.yaml" in said[2]
    assert "changed files: roadmaps/one.yaml, roadmaps/three.yaml" in said[2]
    assert "Changed: roadmaps/three.yaml" in said[3]
    assert "BLD007" in said[3]
    assert said[4] == ""
    assert sorted(built(workspace)) == ["exams.docx", "one.docx", "other.docx", "two.docx"]


def test_a_large_workspace_builds_only_the_island_of_a_saved_file(
    watch: Watch, workspace: Path
) -> None:
    text = plan(workspace).read_text("utf-8")
    for number in range(30):
        path = workspace / "roadmaps" / f"school-{number:02}" / "plan.yaml"
        path.parent.mkdir()
        path.write_text(text.replace("id: exams", f"id: school-{number:02}"), "utf-8")
    seventh = workspace / "roadmaps/school-07/plan.yaml"
    said = watch.run(
        "build",
        steps=[
            lambda: edit(seventh, "математике", "физике"),
            lambda: edit(seventh, "due:", "deu:"),
            lambda: edit(seventh, "deu:", "due:"),
        ],
    )
    assert "Files written: 31" in said[0]
    assert "Files written: 1, up to date already: 30" in said[1]
    assert "deu" in said[2]
    assert "Files written: 0" in said[2]
    assert "Put right: 1, new: 0" in said[3]
    assert "Files written: 0, up to date already: 31" in said[3]


def test_a_deleted_output_is_built_again_and_what_a_build_writes_is_no_reason(
    watch: Watch, workspace: Path
) -> None:
    document = workspace / "build/roadmaps/exams.docx"
    outputs: list[bytes] = []

    def delete() -> None:
        outputs.append(document.read_bytes())
        document.unlink()

    def edit_output() -> None:
        outputs.append(document.read_bytes())
        document.write_bytes(b"somebody works on it")

    def delete_all() -> None:
        shutil.rmtree(workspace / "build/roadmaps")

    def look_again() -> None:
        outputs.append(document.read_bytes())

    said = watch.run("build", "--explain", steps=[delete, edit_output, delete_all, look_again])
    assert "Changed: build/roadmaps/exams.docx" in said[1]
    assert "exams.docx: built: the file was gone" in said[1]
    assert said[2] == ""  # to build now would take the file away from under the person
    assert "exams.docx: built: the file was gone" in said[3]
    assert said[4] == ""
    assert outputs[0] == outputs[1] == outputs[2]


def test_an_output_that_cannot_be_built_again_is_asked_for_once(
    watch: Watch, workspace: Path
) -> None:
    document = workspace / "build/roadmaps/exams.docx"

    def put_a_folder_in_its_place() -> None:
        shutil.rmtree(workspace / "build/roadmaps")
        (workspace / "build/roadmaps").write_text("in the way", "utf-8")

    def clear() -> None:
        (workspace / "build/roadmaps").unlink()
        edit(plan(workspace), "математике", "физике")

    said = watch.run("build", steps=[put_a_folder_in_its_place, lambda: None, clear])
    assert "BLD001" in said[1]
    assert said[2] == ""
    assert "Files written: 1" in said[3]
    assert document.is_file()


def test_outputs_in_another_folder_are_watched_too(watch: Watch, workspace: Path) -> None:
    document = workspace.parent / "elsewhere/roadmaps/exams.docx"
    said = watch.run("build", "--out", "../elsewhere", steps=[document.unlink])
    assert "Changed: ../elsewhere/roadmaps/exams.docx" in said[1]
    assert document.is_file()


def test_a_check_tells_of_every_save_too(watch: Watch, workspace: Path) -> None:
    said = watch.run(
        "check",
        steps=[
            lambda: edit(plan(workspace), "due:", "deu:"),
            lambda: edit(plan(workspace), "deu:", "due:"),
        ],
    )
    assert ["deu" in one for one in said] == [False, True, False]
    assert not built(workspace)
