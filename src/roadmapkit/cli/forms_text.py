"""Case forms as a person reads them: what is asked, the answer, why, and where it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from roadmapkit.building import FormsReview, ListedForm
from roadmapkit.cli.session import Session
from roadmapkit.diagnostics import Message
from roadmapkit.exports import csv_file
from roadmapkit.language import FormKey, FormKind

__all__ = [
    "form_block",
    "forms_record",
    "forms_table",
    "heading_of",
    "question_of",
]

_CASES = {
    "nominative": Message("nominative – who? what?"),
    "genitive": Message("genitive – of whom? of what?"),
    "dative": Message("dative – to whom? to what?"),
    "accusative": Message("accusative – whom? what?"),
    "instrumental": Message("instrumental – by whom? by what?"),
    "prepositional": Message("prepositional – about whom? about what?"),
}
_STATES = {
    "new": Message("nobody has reviewed it"),
    "reviewed": Message("reviewed"),
    "changed": Message("the library would now make another form"),
    "unused": Message("no document prints it"),
}
_HEADINGS = (
    Message("State"),
    Message("Text"),
    Message("Question"),
    Message("Form"),
    Message("The library's form"),
    Message("Reason"),
    Message("Doubt"),
    Message("Printed at"),
)
_MOST_PLACES = 3


def question_of(key: FormKey) -> Message:
    """Return what a form answers, in words."""
    case = _CASES.get(key.case, Message("form"))
    if key.kind is FormKind.AGREEMENT:
        case = Message("{word!r} in agreement with the text, {case}", word=key.word, case=case)
    elif key.kind is FormKind.COUNTED:
        case = Message("beside a number ({word}), {case}", word=key.word, case=case)
    elif key.kind is FormKind.INSIDE_SENTENCE:
        case = Message("first word inside a sentence: capital or small letter")
    elif key.kind is FormKind.APPROVAL:
        case = Message("{word!r} in agreement with the text", word=key.word)
    elif key.kind is FormKind.ACT_TITLE:
        case = Message("title of an act about {word!r}", word=key.word)
    if not key.number:
        return case
    number = Message("plural") if key.number == "plural" else Message("singular")
    return Message("{case}; {number}", case=case, number=number)


def form_block(session: Session, item: ListedForm, *, width: int) -> Iterator[str]:
    """Yield the lines that show a form to a person.

    Args:
        session: The call.
        item: The form.
        width: Columns that a quoted line of a source may take.
    """
    yield item.key.text
    yield f"  {session.say(question_of(item.key))}: {item.form}"
    if item.made is not None:
        yield "  " + session.say(Message("the library would now make: {form}", form=item.made))
    if item.reasons:
        reasons = [session.say(reason) for reason in item.reasons]
        yield "  " + session.say(Message("why: {reasons}", reasons="; ".join(reasons)))
    for doubt in item.doubts:
        yield "  " + session.say(Message("doubtful: {doubt}", doubt=doubt))
    for place in item.places[:_MOST_PLACES]:
        where = f"{place.span.file}:{place.span.line}"
        yield f"  {where}: {_cut(place.line, width - len(where) - 4)}"
    if len(item.places) > _MOST_PLACES:
        more = Message("and at {count} places more", count=len(item.places) - _MOST_PLACES)
        yield f"  {session.say(more)}"


def _cut(line: str, room: int) -> str:
    return line if len(line) <= room or room < 1 else f"{line[: room - 1]}…"


def forms_record(
    session: Session, review: FormsReview, forms: Iterable[ListedForm], file: str
) -> dict[str, Any]:
    """Return forms as plain data, for JSON."""
    return {
        "file": file,
        "exists": review.exists,
        "complete": review.complete,
        "forms": [_record(session, item) for item in forms],
    }


def _record(session: Session, item: ListedForm) -> dict[str, Any]:
    key = item.key
    return {
        "kind": key.kind.value,
        "text": key.text,
        "case": key.case or None,
        "number": key.number or None,
        "gender": key.gender or None,
        "word": key.word or None,
        "form": item.form,
        "state": item.state,
        "reviewed": item.reviewed,
        "made": item.made,
        "because": "; ".join(session.say(reason) for reason in item.reasons),
        "doubts": [session.say(doubt) for doubt in item.doubts],
        "places": [
            {
                "file": place.span.file,
                "line": place.span.line,
                "column": place.span.column,
                "document": place.document or None,
                "text": place.line,
            }
            for place in item.places
        ],
    }


def forms_table(session: Session, forms: Iterable[ListedForm]) -> bytes:
    """Return forms as a CSV file."""
    return csv_file(map(session.say, _HEADINGS), (_cells(session, item) for item in forms))


def _cells(session: Session, item: ListedForm) -> Iterator[str]:
    yield session.say(_STATES[item.state])
    yield item.key.text
    yield session.say(question_of(item.key))
    yield item.form
    yield item.made or ""
    yield "; ".join(session.say(reason) for reason in item.reasons)
    yield "; ".join(session.say(doubt) for doubt in item.doubts)
    yield "; ".join(f"{place.span.file}:{place.span.line}" for place in item.places)


def heading_of(state: str) -> Message:
    """Return the heading of the forms of a state."""
    return _STATES[state]
