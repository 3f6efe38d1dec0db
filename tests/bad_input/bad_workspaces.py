"""A workspace with a sound document beside whatever is wrong, and the program run over it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from roadmapkit.cli import main

__all__ = ["SOUND", "Answer", "BadWorkspace", "plan_text"]

LABELS = {
    "ru": ("подсказка", "ошибка|предупреждение|замечание"),
    "en": ("hint", "error|warning|note"),
}


def plan_text(id_: str, *lines: str) -> str:
    """Return a plan of one activity; *lines* are added to the activity."""
    head = f"kind: roadmap\nid: {id_}\ntitle: План мероприятий\nperiod: 2024\n"
    return f"{head}activities:\n  - title: Провести семинар\n" + "".join(
        f"    {line}\n" for line in lines
    )


SOUND = plan_text("sound", "due: март 2024 г.")
"""The document that has to be built whatever is wrong with the others."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call of the program gave."""

    code: int
    out: str
    err: str
    language: str

    def told(self, code: str, place: str) -> str:
        """Return what is said of a finding, which must be at *place* and have a hint.

        Args:
            code: Code of the finding.
            place: File and line, ``roadmaps/bad.yaml:5``, and the column where it matters;
                nothing for a finding about no file.
        """
        hint, severity = LABELS[self.language]
        column = r":\d+" if place.count(":") == 1 else ""
        start = rf"{re.escape(place)}{column}: " if place else ""
        block = re.search(
            rf"^{start}(?:{severity}) {code}: .+\n(?:.*\n)*?  {hint}: .+", self.out, re.MULTILINE
        )
        assert block is not None, self.out + self.err
        return block[0]


class BadWorkspace:
    """A folder with a sound document, which becomes the current one, and the program.

    Args:
        root: An empty folder.
        monkeypatch: Keeps what the machine decides out.
        capsys: Takes what the program writes.
    """

    def __init__(
        self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name in ("ROADMAPKIT_LANG", "ROADMAPKIT_DEBUG", "GITHUB_WORKSPACE"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.chdir(root)
        self.root = root
        self._capsys = capsys
        self.add("roadmaps/sound.yaml", SOUND)

    def add(self, name: str, content: str | bytes) -> Path:
        """Write a file below the workspace."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def run(self, *arguments: str, language: str = "ru") -> Answer:
        """Run the program; whatever happens, it shows no traceback."""
        code = main([*arguments, "--lang", language])
        captured = self._capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Answer(code, captured.out, captured.err, language)

    def built(self) -> dict[str, bytes]:
        """Return the documents below the output folder; no file may be half-written."""
        folder = self.root / "build"
        found = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        records = {name for name in found if name in {"manifest.json", ".roadmapkit.lock"}}
        records |= {name for name in found if name.startswith(".cache/") and ".part" not in name}
        documents = {name: found[name] for name in found if name not in records}
        assert all(name.endswith(".docx") for name in documents), documents.keys()
        return documents
