"""Files of former builds that nothing produces any more: told, and removed where that is wished."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from roadmapkit.building.output import codes as output_codes
from roadmapkit.building.output.folder import OutputFolder
from roadmapkit.building.output.manifest import Entry, digest_of_file
from roadmapkit.building.output.writing import require_below
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import OutputError, refusal_of

__all__ = ["Planned", "outdated_pdfs", "take_away"]

_PRUNE = Message("Delete it, or run `roadmapkit build --prune`, which removes what it has made")
_KEEP = Message("Delete it yourself if nobody needs it")


@dataclass(frozen=True, slots=True)
class Planned:
    """What a build of a whole workspace means to produce.

    Attributes:
        paths: Paths of all its files.
        documents: Ids of all documents.
        blocked: Ids of those that have errors: what they would produce is not known.
    """

    paths: Collection[str]
    documents: Collection[str]
    blocked: Collection[str]

    def produces(self, path: str, entry: Entry, entries: Collection[str]) -> bool:
        """Tell whether a file on record has something that produces it."""
        if path in self.paths or entry.document in self.blocked:
            return True
        if "docx" in entry.parts:
            return f"{path.removesuffix('.pdf')}.docx" in entries
        # Nobody but its user knows whether what was asked for by hand is still wanted.
        return entry.asked and entry.document in self.documents


def take_away(
    output: OutputFolder, planned: Planned, *, prune: bool
) -> tuple[tuple[Path, ...], list[Diagnostic]]:
    """Tell of the files that nothing produces any more.

    Args:
        output: The output folder.
        planned: What is produced.
        prune: Remove those whose bytes are still those that a build wrote.

    Returns:
        The removed files, and a finding about each of the others.
    """
    entries = output.entries()
    own = {path: one for path, one in entries.items() if one.home == output.home}
    standing = {path for path, one in own.items() if planned.produces(path, one, ())}
    gone = {
        path: one
        for path, one in sorted(own.items())
        if path not in standing and not planned.produces(path, one, standing)
    }
    removed: list[Path] = []
    found: list[Diagnostic] = []
    for path, entry in gone.items():
        file = output.folder / path
        if not file.is_symlink() and not file.exists():
            output.forget([path])
        elif not prune:
            message = Message("{path} belongs to nothing any more", path=file)
            own_bytes = digest_of_file(file, entry.size) == entry.sha256
            hint = _PRUNE if own_bytes else _KEEP
            found.append(output_codes.VANISHED_TARGET.at(None, message, hint=hint))
        elif (refusal := _remove(output.folder, path, entry)) is None:
            removed.append(file)
            output.forget([path])
        else:
            found.append(refusal)
    return tuple(removed), found


def outdated_pdfs(output: OutputFolder, produced: Collection[str]) -> list[Diagnostic]:
    """Return a finding about each PDF whose document has been made anew since.

    Args:
        output: The output folder.
        produced: Paths of the documents of this build.
    """
    found = []
    entries = output.entries()
    for path, entry in sorted(entries.items()):
        source = f"{path.removesuffix('.pdf')}.docx"
        made_from = entry.parts.get("docx")
        if made_from is None or source not in produced or source not in entries:
            continue
        file = output.folder / path
        if entries[source].sha256 != made_from and file.exists():
            message = Message("{path} is the PDF of a former version of the document", path=file)
            hint = Message("Build with --pdf or --pdf-a as before, or delete it")
            where = (entry.document,)
            found.append(output_codes.OUTDATED_PDF.at(None, message, hint=hint, documents=where))
    return found


def _remove(folder: Path, path: str, entry: Entry) -> Diagnostic | None:
    """Remove a file and the folders that it leaves empty; return why it is kept, if it is."""
    file = folder / path
    try:
        require_below(folder, file)
        if digest_of_file(file, entry.size) != entry.sha256:
            message = Message(
                "{path} belongs to nothing any more, but was changed after it had been built; "
                "it is kept",
                path=file,
            )
            return output_codes.KEPT_OUTPUT.at(None, message, hint=_KEEP)
        file.unlink()
    except OutputError as error:
        return _not_removed(file, error.reason)
    except OSError as error:
        return _not_removed(file, refusal_of(error))
    with suppress(OSError):
        for parent in Path(path).parents[:-1]:
            (folder / parent).rmdir()
    return None


def _not_removed(file: Path, reason: Message | str) -> Diagnostic:
    message = Message("{path} cannot be removed: {reason}", path=file, reason=reason)
    return output_codes.KEPT_OUTPUT.at(None, message, hint=_KEEP)
