"""Terms, each with the remarks and school lists that were said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace

from roadmapkit.deadlines.phrases.grammar import Item, Names, Throughout
from roadmapkit.deadlines.phrases.labels import labels_lead
from roadmapkit.deadlines.phrases.tree import Qualifier, Reading, Scale, Term, Through
from roadmapkit.lazily import dataclass

__all__ = ["ONWARD", "Clause", "grouped", "merged"]

ONWARD = frozenset({"далее", "затем", "впоследствии"})


@dataclass(slots=True)
class Clause:
    """A term and what was said of it.

    Attributes:
        added: A time throughout that comes on top of the term before it.
    """

    term: Term | None = None
    through: Through | None = None
    added: bool = False
    qualifiers: list[Qualifier] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def reading(self) -> Reading:
        """Return the clause as a reading of its own."""
        return Reading(
            terms=(self.term,) if self.term else (),
            through=self.through,
            qualifiers=tuple(self.qualifiers),
            parties=tuple(self.parties),
            places=tuple(self.places),
        )

    @property
    def is_timed(self) -> bool:
        """True if it says when."""
        return self.term is not None or self.added


def grouped(items: Sequence[Item]) -> list[Clause]:
    """Group every remark and school list with its term; labels may stand before or behind."""
    leading = labels_lead(items)
    clauses: list[Clause] = []
    pending = Clause()
    for item in items:
        value = item.value
        if isinstance(value, Term):
            pending.term = value
            pending.places.append(item.place)
            clauses.append(pending)
            pending = Clause()
            continue
        last = clauses[-1] if clauses else pending
        target = pending if leading and not item.bracketed else last
        if isinstance(value, Throughout):
            target = last
            if _is_added(item, last):
                target = Clause(added=True)
                clauses.append(target)
            target.places.append(item.place)
            _last_throughout(target, value, onward=bool(item.before & ONWARD))
            if target is pending and pending.term is not None:
                clauses.append(pending)
                pending = Clause()
            if target.term in value.terms:
                clauses.extend(
                    Clause(term, value.through, places=[item.place]) for term in value.terms[1:]
                )
            continue
        target.places.append(item.place)
        if isinstance(value, Names):
            target.parties.extend(value.names)
        elif isinstance(value, Qualifier):
            target.qualifiers.append(value)
    if pending.through or pending.qualifiers or pending.parties:
        clauses.append(pending)
    return clauses


def merged(clauses: Sequence[Clause]) -> Reading:
    """Return one reading of all clauses, of which at most one holds a term."""
    readings = [clause.reading() for clause in clauses]
    through = next((reading.through for reading in readings if reading.through), None)
    terms = tuple(term for reading in readings for term in reading.terms)
    return Reading(
        terms=terms,
        through=through,
        qualifiers=tuple(q for reading in readings for q in reading.qualifiers),
        parties=tuple(name for reading in readings for name in reading.parties),
        places=tuple(place for reading in readings for place in reading.places),
    )


def _is_added(item: Item, last: Clause) -> bool:
    """«Сентябрь, в течение года»: a longer time behind a comma comes on top of the month."""
    term = last.term
    if term is None or item.bracketed or not isinstance(item.value, Throughout):
        return False
    whole_years = {Scale.YEAR, Scale.ACADEMIC_YEAR}
    short = term.is_single and term.units[0].scale not in whole_years
    separated = item.before & {"comma", "и", "newline", "далее", "затем", "semicolon"}
    return bool(short and separated and item.value.through is not Through.ALWAYS)


def _last_throughout(clause: Clause, value: Throughout, *, onward: bool) -> None:
    """Take a time throughout into the clause; «2024 год и далее постоянно» has no end."""
    term = clause.term
    if onward and term is not None and term.is_single:
        clause.term, clause.through = replace(term, last=None), Through.TERM
        return
    clause.through = value.through
    if value.terms and term is None:
        clause.term = value.terms[0]
