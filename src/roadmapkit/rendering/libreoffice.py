"""LibreOffice: where it is, and .docx files into PDF by one run of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from roadmapkit.diagnostics import Message
from roadmapkit.errors import trouble_of

__all__ = ["PdfKind", "convert", "find_libreoffice"]

PdfKind = Literal["pdf", "pdf-a"]
"""A PDF to look at and print, or an archive copy: PDF/A-2b."""

_NAMES = ("soffice", "libreoffice", "soffice.com", "soffice.exe")
_USUAL = (
    "usr/lib/libreoffice/program/soffice",
    "usr/local/bin/soffice",
    "opt/libreoffice*/program/soffice",
    "snap/bin/libreoffice",
    "var/lib/flatpak/exports/bin/org.libreoffice.LibreOffice",
    "Applications/LibreOffice.app/Contents/MacOS/soffice",
)
"""Below the root of the disk."""

_WINDOWS = ("LibreOffice*/program/soffice.com", "LibreOffice*/program/soffice.exe")
_FILTERS: Mapping[str, str] = {
    "pdf": "pdf:writer_pdf_Export",
    # 2 is PDF/A-2b: it keeps transparency, which PDF/A-1 would flatten.
    "pdf-a": 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}',
}
_SECONDS_TO_START = 90
_SECONDS_A_FILE = 30


def find_libreoffice(environment: Mapping[str, str] | None = None) -> Path | None:
    """Return the program of LibreOffice: from the path, or from where it usually lies.

    Args:
        environment: Variables of the environment; those of the process by default.
    """
    variables = os.environ if environment is None else environment
    for name in _NAMES:
        found = shutil.which(name, path=variables.get("PATH", ""))
        if found is not None:
            return Path(found)
    return next(_usual_places(variables), None)


def _usual_places(variables: Mapping[str, str]) -> Iterator[Path]:
    patterns = [(Path("/"), pattern) for pattern in _USUAL]
    for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
        if folder := variables.get(name):
            patterns += [(Path(folder), pattern) for pattern in _WINDOWS]
    for root, pattern in patterns:
        # The latest of several versions that stand side by side.
        yield from (path for path in sorted(root.glob(pattern), reverse=True) if path.is_file())


def convert(
    program: Path, documents: Sequence[bytes], kind: PdfKind
) -> tuple[list[bytes | None], Message | str]:
    """Turn .docx files into PDF by one run of LibreOffice.

    The run has a profile and folders of its own, so that it neither meets an open
    LibreOffice nor another run, and leaves nothing behind.

    Args:
        program: What :func:`find_libreoffice` gave.
        documents: The files.
        kind: What to make.

    Returns:
        The PDF of every file, None where there is none, and what LibreOffice said of it.
    """
    with tempfile.TemporaryDirectory(prefix="roadmapkit-pdf-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        names = [folder / f"{number}.docx" for number in range(len(documents))]
        for path, content in zip(names, documents, strict=True):
            path.write_bytes(content)
        made = folder / "pdf"
        command = [
            *(str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
            *("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault"),
            *("--convert-to", _FILTERS[kind], "--outdir", str(made)),
            *map(str, names),
        ]
        said = _run(command, folder, _SECONDS_TO_START + _SECONDS_A_FILE * len(names))
        results = [_whole_pdf(made / f"{path.stem}.pdf") for path in names]
    return results, said


def _run(command: Sequence[str], folder: Path, seconds: int) -> Message | str:
    """Run a command to its end and return what it said last; past its time, end all of it."""
    # Versions that know it write this time into the file instead of the clock's.
    environment = {"SOURCE_DATE_EPOCH": "315532800", **os.environ}
    separate = sys.platform != "win32"
    try:
        process = subprocess.Popen(  # noqa: S603 - a list, no shell, and only names of our own
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=separate,
        )
    except OSError as error:
        return trouble_of(error)
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        return Message("no answer within {seconds} s", seconds=seconds)
    except BaseException:
        _end(process)
        raise
    lines = output.decode("utf-8", "replace").strip().splitlines()
    failures = [line for line in lines if not line.startswith("convert ")]
    return failures[-1] if failures else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process with those that it started: the program is a script on some systems."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _whole_pdf(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    whole = content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
    return content if whole else None
