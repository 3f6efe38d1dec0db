"""Federal acts that every office cites, with their dates."""

from __future__ import annotations

from datetime import date
from functools import cache

from roadmapkit.lazily import dataclass
from roadmapkit.resources import listing

__all__ = ["KnownAct", "known_acts"]


@dataclass(frozen=True, slots=True)
class KnownAct:
    """An act of the federation.

    Attributes:
        kind: «закон» or «указ».
        number: With its suffix: «273-ФЗ».
        title: The beginning of its title.
    """

    kind: str
    number: str
    day: date
    title: str


@cache
def known_acts() -> dict[tuple[str, str], KnownAct]:
    """Return the acts by kind and number."""
    acts = {}
    text = listing(__file__, "data/known_acts.tsv")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, number, day, title = line.split("\t")
            acts[kind, number] = KnownAct(kind, number, date.fromisoformat(day), title)
    return acts
