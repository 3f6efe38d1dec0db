"""What is checked and why, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol

from roadmapkit.diagnostics import Message, Severity
from roadmapkit.report.catalogue import translate
from roadmapkit.report.text import SEVERITIES

if TYPE_CHECKING:
    from roadmapkit.lint.rule_pages import Sentence

__all__ = [
    "Explained",
    "finding_words",
    "fix_words",
    "format_rule",
    "format_rules",
    "rule_record",
    "silence_words",
]


class Explained(Protocol):
    """What is known of one kind of finding."""

    @property
    def code(self) -> str:
        """Identifier."""

    @property
    def name(self) -> str:
        """Speaking name."""

    @property
    def family(self) -> str:
        """Letters that the code begins with."""

    @property
    def family_title(self) -> Message:
        """What the family is about."""

    @property
    def severity(self) -> Severity:
        """Unless the settings give it another."""

    @property
    def summary(self) -> Message:
        """What it finds."""

    @property
    def what(self) -> Sentence:
        """What is right."""

    @property
    def why(self) -> tuple[Sentence, ...]:
        """Why it matters."""

    @property
    def norm(self) -> Message | None:
        """Act and clause."""

    @property
    def fixable(self) -> str | None:
        """Whether it can be mended, and how safely."""

    @property
    def silencing(self) -> str:
        """Whether it can be silenced."""

    @property
    def preview(self) -> bool:
        """It has to be asked for."""

    @property
    def is_rule(self) -> bool:
        """It looks at the meaning of documents."""


def format_rule(item: Explained, *, language: str = "ru") -> str:
    """Return the page of one check as plain text."""
    severity = translate(SEVERITIES[item.severity], language)
    paragraphs = [f"{item.code} {item.name} – {severity}", _said(item.what, language)]
    if item.is_rule:
        # What is right comes first; the finding is the opposite of it.
        paragraphs.append(finding_words(item, language=language))
    paragraphs += [_said(part, language) for part in item.why]
    facts = [Message("Family: {family} – {title}", family=item.family, title=item.family_title)]
    if item.norm is not None:
        facts.append(Message("Norm: {norm}", norm=item.norm))
    if item.preview:
        facts.append(Message("On trial: runs only with checks: preview: true in the settings"))
    facts += [fix_words(item), silence_words(item)]
    paragraphs.append("\n".join(translate(fact, language) for fact in facts))
    return "\n\n".join(paragraphs)


def finding_words(item: Explained, *, language: str = "ru") -> str:
    """Return a sentence that says what a rule finds."""
    summary = translate(item.summary, language)
    if not summary[1:2].isupper():
        summary = summary[:1].lower() + summary[1:]
    sentence = translate(Message("It finds: {summary}", summary=summary), language)
    return f"{sentence}."


def fix_words(item: Explained) -> Message:
    """Return whether the program can mend what a check finds."""
    if item.fixable == "safe":
        return Message("Mended by: roadmapkit check --fix")
    if item.fixable == "unsafe":
        return Message(
            "Mended, with a person looking on, by: roadmapkit check --fix --unsafe-fixes"
        )
    return Message("Mended by hand only")


def silence_words(item: Explained) -> Message:
    """Return how a house does without a check."""
    if item.silencing == "never":
        return Message("It cannot be silenced: put right what it finds")
    if item.silencing == "elsewhere":
        return Message(
            "It is told by another command than check, so no setting of checks silences it"
        )
    return Message(
        "To silence it in one line: # roadmapkit: ignore {code} – the reason; "
        "in files or everywhere: checks: ignore: in roadmapkit.yaml",
        code=item.code,
    )


def format_rules(items: Iterable[Explained], *, language: str = "ru") -> Iterator[str]:
    """Yield a line for each family and each check in it."""
    family = None
    for item in items:
        if item.family != family:
            if family is not None:
                yield ""
            family = item.family
            yield f"{family} – {translate(item.family_title, language)}"
        mark = {"safe": "[*]", "unsafe": "[?]"}.get(item.fixable or "", "   ")
        yield f"  {item.code} {mark} {item.name} – {translate(item.summary, language)}"
    yield ""
    yield translate(
        Message("[*] mended by --fix, [?] by --fix --unsafe-fixes; more: roadmapkit rule CODE"),
        language,
    )


def rule_record(item: Explained, *, language: str = "ru") -> dict[str, Any]:
    """Return one check as plain values."""
    return {
        "code": item.code,
        "name": item.name,
        "family": item.family,
        "family_title": translate(item.family_title, language),
        "severity": item.severity.value,
        "summary": translate(item.summary, language),
        "what": _said(item.what, language),
        "why": [_said(part, language) for part in item.why],
        "norm": translate(item.norm, language) if item.norm is not None else None,
        "fixable": item.fixable,
        "silencing": item.silencing,
        "preview": item.preview,
        "is_rule": item.is_rule,
    }


def _said(sentence: Sentence, language: str) -> str:
    return translate(sentence.message, language) + (sentence.end or ".")
