"""An abbreviation is explained in the document that uses it, or everybody knows it.

What the office says every day, a school or another department may not understand. An
abbreviation counts as explained where the act, or anything that it approves, says «(далее –
ШНОР)», gives the full name beside it in brackets or in a list of abbreviations, or where the
directory gives it to an organisation, a group, or among its abbreviations. Those that everybody
in education and administration knows (РФ, МБОУ, ФГОС, ЕГЭ, …) need no explanation. An
abbreviation in quotation marks of its own is a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapkit.diagnostics import Code, Diagnostic, Message, Severity
from roadmapkit.lint.engine import Rule
from roadmapkit.lint.rules.abb006_misspelt_abbreviation import meant
from roadmapkit.lint.subject import Subject

__all__ = ["RULE"]

_CODE = Code(
    "ABB001", "undefined-abbreviation", Severity.WARNING, "An abbreviation that nothing explains"
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for found in subject.abbreviations:
        for short, uses in found.unexplained():
            if meant(short, found) is not None:
                continue
            yield _CODE.at(
                uses[0].span,
                Message(
                    "Nothing explains the abbreviation {short!r}; times used: {count}",
                    short=short,
                    count=len(uses),
                ),
                hint=Message(
                    "Write it out where it stands first, with «(далее – {short})», or add it to the"
                    " abbreviations of the directory",
                    short=short,
                ),
                documents=tuple(dict.fromkeys(use.text.document for use in uses)),
            )


RULE = Rule(_CODE, "abbreviations", _check)
