"""Decisions of a meeting in words: «Утвердить …», «Перенести срок …», «Считать … выполненным»."""

from __future__ import annotations

from roadmapkit.deadlines import DeadlineKind
from roadmapkit.documents.report_span import span_words
from roadmapkit.documents.wording import Wording, capitalize
from roadmapkit.model.minutes import (
    ApproveDecision,
    ChangeDecision,
    CreateDecision,
    Decision,
    StatusDecision,
)
from roadmapkit.resolve import DecisionEffect, ResolvedDue, ResolvedMinutes, resolve_parties
from roadmapkit.source import NodePath, Origin

__all__ = ["DecisionWriter"]

_STATES = {
    "выполнено": "считать {activity} выполненным",
    "выполнено на этапе": "считать {activity} выполненным на данном этапе",
    "в работе": "продолжить {activity}",
    "запланировано": "считать {activity} запланированным",
    "не выполнено": "считать {activity} невыполненным",
    "отменено": "отменить {activity}",
}
_MOVABLE = frozenset({DeadlineKind.DATE, DeadlineKind.MONTH, DeadlineKind.RANGE, DeadlineKind.YEAR})
_PREPOSITIONS = frozenset(
    {"в", "во", "до", "за", "из", "к", "ко", "на", "не", "от", "перед", "по", "после", "при", "с"}
    | {"со", "через", "между", "около"}
)


class DecisionWriter:
    """Puts the decisions of one meeting into words."""

    def __init__(self, minutes: ResolvedMinutes, wording: Wording) -> None:
        self._minutes = minutes
        self._wording = wording

    def text(self, decision: Decision, path: NodePath) -> str:
        """Return a decision with those responsible and its term, ended by a full stop."""
        if isinstance(decision, str):
            return self._wording.text(_sentence(decision))
        origin = self._minutes.origin.child(*path)
        said = decision.text or self._generated(decision, path, origin)
        sentences = [_sentence(said)]
        if decision.responsible:
            sentences.append(_sentence(self._responsible(decision.responsible)))
        due = self._minutes.dues.get((*path, "due"))
        if due is not None:
            sentences.append(_sentence(f"Срок – {self._term(due)}"))
        # One by one: a name that ends a sentence has no bond with the word after it.
        return " ".join(map(self._wording.text, sentences))

    def _generated(self, decision: Decision, path: NodePath, origin: Origin) -> str:
        effect = self._minutes.effects.get(path)
        if effect is None:
            return ""
        match decision:
            case ApproveDecision():
                return self._approve(effect, origin.child("approve"))
            case CreateDecision():
                return self._create(decision, effect, origin.child("create"))
            case ChangeDecision():
                return self._change(decision, effect, origin.child("change"))
            case StatusDecision():
                activity = self._activity(effect, origin.child("status", "activity"))
                return capitalize(_STATES[decision.status.status].format(activity=activity))
        return ""

    def _approve(self, effect: DecisionEffect, origin: Origin) -> str:
        name = self._wording.approved_object(
            effect.document, effect.title, effect.alias or None, origin
        )
        about = (
            f" {span_words(effect.since, effect.as_of, cumulative=effect.cumulative)}"
            if effect.as_of
            else ""
        )
        return f"Утвердить {name}{about}{self._reference(effect)}"

    def _reference(self, effect: DecisionEffect) -> str:
        """Return «(приложение 1)» where an appendix prints what is approved."""
        for appendix in self._minutes.appendices:
            if appendix.key == effect.document:
                tail = f"\u00a0{appendix.number}" if appendix.number else ""
                return f" (приложение{tail})"
        return ""

    def _create(self, decision: CreateDecision, effect: DecisionEffect, origin: Origin) -> str:
        activity = decision.create.activity
        if effect.section:
            where = f"раздел «{_line(effect.section)}» {self._plan(effect, 'genitive', origin)}"
        else:
            where = self._plan(effect, "accusative", origin)
        told = []
        if effect.due is not None:
            told.append(f"срок – {self._term(effect.due)}")
        if activity.responsible:
            told.append(self._responsible(activity.responsible))
        beside = f" ({', '.join(told)})" if told else ""
        title = _line(activity.title).rstrip(".;")
        return f"Включить в {where} мероприятие «{title}»{beside}"

    def _change(self, decision: ChangeDecision, effect: DecisionEffect, origin: Origin) -> str:
        change = decision.change
        named = self._activity(effect, origin.child("activity"), case="genitive")
        told = []
        if effect.due is not None:
            term = self._term(effect.due)
            moved = _is_movable(effect.due, term)
            told.append(
                f"перенести срок {named} на {term}" if moved else f"установить срок {named}: {term}"
            )
        if change.responsible:
            whom = ", ".join(
                self._wording.official(who, "accusative", origin.child("responsible", index))
                for index, who in enumerate(change.responsible)
            )
            of = "его исполнение" if told else f"исполнение {named}"
            told.append(f"ответственность за {of} возложить на {whom}")
        return capitalize("; ".join(told))

    def _activity(self, effect: DecisionEffect, origin: Origin, *, case: str = "") -> str:
        """Return «мероприятие 2.1 «…» дорожной карты», in the accusative or another case."""
        word = self._wording.phrase("мероприятие", case) if case else "мероприятие"
        title = _line(effect.activity_title).rstrip(".;")
        number = f" {effect.number}" if effect.number else ""
        return f"{word}{number} «{title}» {self._plan(effect, 'genitive', origin)}"

    def _plan(self, effect: DecisionEffect, case: str, origin: Origin) -> str:
        name = _line(effect.alias or effect.title)
        if not effect.alias:
            name = self._wording.inside_sentence(name, origin)
        return self._wording.phrase(name, case, origin=origin)

    def _responsible(self, written: tuple[str, ...]) -> str:
        """Return «ответственный – …», in the plural where several people or bodies are meant."""
        directory = self._minutes.directory
        names = [directory.printed_name(text) for text in written]
        parties = resolve_parties(";\n".join(names), directory, on=self._minutes.as_of).parties
        several = len(parties) > 1 or any(party.kind == "group" for party in parties)
        word = "ответственные" if several else "ответственный"
        return f"{word} – {', '.join(names)}"

    def _term(self, due: ResolvedDue) -> str:
        return due.sentence or self._wording.inside_sentence("; ".join(due.lines), due.origin)


def _is_movable(due: ResolvedDue, term: str) -> bool:
    """Tell whether a term can stand after «на»: it is a time, and begins with no preposition."""
    first = term.split(maxsplit=1)[0].casefold() if term.split() else ""
    return due.meaning.kind in _MOVABLE and first not in _PREPOSITIONS


def _sentence(text: str) -> str:
    body = " ".join(text.split())
    body = capitalize(body)
    if body.endswith((".", "!", "?", ":")):
        return body
    return f"{body.rstrip(' ;,')}."


def _line(text: str) -> str:
    return " ".join(text.split())
