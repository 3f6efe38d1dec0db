"""Words that a document adds around a title, in agreement with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError
from roadmapkit.language.codes import AMBIGUOUS_FORM
from roadmapkit.language.grammar import Case, Form, Gender, Number, as_case
from roadmapkit.language.lexemes import Agreement
from roadmapkit.language.lexicon import table
from roadmapkit.language.morphology import russian
from roadmapkit.language.phrases import PhraseHead, phrase_head
from roadmapkit.language.spelling import fit_spelling, has_yo

__all__ = ["about", "agree", "approval", "approval_word", "join_words"]

_SHORT_ENDINGS = {Gender.MASCULINE: "", Gender.FEMININE: "а", Gender.NEUTER: "о"}
_LETTERS_READ_WITH_VOWEL = "АИОУЭЛМНРСФ"
_VOWELS = "аиоуэ"


def approval_word(title: str, participle: str = "утвержденный") -> str:
    """Return the short participle that agrees with the head of *title*; see :func:`approval`."""
    return approval(title, participle).form


def approval(title: str, participle: str = "утвержденный") -> Form:
    """Return the short participle that agrees with the head of *title*, with doubts.

    Args:
        title: Title of a document in the nominative.
        participle: Full form of a past passive participle, masculine.

    Returns:
        «утвержден», «утверждена», «утверждено» or «утверждены»; the masculine, in
        doubt, where *title* has no head or begins with an unknown abbreviation.

    Raises:
        ArgumentError: *participle* is no past passive participle.

    Source:
        ГОСТ Р 7.0.97-2016, п. 5.16: the word agrees with the kind of the document in
        gender and number.
    """
    match = re.fullmatch(r"(.*)(нн|т)ый", participle)
    if match is None:
        message = f"{participle!r} is no past passive participle; write it as «утвержденный»"
        raise ArgumentError(message, argument="participle", value=participle)
    head = _head(title)
    plural = head.number is Number.PLURAL
    ending = "ы" if plural else _SHORT_ENDINGS[head.gender or Gender.MASCULINE]
    form = match[1] + match[2][0] + ending
    if plural or head.gender:
        return Form(form, (Message("{word!r} agrees with {head!r}", word=form, head=head.word),))
    doubt = Message(
        "Nothing tells the gender of {title!r}: {form!r} may be wrong", title=title, form=form
    )
    hint = Message("Begin the title with a noun: «Программа …», «Положение о …»")
    finding = AMBIGUOUS_FORM.at(None, doubt, hint=hint)
    return Form(form, (doubt,), doubtful=True, diagnostics=(finding,))


def _head(title: str) -> PhraseHead:
    """Return the head of *title*, with the gender of a usual abbreviation («ТЗ»)."""
    head = phrase_head(title) or PhraseHead("", None, Number.SINGULAR, animate=False)
    if head.gender is None and head.number is Number.SINGULAR:
        for word, gender, number in table("abbreviated_documents"):
            if word == head.word:
                return replace(head, gender=Gender(gender), number=Number(number))
    return head


def agree(word: str, title: str, case: Case | str = Case.NOMINATIVE) -> str:
    """Return an adjective or a participle in agreement with the head of *title*.

    Args:
        word: The word in the nominative masculine: «прилагаемый», «ответственный».
        title: A phrase in the nominative.
        case: Case of the answer: «прилагаемую программу» in the accusative.

    Raises:
        ArgumentError: *word* is no adjective, or *case* is unknown.
    """
    reading = next((item for item in russian().readings(word) if item.attributive), None)
    if reading is None:
        message = f"{word!r} is no adjective; write it in the nominative masculine"
        raise ArgumentError(message, argument="word", value=word)
    head = _head(title)
    gender = head.gender or Gender.MASCULINE
    form = reading.form(Agreement(as_case(case), head.number, gender, head.animate))
    return fit_spelling(word, reading.spelling, form or word.lower(), yo=has_yo(word))


def about(text: str) -> str:
    """Return the preposition that *text* in the prepositional case takes.

    Returns:
        «об» before a vowel sound, also that of a spelled-out abbreviation («об МБОУ»)
        and of a number («об 11»), «обо» before «всём», «мне», else «о».
    """
    word = (re.findall(r"\w+", text) or [""])[0]
    if word.lower() in ("всем", "всём", "всей", "всех", "всю", "мне"):
        return "обо" if word.lower() != "всю" else "о"
    if word.isdigit():
        return "об" if word in ("1", "11") or re.fullmatch(r"11\d{3}", word) else "о"
    if word.isupper() and _is_spelled_out(word):
        return "об" if word[0] in _LETTERS_READ_WITH_VOWEL else "о"
    return "об" if word[:1].lower() in _VOWELS and word else "о"


def join_words(items: Sequence[str], conjunction: str = "и") -> str:
    """Return a list in words: «А», «А и Б», «А, Б и В».

    Where a member has a comma of its own, the members are parted by semicolons.
    """
    if len(items) < 2:
        return "".join(items)
    comma = "; " if any("," in item for item in items) else ", "
    return f"{comma.join(items[:-1])} {conjunction} {items[-1]}"


def _is_spelled_out(word: str) -> bool:
    """Tell an abbreviation read letter by letter («МБОУ») from one read whole («СОШ»)."""
    if not 1 < len(word) < 6 or (len(word) > 4 and russian().is_known(word)):
        return False
    read_whole = len(word) > 2 and word[0] not in "АЕИОУЭЮЯ" and word[1] in "АЕИОУЭЮЯ"
    return not read_whole
