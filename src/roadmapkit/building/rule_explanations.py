"""What is known of a kind of finding: its text, whether it can be mended and silenced."""

from __future__ import annotations

from typing import Literal

from roadmapkit.building.known_codes import known_codes
from roadmapkit.diagnostics import Code, Message, Severity
from roadmapkit.lazily import dataclass
from roadmapkit.lint import CODES, all_rules
from roadmapkit.lint.families import FAMILIES
from roadmapkit.lint.policy.selectors import family_of
from roadmapkit.lint.rule_pages import Sentence, page_of

__all__ = ["RuleExplanation", "explained"]


@dataclass(frozen=True, slots=True)
class RuleExplanation:
    """One kind of finding.

    Attributes:
        code: Identifier, which never changes.
        name: Speaking name.
        family: Letters that the code begins with, which select the whole family.
        family_title: What the family is about.
        severity: Unless the settings give it another.
        summary: What it finds, in a line.
        what: What is right, of a rule; otherwise what is found.
        why: Why it matters, and what it leaves alone.
        norm: Act and clause that it rests on, as cited; None without one.
        fixable: Whether some of its findings are mended by ``--fix``, and whether safely.
        silencing: ``any`` – by the settings, by a comment and by the baseline; ``never`` – no
            document can be made with it; ``elsewhere`` – it is told by another command than
            ``check``, which these do not concern.
        preview: It runs only where the settings ask for it.
        is_rule: It looks at the meaning of documents.
    """

    code: str
    name: str
    family: str
    family_title: Message
    severity: Severity
    summary: Message
    what: Sentence
    why: tuple[Sentence, ...]
    norm: Message | None
    fixable: Literal["safe", "unsafe"] | None
    silencing: Literal["any", "never", "elsewhere"]
    preview: bool
    is_rule: bool


def explained(code: Code) -> RuleExplanation:
    """Return what is known of a kind of finding."""
    rule = next((rule for rule in all_rules() if rule.code.id == code.id), None)
    page = page_of(code, rule)
    family = family_of(code.id)
    return RuleExplanation(
        code=code.id,
        name=code.name,
        family=family,
        family_title=FAMILIES.get(family, Message.of_text(family)),
        severity=code.severity,
        summary=Message.of_text(code.summary),
        what=page.what,
        why=page.why,
        norm=page.norm,
        fixable=code.fixable,
        silencing=_silencing(code, page.is_rule),
        preview=page.preview,
        is_rule=page.is_rule,
    )


def _silencing(code: Code, is_rule: bool) -> Literal["any", "never", "elsewhere"]:
    if is_rule:
        return "any"
    if code.id not in {known.id for known in known_codes()}:
        return "elsewhere"
    never = code.severity is Severity.ERROR or code.id in {own.id for own in CODES}
    return "never" if never else "any"
