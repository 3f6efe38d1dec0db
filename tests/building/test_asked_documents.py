"""Documents that are asked for by id."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit import build, check_build
from roadmapkit.errors import ArgumentError
from tiny_workspaces import PLAN, opened


def test_an_id_given_as_one_text_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match=r"are to be a list: \['plan'\]"):
        build(opened(tmp_path, PLAN), "plan")
    with pytest.raises(ArgumentError, match=r"are to be a list: \['plan'\]"):
        check_build(opened(tmp_path), tmp_path, "plan")


def test_an_unknown_id_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="No document has the id 'plna'; perhaps plan"):
        build(opened(tmp_path, PLAN), ["plna"])
