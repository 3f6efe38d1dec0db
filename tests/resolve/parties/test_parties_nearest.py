"""Names like an unknown one: the answers of the standard library, in less time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roadmapkit.resolve.directory.checks import closest
from roadmapkit.resolve.parties.nearest import NearNames

NAMES = st.lists(st.text(alphabet="авекориё АН.", max_size=12), max_size=30)


@given(NAMES, st.text(alphabet="авекориё АН.", max_size=12), st.integers(1, 4))
def test_the_nearest_names_are_those_of_the_plain_comparison(
    names: list[str], text: str, limit: int
) -> None:
    assert NearNames(names).nearest(text, limit) == closest(text, names, limit)


def test_a_misspelt_surname_finds_its_owner_first() -> None:
    names = NearNames(["Иволгина С.В.", "Иванцов С.В.", "ИМЦ", "Управление образования"])
    assert names.nearest("Ивлгина С.В.")[0] == "Иволгина С.В."
    assert names.nearest("Управлене образования") == ("Управление образования",)
    assert names.nearest("ЖЭЩ") == ()
