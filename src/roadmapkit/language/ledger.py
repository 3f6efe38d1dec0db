"""Every form that a document asked for, answered from what is known before from the dictionary.

A build asks a :class:`FormLedger` instead of the functions of this package. What the
ledger was given as known it answers without loading the dictionary; the rest it makes,
and remembers, so that a lock of forms can be written from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from dataclasses import replace

from roadmapkit.diagnostics import Message
from roadmapkit.language.form_keys import (
    NO,
    YES,
    FormKey,
    FormKind,
    name_from_answer,
    ready_forms,
)
from roadmapkit.language.grammar import (
    Case,
    Form,
    Gender,
    Number,
    as_case,
    as_gender,
    as_number,
)
from roadmapkit.language.names import (
    PersonName,
    gender_of,
    is_person_name,
    needs_dictionary,
    needs_parsing,
    parse_person_name,
)
from roadmapkit.lazily import dataclass
from roadmapkit.source import Origin

__all__ = ["FormLedger", "FormPlace", "FormRecord"]


@dataclass(frozen=True, slots=True)
class FormPlace:
    """Where a form is printed.

    Attributes:
        origin: The text that it is a form of, or the value that prints it.
        document: Id of the document that prints it; empty for what a directory says, which
            every document may print that it holds for.
    """

    origin: Origin
    document: str = ""


@dataclass(frozen=True, slots=True)
class FormRecord:
    """An answered question.

    Attributes:
        key: The question.
        form: The answer, with its reasons and doubts.
        new: The answer was not known before: the dictionary or a rule made it now.
        places: Where it is printed, as far as that was told, in the order of asking.
    """

    key: FormKey
    form: Form
    new: bool
    places: tuple[FormPlace, ...] = ()


class FormLedger:
    """Answers questions about forms, and keeps account of them.

    Args:
        known: Answers that need no dictionary, such as those of a reviewed lock. One
            that is ``doubtful`` is answered with its doubts, so that a form nobody has
            looked at stays a finding from build to build.
    """

    def __init__(self, known: Mapping[FormKey, Form] | None = None) -> None:
        self._known = dict(known or {})
        self._records: dict[FormKey, FormRecord] = {}
        self._places: dict[FormKey, dict[tuple[str, object, str], FormPlace]] = {}
        self._place: FormPlace | None = None

    def at(self, origin: Origin | None, document: str = "") -> FormLedger:
        """Return this same ledger, which notes that what it is asked is printed at a place."""
        placed = copy(self)
        placed._place = FormPlace(origin, document) if origin is not None else None
        return placed

    def ask(self, key: FormKey) -> Form:
        """Return the known answer to a question, or make one and remember it.

        Line breaks and no-break spaces of the text are those of the answer, where it has
        as many words: they are no part of the question.
        """
        asked = replace(key, text=" ".join(key.text.split()))
        form = self._answer(asked)
        if asked.text == key.text:
            return form
        return replace(form, form=_with_spaces_of(key.text, form.form))

    def _answer(self, key: FormKey) -> Form:
        record = self._records.get(key)
        if record is None:
            known = self._known.get(key)
            if known is None and (ready := ready_forms().get(key)) is not None:
                return ready
            from roadmapkit.language.form_makers import make_form

            record = FormRecord(key, known or make_form(key), new=known is None)
            self._records[key] = record
        if self._place is not None:
            origin = self._place.origin
            name = (origin.document.source.path, origin.path, self._place.document)
            self._places.setdefault(key, {}).setdefault(name, self._place)
        return record.form

    def forget(self) -> None:
        """Forget what was asked, for the next part of a workspace; what is known stays."""
        self._records.clear()
        self._places.clear()

    @property
    def records(self) -> tuple[FormRecord, ...]:
        """Every question that was asked, once each, sorted by key."""
        return tuple(
            replace(self._records[key], places=tuple(self._places.get(key, {}).values()))
            for key in sorted(self._records)
        )

    @property
    def made(self) -> tuple[FormRecord, ...]:
        """The records whose answers were not known."""
        return tuple(record for record in self.records if record.new)

    @property
    def unused(self) -> tuple[FormKey, ...]:
        """The keys of known answers that nobody asked for, sorted."""
        return tuple(sorted(self._known.keys() - self._records.keys()))

    # The questions. What a rule without a dictionary answers is not recorded.

    def phrase(self, text: str, case: Case | str, number: Number | str | None = None) -> Form:
        """Return what :func:`decline_phrase` does; the plain nominative is *text* itself."""
        wanted, quantity = as_case(case), as_number(number)
        if wanted is Case.NOMINATIVE and quantity is None:
            return _unchanged(text)
        return self.ask(_key(FormKind.PHRASE, text, wanted, quantity))

    def name(
        self, name: PersonName | str, case: Case | str, gender: Gender | str | None = None
    ) -> Form:
        """Return what :func:`decline_name` does; the nominative is the name itself."""
        wanted, sex, text = as_case(case), as_gender(gender), str(name)
        if wanted is Case.NOMINATIVE:
            return _unchanged(text)
        return self.ask(_key(FormKind.NAME, text, wanted, gender=sex))

    def any(
        self,
        text: str,
        case: Case | str,
        number: Number | str | None = None,
        gender: Gender | str | None = None,
    ) -> Form:
        """Return what :func:`explain_form` does: a name, a phrase, or a post with a name."""
        wanted, quantity, sex = as_case(case), as_number(number), as_gender(gender)
        if wanted is Case.NOMINATIVE and quantity is None:
            return _unchanged(text)
        return self.ask(_key(FormKind.ANY, text, wanted, quantity, sex))

    def inside_sentence(self, title: str) -> str:
        """Return what :func:`inside_sentence` does; titles with one first word share a record."""
        from roadmapkit.language.titles import begins_small, first_word

        first = first_word(title)
        if begins_small(title) or not first:
            return title
        form = self.ask(FormKey(FormKind.INSIDE_SENTENCE, first)).form
        return title.replace(first, form, 1)

    def approval(self, title: str, participle: str = "утвержденный") -> Form:
        """Return what :func:`approval` does: «утвержден», «утверждена», …."""
        key = FormKey(FormKind.APPROVAL, " ".join(title.split()), word=participle)
        return self.ask(key)

    def agree(self, word: str, title: str, case: Case | str = Case.NOMINATIVE) -> str:
        """Return what :func:`agree` does: «прилагаемую» for «программа»."""
        text = " ".join(title.split())
        return self.ask(_key(FormKind.AGREEMENT, text, as_case(case), word=word)).form

    def act_title(self, title: str, action: str = "утверждение") -> Form:
        """Return what :func:`act_title` does: «Об утверждении плана …»."""
        return self.ask(FormKey(FormKind.ACT_TITLE, " ".join(title.split()), word=action))

    def count(self, number: int, phrase: str, case: Case | str = Case.NOMINATIVE) -> str:
        """Return what :func:`count` does; numbers that ask for one form share a record."""
        from roadmapkit.language.numerals import quantity_of

        key = _key(FormKind.COUNTED, phrase, as_case(case), word=quantity_of(number))
        return f"{number}\u00a0{self.ask(key).form}"

    # Questions of reading.

    def is_person_name(self, text: str) -> bool:
        """Tell what :func:`is_person_name` does."""
        if not needs_dictionary(text):
            return is_person_name(text)
        return self._says_yes(FormKey(FormKind.IS_NAME, text))

    def person_name(self, text: str) -> PersonName | None:
        """Return what :func:`parse_person_name` does."""
        if not needs_parsing(text):
            return parse_person_name(text)
        key = FormKey(FormKind.NAME_PARTS, " ".join(text.split()))
        return name_from_answer(key.text, self.ask(key).form)

    def gender_of(self, name: PersonName) -> Gender | None:
        """Return what :func:`gender_of` does."""
        if name.patronymic:
            return gender_of(name)
        answer = self.ask(FormKey(FormKind.NAME_GENDER, name.written("full"))).form
        return None if answer == NO else as_gender(answer)

    def is_word(self, word: str) -> bool:
        """Tell whether a word, or each part of a hyphenated one, is a word of Russian."""
        return self._says_yes(FormKey(FormKind.IS_WORD, word))

    def is_form_of(self, words: str, text: str) -> bool:
        """Tell whether words are surely a case form of *text*, which is in the nominative."""
        return self._says_yes(FormKey(FormKind.IS_FORM_OF, text, word=" ".join(words.split())))

    def _says_yes(self, key: FormKey) -> bool:
        return self.ask(key).form == YES


def _unchanged(text: str) -> Form:
    return Form(text, (Message("the nominative is the text itself"),))


def _with_spaces_of(text: str, form: str) -> str:
    """Return *form* with the spaces that stand in *text* between the words of the same place."""
    pieces = re.split(r"(\s+)", text)
    words = form.split()
    if len(words) != len([piece for piece in pieces if piece.strip()]):
        return form
    left = iter(words)
    return "".join(next(left) if piece.strip() else piece for piece in pieces)


def _key(
    kind: FormKind,
    text: str,
    case: Case,
    number: Number | None = None,
    gender: Gender | None = None,
    *,
    word: str = "",
) -> FormKey:
    """Return a key of plain strings, as one read from a file has them."""
    quantity, sex = number.value if number else "", gender.value if gender else ""
    return FormKey(kind, text, case.value, quantity, sex, str(word))
