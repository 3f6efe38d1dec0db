"""The letter (письмо): addressees, text, what is attached, signature, appendices.

Source:
    ГОСТ Р 7.0.97, requisites «Адресат», «Ссылка на регистрационный номер и дату поступившего
    документа», «Отметка о приложении».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from roadmapkit.deadlines import format_date
from roadmapkit.documents.letter_view import LetterView
from roadmapkit.documents.naming import named_document
from roadmapkit.documents.order import BLANK_DATE, BLANK_NUMBER, executor_lines
from roadmapkit.documents.profile import page_view
from roadmapkit.documents.program_sheets import appendix_sheets
from roadmapkit.documents.prose import paragraphs
from roadmapkit.documents.sheets import SheetComposer, title_text
from roadmapkit.documents.signatures import signature_view
from roadmapkit.documents.view import DocumentView, Line, SheetView, StampView
from roadmapkit.documents.wording import Wording, capitalize
from roadmapkit.language import Gender, join_words
from roadmapkit.model.directory import Group, Organization
from roadmapkit.model.letter import Attachment
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import (
    ResolvedAddressee,
    ResolvedLetter,
    official_meant,
    resolve_parties,
)

__all__ = ["compose_letter"]

_VERB = "Направляем"
_MARK = "Приложение:"
_DEAR = {Gender.FEMININE: "Уважаемая", Gender.MASCULINE: "Уважаемый"}
_GENDERS = {"ж": Gender.FEMININE, "м": Gender.MASCULINE}


def compose_letter(
    letter: ResolvedLetter,
    addressees: Sequence[ResolvedAddressee],
    settings: Settings,
    wording: Wording,
) -> DocumentView:
    """Return a letter to some of its addressees, with what is printed together with it.

    Args:
        letter: The letter.
        addressees: Whom this copy names.
        settings: Layout.
        wording: Words of the letter.
    """
    page = page_view(settings, long_storage=False)
    composer = SheetComposer(settings, wording, page)
    writer = _LetterWriter(letter, wording, typography=settings.outputs.typography)
    return DocumentView(
        kind="letter",
        id=letter.model.id,
        title=wording.one_line(letter.model.title),
        page=page,
        act=None,
        letter=writer.view(addressees),
        sheets=tuple(
            replace(sheet, restart_pages=settings.outputs.page_numbers == "заново")
            for sheet in _sheets(letter, composer, wording)
        ),
    )


def _sheets(
    letter: ResolvedLetter, composer: SheetComposer, wording: Wording
) -> Iterator[SheetView]:
    for appendix in letter.appendices:
        first, *more = appendix_sheets(appendix, composer, wording)
        if appendix.appendix.mark:
            heading = f"Приложение № {appendix.number}" if appendix.number else "Приложение"
            lines = (heading, "к письму", f"от {_date(letter)} {_number(letter)}")
            stamp = StampView("mark", tuple(wording.text(one) for one in lines), appendix.origin)
            first = replace(first, stamps=(stamp,))
        yield first
        yield from more


def _date(letter: ResolvedLetter) -> str:
    model = letter.model
    if model.state == "draft" or model.date is None:
        return BLANK_DATE
    return format_date(model.date, style="digits")


def _number(letter: ResolvedLetter) -> str:
    model = letter.model
    if model.state == "draft" or model.number is None:
        return BLANK_NUMBER
    return f"№\u00a0{model.number}"


class _LetterWriter:
    """Puts one letter into words."""

    def __init__(self, letter: ResolvedLetter, wording: Wording, *, typography: bool) -> None:
        self._letter = letter
        self._model = letter.model
        self._origin = letter.origin
        self._wording = wording
        self._typography = typography

    def view(self, addressees: Sequence[ResolvedAddressee]) -> LetterView:
        """Return the text of the letter."""
        model, wording = self._model, self._wording
        attachments = tuple(self._attachments())
        return LetterView(
            letterhead=self._letterhead(),
            requisites=f"{_date(self._letter)} {_number(self._letter)}",
            reply=self._reply(),
            addressees=tuple(tuple(self._addressee(one)) for one in addressees),
            title=wording.lines(model.title),
            salutation=self._salutation(addressees),
            lines=tuple(self._text()),
            attachments=attachments,
            attachment_mark=_MARK if attachments else "",
            signature=signature_view(self._letter.signatory, wording),
            executor=executor_lines(
                model.executor, self._letter.directory, self._letter.as_of, wording
            ),
            origin=self._origin,
        )

    def _letterhead(self) -> tuple[str, ...]:
        model, wording = self._model, self._wording
        if model.letterhead:
            # Not typeset: the parts of phone numbers and addresses are no ranges.
            return tuple(line for text in model.letterhead for line in text.strip().split("\n"))
        return wording.lines(wording.party_name(model.issuer, full=True)) if model.issuer else ()

    def _reply(self) -> str:
        reply = self._model.reply
        if reply is None:
            return ""
        return f"На\u00a0№\u00a0{reply.number} от\u00a0{format_date(reply.date, style='digits')}"

    # -- addressees -------------------------------------------------------------------------

    def _addressee(self, one: ResolvedAddressee) -> Iterator[str]:
        """Yield the lines of an addressee.

        An official is in the dative, surname before initials; an organisation in the
        nominative; a group by its name in the dative.
        """
        wording, details = self._wording, one.addressee
        if details.wording:
            for text in details.wording:
                yield from wording.lines(text)
        elif self._is_body(details.to):
            yield wording.text(capitalize(wording.party_name(details.to, full=True)))
        elif isinstance(self._letter.directory.lookup(details.to), Group):
            yield wording.text(capitalize(wording.named_party(details.to, "dative", one.origin)))
        else:
            name, post = wording.name_and_post(details.to, "dative", one.origin, surname_first=True)
            yield from (wording.text(capitalize(text)) for text in (post, name) if text)
        for text in details.address:
            yield from text.strip().split("\n")

    def _is_body(self, reference: str) -> bool:
        entry = self._letter.directory.lookup(reference)
        if entry is not None:
            return isinstance(entry, Organization)
        parties = resolve_parties(reference).parties
        return len(parties) == 1 and parties[0].kind == "organization"

    def _salutation(self, addressees: Sequence[ResolvedAddressee]) -> str:
        """Return «Уважаемый Павел Сергеевич!», or «Уважаемые коллеги!» to several."""
        wanted = self._model.salutation
        if isinstance(wanted, str):
            return self._wording.text(wanted)
        if not wanted:
            return ""
        directory = self._letter.directory
        if len(addressees) == 1 and not isinstance(
            directory.lookup(addressees[0].addressee.to), Group
        ):
            official = official_meant(directory, addressees[0].addressee.to, self._letter.as_of)
            name = directory.forms.person_name(official.name) if official else None
            own = (
                _GENDERS.get((official.person.gender if official.person else None) or "")
                if (official)
                else None
            )
            gender = own or (directory.forms.gender_of(name) if name else None)
            if name is not None and gender in _DEAR and name.first and name.patronymic:
                return f"{_DEAR[gender]} {name.first} {name.patronymic}!"
        return "Уважаемые коллеги!"

    # -- text -------------------------------------------------------------------------------

    def _text(self) -> Iterator[Line]:
        model = self._model
        if model.text is not None:
            yield from paragraphs(model.text, self._origin.child("text"), self._wording)
            return
        sent = [name for name, _ in self._sent("accusative")]
        if sent:
            purpose = f"{model.purpose.strip().rstrip('.')} " if model.purpose else ""
            objects = join_words(sent)
            text = self._wording.text(f"{_VERB} {purpose}{objects}.")
            yield Line(text, "body", self._origin.child("attachments"))

    def _sent(self, case: str) -> Iterator[tuple[str, Attachment]]:
        """Yield what is sent in a case: what is printed with the letter, then attachments."""
        wording = self._wording
        for appendix in self._letter.appendices:
            title = title_text(appendix, wording)
            place = appendix.title_origin or appendix.origin
            small = wording.inside_sentence(" ".join(title.split()), place)
            yield wording.text(wording.phrase(small, case, origin=place)), Attachment()
        for index, one in enumerate(self._model.attachments):
            place = self._origin.child("attachments", index)
            details = one if isinstance(one, Attachment) else Attachment(document=one)
            if details.text is not None:
                place = place.child("text")
                small = wording.inside_sentence(" ".join(details.text.split()), place)
                yield wording.text(wording.phrase(small, case, origin=place)), details
            elif details.document is not None and details.document in self._letter.attached:
                yield self._attached(details.document, case), details

    def _attached(self, id_: str, case: str) -> str:
        """Return a document with its title, in the words of its own folder and day."""
        sent = self._letter.attached[id_]
        wording = Wording(
            sent.directory,
            document=self._model.id,
            origin=self._origin.child("id"),
            as_of=self._letter.as_of,
            typography=self._typography,
        )
        name, title = named_document(sent.model, sent.origin, case, wording)
        self._wording.diagnostics.extend(wording.diagnostics)
        return f"{name} {title}".strip()

    def _attachments(self) -> Iterator[Line]:
        """Yield «Приложение: на 3 л. в 1 экз.» for one that the text names, else a list.

        Source:
            ГОСТ Р 7.0.97, requisite «Отметка о приложении».
        """
        sent = list(self._sent("nominative"))
        place = self._origin.child("attachments")
        if len(sent) == 1:
            name, details = sent[0]
            named_in_text = self._model.text is None and details.sheets is not None
            text = _size(details) if named_in_text else f"{name} {_size(details)}"
            yield Line(self._wording.text(text), "plain", place)
            return
        for number, (name, details) in enumerate(sent, start=1):
            text = f"{number}. {capitalize(name)} {_size(details)}"
            yield Line(self._wording.text(text), "plain", place)


def _size(details: Attachment) -> str:
    """Return «на 3 л. в 1 экз.», without the sheets where nobody counted them."""
    copies = f"в\u00a0{details.copies}\u00a0экз."
    return f"на\u00a0{details.sheets}\u00a0л. {copies}" if details.sheets else copies
