"""Data classes of ours behave as those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, asdict, field, fields, is_dataclass, replace
from typing import Any, ClassVar

import pytest

from roadmapkit import lazily


def _names() -> list[str]:
    return ["a"]


def _declare(decorator: Any) -> Any:
    @decorator(frozen=True, slots=True)
    class Record:
        """A record."""

        one: int
        two: str = "x"
        three: list[str] = field(default_factory=_names, repr=False)
        four: int | None = field(default=None, compare=False)

    return Record


@lazily.dataclass(frozen=True, slots=True)
class Kept:
    """A record that can be pickled, with a look at its values."""

    one: int
    two: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.one < 0:
            raise ValueError("one is below zero")


@lazily.dataclass(slots=True)
class Loose:
    """A record that can be changed."""

    one: int
    two: list[int] = field(default_factory=list)


@lazily.dataclass(slots=True, eq=False)
class Single:
    """A record that is equal to itself alone."""

    one: int


@pytest.fixture(params=[lazily.dataclass, dataclasses.dataclass], ids=["ours", "standard"])
def record(request: pytest.FixtureRequest) -> Any:
    return _declare(request.param)


def test_fields_are_taken_by_place_and_by_name(record: Any) -> None:
    made = record(1, three=["b"])

    assert (made.one, made.two, made.three, made.four) == (1, "x", ["b"], None)


def test_a_default_list_belongs_to_one_instance(record: Any) -> None:
    first, second = record(1), record(1)

    first.three.append("b")

    assert second.three == ["a"]


def test_a_wrong_call_is_refused_by_the_name_of_the_class(record: Any) -> None:
    with pytest.raises(TypeError, match=r"Record\.__init__\(\).*'one'"):
        record()
    with pytest.raises(TypeError, match="five"):
        record(1, five=5)


def test_it_is_shown_with_its_values(record: Any) -> None:
    assert repr(record(1)).endswith("Record(one=1, two='x', four=None)")


def test_it_is_compared_and_hashed_by_its_values(record: Any) -> None:
    assert record(1, four=1) == record(1, four=2)
    assert record(1) != record(2)
    assert record(1) != (1, "x", ["a"])
    with pytest.raises(TypeError, match="unhashable"):
        hash(record(1))
    assert hash(record(1, three=())) == hash(record(1, three=(), four=7))


def test_it_cannot_be_changed(record: Any) -> None:
    made = record(1)

    with pytest.raises(FrozenInstanceError, match="'one'"):
        made.one = 2
    with pytest.raises(FrozenInstanceError, match="'one'"):
        del made.one
    assert made.one == 1


def test_it_is_a_data_class_to_the_standard_library(record: Any) -> None:
    made = record(1)

    assert replace(made, two="y") == record(1, "y")
    assert asdict(made) == {"one": 1, "two": "x", "three": ["a"], "four": None}
    assert [item.name for item in fields(record)] == ["one", "two", "three", "four"]
    assert copy.deepcopy(made) == made
    assert record.__dataclass_params__.frozen
    assert not hasattr(made, "__dict__")
    assert is_dataclass(record)


def test_its_signature_names_the_fields(record: Any) -> None:
    assert list(inspect.signature(record).parameters) == ["one", "two", "three", "four"]


def test_it_is_taken_apart_by_a_pattern() -> None:
    match Kept(1, ("a",)):
        case Kept(one, (two,)):
            assert (one, two) == (1, "a")
        case _:
            pytest.fail("it is no such record")


def test_a_standard_data_class_may_grow_out_of_it() -> None:
    @dataclasses.dataclass(frozen=True)
    class More(Kept):
        three: int = 3

    assert (More(1).one, More(1, ("a",), 4).three) == (1, 4)
    assert More(1) == More(1)


def test_ours_may_grow_out_of_ours() -> None:
    @lazily.dataclass(frozen=True, slots=True)
    class More(Kept):
        three: int = 3

    assert repr(More(1)).endswith("More(one=1, two=(), three=3)")


def test_it_is_pickled() -> None:
    assert pickle.loads(pickle.dumps(Kept(1, ("a",)))) == Kept(1, ("a",))  # noqa: S301  # our own
    assert pickle.loads(pickle.dumps(Loose(1, [2]))) == Loose(1, [2])  # noqa: S301  # our own


def test_values_are_looked_at_when_they_are_given() -> None:
    with pytest.raises(ValueError, match="below zero"):
        Kept(-1)


def test_one_that_can_be_changed_has_no_hash() -> None:
    made = Loose(1)
    made.one = 2

    assert made == Loose(2)
    with pytest.raises(TypeError, match="unhashable"):
        hash(made)


def test_one_without_comparison_is_equal_to_itself_alone() -> None:
    made = Single(1)

    assert made == made  # noqa: PLR0124  # that is the question
    assert made != Single(1)
    assert hash(made) == hash(made)


def test_methods_are_not_made_before_they_are_needed() -> None:
    record = _declare(lazily.dataclass)

    assert not inspect.isfunction(record.__dict__["__init__"])
    record(1)
    assert inspect.isfunction(record.__dict__["__init__"])


@pytest.mark.parametrize("decorator", [lazily.dataclass, dataclasses.dataclass])
def test_it_has_an_order_where_that_is_asked_for(decorator: Any) -> None:
    @decorator(frozen=True, slots=True, order=True)
    class Declared:
        line: int
        column: int = 1
        note: str = field(default="", compare=False)

    place: Any = Declared
    assert sorted([place(2), place(1, 5), place(1, 2)]) == [place(1, 2), place(1, 5), place(2)]
    assert place(1) < place(2)
    assert place(1) <= place(1, note="x")
    assert place(2) >= place(2)
    assert not place(1, note="a") > place(1, note="b")
    with pytest.raises(TypeError, match="not supported"):
        assert place(1) < (2, 1)


def test_a_field_of_no_instance_is_left_to_the_standard_library() -> None:
    @lazily.dataclass(frozen=True, slots=True)
    class Counted:
        one: int
        many: ClassVar[int] = 3

    assert [item.name for item in fields(Counted)] == ["one"]
    assert Counted(1).many == Counted.many == 3
