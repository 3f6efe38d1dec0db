"""Case forms of posts, organisations and document titles.

The head inflects with everything that agrees with it; all the rest keeps its form.
"""

from __future__ import annotations

from dataclasses import field

from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.language.clauses import Reader, Structure
from roadmapkit.language.codes import AMBIGUOUS_FORM, MISSING_NUMBER, NOTHING_TO_INFLECT
from roadmapkit.language.grammar import Case, Form, Gender, Number, as_case, as_number
from roadmapkit.language.holders import split_holder
from roadmapkit.language.lexemes import Agreement
from roadmapkit.language.lexicon import words
from roadmapkit.language.morphology import Morphology, Reading, russian
from roadmapkit.language.nominal import NounPhrase
from roadmapkit.language.spelling import fit_spelling, has_yo
from roadmapkit.language.tokens import Kind, Token, tokenize
from roadmapkit.lazily import dataclass

__all__ = ["PhraseHead", "decline_phrase", "phrase_head"]


_PERSONAL = frozenset({"Name", "Surn", "Patr"})
_DEEPEST = 4
"""Quotation marks and brackets nested deeper than this keep their words."""


@dataclass(frozen=True, slots=True)
class PhraseHead:
    """Grammar of the head of a phrase.

    Attributes:
        word: The head as it is written.
        gender: Its gender, None in the plural of some words and for common gender.
        number: Its number; plural too for several heads joined by «и».
        animate: Whether it names a person.
    """

    word: str
    gender: Gender | None
    number: Number
    animate: bool


def decline_phrase(
    text: str,
    case: Case | str,
    number: Number | str | None = None,
    *,
    morphology: Morphology | None = None,
) -> Form:
    """Return a post, an organisation or a title in another case.

    The head inflects with its adjectives, with participles after a comma, and with
    other heads that are joined to it by «и», a comma, a dash or a bracket. Names in
    quotation marks, abbreviations and everything that depends on the head stay.

    Args:
        text: The phrase in the nominative, singular or plural.
        case: Case of the answer.
        number: Number of the answer; None keeps the number of *text*.
        morphology: Readings of words; by default those of :func:`russian`.

    Returns:
        The form; doubtful where the grammar leaves a choice. The text itself where
        it has no word in the nominative.

    Raises:
        ArgumentError: *case* or *number* is unknown.
    """
    wanted, quantity = as_case(case), as_number(number)
    writer = _Writer(wanted, quantity, morphology or russian(), has_yo(text))
    form = writer.write(text, capitals=_in_capitals(text))
    return Form(form, tuple(writer.reasons), bool(writer.findings), tuple(writer.findings))


def phrase_head(text: str, *, morphology: Morphology | None = None) -> PhraseHead | None:
    """Return the grammar of the head of a phrase in the nominative, None without one."""
    tokens = tokenize(text)
    structure = Reader(tokens, morphology or russian(), capitals=_in_capitals(text)).read()
    for _ in range(_DEEPEST):
        if structure.quoted:
            tokens = tokenize(tokens[structure.quoted[0]].inner)
            capitals = _in_capitals(text)
            structure = Reader(tokens, morphology or russian(), capitals=capitals).read()
    if not structure.heads:
        return None
    first = structure.heads[0]
    several = structure.coordinated
    return PhraseHead(
        word=tokens[first.head.position].text,
        gender=first.gender,
        number=Number.PLURAL if several else first.number,
        animate=first.animate,
    )


def _in_capitals(text: str) -> bool:
    return text.isupper() and any(len(word) > 4 for word in text.split())


