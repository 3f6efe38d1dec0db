"""One call of the program: its language, its streams, its wishes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from roadmapkit.cli.console import Console
from roadmapkit.cli.languages import choose_language
from roadmapkit.diagnostics import Message
from roadmapkit.errors import trouble_of
from roadmapkit.lazily import dataclass
from roadmapkit.report.catalogue import translate

__all__ = ["Session", "begin_session"]


@dataclass(slots=True)
class Session:
    """What every command needs beside its own arguments.

    Attributes:
        language: ``ru`` or ``en``, for help and messages of the program itself.
        language_asked_for: It was named on purpose and holds for findings too.
        environ: Variables of the environment.
        console: Where to write.
        debug: Show the traceback of a failure.
    """

    language: str
    language_asked_for: bool
    environ: Mapping[str, str] = field(repr=False)
    console: Console = field(repr=False)
    debug: bool = False

    def say(self, message: Message) -> str:
        """Return a message in the reader's language."""
        return translate(message, self.language)

    def say_trouble(self, error: OSError) -> str:
        """Return in the reader's language what the system says of a file, with its name."""
        trouble = trouble_of(error)
        said = self.say(trouble) if isinstance(trouble, Message) else trouble
        return f"{error.filename}: {said}" if error.filename is not None else said

    def findings_language(self, locale: str | None) -> str:
        """Return the language of findings.

        Args:
            locale: What the settings of the workspace say, which is more than the locale
                of a machine and less than a wish for this call.
        """
        return self.language if self.language_asked_for or locale is None else locale


def begin_session(arguments: Sequence[str], environ: Mapping[str, str]) -> Session:
    """Return the session of a call.

    Args:
        arguments: Words after the program's name.
        environ: Variables of the environment.
    """
    choice = choose_language(arguments, environ)
    debug = environ.get("ROADMAPKIT_DEBUG", "") not in {"", "0"}
    return Session(choice.language, choice.asked_for, environ, Console(environ), debug)
