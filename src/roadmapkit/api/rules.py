"""What is checked: every kind of finding, and one of them explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from roadmapkit.api.setup import all_codes
from roadmapkit.diagnostics import Code, Message, Severity
from roadmapkit.errors import ArgumentError

if TYPE_CHECKING:
    from roadmapkit.lint.rule_pages import Sentence

__all__ = ["RuleExplanation", "explain_rule", "list_rules"]


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


def list_rules() -> tuple[RuleExplanation, ...]:
    """Return every kind of finding, rules of the house among them, by family and code."""
    from roadmapkit.lint.families import FAMILIES

    order = {family: place for place, family in enumerate(FAMILIES)}
    found = (_explained(code) for code in all_codes())
    return tuple(
        sorted(found, key=lambda item: (order.get(item.family, len(order)), item.family, item.code))
    )


def explain_rule(name: str) -> RuleExplanation:
    """Return what is known of one kind of finding.

    Args:
        name: Its code or its speaking name, in any case.

    Raises:
        ArgumentError: There is no such kind of finding, or several have that name.
    """
    from difflib import get_close_matches

    codes = all_codes()
    found = [code for code in codes if name.upper() == code.id]
    found = found or [code for code in codes if name.casefold() == code.name]
    if len(found) == 1:
        return _explained(found[0])
    if found:
        message = Message(
            "Several checks have the name {name!r}; give the code: {codes}",
            name=name,
            codes=[code.id for code in found],
        )
        raise ArgumentError(message, argument="name", value=name)
    words = {word for code in codes for word in (code.id, code.name)}
    spelt = name.upper() if any(letter.isdigit() for letter in name) else name.casefold()
    near = get_close_matches(spelt, sorted(words), n=3)
    message = (
        Message("There is no check {name!r}; perhaps {near}", name=name, near=near)
        if near
        else Message("There is no check {name!r}; all of them: roadmapkit rule", name=name)
    )
    raise ArgumentError(message, argument="name", value=name)


def _explained(code: Code) -> RuleExplanation:
    from roadmapkit.lint import all_rules
    from roadmapkit.lint.families import FAMILIES
    from roadmapkit.lint.policy.selectors import family_of
    from roadmapkit.lint.rule_pages import page_of

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
    from roadmapkit.building.known_codes import known_codes
    from roadmapkit.lint import CODES

    if is_rule:
        return "any"
    if code.id not in {known.id for known in known_codes()}:
        return "elsewhere"
    never = code.severity is Severity.ERROR or code.id in {own.id for own in CODES}
    return "never" if never else "any"
