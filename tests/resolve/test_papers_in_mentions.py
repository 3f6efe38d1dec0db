"""Letters and papers of drafts are among what names a party; what is signed or sent is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapkit import impact
from tiny_workspaces import opened

LETTER = "kind: letter\nid: pismo\ntitle: О плане\nto: gusev\nsignatory: nachalnik\nstate: {}\n"
ORDER = """\
kind: order
id: prikaz
title: О школах
state: {}
signatory: nachalnik
papers:
  approval:
    - people:
        - gusev
        - who: lapina
          date: 10.01.2024
"""


@pytest.mark.parametrize("document", [LETTER, ORDER])
def test_a_draft_names_a_party_and_what_is_signed_does_not(tmp_path: Path, document: str) -> None:
    told = {}
    for state in ("draft", "registered"):
        text = document.format(state) + "date: 12.01.2024\nnumber: 4\n"
        workspace = opened(tmp_path / state, text)
        result = impact(workspace, "gusev")
        told[state] = [mention for one in result.documents for mention in one.mentions]
    assert len(told["draft"]) == 1
    assert told["registered"] == []
