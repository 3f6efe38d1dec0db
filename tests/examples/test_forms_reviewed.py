"""The forms that the examples print were reviewed, and what was reviewed needs no dictionary."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import roadmapkit
from roadmapkit.load import FORMS_LOCK_NAME

ROOT = Path(__file__).resolve().parents[2]
FILES = ("roadmaps", "signed.lock.yaml", FORMS_LOCK_NAME)

LOADED = """
import sys
import roadmapkit
workspace = roadmapkit.open_workspace(sys.argv[1])
assert not roadmapkit.check(workspace).diagnostics
assert roadmapkit.build(workspace, out=sys.argv[2]).written
print(sorted({name.partition(".")[0] for name in sys.modules} & {"pymorphy3", "pytrovich"}))
"""


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """A copy of the workspace of the project, its lock renewed for the rules as they are."""
    root = tmp_path / "examples"
    root.mkdir()
    for name in FILES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name)
        elif source.exists():
            shutil.copy(source, root / name)
    roadmapkit.accept_forms(roadmapkit.open_workspace(root), [])
    return root


def loaded_by(root: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", LOADED, str(root), str(root / "build")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_every_form_of_the_examples_was_reviewed() -> None:
    review = roadmapkit.forms(roadmapkit.open_workspace(ROOT))
    assert review.exists
    assert (review.new, review.changed, review.unused) == ((), (), ())
    assert len(review.forms) > 20
    assert not any(item.doubtful for item in review.forms)


def test_the_forms_of_the_examples_load_no_dictionary(examples: Path) -> None:
    # Rules about agreement and spelling look up the words that they doubt.
    settings = "kind: settings\nchecks:\n  select: [ACT, DUE, FRM, LNG, ORD, PAR, REF]\n"
    (examples / "roadmapkit.yaml").write_text(settings, encoding="utf-8")
    assert loaded_by(examples) == "[]"
    (examples / FORMS_LOCK_NAME).unlink()
    assert loaded_by(examples) == "['pymorphy3', 'pytrovich']"


def test_the_review_changed_no_byte_of_a_document(examples: Path) -> None:
    with_lock = roadmapkit.open_workspace(examples)
    ids = roadmapkit.check(with_lock).documents
    documents = {id_: roadmapkit.render(with_lock, id_) for id_ in ids}
    (examples / FORMS_LOCK_NAME).unlink()
    without = roadmapkit.open_workspace(examples)
    assert documents == {id_: roadmapkit.render(without, id_) for id_ in ids}
