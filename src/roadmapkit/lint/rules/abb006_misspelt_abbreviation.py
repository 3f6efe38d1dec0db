"""An abbreviation has the same letters everywhere.

«ШПРО» beside «ШНРО» is the same schools with a slip of the pen, and a search for one does not
find the other. Found is an abbreviation of four letters or more (or one that lost its fourth)
that nothing explains, one letter away from one that the documents or the directory explain, or
from a well-known one that the documents use too.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.abbreviations import Abbreviations, is_well_known
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.expansions import one_slip
from roadmapkit.lint.subject import Subject

__all__ = ["RULE", "meant"]

_CODE = Code(
    "ABB006",
    "misspelt-abbreviation",
    Severity.WARNING,
    "An abbreviation that is one letter off an explained one",
)


def meant(short: str, found: Abbreviations) -> str | None:
    """Return the abbreviation that an unexplained one is a slip for, None if it is none."""
    explained = sorted({*found.defined, *(word for word in found.listed if word in found.uses)})
    common = sorted(word for word in found.uses if len(word) > 3 and is_well_known(word))
    listed = sorted(found.listed)
    return next((word for word in (*explained, *common, *listed) if one_slip(short, word)), None)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        for short, uses in found.unexplained():
            right = meant(short, found)
            if right is None:
                continue
            yield _CODE.at(
                uses[0].span,
                Message(
                    "{short!r} is one letter off {right!r}; times written so: {count}",
                    short=short,
                    right=right,
                    count=len(uses),
                ),
                hint=Message(
                    "Write {right!r}, or explain {short!r} if it is another thing",
                    right=right,
                    short=short,
                ),
                documents=tuple(dict.fromkeys(use.text.document for use in uses)),
            )


RULE = Rule(_CODE, "abbreviations", _check)
