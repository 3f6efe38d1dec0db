"""Messages in the reader's language, from gettext catalogues.

The English template is the key. A translation may use the same placeholders in any
order and any number of times, and two things more: a number chooses the word that goes
with it, ``{count} {count:строка|строки|строк}``, and a term of ours its translation,
``{gender:masculine=мужской|feminine=женский}``, or another case of one that is a message
itself, ``{kind:человек=человека|группа=группу}``; a term that is not named stays as it is.
"""

from __future__ import annotations

import gettext as _gettext
import string
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from io import BytesIO
from pathlib import Path, PurePath
from typing import Any

from roadmapkit.diagnostics import Message
from roadmapkit.lazily import regex

__all__ = ["LANGUAGES", "ngettext", "translate"]

LANGUAGES = ("en", "ru")
"""Languages that messages exist in; any other is answered in English."""

_LOCALE = Path(__file__).resolve().parent.parent / "locale"
_DOMAIN = "roadmapkit"
# A value that is one quoted name, quoted once more by the sentence.
_QUOTED_TWICE = regex("«(«[^«»]*»)»")


def translate(message: Message, language: str) -> str:
    """Return *message* in *language*, with its values put in.

    Values that are messages are translated too, lists are joined with commas, dates
    are written as the language writes them; a name that has quotation marks of its own
    is not quoted twice. A message without a translation is English.

    Args:
        message: What to say.
        language: ``ru`` or ``en``.
    """
    template = _catalogue(language).gettext(message.template) if message.template else ""
    return _QUOTED_TWICE.sub(r"\1", _Sentence(language).vformat(template, (), message.args))


def ngettext(singular: str, plural: str, count: int, language: str) -> str:
    """Return the template for *count* things in *language*, with ``{count}`` put in."""
    return _catalogue(language).ngettext(singular, plural, count).format(count=count)


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    """Return the catalogue of *language*, an empty one where there is none.

    A checkout holds the source of the catalogue, and the compiled form only after an
    install; an edited source counts at once, without another install.
    """
    if language not in LANGUAGES:
        return _gettext.NullTranslations()
    compiled = _LOCALE / language / "LC_MESSAGES" / f"{_DOMAIN}.mo"
    source = compiled.with_suffix(".po")
    if source.exists() and not _is_newer(compiled, source):
        return _compile(source, language)
    if not compiled.exists():
        return _gettext.NullTranslations()
    with compiled.open("rb") as stream:
        return _gettext.GNUTranslations(stream)


def _is_newer(path: Path, other: Path) -> bool:
    return path.exists() and path.stat().st_mtime_ns >= other.stat().st_mtime_ns


def _compile(source: Path, language: str) -> _gettext.GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as stream:
        catalogue = read_po(stream, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return _gettext.GNUTranslations(compiled)


class _Sentence(string.Formatter):
    """``str.format`` that speaks a language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        value = super().get_value(key, args, kwargs)
        return translate(value, self._language) if isinstance(value, Message) else value

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        if conversion is not None:
            value = self._spoken(value)
        return super().convert_field(value, conversion)

    def format_field(self, value: Any, format_spec: str) -> str:
        words = format_spec.split("|")
        if "=" in format_spec:
            return _term(value, words)
        if "|" in format_spec:
            return _plural(int(value), words, self._language)
        if not format_spec:
            value = self._spoken(value)
        return str(super().format_field(value, format_spec))

    def _spoken(self, value: Any) -> Any:
        if isinstance(value, Message):
            return translate(value, self._language)
        if isinstance(value, date) and self._language == "ru":
            return value.strftime("%d.%m.%Y")
        if isinstance(value, PurePath):
            return value.as_posix()
        if isinstance(value, list | tuple):
            return ", ".join(str(self._spoken(item)) for item in value)
        return value


def _term(value: object, words: Sequence[str]) -> str:
    """Return the translation of *value* from words such as ``feminine=женский``."""
    term = str(value.value if isinstance(value, Enum) else value)
    return dict(word.split("=", 1) for word in words).get(term, term)


def _plural(count: int, words: Sequence[str], language: str) -> str:
    """Return the word that goes with *count*; words stand in the order of the language."""
    from babel import Locale

    tags = ("one", "few", "many") if language == "ru" else ("one", "other")
    position = tags.index(Locale(language).plural_form(count))
    return words[min(position, len(words) - 1)]
