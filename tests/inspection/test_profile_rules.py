"""Every rule of the inspection has a clause, in both profiles."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit.documents import profile as profiles
from roadmapkit.documents.profile import profile_clause

FOLDER = Path(profiles.__file__).parent / "profiles"


def tables(name: str) -> dict[str, dict[str, dict[str, object]]]:
    import tomllib

    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def test_both_profiles_have_the_same_values() -> None:
    keys = [
        {(section, key) for section, values in tables(name).items() for key in values}
        for name in ("gost-2016", "gost-2025")
    ]
    assert keys[0] == keys[1]
    assert len([key for key in keys[0] if key[0] == "rules"]) > 25


@pytest.mark.parametrize("name", ["gost-2016", "gost-2025"])
def test_a_clause_names_the_standard_or_says_that_the_house_decides(name: str) -> None:
    standard = f"ГОСТ Р 7.0.97-{name.removeprefix('gost-')}"
    for section, values in tables(name).items():
        for key in values:
            clause = profile_clause(name, section, key)
            assert clause == "custom" or clause.startswith(standard), (section, key)
