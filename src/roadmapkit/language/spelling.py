"""The author's spelling carried over to an inflected form: capitals and the letter ё."""

from __future__ import annotations

__all__ = ["bare", "fit_spelling", "has_yo"]


def has_yo(text: str) -> bool:
    """Tell whether the author of *text* writes the letter ё."""
    return "ё" in text.lower()


def bare(text: str) -> str:
    """Return *text* in lower case with е for ё, as words are compared."""
    return text.lower().replace("ё", "е")


def fit_spelling(written: str, dictionary: str, form: str, *, yo: bool) -> str:
    """Return *form* with the capitals and the ё of the word that the author wrote.

    Args:
        written: The word in the text.
        dictionary: The same word as the dictionary spells it, in lower case.
        form: The form to spell, in lower case.
        yo: Whether the author writes ё elsewhere in the text.

    Returns:
        *form* in upper case where *written* is, capitalised where *written* is,
        part by part around hyphens; with е for ё unless the author writes ё and
        did not write е for it in this very word.
    """
    if not yo or (has_yo(dictionary) and not has_yo(written)):
        form = form.replace("ё", "е")
    sources, targets = written.split("-"), form.split("-")
    if len(sources) != len(targets):
        return _fit_capitals(written, form)
    return "-".join(_fit_capitals(*pair) for pair in zip(sources, targets, strict=True))


def _fit_capitals(source: str, target: str) -> str:
    if source.isupper() and len(source) > 1:
        return target.upper()
    if source[:1].isupper():
        return target[:1].upper() + target[1:]
    return target
