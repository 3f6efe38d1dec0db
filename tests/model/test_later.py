"""A model that is loaded when a document has something of it is what it would be in its place."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pydantic import ValidationError

from roadmapkit.load.shapes import shape_at
from roadmapkit.model.appendix import Appendix
from roadmapkit.model.roadmap import Roadmap

PLAN = {"kind": "roadmap", "id": "plan", "title": "План"}


def test_a_plan_without_parts_loads_no_models_of_them() -> None:
    code = (
        "import sys\n"
        "from roadmapkit.model.roadmap import Roadmap\n"
        f"Roadmap.model_validate({PLAN!r})\n"
        "print(*sorted(m for m in sys.modules if m.startswith('roadmapkit.model.')))"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert "roadmapkit.model.roadmap" in loaded
    assert not {"roadmapkit.model.appendix", "roadmapkit.model.own_papers"} & set(loaded)


def test_a_part_becomes_an_instance_of_its_model() -> None:
    plan = Roadmap.model_validate({**PLAN, "appendices": [{"title": "Состав"}]})

    assert plan.appendices == (Appendix(title="Состав"),)
    assert Roadmap.model_validate({**PLAN, "appendices": list(plan.appendices)}) == plan


def test_faults_inside_a_part_have_their_places_and_keys() -> None:
    with pytest.raises(ValidationError) as caught:
        Roadmap.model_validate({**PLAN, "appendices": [{"titel": "Состав"}, "Состав"]})

    errors = caught.value.errors()

    assert [(error["type"], error["loc"]) for error in errors] == [
        ("extra_forbidden", ("appendices", 0, "titel")),
        ("model_type", ("appendices", 1)),
    ]
    shape = shape_at(Roadmap, errors[0]["loc"])
    assert shape.path == ("appendices", 0, "titel")
    assert set(shape.siblings) == set(Appendix.model_fields)
