"""Packages show their names without loading what nobody asks for."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest

import roadmapkit

PACKAGES = sorted(
    module.name
    for module in pkgutil.walk_packages(roadmapkit.__path__, f"{roadmapkit.__name__}.")
    if module.ispkg and not module.name.startswith("roadmapkit.locale")
)


@pytest.mark.parametrize("name", ["roadmapkit", *PACKAGES])
def test_every_public_name_is_there(name: str) -> None:
    package = import_module(name)

    for public in getattr(package, "__all__", ()):
        assert getattr(package, public) is not None


def test_packages_were_found() -> None:
    assert {"roadmapkit.api", "roadmapkit.resolve", "roadmapkit.lint"} < set(PACKAGES)


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        import_module("roadmapkit.api").chek  # noqa: B018  # that is the question


def test_the_api_is_loaded_by_name() -> None:
    code = "import sys, roadmapkit; roadmapkit.check; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )  # ourselves

    loaded = done.stdout.split()
    assert "roadmapkit.api.workspaces" in loaded
    assert "roadmapkit.api.reports" not in loaded
    assert "pydantic" not in loaded
