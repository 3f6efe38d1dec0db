"""Minutes: heading, who was there, agenda, what was heard and decided, signatures, appendices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from roadmapkit.deadlines import format_date
from roadmapkit.documents.decisions import DecisionWriter
from roadmapkit.documents.minutes_view import MinutesLine, MinutesView
from roadmapkit.documents.order import BLANK_DATE, BLANK_NUMBER
from roadmapkit.documents.profile import page_view
from roadmapkit.documents.program_sheets import appendix_sheets
from roadmapkit.documents.prose import paragraphs
from roadmapkit.documents.roadmap import appended_sheets
from roadmapkit.documents.sheets import SheetComposer
from roadmapkit.documents.view import DocumentView, SheetView, SignatureView, StampView
from roadmapkit.documents.wording import Wording, capitalize
from roadmapkit.model.minutes import AgendaItem, Vote
from roadmapkit.model.settings import Settings
from roadmapkit.resolve import (
    Attended,
    AttendedList,
    ResolvedAppendix,
    ResolvedMinutes,
    ResolvedSignatory,
)
from roadmapkit.source import NodePath, Origin

__all__ = ["compose_minutes"]

_FORM = "протокол"


def compose_minutes(minutes: ResolvedMinutes, settings: Settings, wording: Wording) -> DocumentView:
    """Return the minutes with all their appendices as one file."""
    page = page_view(settings, long_storage=True)
    composer = SheetComposer(settings, wording, page)
    text = _MinutesWriter(minutes, wording)
    mark = text.mark()
    return DocumentView(
        kind="minutes",
        id=minutes.model.id,
        title=wording.one_line(minutes.model.title),
        page=page,
        act=None,
        minutes=text.view(),
        sheets=tuple(
            sheet
            for appendix in minutes.appendices
            for sheet in _sheets(appendix, mark, settings, composer, wording)
        ),
    )


def _sheets(
    appendix: ResolvedAppendix,
    mark: Sequence[str],
    settings: Settings,
    composer: SheetComposer,
    wording: Wording,
) -> Iterator[SheetView]:
    """Yield an appendix, and after it what the plan or the report in it has for its own."""
    sheet, *more = appendix_sheets(appendix, composer, wording)
    if appendix.appendix.mark:
        heading = f"Приложение № {appendix.number}" if appendix.number else "Приложение"
        lines = tuple(wording.text(line) for line in (heading, *mark))
        sheet = replace(sheet, stamps=(StampView("mark", lines, appendix.origin),))
    yield replace(sheet, restart_pages=settings.outputs.page_numbers == "заново")
    yield from more
    for part in appendix.parts:
        printed = part.roadmap or part.program or part.report
        if printed is not None:
            yield from appended_sheets(printed.appendices, composer, wording)


class _MinutesWriter:
    """Puts one document into words."""

    def __init__(self, minutes: ResolvedMinutes, wording: Wording) -> None:
        self._minutes = minutes
        self._model = minutes.model
        self._wording = wording
        self._decisions = DecisionWriter(minutes, wording)

    def view(self) -> MinutesView:
        """Return the text of the minutes."""
        model, wording = self._model, self._wording
        return MinutesView(
            letterhead=self._letterhead(),
            form=_FORM.upper(),
            heading=wording.text(self._heading()),
            date=self._date(),
            number=self._number(),
            place=wording.text(model.place or ""),
            lines=tuple(self._lines()),
            signatures=tuple(self._signatures()),
            origin=self._minutes.origin,
        )

    def mark(self) -> tuple[str, ...]:
        """Return the lines of the mark of an appendix after its number."""
        heading = self._heading()
        of = f"{self._wording.phrase(_FORM, 'dative')} {heading}".strip()
        return f"к {of}", f"от {self._date()} {self._number()}"

    def _letterhead(self) -> tuple[str, ...]:
        model, wording = self._model, self._wording
        if model.letterhead:
            return tuple(line for text in model.letterhead for line in wording.lines(text))
        if model.issuer is None:
            return ()
        return wording.lines(wording.party_name(model.issuer, full=True))

    def _heading(self) -> str:
        """Return «заседания рабочей группы …», else what the title says after «Протокол»."""
        model = self._model
        if model.body is None:
            title = " ".join(model.title.split())
            first, _, rest = title.partition(" ")
            return rest if first.casefold() == _FORM else title
        origin = self._minutes.origin
        meeting = self._wording.phrase(model.meeting, "genitive", origin=origin.child("meeting"))
        return f"{meeting} {self._wording.official(model.body, 'genitive', origin.child('body'))}"

    def _date(self) -> str:
        day = self._model.date
        return format_date(day, style="digits") if day is not None else BLANK_DATE

    def _number(self) -> str:
        model = self._model
        if model.state == "draft" or model.number is None:
            return BLANK_NUMBER
        return f"№\u00a0{model.number}"

    # -- people -----------------------------------------------------------------------------

    def _lines(self) -> Iterator[MinutesLine]:
        model, origin = self._model, self._minutes.origin
        yield from self._officer("Председатель", model.chair, origin.child("chair"))
        yield from self._officer("Секретарь", model.secretary, origin.child("secretary"))
        yield from self._present()
        yield from self._listed("Приглашены:", self._minutes.invited, origin.child("invited"))
        if self._minutes.absent:
            absent = AttendedList("", self._minutes.absent, origin.child("absent"))
            yield from self._listed("Отсутствовали:", (absent,), origin.child("absent"))
        if model.quorum:
            text = self._wording.text(_closed(model.quorum))
            yield MinutesLine("Кворум:", text, "plain", origin=origin.child("quorum"))
        yield from self._agenda()

    def _officer(self, word: str, who: str | None, origin: Origin) -> Iterator[MinutesLine]:
        if who is None:
            return
        name, post = self._wording.name_and_post(who, "nominative", origin, surname_first=True)
        named = ", ".join(part for part in (name, post) if part)
        text = self._wording.text(f"{word} – {_closed(named)}")
        yield MinutesLine("", text, "plain", origin=origin)

    def _present(self) -> Iterator[MinutesLine]:
        present = self._minutes.present
        people = sum(len(group.people) for group in present)
        origin = self._minutes.origin.child("present")
        if people <= self._model.list_over:
            yield from self._listed("Присутствовали:", present, origin)
            return
        listed = self._minutes.appendices[-1]
        where = f"приложение {listed.number}" if listed.number else "приложение"
        number = self._wording.counted(people, "человек", origin)
        text = self._wording.text(f"{number} (список прилагается, {where}).")
        yield MinutesLine("Присутствовали:", text, "plain", origin=origin)

    def _listed(
        self, label: str, groups: Sequence[AttendedList], origin: Origin
    ) -> Iterator[MinutesLine]:
        """Yield a list of people, one a line; what stands under a heading follows it."""
        if not groups:
            return
        yield MinutesLine(label, "", "plain", keep=True, origin=origin)
        everyone = [one for group in groups for one in group.people]
        for group in groups:
            if group.role:
                role = self._wording.text(group.role.rstrip(" :") + ":")
                yield MinutesLine("", role, "plain", keep=True, origin=group.origin.child("role"))
            for one in group.people:
                person = _person(one)
                ended = _closed(person) if one is everyone[-1] else f"{person};"
                text = self._wording.text(ended)
                yield MinutesLine("", text, "person", origin=one.origin)

    # -- agenda -----------------------------------------------------------------------------

    def _agenda(self) -> Iterator[MinutesLine]:
        items, origin = self._model.agenda, self._minutes.origin.child("agenda")
        if not items:
            return
        yield MinutesLine("", "ПОВЕСТКА ДНЯ", "heading", keep=True, origin=origin)
        for index, item in enumerate(items):
            text = self._wording.text(f"{index + 1}.\u00a0{_closed(item.question)}")
            yield MinutesLine("", text, "body", origin=origin.child(index, "question"))
        for index, item in enumerate(items):
            yield from self._item(item, index, origin.child(index))

    def _item(self, item: AgendaItem, index: int, origin: Origin) -> Iterator[MinutesLine]:
        yield self._heard(item, index + 1, origin)
        if item.heard:
            for line in paragraphs(item.heard, origin.child("heard"), self._wording):
                yield MinutesLine("", line.text, "body", origin=line.origin)
        if item.spoke:
            yield MinutesLine("ВЫСТУПИЛИ:", "", "body", keep=True, origin=origin.child("spoke"))
            for position, speech in enumerate(item.spoke):
                place = origin.child("spoke", position)
                name, post = self._wording.name_and_post(
                    speech.who, "nominative", place.child("who"), surname_first=True
                )
                who = name or post
                text = self._wording.text(f"{capitalize(who)} – {_closed(speech.text)}")
                yield MinutesLine("", text, "body", origin=place.child("text"))
        if item.decided:
            word = f"{self._model.decided_word.upper()}:"
            yield MinutesLine(word, "", "body", keep=True, origin=origin.child("decided"))
            for position, decision in enumerate(item.decided):
                path: NodePath = ("agenda", index, "decided", position)
                own = None if isinstance(decision, str) else decision.number
                number = own or f"{index + 1}.{position + 1}."
                text = f"{number}\u00a0{self._decisions.text(decision, path)}"
                yield MinutesLine("", text, "decision", origin=origin.child("decided", position))
        if item.vote is not None:
            text = self._wording.text(_vote(item.vote))
            yield MinutesLine("", text, "body", origin=origin.child("vote"))

    def _heard(self, item: AgendaItem, number: int, origin: Origin) -> MinutesLine:
        question = f"по вопросу «{' '.join(item.question.split()).rstrip('.')}»."
        whom = []
        for index, who in enumerate(item.reporter):
            place = origin.child("reporter", index)
            name, post = self._wording.name_and_post(who, "accusative", place, surname_first=True)
            whom.append(" ".join(part for part in (post, name) if part))
        text = self._wording.text(" ".join(part for part in (", ".join(whom), question) if part))
        place = origin.child("reporter") if item.reporter else origin.child("question")
        return MinutesLine(
            f"{number}.\u00a0СЛУШАЛИ:",
            capitalize(text) if not whom else text,
            "body",
            keep=True,
            origin=place,
        )

    # -- signatures -------------------------------------------------------------------------

    def _signatures(self) -> Iterator[SignatureView]:
        for word, who in (
            ("Председатель", self._minutes.chair),
            ("Секретарь", self._minutes.secretary),
        ):
            if who is not None:
                yield self._signature(word, who)

    def _signature(self, word: str, who: ResolvedSignatory) -> SignatureView:
        return SignatureView((word,), self._wording.text(who.name), who.origin)


def _person(one: Attended) -> str:
    told = " – ".join(part for part in (one.name, one.post) if part)
    return f"{told} ({one.reason})" if one.reason else told


def _vote(vote: str | Vote) -> str:
    if not isinstance(vote, Vote):
        return f"Голосовали {vote}."
    votes = {"за": vote.for_, "против": vote.against, "воздержались": vote.abstained}
    told = (f"{word} – {number or 'нет'}" for word, number in votes.items())
    return f"Голосовали: {', '.join(told)}."


def _closed(text: str) -> str:
    """Return a text in one line, ended by a full stop."""
    body = " ".join(text.split())
    return body if body.endswith((".", "!", "?")) else f"{body.rstrip(' ;,:')}."
