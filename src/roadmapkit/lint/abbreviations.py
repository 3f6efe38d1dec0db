"""The abbreviations of documents: where each is used, where and how it is explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import field
from functools import cache

from roadmapkit.diagnostics import Span
from roadmapkit.lazily import dataclass
from roadmapkit.lint.definitions import Definition, definitions_in
from roadmapkit.lint.document_sets import AnyText, DocumentSet, FileText
from roadmapkit.lint.shortened import may_be_shortened, shortened_words
from roadmapkit.lint.text_index import TextIndex
from roadmapkit.model.kinds import Group, Organization
from roadmapkit.resolve.directory.index import DirectoryIndex
from roadmapkit.resolve.parties.abbreviations import is_legal_form
from roadmapkit.resources import listing

__all__ = ["Abbreviations", "Defined", "Use", "abbreviations_of", "is_well_known", "well_known"]

_NO_ABBREVIATIONS = frozenset(
    {"letterhead", "gender", "genre", "form", "verb", "form_spacing", "place"}
)


@cache
def well_known() -> dict[str, str]:
    """Return the abbreviations that need no explanation, with what they stand for."""
    text = listing(__file__, "data/abbreviations.tsv")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return {short: full for short, _, full in (line.partition("\t") for line in lines)}


def is_well_known(short: str) -> bool:
    """Tell whether everybody in education and administration knows an abbreviation."""
    return short in well_known() or is_legal_form(short)


@dataclass(frozen=True, slots=True)
class Use:
    """A place where an abbreviation stands.

    Attributes:
        short: The abbreviation without an ending: «КИМ» of «КИМов».
        text: The text.
        start: Its first character.
        end: The one after its last.
        place: Number of the text in the set, and ``start``: places in the order of reading.
        named: It is the whole of a name in quotation marks: «ЯКЛАСС».
    """

    short: str
    text: AnyText
    start: int
    end: int
    place: tuple[int, int]
    named: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.text.span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Defined:
    """A place where an abbreviation is explained.

    Attributes:
        definition: What the text says.
        text: The text.
        place: Number of the text in the set, and the first character of the explanation.
    """

    definition: Definition
    text: AnyText
    place: tuple[int, int]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.text.span(self.definition.start, self.definition.end)


@dataclass(slots=True)
class Abbreviations:
    """The abbreviations of one set of documents.

    Attributes:
        documents: The set.
        uses: Where each is used, outside its explanations, in the order of reading.
        defined: Where each is explained in the texts, in the order of reading.
        listed: What the directory explains, with the explanation where it has one in words.
    """

    documents: DocumentSet
    uses: dict[str, list[Use]] = field(default_factory=dict)
    defined: dict[str, list[Defined]] = field(default_factory=dict)
    listed: dict[str, str] = field(default_factory=dict)

    def explained(self, short: str) -> bool:
        """Tell whether the texts or the directory explain an abbreviation."""
        return short in self.defined or short in self.listed

    def own_uses(self, short: str) -> list[Use]:
        """Return the uses in the documents that belong to this set in the first place."""
        return [use for use in self.uses.get(short, ()) if use.text.document in self.documents.home]

    def unexplained(self) -> Iterator[tuple[str, list[Use]]]:
        """Yield what nothing explains and not everybody knows, with its uses."""
        for short in self.uses:
            if is_well_known(short) or self.explained(short):
                continue
            uses = [use for use in self.own_uses(short) if not use.named]
            if uses:
                yield short, uses


def abbreviations_of(sets: Iterable[DocumentSet], index: TextIndex) -> tuple[Abbreviations, ...]:
    """Return the abbreviations of each set of documents.

    Args:
        sets: The sets.
        index: Their texts, which tells those that may hold abbreviations.
    """
    held = frozenset(index.with_words(set(filter(may_be_shortened, index.words.capitalised))))
    return tuple(_read(documents, held) for documents in sets)


def _read(documents: DocumentSet, held: Set[str]) -> Abbreviations:
    found = Abbreviations(documents, listed=_of_directory(documents.directory))
    before = ""
    for number, text in enumerate(documents.texts):
        if text.role in _NO_ABBREVIATIONS:
            continue
        looked_at = text.text in held or isinstance(text, FileText)
        words = list(shortened_words(text.text, is_well_known)) if looked_at else []
        explaining = definitions_in(text.text, words, text.role, before) if words else ()
        before = text.text
        inside: set[int] = set()
        for definition in explaining:
            inside |= set(definition.places)
            place = (number, definition.start)
            for short in definition.shorts:
                found.defined.setdefault(short, []).append(Defined(definition, text, place))
        for word in words:
            if word.start not in inside:
                use = Use(word.base, text, word.start, word.end, (number, word.start), word.named)
                found.uses.setdefault(word.base, []).append(use)
    return found


def _of_directory(directory: DirectoryIndex) -> dict[str, str]:
    """Return what a directory explains: a name in full stands beside the short one."""
    listed: dict[str, str] = {}
    for id_ in directory.ids():
        entry = directory.get(id_)
        model = entry.model if entry is not None else None
        if isinstance(model, Organization | Group):
            full = {word.base for word in shortened_words(model.name, is_well_known)}
            for form in (model.short or "", *model.aliases):
                for word in shortened_words(form, is_well_known):
                    if word.base not in full:
                        listed.setdefault(word.base, "")
    for short in directory.abbreviation_shorts():
        explained = directory.abbreviation(short)
        words = list(shortened_words(short, is_well_known))
        for word in words:
            listed[word.base] = explained[1] if explained and len(words) == 1 else ""
    return listed
