"""Standard output and standard error as the command line uses them."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

import click

__all__ = ["COLORS", "Console"]

COLORS = ("auto", "always", "never")

_NARROWEST = 40
_USUAL_WIDTH = 100


class Console:
    """Findings and answers go to standard output, everything else to standard error.

    Text is UTF-8 whatever the console is, and a character that cannot be written is
    written as its number. When the reader of a pipe goes away, the rest is not written,
    and the command goes on: a build is finished, and the exit code stays what it is.

    Args:
        environ: Variables of the environment; ``NO_COLOR`` and ``PYTHONIOENCODING`` count.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._no_color = bool(environ.get("NO_COLOR")) or environ.get("TERM") == "dumb"
        self._broken = False
        self.color = "auto"
        encoding = None if environ.get("PYTHONIOENCODING") else "utf-8"
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding=encoding, errors="backslashreplace")

    @property
    def colored(self) -> bool:
        """Whether standard output takes colours."""
        if self.color == "auto":
            return not self._no_color and sys.stdout.isatty()
        return self.color == "always"

    @property
    def is_terminal(self) -> bool:
        """Whether standard output is a terminal."""
        return sys.stdout.isatty()

    @property
    def is_interactive(self) -> bool:
        """Whether a person can be asked: standard input and output are a terminal."""
        return sys.stdin.isatty() and sys.stdout.isatty()

    @property
    def width(self) -> int:
        """Columns of the terminal; a usual number where the output is none."""
        if not sys.stdout.isatty():
            return _USUAL_WIDTH
        return max(shutil.get_terminal_size((_USUAL_WIDTH, 24)).columns, _NARROWEST)

    @property
    def shows_progress(self) -> bool:
        """Whether somebody watches standard error."""
        return sys.stderr.isatty()

    def print_json(self, value: Any) -> None:
        """Write plain data for programs: as JSON, indented, with its letters as they are."""
        self.print(json.dumps(value, ensure_ascii=False, indent=2))

    def print(self, text: str = "") -> None:
        """Write lines of an answer."""
        if not self._broken:
            self._broken = not _written(sys.stdout, text, colored=self.colored)

    def write(self, content: bytes) -> None:
        """Write an answer byte for byte, with the line ends that it has."""
        if self._broken:
            return
        with _no_reader_is_no_fault(sys.stdout):
            sys.stdout.flush()
            sys.stdout.buffer.write(content)

    def ask(self, question: str) -> str | None:
        """Return the line that a person answers a question with, None at the end of the input."""
        click.echo(question, file=sys.stdout, nl=False, color=self.colored)
        sys.stdout.flush()
        line = sys.stdin.readline()
        return line.rstrip("\r\n") if line else None

    def note(self, text: str) -> None:
        """Write lines that are no part of the answer."""
        _written(sys.stderr, text, colored=False)

    def close(self) -> None:
        """Flush the streams, so that nothing is left to fail at exit."""
        for stream in (sys.stdout, sys.stderr):
            with _no_reader_is_no_fault(stream):
                stream.flush()


def _written(stream: TextIO, text: str, *, colored: bool) -> bool:
    """Write a text and a line break; return whether somebody reads it."""
    with _no_reader_is_no_fault(stream):
        click.echo(text, file=stream, color=colored)
        return True
    return False


@contextlib.contextmanager
def _no_reader_is_no_fault(stream: TextIO) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # Windows answers a pipe that was closed with EINVAL.
        if error.errno not in {errno.EPIPE, errno.EINVAL}:
            raise
        _silence(stream)


def _silence(stream: TextIO) -> None:
    """Send what is still buffered nowhere; the interpreter flushes it on its way out."""
    with contextlib.suppress(OSError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
