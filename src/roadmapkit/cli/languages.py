"""The language that the reader is spoken to in."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from roadmapkit.lazily import dataclass

__all__ = ["LANGUAGES", "Choice", "choose_language"]

LANGUAGES = ("ru", "en")
"""Languages of the command line."""

_VARIABLE = "ROADMAPKIT_LANG"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_OPTION = "--lang"


@dataclass(frozen=True, slots=True)
class Choice:
    """A language and how it was come by.

    Attributes:
        language: ``ru`` or ``en``.
        asked_for: It was named on purpose; the settings of a workspace do not change it.
    """

    language: str
    asked_for: bool


def choose_language(arguments: Sequence[str], environ: Mapping[str, str]) -> Choice:
    """Return the language for a call of the program.

    ``--lang`` wins over ``ROADMAPKIT_LANG``, and both over the locale of the environment,
    of which the first variable that is set counts. A value of ``--lang`` or of
    ``ROADMAPKIT_LANG`` that is no language is passed over here; the option is refused
    when the arguments are parsed.

    Args:
        arguments: Words after the program's name.
        environ: Variables of the environment.
    """
    for named in (_option(arguments), environ.get(_VARIABLE, "").strip().lower()[:2]):
        if named in LANGUAGES:
            return Choice(named, asked_for=True)
    values = (environ.get(name, "") for name in _LOCALE_VARIABLES)
    locale = next((value for value in values if value), "") or _system_locale()
    return Choice("ru" if locale.lower().startswith("ru") else "en", asked_for=False)


def _option(arguments: Sequence[str]) -> str | None:
    """Return the last value of ``--lang``; help has to be in it before anything is parsed."""
    found = None
    for position, word in enumerate(arguments):
        if word == "--":
            break
        if word == _OPTION and position + 1 < len(arguments):
            found = arguments[position + 1]
        elif word.startswith(f"{_OPTION}="):
            found = word.partition("=")[2]
    return found


def _system_locale() -> str:
    """Return the locale of the user's settings where no variable carries it."""
    if sys.platform == "win32":
        import ctypes
        from locale import windows_locale

        return windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""
