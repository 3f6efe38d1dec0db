"""Write docs/rules and docs/ru/rules, a page for each rule, from the rules and their cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from roadmapkit.api import list_rules
from roadmapkit.building.rule_explanations import RuleExplanation
from roadmapkit.lint import RULES
from roadmapkit.lint.rule_pages import Sentence
from roadmapkit.report import translate
from roadmapkit.report.rules import finding_words, fix_words, silence_words
from roadmapkit.report.text import SEVERITIES

__all__ = ["FOLDERS", "examples", "main", "pages"]

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
FOLDERS = {"en": ROOT / "docs" / "rules", "ru": ROOT / "docs" / "ru" / "rules"}

_EXPECTATION = re.compile(r"[ \t]*# expect\b.*$", re.MULTILINE)

# Headings stand here: no message of the program says them.
_WORDS = {
    "en": {
        "mark": "Written by tools/rule_pages.py from the rules and their cases: change those.",
        "title": "Rules",
        "lead": "What `roadmapkit check` finds wrong with the meaning of sound files. "
        "Everything that it can find is listed in [diagnostics](../diagnostics.md).",
        "columns": "| code | name | severity | what is right |",
        "name": "name",
        "severity": "severity",
        "family": "family",
        "norm": "norm",
        "why": "Why",
        "wrong": "Wrong",
        "right": "Right",
        "silence": "How to mend it and how to silence it",
        "trial": "It is on trial and runs only with `checks: preview: true` in the settings.",
        "example": "example",
        "all": "All rules",
    },
    "ru": {
        "mark": "Written by tools/rule_pages.py from the rules and their cases: change those.",
        "title": "Правила",
        "lead": "Что `roadmapkit check` находит в смысле документов, файлы которых записаны верно. "
        "Как выбрать проверки и что исправляется само, сказано [в руководстве](../07-checking.md).",
        "columns": "| код | имя | важность | как верно |",
        "name": "имя",
        "severity": "важность",
        "family": "семейство",
        "norm": "норма",
        "why": "Почему",
        "wrong": "Неверно",
        "right": "Верно",
        "silence": "Как исправить и как отключить",
        "trial": "Правило пробное: работает, только если в настройках `checks: preview: true`.",
        "example": "пример",
        "all": "Все правила",
    },
}


def pages(language: str) -> dict[str, str]:
    """Return the pages of the library's rules in a language, by the name of their file."""
    own = {rule.code.id for rule in RULES}
    rules = [rule for rule in list_rules() if rule.code in own]
    found = {f"{rule.code}.md": "\n".join(_page(rule, language)) for rule in rules}
    found["README.md"] = "\n".join(_index(rules, language))
    return found


def examples(code: str) -> list[tuple[Path, Path]]:
    """Return the cases in which a rule fires, each with its silent twin."""
    return [
        (path, path.with_name(f"{path.stem}-ok{path.suffix}"))
        for path in sorted(CASES.glob(f"{code}-*"))
        if not path.stem.endswith("-ok")
    ]


def _page(rule: RuleExplanation, language: str) -> Iterator[str]:
    words = _WORDS[language]
    yield f"<!-- {words['mark']} -->"
    yield f"\n# {rule.code}. {_said(rule.what, language).removesuffix('.')}\n"
    severity = translate(SEVERITIES[rule.severity], language)
    family = f"{translate(rule.family_title, language)} (`{rule.family}`)"
    facts = [
        f"{words['name']}: `{rule.name}`",
        f"{words['severity']}: {severity}",
        f"{words['family']}: {family}",
    ]
    if rule.norm is not None:
        facts.append(f"{words['norm']}: {translate(rule.norm, language)}")
    yield "; ".join(facts) + "."
    yield f"\n{_plain(finding_words(rule, language=language))}\n"
    if rule.preview:
        yield f"{words['trial']}\n"
    if rule.why:
        yield f"## {words['why']}\n"
        for part in rule.why:
            yield f"{_plain(_said(part, language))}\n"
    for number, (wrong, right) in enumerate(examples(rule.code)[:_MOST], start=1):
        of = f" ({words['example']} {number})" if number > 1 else ""
        yield f"## {words['wrong']}{of}\n"
        yield from _sample(wrong)
        yield f"## {words['right']}{of}\n"
        yield from _sample(right)
    yield f"## {words['silence']}\n"
    for fact in (fix_words(rule), silence_words(rule)):
        yield f"{_as_code(translate(fact, language))}.\n"
    yield f"[{words['all']}](README.md)\n"


_MOST = 2
"""Examples on a page; more of them say the same."""


def _sample(path: Path) -> Iterator[str]:
    """Yield the files of a case as blocks, without what they expect."""
    files = [path] if path.is_file() else sorted(path.rglob("*.yaml"))
    for file in files:
        text = _EXPECTATION.sub("", file.read_text(encoding="utf-8")).strip("\n")
        name = f"# {file.relative_to(path).as_posix()}\n" if path.is_dir() else ""
        yield f"```yml\n{name}{text}\n```\n"


def _index(rules: list[RuleExplanation], language: str) -> Iterator[str]:
    words = _WORDS[language]
    yield f"<!-- {words['mark']} -->"
    yield f"\n# {words['title']}\n"
    yield f"{words['lead']}\n"
    family = None
    for rule in rules:
        if rule.family != family:
            if family is not None:
                yield ""
            family = rule.family
            yield f"## {translate(rule.family_title, language)}\n"
            yield words["columns"]
            yield "|---|---|---|---|"
        severity = translate(SEVERITIES[rule.severity], language)
        what = _plain(_said(rule.what, language)).removesuffix(".").replace("|", "\\|")
        yield f"| [`{rule.code}`]({rule.code}.md) | {rule.name} | {severity} | {what} |"
    yield ""


def _said(sentence: Sentence, language: str) -> str:
    return translate(sentence.message, language) + sentence.end


def _plain(text: str) -> str:
    """Return text of a docstring in Markdown: its code in single backticks."""
    return text.replace("``", "`").replace("<", "&lt;")


def _as_code(text: str) -> str:
    """Return a sentence of the program with what a reader types as code."""
    text = re.sub(r"(# roadmapkit: ignore \w+)", r"`\1`", text)
    text = re.sub(r"(roadmapkit check(?: --[\w-]+)+)", r"`\1`", text)
    return re.sub(r"(checks: ignore:|(?<!`)\broadmapkit\.yaml)", r"`\1`", text)


def main() -> None:
    """Write the pages of every rule, and delete those of rules that are gone."""
    for language, folder in FOLDERS.items():
        folder.mkdir(parents=True, exist_ok=True)
        texts = pages(language)
        for path in sorted(folder.glob("*.md")):
            if path.name not in texts:
                path.unlink()
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
