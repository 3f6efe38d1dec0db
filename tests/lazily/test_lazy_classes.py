"""Stand-ins for classes answer as the classes do, and load them only where they must."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest

from roadmapkit.lazily import classes_from
from roadmapkit.model import kinds
from roadmapkit.model.directory import Organization, Person
from roadmapkit.model.kinds import MODELS


@pytest.fixture
def stand_ins(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = ModuleType("stand_ins")
    monkeypatch.setitem(sys.modules, "stand_ins", module)
    module.__getattr__ = classes_from("stand_ins", {"fractions": "Fraction"})  # type: ignore[method-assign]
    return module


def test_nothing_is_an_instance_of_what_nobody_has_loaded() -> None:
    code = """
import sys
from roadmapkit.model.kinds import MODELS, Minutes, Order, PrintedDocument

assert not isinstance(1, Order | Minutes) and not isinstance(1, PrintedDocument)
match "text":
    case Order():
        raise SystemExit("text is an order")
    case _:
        pass
assert list(MODELS)[:2] == ["roadmap", "order"] and "order" in MODELS and "ordr" not in MODELS
assert not any(name.startswith("roadmapkit.model.") for name in sys.modules if "kinds" not in name)
print(MODELS["order"].__name__)
assert "roadmapkit.model.order" in sys.modules and "roadmapkit.model.minutes" not in sys.modules
assert isinstance(MODELS["order"].model_construct(), Order)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "Order\n", "")


def test_a_stand_in_knows_the_instances_of_its_class(stand_ins: Any) -> None:
    from fractions import Fraction

    assert isinstance(Fraction(1, 2), stand_ins.Fraction)
    assert isinstance(Fraction(1, 2), str | stand_ins.Fraction)
    assert not isinstance(0.5, stand_ins.Fraction)
    match Fraction(1, 2):
        case stand_ins.Fraction(numerator=above):
            assert above == 1
        case _:
            pytest.fail("it is no fraction")


def test_a_stand_in_is_called_and_asked_as_its_class(stand_ins: Any) -> None:
    assert stand_ins.Fraction(1, 2) * 2 == 1
    assert stand_ins.Fraction.from_float(0.5).denominator == 2
    assert stand_ins.Fraction is stand_ins.Fraction
    assert stand_ins.Fraction.__name__ == "Fraction"


def test_a_class_that_has_no_stand_in_is_refused(stand_ins: Any) -> None:
    with pytest.raises(AttributeError, match="no attribute 'Decimal'"):
        stand_ins.Decimal  # noqa: B018  # that is the question


@pytest.mark.parametrize("name", [name for name in kinds.__all__ if name != "MODELS"])
def test_every_kind_has_its_stand_in(name: str) -> None:
    if name == "PrintedDocument":
        letter: Any = MODELS["letter"]
        settings: Any = MODELS["settings"]
        assert isinstance(letter.model_construct(), kinds.PrintedDocument)
        assert not isinstance(settings.model_construct(), kinds.PrintedDocument)
        return
    found: Any = getattr(kinds, name)

    assert found.__name__ == name
    assert isinstance(found.model_fields, dict)


def test_the_entries_of_a_directory_are_told_apart() -> None:
    person = Person(id="a", name="Иванова Анна")

    assert isinstance(person, kinds.Person)
    assert not isinstance(person, kinds.Organization | kinds.Post)
    assert isinstance(Organization(id="b", name="Школа"), kinds.Organization)


def test_a_kind_that_is_not_there_has_no_model() -> None:
    with pytest.raises(KeyError):
        MODELS["ordr"]
    assert len(MODELS) == 8


def test_a_loaded_class_is_a_subclass_of_its_stand_in() -> None:
    from roadmapkit.model.roadmap import Roadmap

    assert issubclass(Roadmap, kinds.Roadmap)
    assert not issubclass(int, kinds.Roadmap)
