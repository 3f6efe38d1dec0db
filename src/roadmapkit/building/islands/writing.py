"""Finished documents become files, as those of a small workspace do."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from roadmapkit.building.islands.building import Result
from roadmapkit.building.islands.recall import Finished
from roadmapkit.building.output.folder import OutputFolder, Ready, home_of
from roadmapkit.building.output.reasons import output_error
from roadmapkit.building.output.vanished import Planned, outdated_pdfs, take_away
from roadmapkit.building.output.writing import require_below
from roadmapkit.building.runner import Manner, Outcome
from roadmapkit.building.written import Written
from roadmapkit.diagnostics import Diagnostic, Message, sort_diagnostics
from roadmapkit.errors import OutputError

__all__ = ["write_result"]


def write_result(result: Result, root: Path, folder: Path, manner: Manner) -> Outcome:
    """Write the Word documents of a workspace that are not up to date.

    Args:
        result: What came of the workspace.
        root: Its folder.
        folder: The output folder.
        manner: How the files that lie there are treated.
    """
    output = OutputFolder(
        folder, home=home_of(root, folder), force=manner.force, asked=manner.asked
    )
    checked = result.checked
    refused = [(path, one) for path, one in result.refused if _is_tried(one, result)]
    diagnostics = [*checked.diagnostics, *(one for _, one in refused)]
    paths = {one.mark.path for one in result.files} | {path for path, _ in refused}
    written: list[Written] = []
    removed: tuple[Path, ...] = ()
    try:
        for one in result.files:
            done = _write(one, result, output)
            if done is not None:
                written.append(done)
        if manner.complete and not checked.nameless:
            planned = Planned(paths, checked.documents, checked.blocked)
            removed, found = take_away(output, planned, prune=manner.prune)
            diagnostics.extend(found)
        if not manner.copies:
            diagnostics.extend(outdated_pdfs(output, paths))
    finally:
        output.finish()
    diagnostics.extend(output.diagnostics)
    return Outcome(tuple(written), sort_diagnostics(diagnostics), removed, result.notes)


def _content(one: Finished, result: Result, output: OutputFolder) -> bytes:
    """Return a finished document.

    Raises:
        OutputError: It cannot be read, or another program has just replaced it where it lay
            in its place already; what is there now must not go on record as ours.
    """
    place = output.folder / one.mark.path
    try:
        content = result.content(one)
        whole = sha256(content).hexdigest() == one.digest
    except FileNotFoundError:
        whole = False
    except OSError as error:
        raise output_error(place, error) from error
    if whole:
        return content
    path = place.as_posix()
    reason = Message("another program has changed it during the build; build again")
    raise OutputError(reason, path=path, reason=reason)


def _is_tried(refused: Diagnostic, result: Result) -> bool:
    """Tell whether a document that a template could not print had no errors of its own."""
    return result.checked.blocked.isdisjoint(refused.documents)


def _write(one: Finished, result: Result, output: OutputFolder) -> Written | None:
    """Write a document; nothing is returned where the disk refuses it, which *output* tells."""
    mark = one.mark
    try:
        require_below(output.folder, output.folder / mark.path)
        why = output.why(mark)
        if why.reason == "fresh":
            return output.leave(mark)
        ready = result.file(one)
        if ready is not None:
            return output.move_in(mark, Ready(ready, one.size, one.digest), why)
        return output.put(mark, _content(one, result, output), why)
    except OutputError as error:
        output.refusals.add(error, mark.document)
        return None
