"""The file with the seals of signed acts: reading and writing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.lazily import dataclass
from roadmapkit.load import read_lock
from roadmapkit.load.file_names import SEALS_NAME
from roadmapkit.source import Origin

__all__ = ["Seal", "read_seals", "seals_text"]

_HEADER = """\
# Оттиски подписанных актов. Записывает «roadmapkit register», руками не правят.
# Изменилось то, что акт печатает, – проверка назовёт место.
"""


@dataclass(frozen=True, slots=True)
class Seal:
    """What an act printed when it was signed, piece by piece.

    Attributes:
        parts: Short digest of each piece's text, by name of the piece.
        origin: The seal in the lock file, None for one that is not written yet.
    """

    parts: Mapping[str, str]
    origin: Origin | None = field(default=None, compare=False, repr=False)


def read_seals(root: Path) -> tuple[dict[str, Seal], tuple[Diagnostic, ...]]:
    """Return the recorded seals by id of the act.

    Args:
        root: Folder of the workspace.

    Returns:
        The seals and no findings, or none of them and what is wrong with the lock file.
    """
    _, parsed, damage = read_lock(root, SEALS_NAME)
    if parsed is None:
        return {}, damage
    seals = {
        str(id_): Seal(
            {str(part): str(digest) for part, digest in parts.items()}, document.origin((id_,))
        )
        for document in parsed.documents
        for id_, parts in document.data.items()
        if isinstance(parts, dict)
    }
    return seals, ()


def seals_text(seals: Mapping[str, Seal]) -> str:
    """Return the lock file for *seals*, sorted, so that merges stay small."""
    lines = [_HEADER]
    for id_ in sorted(seals):
        lines.append(f'"{id_}":\n')
        lines.extend(f'  "{name}": "{digest}"\n' for name, digest in seals[id_].parts.items())
    return "".join(lines)