@dataclass(slots=True)
class _Writer:
    """Writes one phrase, with its quoted and bracketed parts, in one case."""

    case: Case
    number: Number | None
    morphology: Morphology
    yo: bool
    reasons: list[Message] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)

    def write(self, text: str, *, capitals: bool, depth: int = 0) -> str:
        tokens = tokenize(text)
        structure = Reader(tokens, self.morphology, capitals=capitals).read()
        if not (structure.heads or structure.quoted or depth):
            self._nothing(text)
        output = [token.text for token in tokens]
        for phrase in structure.heads:
            self._write_phrase(phrase, tokens, output)
        for position, reading, phrase in structure.agreeing:
            agreement = self._agreement(phrase, reading)
            output[position] = self._word(tokens[position], reading, agreement)
            word = tokens[position].text
            self.reasons.append(Message("{word!r} agrees with the head", word=word))
        for position in (*structure.quoted, *structure.bracketed):
            if depth < _DEEPEST:
                output[position] = self._write_group(tokens[position], capitals, depth + 1)
        self._explain_tail(structure, tokens)
        if not depth and structure.heads and self.case is not Case.NOMINATIVE:
            self._check_people(text, structure.heads[0])
        return "".join(output)

    def _write_group(self, token: Token, capitals: bool, depth: int) -> str:
        inner = token.inner
        opening = token.text[:1]
        closing = token.text[1 + len(inner) :]
        return opening + self.write(inner, capitals=capitals, depth=depth) + closing

    def _write_phrase(
        self, phrase: NounPhrase, tokens: tuple[Token, ...], output: list[str]
    ) -> None:
        head = phrase.head
        agreement = self._agreement(phrase, head.reading)
        if phrase.indeterminate:
            word = tokens[head.position].text
            self.reasons.append(Message("{word!r} is an abbreviation and has no forms", word=word))
            return
        if head.reading.form(agreement) is None:
            self._missing_number(tokens[head.position].text)
            agreement = Agreement(self.case, phrase.number, agreement.gender, agreement.animate)
        word = tokens[head.position].text
        output[head.position] = self._word(tokens[head.position], head.reading, agreement)
        self.reasons.append(Message("{word!r} is the head and is inflected", word=word))
        self._check_rivals(phrase, tokens[head.position], agreement)
        for item in phrase.modifiers:
            own = self._modifier_agreement(phrase, item.reading, agreement)
            output[item.position] = self._word(tokens[item.position], item.reading, own)
        for item in phrase.insets:
            inset = tokens[item.position]
            inner = self._word(Token(Kind.WORD, inset.inner), item.reading, agreement)
            output[item.position] = inset.text.replace(inset.inner, inner)

    def _agreement(self, phrase: NounPhrase, reading: Reading) -> Agreement:
        number = phrase.number
        if phrase.indeterminate:
            number = reading.number or number
        number = self.number or number
        gender = phrase.gender or reading.gender
        return Agreement(self.case, number, gender, phrase.animate)

    def _modifier_agreement(
        self, phrase: NounPhrase, reading: Reading, agreement: Agreement
    ) -> Agreement:
        split = reading.number is Number.SINGULAR and phrase.number is Number.PLURAL
        if not split or self.number is Number.SINGULAR:
            return agreement
        return Agreement(self.case, Number.SINGULAR, reading.gender, phrase.animate)

    def _word(self, token: Token, reading: Reading, agreement: Agreement) -> str:
        if self._stays(reading, agreement):
            return token.text
        form = reading.form(agreement)
        if form is None or form == reading.spelling:
            return token.text
        return fit_spelling(token.text, reading.spelling, form, yo=self.yo)

    @staticmethod
    def _stays(reading: Reading, agreement: Agreement) -> bool:
        return agreement.case is Case.NOMINATIVE and reading.number is agreement.number

    def _check_rivals(self, phrase: NounPhrase, token: Token, agreement: Agreement) -> None:
        chosen = phrase.head.reading
        if self._stays(chosen, agreement):
            return
        form = chosen.form(agreement)
        for rival in phrase.rivals:
            usual = rival.weight * 4 >= chosen.weight
            other = rival.form(
                Agreement(agreement.case, agreement.number, rival.gender, rival.animate)
            )
            if usual and other not in (None, form) and not self._settled(phrase, rival):
                self._doubt(
                    Message(
                        "{word!r} may become {form!r} or {other!r}",
                        word=token.text,
                        form=form,
                        other=other,
                    )
                )
                return
        if not (chosen.known or self.morphology.is_derived(chosen.spelling)):
            self._doubt(
                Message(
                    "{word!r} is not in the dictionary; its form {form!r} is inferred from the "
                    "ending",
                    word=token.text,
                    form=form or token.text,
                )
            )
        if phrase.unsure:
            self._doubt(
                Message("{word!r} may be the head or an adjective of the head", word=token.text)
            )

    @staticmethod
    def _settled(phrase: NounPhrase, rival: Reading) -> bool:
        same = rival.lemma == phrase.head.reading.lemma
        return same and rival.lemma in words("animate") and phrase.animate

    def _explain_tail(self, structure: Structure, tokens: tuple[Token, ...]) -> None:
        for start, end in structure.frozen:
            kept = "".join(token.text for token in tokens[start:end]).strip()
            if kept:
                self.reasons.append(Message("{text!r} stays as it is written", text=kept))
        for position, other in structure.doubts:
            self._doubt(
                Message(
                    "{word!r} may belong to the head or to {other!r}",
                    word=tokens[position].text,
                    other=other,
                )
            )

    def _check_people(self, text: str, first: NounPhrase) -> None:
        """Doubt names of people, which decline by rules of their own."""
        if " " in text.strip() and not first.head.reading.traits.isdisjoint(_PERSONAL):
            self._doubt(
                Message("{text!r} looks like a person's name in an unusual form", text=text)
            )
        match = split_holder(text) if first.animate else None
        if match:
            self._doubt(
                Message(
                    "{name!r} stays in the nominative though {post!r} is inflected",
                    name=match["name"],
                    post=match["post"],
                )
            )

    def _nothing(self, text: str) -> None:
        self.findings.append(
            NOTHING_TO_INFLECT.at(
                None,
                Message("No word of {text!r} stands in the nominative", text=text),
                hint=Message(
                    "Write the phrase in the nominative, or its form into the directory (forms) "
                    "or the point (wording)"
                ),
            )
        )

    def _missing_number(self, word: str) -> None:
        self.findings.append(
            MISSING_NUMBER.at(
                None,
                Message("{word!r} has no form in the number asked for", word=word),
                hint=Message("Choose another word, or write its form into the directory (forms)"),
            )
        )

    def _doubt(self, message: Message) -> None:
        self.findings.append(
            AMBIGUOUS_FORM.at(
                None,
                message,
                hint=Message(
                    "Look at the form in the document; the right one goes into the directory "
                    "(forms) or the point (wording)"
                ),
            )
        )
