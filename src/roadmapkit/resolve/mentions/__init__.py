"""Where documents name a party: directly, or through a post, a group, an organisation.

``finding`` answers, ``items`` is what the answer consists of; ``wanted`` says who is asked
about, ``reach`` through what else he is named, ``places`` and ``act_places`` where documents
name anybody, ``searching`` goes through them, ``running_text`` reads plain text, ``force``
says which documents hold, ``in_directory`` what the directory itself says of him,
``differences`` how two directories differ.
"""

from __future__ import annotations

from roadmapkit.resolve.mentions.differences import (
    EntryChange,
    FieldChange,
    directory_changes,
    with_directory_of,
)
from roadmapkit.resolve.mentions.finding import impact
from roadmapkit.resolve.mentions.force import Force, Standing
from roadmapkit.resolve.mentions.items import DocumentImpact, Impact, Mention, Step

__all__ = [
    "DocumentImpact",
    "EntryChange",
    "FieldChange",
    "Force",
    "Impact",
    "Mention",
    "Standing",
    "Step",
    "directory_changes",
    "impact",
    "with_directory_of",
]
