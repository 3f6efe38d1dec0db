"""PDF copies of the written documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from roadmapkit.building.fingerprints import Fingerprint
from roadmapkit.building.output import pdf_codes
from roadmapkit.building.output.folder import OutputFolder
from roadmapkit.building.output.manifest import digest_of_file
from roadmapkit.building.written import Written
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import OutputError, trouble_of
from roadmapkit.rendering.libreoffice import PdfKind, convert, find_libreoffice

__all__ = ["write_pdfs"]

_AT_ONCE = 64
"""Documents for one run of LibreOffice, which takes seconds to start; memory holds them."""

_INSTALL = Message(
    "Install LibreOffice: `apt install libreoffice-writer`, `brew install --cask libreoffice`, "
    "or from libreoffice.org; the Word documents are written"
)


def write_pdfs(
    written: Sequence[Written],
    folder: Path,
    kind: PdfKind,
    *,
    home: str = "",
    force: bool = False,
) -> tuple[tuple[Written, ...], tuple[Diagnostic, ...]]:
    """Write a PDF beside every written .docx; one that was made from the same bytes stays.

    Args:
        written: What a build has written.
        folder: Its output folder.
        kind: What to make.
        home: What :func:`~roadmapkit.building.output.folder.home_of` says of the workspace.
        force: Make all of them anew.

    Returns:
        The PDF files, and a finding for each document that has none.
    """
    output = OutputFolder(folder, home=home, force=force)
    marks = {item.path: _mark(item, folder, kind, output) for item in written}
    whys = {item.path: output.why(marks[item.path]) for item in written}
    made = [output.leave(marks[item.path]) for item in written if whys[item.path].reason == "fresh"]
    written = [item for item in written if whys[item.path].reason != "fresh"]
    if not written:
        return tuple(made), ()
    program = find_libreoffice()
    if program is None:
        ids = tuple(sorted({item.document for item in written}))
        message = Message("No PDF is made: LibreOffice is not found on this computer")
        return tuple(made), (
            pdf_codes.NO_CONVERTER.at(None, message, hint=_INSTALL, documents=ids),
        )
    found: list[Diagnostic] = []
    try:
        for start in range(0, len(written), _AT_ONCE):
            some = written[start : start + _AT_ONCE]
            for item, (content, said) in zip(some, _converted(program, some, kind), strict=True):
                result = _write(item, content, said, output, marks[item.path])
                if isinstance(result, Written):
                    made.append(result)
                elif result is not None:
                    found.append(result)
    finally:
        output.finish()
    return tuple(made), (*found, *output.diagnostics)


def _converted(
    program: Path, written: Sequence[Written], kind: PdfKind
) -> list[tuple[bytes | None, Message | str]]:
    """Return the PDF of each document, or None and what is said of it."""
    documents: dict[int, bytes] = {}
    answers: list[tuple[bytes | None, Message | str]] = [(None, "")] * len(written)
    for place, item in enumerate(written):
        try:
            documents[place] = item.path.read_bytes()
        except OSError as error:
            answers[place] = (None, trouble_of(error))
    contents, said = convert(program, list(documents.values()), kind) if documents else ([], "")
    for place, content in zip(documents, contents, strict=True):
        answers[place] = (content, said)
    if len(documents) > 1:
        # A document that LibreOffice falls over takes those after it along.
        for place, content in documents.items():
            if answers[place][0] is None:
                (again,), said = convert(program, [content], kind)
                answers[place] = (again, said)
    return answers


def _mark(item: Written, folder: Path, kind: PdfKind, output: OutputFolder) -> Fingerprint:
    """Return what a PDF is made from: a document; LibreOffice's version nobody asks for."""
    source = item.path.relative_to(folder).as_posix()
    entry = output.entry(source)
    made_from = entry.sha256 if entry is not None else digest_of_file(item.path) or ""
    path = item.path.relative_to(folder).with_suffix(".pdf").as_posix()
    parts = {"docx": made_from, "form": kind}
    return Fingerprint(item.document, path, parts, item.fingerprint)


def _write(
    item: Written,
    content: bytes | None,
    said: Message | str,
    output: OutputFolder,
    mark: Fingerprint,
) -> Written | Diagnostic | None:
    """Write a PDF; nothing is returned where the disk refuses it, which *output* tells."""
    if content is None:
        reason: Message | str = said or Message("it gave no reason")
        return _failed(
            item.document,
            Message(
                "LibreOffice has not turned {file} into PDF: {reason}",
                file=item.path,
                reason=reason,
            ),
            Message("Open the file in LibreOffice to see what it says; the .docx is written"),
        )
    try:
        return output.put(mark, content, output.why(mark))
    except OutputError as error:
        output.refusals.add(error, item.document, pdf_codes.PDF_FAILED)
        return None


def _failed(document: str, message: Message, hint: Message) -> Diagnostic:
    return pdf_codes.PDF_FAILED.at(None, message, hint=hint, documents=(document,))
