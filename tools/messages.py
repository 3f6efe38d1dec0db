"""Bring the Russian message catalogue up to date with the sources.

Messages are what the code says, the summaries of codes, and the docstrings of rules, which are
their pages: a paragraph is a message, without its full stop.

New messages are added with an empty translation, messages that are gone are dropped,
translations are kept. Entries are ordered by file and text and carry no line numbers
and no dates, so that a change of code elsewhere leaves the file as it is.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from roadmapkit.diagnostics import Message
from roadmapkit.lint.rule_pages import Sentence, docstring_parts

__all__ = ["main", "read_sources", "update"]

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src"
CATALOGUE = SOURCES / "roadmapkit" / "locale" / "ru" / "LC_MESSAGES" / "roadmapkit.po"
RULES = SOURCES / "roadmapkit" / "lint" / "rules"
KEYWORDS = {"Message": (1,), "gettext": None, "ngettext": (1, 2)}


def read_sources() -> Catalog:
    """Return every message that the sources hold, without translations.

    Raises:
        SyntaxError: A source cannot be read; going on would drop its translations.
    """
    for path in sorted(SOURCES.rglob("*.py")):
        ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    found: dict[tuple[str, ...], set[str]] = {}
    for file, _line, text, _comments, _context in extract_from_dir(
        SOURCES, method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        found.setdefault(_strings(text), set()).add((SOURCES / file).relative_to(ROOT).as_posix())
    for text, file in _written():
        found.setdefault((text,), set()).add(file)
    catalogue = Catalog(charset="utf-8")
    for text, files in sorted(found.items(), key=lambda item: (min(item[1]), item[0])):
        catalogue.add(
            text[0] if len(text) == 1 else text, locations=[(file, 0) for file in sorted(files)]
        )
    return catalogue


def _written() -> Iterator[tuple[str, str]]:
    """Yield the summaries of codes and the paragraphs of rules, each with its file."""
    for path in sorted(SOURCES.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        file = path.relative_to(ROOT).as_posix()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (summary := _summary(node)) is not None:
                yield Message.of_text(summary).template, file
        if path.parent == RULES and path.name != "__init__.py":
            paragraphs, source = docstring_parts(ast.get_docstring(tree) or "")
            for paragraph in (*paragraphs, *([source] if source else ())):
                yield Sentence.of_text(paragraph).message.template, file


def _summary(call: ast.Call) -> str | None:
    """Return the summary that a call of ``Code`` gives, None for any other call."""
    if not isinstance(call.func, ast.Name) or call.func.id != "Code" or len(call.args) < 4:
        return None
    value = ast.literal_eval(call.args[3])
    return value if isinstance(value, str) else None


def update(former: bytes) -> bytes:
    """Return the text of the catalogue *former*, brought up to date with the sources.

    The header is kept as it stands: the one that babel writes names the day and its version.
    """
    header, _, _ = former.partition(b"\n\n")
    catalogue = read_po(BytesIO(former), locale="ru")
    catalogue.update(read_sources(), no_fuzzy_matching=True)
    stream = BytesIO()
    write_po(
        stream, catalogue, width=0, omit_header=True, ignore_obsolete=True, include_lineno=False
    )
    return header + b"\n\n" + stream.getvalue().strip() + b"\n"


def main() -> int:
    """Rewrite the catalogue; return 1 when translations are missing, which are listed."""
    text = update(CATALOGUE.read_bytes())
    CATALOGUE.write_bytes(text)
    missing = [
        message.id
        for message in read_po(BytesIO(text), locale="ru")
        if message.id and not all(_strings(message.string))
    ]
    for identifier in missing:
        print(f"not translated: {identifier!r}")
    return 1 if missing else 0


def _strings(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the forms of an entry, one unless it is about a number of things."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


if __name__ == "__main__":
    sys.exit(main())
