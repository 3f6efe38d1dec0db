from __future__ import annotations

import os
import shutil

import pytest
from hypothesis import settings

from golden_files import Golden

pytest_plugins = ["program_fixtures"]  # only one conftest: two would be one module to mypy

# How fast a machine is says nothing about a property; CI tries the same examples each time,
# so that a change is not blamed for what another one did.
settings.register_profile("roadmapkit", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("roadmapkit")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew; read their difference before committing it",
    )


@pytest.fixture(scope="session")
def golden(pytestconfig: pytest.Config) -> Golden:
    return Golden(update=bool(pytestconfig.getoption("--update-golden")))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs LibreOffice where there is none; CI fails on any skipped test."""
    if shutil.which("soffice") is not None:
        return
    absent = pytest.mark.skip(reason="LibreOffice is not installed")
    for item in items:
        if item.get_closest_marker("libreoffice") is not None:
            item.add_marker(absent)
