"""How a term of an activity stands, and how each party that answers for it does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from roadmapkit.lazily import dataclass
from roadmapkit.resolve.statuses.reporters import Reporter
from roadmapkit.resolve.statuses.slots import Slot
from roadmapkit.resolve.terms import CANCELLED, IN_WORK, STAGE_DONE, Mark

__all__ = ["PartyState", "Standing", "Tally", "tally_of"]

_TOLD = (IN_WORK, STAGE_DONE, "запланировано", "не выполнено", CANCELLED)


@dataclass(frozen=True, slots=True)
class PartyState:
    """How a party stands with a term.

    Attributes:
        party: The party.
        mark: The mark that settled the term for it, else the last one; None for no mark.
        settled: Nothing is left for it to do.
    """

    party: Reporter
    mark: Mark | None
    settled: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How a term stands.

    Attributes:
        slot: The term.
        settled: The mark that settled it, of several parties the last one needed for it.
        mark: The last mark that speaks for all; None where there is none.
        parties: Everybody who has to report; empty where no mark names a party.
        bound: A mark names this very occurrence.
    """

    slot: Slot
    settled: Mark | None
    mark: Mark | None
    parties: tuple[PartyState, ...] = ()
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of those who have to report have done their part, and who has not.

    Attributes:
        done: How many have.
        total: How many have to.
        others: Who has reported something else, by status.
        missing: Who has reported nothing, in the order of the plan.
    """

    done: int
    total: int
    others: tuple[tuple[str, tuple[str, ...]], ...]
    missing: tuple[str, ...]


def tally_of(states: Sequence[PartyState]) -> Tally:
    """Return how many of the parties have done their part."""
    done = [one for one in states if one.settled and one.mark and one.mark.status != CANCELLED]
    rest = [one for one in states if one not in done]
    others = tuple((status, names) for status in _TOLD if (names := _with_status(rest, status)))
    missing = tuple(one.party.name for one in rest if one.mark is None)
    return Tally(len(done), len(states), others, missing)


def _with_status(states: Iterable[PartyState], status: str) -> tuple[str, ...]:
    return tuple(one.party.name for one in states if one.mark and one.mark.status == status)
