from __future__ import annotations

import ast
import re

import pytest
from checkout import ROOT, files

MOST_LINES = 400
TEXTS = (".py", ".md", ".yaml", ".yml", ".toml", ".json", ".po", ".tsv", ".cfg", ".txt", "Makefile")

# Spelt in pieces, so that this file does not name what it forbids.
FOREIGN = {
    "a folder of one machine": r"(?<![\w.~/-])/(?:home|root|Users|work|opt)/\w",
    "a package index": r"\b(?:py" + r"pi\.org|python" + r"hosted\.org|registry\.npm" + r"js)",
    "a drive of one machine": r"\b[A-Z]:\\Users\\",
}


def test_a_long_source_file_says_why_at_its_head() -> None:
    sources = list(files(".py"))
    assert len(sources) > 50
    silent = []
    for path in sources:
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > MOST_LINES and "Long because" not in _docstring(text):
            silent.append(path.relative_to(ROOT).as_posix())
    assert silent == []


def test_every_module_of_the_library_says_what_it_shows() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "src").rglob("*.py"))
        if (text := path.read_text(encoding="utf-8")).strip()
        and "__all__" not in text
        and path.name not in {"__init__.py", "__main__.py"}
    ]
    assert silent == []


@pytest.mark.parametrize("what", FOREIGN)
def test_no_file_names(what: str) -> None:
    pattern = re.compile(FOREIGN[what])
    texts = [path for path in files() if path.name.endswith(TEXTS) or ".ci" in path.parts]
    assert len(texts) > 50
    found = [
        f"{path.relative_to(ROOT).as_posix()}: {match[0]}"
        for path in texts
        if (match := pattern.search(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_the_patterns_find_what_they_are_for() -> None:
    samples = ["see /ho" + "me/anna/plan", "https://py" + "pi.org/simple", "C:\\Use" + "rs\\Anna"]
    for pattern, sample in zip(FOREIGN.values(), samples, strict=True):
        assert re.search(pattern, sample)


def _docstring(text: str) -> str:
    return ast.get_docstring(ast.parse(text)) or ""
