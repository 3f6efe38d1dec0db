"""The rules, one a file, named by its code."""

from roadmapkit.lint.engine import Rule
from roadmapkit.lint.rules import (
    min001_registered_incomplete,
    ord001_registered_incomplete,
    ord002_draft_with_requisites,
    prg001_no_reports,
    txt009_nothing_verbatim,
    typ001_unbalanced_quotes,
    typ002_unbalanced_brackets,
    typ003_mixed_quotes,
    typ004_doubled_word,
    typ005_broken_off,
    typ006_spaces,
    typ007_date_form,
    typ008_stray_capitals,
    typ009_mixed_letters,
    typ010_doubled_marks,
)

__all__ = ["RULES"]

_MODULES = (
    min001_registered_incomplete,
    ord001_registered_incomplete,
    ord002_draft_with_requisites,
    prg001_no_reports,
    txt009_nothing_verbatim,
    typ001_unbalanced_quotes,
    typ002_unbalanced_brackets,
    typ003_mixed_quotes,
    typ004_doubled_word,
    typ005_broken_off,
    typ006_spaces,
    typ007_date_form,
    typ008_stray_capitals,
    typ009_mixed_letters,
    typ010_doubled_marks,
)

RULES: tuple[Rule, ...] = tuple(module.RULE for module in _MODULES)
"""Every rule, by code."""
