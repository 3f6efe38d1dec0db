"""Keys of documents whose values are printed otherwise than as they are written, or not."""

from __future__ import annotations

__all__ = ["NOT_PRINTED", "PEOPLE", "PRINTED_AFTER_ALL"]

NOT_PRINTED = {
    # Names by which documents refer to each other; readers see titles and numbers instead.
    "kind": "says which model the document has",
    "id": "reference",
    "roadmap": "reference: the plan itself is printed",
    "plan": "reference: the plan itself is printed",
    "group": "reference: the members are printed, see below",
    "report": "reference: the report itself is printed",
    "issuer": "reference: the letterhead says it",
    "activity": "reference: the activity itself is printed",
    # What is computed from them is printed, or is seen in the layout.
    "period": "years that phrases leave out come from it; the title says it to readers",
    "expected_date": "the day whose people a draft names",
    "means": "what a phrase means; the phrase is printed",
    "after": "what a phrase counts from; the phrase is printed",
    "state": "a draft has blanks in the place of date and number",
    "abbreviations": "whether to list them; see below",
    "field": "what stands in a column",
    "width": "layout",
    "align": "layout",
    "orientation": "layout",
    "column_numbers": "layout",
    "numbering": "layout",
    "style": "layout",
    "sections": "layout: whether sections are numbered",
    "place": "layout of the verb",
    "spacing": "layout",
    "mark_title": "layout",
    "date_style": "layout",
    "mark_date_style": "layout",
    "references": "layout",
    "verb": "whether there is one",
    "name": "whether a surname stands in brackets; one given is text and looked for",
}
"""Keys whose scalars are not meant to be printed, and why."""

PRINTED_AFTER_ALL = {
    ("order", "place"): "the place of the act",
    ("minutes", "place"): "the place of the meeting",
    ("order", "name"): "a surname given as text",
}
"""Keys of that list that mean something else at the top of a document or as text."""

PEOPLE = (
    *("signatory", "executor", "person", "appoint", "control", "responsible", "to", "assign"),
    *("chair", "secretary", "body", "present", "people", "invited", "who", "reporter"),
)
"""Keys whose scalars are ids, or text as it is printed."""
