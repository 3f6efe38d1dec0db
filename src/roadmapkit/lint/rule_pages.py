"""What is written about a check: its rule's docstring, or its summary where it is no rule."""

from __future__ import annotations

import re
import sys
from inspect import cleandoc

from roadmapkit.diagnostics import Code, Message
from roadmapkit.lazily import dataclass, regex
from roadmapkit.lint.engine import Rule

__all__ = ["RulePage", "Sentence", "docstring_parts", "page_of"]

_SOURCE = regex(r"^Source:\s*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A paragraph in the reader's language.

    Attributes:
        message: Its words, without the full stop that messages do not have.
        end: The full stop, or nothing where the docstring has none.
    """

    message: Message
    end: str

    @classmethod
    def of_text(cls, text: str) -> Sentence:
        """Return a paragraph as a message and its full stop."""
        words = text.removesuffix(".")
        return cls(Message.of_text(words), text[len(words) :])


@dataclass(frozen=True, slots=True)
class RulePage:
    """What is written about a check.

    Attributes:
        code: Identifier, name, severity, summary.
        what: What is right, of a rule; what is wrong, of any other check.
        why: Why it matters, and where it ends.
        norm: Act and clause, as cited; None without one.
        is_rule: It looks at the meaning of documents and can be silenced as an error too.
        preview: It runs only where the settings ask for it.
    """

    code: Code
    what: Sentence
    why: tuple[Sentence, ...]
    norm: Message | None
    is_rule: bool
    preview: bool


def page_of(code: Code, rule: Rule | None) -> RulePage:
    """Return the page of a check.

    Args:
        code: The check.
        rule: The rule that has this code, if it is one.
    """
    summary = Sentence.of_text(code.summary)
    if rule is None:
        return RulePage(code, summary, (), None, is_rule=False, preview=False)
    module = sys.modules.get(rule.check.__module__)
    paragraphs, source = docstring_parts((module.__doc__ if module is not None else None) or "")
    sentences = tuple(Sentence.of_text(paragraph) for paragraph in paragraphs)
    what, *why = sentences or (summary,)
    # A norm is cited in Russian; what a docstring says of it is a message like the rest.
    cited = rule.norm or source
    norm = Message.of_text(cited) if cited else None
    return RulePage(code, what, tuple(why), norm, is_rule=True, preview=rule.preview)


def docstring_parts(docstring: str) -> tuple[tuple[str, ...], str]:
    """Return the paragraphs of a docstring, each on one line, and what its ``Source:`` says."""
    text, *sources = _SOURCE.split(cleandoc(docstring), maxsplit=1)
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    source = " ".join(" ".join(sources).split()).removesuffix(".")
    return tuple(paragraph for paragraph in paragraphs if paragraph), source
