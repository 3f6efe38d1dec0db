"""The rules, one a file, named by its code."""

from roadmapkit.lint.engine import Rule
from roadmapkit.lint.rules import (
    abb001_undefined,
    abb002_defined_twice,
    abb003_two_expansions,
    abb004_used_before_definition,
    abb005_defined_unused,
    abb006_misspelt_abbreviation,
    abb007_latin_abbreviation,
    abb008_expansion_mismatch,
    min001_registered_incomplete,
    ord001_registered_incomplete,
    ord002_draft_with_requisites,
    par101_two_spellings,
    par102_two_initials,
    par103_not_in_group,
    par104_member_without_activity,
    par105_school_lists_differ,
    par106_count_of_list,
    prg001_no_reports,
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
    abb001_undefined,
    abb002_defined_twice,
    abb003_two_expansions,
    abb004_used_before_definition,
    abb005_defined_unused,
    abb006_misspelt_abbreviation,
    abb007_latin_abbreviation,
    abb008_expansion_mismatch,
    min001_registered_incomplete,
    ord001_registered_incomplete,
    ord002_draft_with_requisites,
    par101_two_spellings,
    par102_two_initials,
    par103_not_in_group,
    par104_member_without_activity,
    par105_school_lists_differ,
    par106_count_of_list,
    prg001_no_reports,
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
