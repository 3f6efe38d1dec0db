"""Write docs/diagnostics.md, everything that a check can find, from the tables of codes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from roadmapkit.api import all_codes
from roadmapkit.diagnostics import Code
from roadmapkit.lint import RULES
from roadmapkit.lint.families import FAMILIES

__all__ = ["main", "reference"]

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "diagnostics.md"
CASES = ROOT / "tests" / "cases"

_HEAD = """\
<!-- Written by tools/diagnostics_reference.py from the tables of codes: change those, then run \
it again. -->

# Diagnostics

What `roadmapkit check` and `roadmapkit build` can find. A code is stable and never used for \
anything else; it does not change with the language of the message. An error keeps back the \
documents that it touches and those that print them, and no others; a warning or a note keeps \
back nothing, and `--strict` counts warnings as errors.

The examples are test cases: a line with `# expect: CODE` gets that finding, and the sound twin \
beside it does not. Those that look at the meaning of documents have a page of their own, \
listed in [rules](rules/README.md); `roadmapkit rule CODE` explains any of them. How checks are \
chosen, silenced and mended stands in the [guide](ru/07-checking.md).
"""

_FAMILIES = {family: str(title) for family, title in FAMILIES.items()}
_RULES = frozenset(rule.code.id for rule in RULES)
_SEVERITIES = {"error": "error", "warning": "warning", "info": "note"}


def reference() -> str:
    """Return the text of the page.

    Raises:
        KeyError: A family of codes has no title yet.
    """
    families = {
        family: list(codes) for family, codes in groupby(all_codes(), lambda code: code.id[:3])
    }
    untitled = families.keys() - _FAMILIES.keys()
    if untitled:
        raise KeyError(f"Give the families a title in lint/families.py: {sorted(untitled)}")
    lines = [_HEAD]
    for family, title in _FAMILIES.items():
        if family in families:
            lines += [f"## {title}", "", *_table(families[family]), ""]
    return "\n".join(lines).rstrip() + "\n"


def _table(codes: list[Code]) -> Iterator[str]:
    yield "| code | name | severity | what it finds | example |"
    yield "|---|---|---|---|---|"
    for code in codes:
        severity = _SEVERITIES[code.severity.value]
        cells = (_page(code), code.name, severity, _escaped(code.summary), _examples(code))
        yield f"| {' | '.join(cells)} |"


def _page(code: Code) -> str:
    """Return the code, with a link to its page where it is a rule."""
    shown = f"`{code.id}`"
    return f"[{shown}](rules/{code.id}.md)" if code.id in _RULES else shown


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _examples(code: Code) -> str:
    """Return links to the cases in which a code fires, each followed by its sound twin."""
    links = []
    for path in sorted(CASES.glob(f"{code.id}-*")):
        if not path.stem.endswith("-ok"):
            twin = path.with_name(f"{path.stem}-ok{path.suffix}")
            links.append(f"[fires]({_link(path)}), [silent]({_link(twin)})")
    return "; ".join(links) or "–"


def _link(path: Path) -> str:
    return f"../{path.relative_to(ROOT).as_posix()}"


def main() -> None:
    """Rewrite the page that is committed."""
    TARGET.write_text(reference(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
