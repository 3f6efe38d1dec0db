"""The column of marks in a report: what was done about an activity, term by term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapkit.deadlines import format_date
from roadmapkit.documents.standing import names_list, standing_words, term_name
from roadmapkit.documents.wording import capitalize
from roadmapkit.model.progress import Progress, StatusEntry
from roadmapkit.resolve import ActivityStatus
from roadmapkit.resolve.reporting import Account, Outcome
from roadmapkit.resolve.statuses import Standing

__all__ = ["mark_lines"]


def mark_lines(
    state: ActivityStatus, accounts: Sequence[Account], progress: Progress
) -> tuple[str, ...]:
    """Return the lines of the column of marks for an activity.

    Args:
        state: How the activity stands.
        accounts: How its terms stand, those that the report is about.
        progress: What the author wants of the column.
    """
    dated = progress.mark_dates
    mark = _lines(state.entry, dated=dated) if state.entry is not None else ()
    told = [one for one in accounts if one.has_come or one.standing.settled is not None]
    several = any(one.several for one in accounts)
    if several and progress.occurrences == "перечнем" and told:
        general = mark if state.entry and state.entry.text else ()
        return (*general, *(_term_line(one, progress) for one in told))
    if several and progress.occurrences == "числом" and told:
        return (*mark, *_counted(told, progress.missing))
    if state.entry_origin is None:
        return ()
    terms = tuple(_terms(state, progress.missing, dated=dated))
    missed = () if state.unmarked or not several else tuple(_missed(told, progress.missing))
    return (*mark, *terms, *missed)


def _lines(entry: StatusEntry, *, inside: bool = False, dated: bool = False) -> tuple[str, ...]:
    """Return the lines of a mark; *inside* a line its own words begin with small letters."""
    begun = str if inside else capitalize
    lines = [*entry.text] or [begun(_status_words(entry))]
    if dated and entry.date is not None:
        lines[-1] = f"{lines[-1].rstrip()} ({format_date(entry.date, style='digits')})"
    if entry.reason:
        lines.append(begun(f"причина: {entry.reason}"))
    lines.extend(entry.evidence)
    return tuple(piece for line in lines for piece in line.strip().split("\n"))


def _status_words(entry: StatusEntry) -> str:
    return f"{entry.status} на {entry.planned_for}" if entry.planned_for else entry.status


def _terms(state: ActivityStatus, named: int, *, dated: bool) -> Iterator[str]:
    """Yield how each term stands that has marks of its own or of parties, one line for each."""
    terms: dict[str, list[Standing]] = {}
    for one in state.terms:
        terms.setdefault(one.slot.key if state.several else "", []).append(one)
    for together in terms.values():
        name = f"{term_name(together[0].slot)}: " if state.several else ""
        told: list[str] = []
        parties = {one.party.key: one for term in together for one in term.parties}
        own = {one.mark.index: one.mark for one in together if one.bound and one.mark is not None}
        bound = [mark for mark in own.values() if mark.entry.occurrence]
        told += ["; ".join(_lines(mark.entry, inside=True, dated=dated)) for mark in bound]
        told += [standing_words(tuple(parties.values()), named)] if parties else []
        if told:
            yield capitalize(f"{name}{'; '.join(told)}")
    if state.unmarked:
        names = dict.fromkeys(term_name(one.slot) for one in state.unmarked)
        yield f"Без отметки: {', '.join(names)}"


def _term_line(account: Account, progress: Progress) -> str:
    """Return one term: its name, its mark or what has become of it, how late it is."""
    standing = account.standing
    mark = standing.settled or (standing.mark if account.status is not None else None)
    words = ""
    if standing.parties:
        words = standing_words(standing.parties, progress.missing)
    elif mark is not None:
        words = "; ".join(_lines(mark.entry, inside=True, dated=progress.mark_dates))
    pieces = [words] if words else []
    if account.late_by is not None:
        pieces.append(f"просрочено, дней: {account.late_by}")
    elif account.done_late_by is not None:
        pieces.append(f"с опозданием, дней: {account.done_late_by}")
    schools = ", ".join(one.text for one in standing.slot.parties)
    name = term_name(standing.slot) + (f" ({schools})" if schools else "")
    return capitalize(f"{name}: {'; '.join(pieces) or 'нет отметки'}")


def _counted(told: Sequence[Account], named: int) -> Iterator[str]:
    """Yield «Исполнено 3 из 4», and the names of those that are not."""
    wanted = [one for one in told if one.outcome is not Outcome.CANCELLED]
    done = sum(one.outcome is Outcome.DONE for one in wanted)
    if wanted:
        yield f"Исполнено {done} из {len(wanted)}"
    yield from _missed(told, named)


def _missed(told: Sequence[Account], named: int) -> Iterator[str]:
    late = dict.fromkeys(term_name(one.standing.slot) for one in told if one.late_by is not None)
    if late:
        yield f"Не исполнено в срок: {names_list(tuple(late), named)}"
