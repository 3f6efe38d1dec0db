"""PDF copies of the written documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from roadmapkit.building import pdf_codes
from roadmapkit.building.runner import Written
from roadmapkit.building.writing import require_below, write_atomically
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import OutputError
from roadmapkit.rendering.libreoffice import PdfKind, convert, find_libreoffice

__all__ = ["write_pdfs"]

_INSTALL = Message(
    "Install LibreOffice: `apt install libreoffice-writer`, `brew install --cask libreoffice`, "
    "or from libreoffice.org; the Word documents are written"
)


def write_pdfs(
    written: Sequence[Written], folder: Path, kind: PdfKind
) -> tuple[tuple[Written, ...], tuple[Diagnostic, ...]]:
    """Write a PDF beside every written .docx.

    Args:
        written: What a build has written.
        folder: Its output folder.
        kind: What to make.

    Returns:
        The PDF files, and a finding for each document that has none.
    """
    if not written:
        return (), ()
    program = find_libreoffice()
    if program is None:
        ids = tuple(sorted({item.document for item in written}))
        message = Message("No PDF is made: LibreOffice is not found on this computer")
        return (), (pdf_codes.NO_CONVERTER.at(None, message, hint=_INSTALL, documents=ids),)
    documents = [item.path.read_bytes() for item in written]
    contents, said = convert(program, documents, kind)
    if len(documents) > 1:
        # A document that LibreOffice falls over takes those after it along.
        for number in [at for at, content in enumerate(contents) if content is None]:
            (contents[number],), said = convert(program, [documents[number]], kind)
    made: list[Written] = []
    found: list[Diagnostic] = []
    for item, content in zip(written, contents, strict=True):
        result = _write(item, content, said, folder)
        if isinstance(result, Written):
            made.append(result)
        else:
            found.append(result)
    return tuple(made), tuple(found)


def _write(item: Written, content: bytes | None, said: str, folder: Path) -> Written | Diagnostic:
    path = item.path.with_suffix(".pdf")
    if content is None:
        reason: Message | str = said or Message("it gave no reason")
        return _failed(
            item.document,
            Message(
                "LibreOffice has not turned {file} into PDF: {reason}",
                file=item.path.as_posix(),
                reason=reason,
            ),
            Message("Open the file in LibreOffice to see what it says; the .docx is written"),
        )
    try:
        require_below(folder, path)
        write_atomically(path, content)
    except OutputError as error:
        return _failed(
            item.document,
            Message("{path} cannot be written: {reason}", path=error.path, reason=error.reason),
            Message(
                "Close the program that has the file open, free some space, "
                "or choose another folder with --out; the former file is whole"
            ),
        )
    return Written(item.document, path, len(content), item.fingerprint)


def _failed(document: str, message: Message, hint: Message) -> Diagnostic:
    return pdf_codes.PDF_FAILED.at(None, message, hint=hint, documents=(document,))
