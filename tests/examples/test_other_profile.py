"""Every example in the profile of 2016: the same words, a sound file, its own layout."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import pytest
from example_files import FILES, files, workspace
from openxml_audit import OpenXmlValidator

from roadmapkit import inspect_document
from roadmapkit.building import prepare, render_targets
from word_structure import structure_of

_OTHER = "gost-2016"


@cache
def in_other_profile() -> Mapping[str, bytes]:
    loaded = workspace().loaded
    settings = loaded.settings.model_copy(update={"profile": _OTHER})
    loaded = replace(loaded, settings=settings)
    return render_targets(prepare(loaded), loaded)


def _words(data: bytes) -> list[str]:
    body = docx.Document(io.BytesIO(data)).element.body
    return [text.text or "" for text in body.iter() if text.tag.endswith("}t")]


def test_every_file_is_made() -> None:
    assert tuple(sorted(in_other_profile())) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_sound_and_says_the_same(name: str, tmp_path: Path) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(in_other_profile()[name])
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    assert _words(in_other_profile()[name]) == _words(files()[name])


@pytest.mark.parametrize("name", FILES)
def test_the_inspection_of_that_edition_finds_nothing(name: str) -> None:
    found = inspect_document(in_other_profile()[name], profile=_OTHER)
    assert [item.code for item in found.findings] == []


def test_the_layout_is_that_of_the_edition() -> None:
    name = "roadmaps/verkhnelessk/verkhnelessk-order-27.docx"
    both = [
        structure_of(docx.Document(io.BytesIO(data[name])))
        for data in (files(), in_other_profile())
    ]
    assert both[0] != both[1]
