"""What is checked: every kind of finding, and one of them explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmapkit.api.setup import all_codes
from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError

if TYPE_CHECKING:
    from roadmapkit.building.rule_explanations import RuleExplanation

__all__ = ["explain_rule", "list_rules"]


def list_rules() -> tuple[RuleExplanation, ...]:
    """Return every kind of finding, rules of the house among them, by family and code."""
    from roadmapkit.building.rule_explanations import explained
    from roadmapkit.lint.families import FAMILIES

    order = {family: place for place, family in enumerate(FAMILIES)}
    found = (explained(code) for code in all_codes())
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

    from roadmapkit.building.rule_explanations import explained

    codes = all_codes()
    found = [code for code in codes if name.upper() == code.id]
    found = found or [code for code in codes if name.casefold() == code.name]
    if len(found) == 1:
        return explained(found[0])
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
