"""Generated phrases of official documents, in the right case, with the author's forms first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from itertools import count, groupby
from typing import TYPE_CHECKING

from roadmapkit.diagnostics import Diagnostic
from roadmapkit.documents.verbatim import NOTHING_VERBATIM, Verbatim
from roadmapkit.documents.view import Run
from roadmapkit.language import (
    Case,
    Form,
    FormLedger,
    Gender,
    Number,
)
from roadmapkit.language.holders import split_holder
from roadmapkit.language.typography import typeset
from roadmapkit.lazily import dataclass, regex
from roadmapkit.model.kinds import Assignee, CaseForms, Group, Organization, Person
from roadmapkit.resolve import (
    DirectoryIndex,
    Official,
    PostTitle,
    official_meant,
    resolve_parties,
    title_on,
)
from roadmapkit.source import Origin

if TYPE_CHECKING:
    from roadmapkit.model.directory import Post
    from roadmapkit.model.order import Order

__all__ = ["Wording", "capitalize"]

_IN_BRACKETS = regex(r"(.*\S)\s*\(([^()]+)\)", re.DOTALL)
_BETWEEN_RUNS = "\ue00f"
_GENDERS = {"ж": Gender.FEMININE, "м": Gender.MASCULINE}


def capitalize(text: str) -> str:
    """Return *text* with a capital first letter."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class _Addressee:
    """Whom an assignment is for: a post at an organisation, or a phrase as a whole."""

    title: str
    place: str
    name: str
    forms: CaseForms | None
    origin: Origin


class Wording:
    """Words, forms and typography for one document.

    Findings (doubtful forms, unknown genders) gather in ``diagnostics`` while the
    document is composed.

    Args:
        directory: Parties, the author's own case forms, and where others are asked for.
        document: Id of the document, for findings.
        origin: Where the document stands: the place of a form that has none of its own.
        as_of: Day whose people and posts are named.
        typography: Whether quotes, dashes and spaces are corrected in print.
        verbatim: What of the documents is printed as it is written all the same.
    """

    def __init__(
        self,
        directory: DirectoryIndex,
        *,
        document: str,
        origin: Origin | None = None,
        as_of: date | None = None,
        typography: bool = True,
        verbatim: Verbatim = NOTHING_VERBATIM,
    ) -> None:
        self._directory = directory
        self._document = document
        self._origin = origin
        self._as_of = as_of
        self._typography = typography
        self._verbatim = verbatim
        self._lists = count(1)
        self.diagnostics: list[Diagnostic] = []

    @property
    def document(self) -> str:
        """Id of the document that is put into words."""
        return self._document

    # -- text -----------------------------------------------------------------------------

    def text(self, text: str) -> str:
        """Return *text* as it is printed; line breaks stay."""
        stripped = text.strip()
        return self._verbatim.typeset(stripped) if self._typography else stripped

    def texts(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Return *texts*, each as :meth:`text` does."""
        if self._typography and self._verbatim.is_empty:
            return tuple([typeset(text.strip()) for text in texts])
        return tuple([self.text(text) for text in texts])

    def at(self, origin: Origin) -> Wording:
        """Return the wording for what stands at a place, or inside it.

        It corrects nothing where the author wants the text as it is written; findings and
        lists are counted together with those of this one.
        """
        if not self._typography or not self._verbatim.covers(origin):
            return self
        raw = copy(self)
        raw._typography = False
        return raw

    def runs(self, runs: Iterable[Run]) -> tuple[Run, ...]:
        """Return stretches of one paragraph as they are printed, typeset as one text."""
        given = tuple(runs)
        texts = [run.text for run in given]
        if self._typography:
            # What binds words together does not stop where their look changes.
            whole = self._verbatim.typeset(_BETWEEN_RUNS.join(texts)).split(_BETWEEN_RUNS)
            texts = (
                whole
                if len(whole) == len(texts)
                else [self._verbatim.typeset(text) for text in texts]
            )
        return tuple(
            replace(run, text=run.text if run.look == "code" else text)
            for run, text in zip(given, texts, strict=True)
        )

    def new_list(self) -> int:
        """Return the number of another list of the document."""
        return next(self._lists)

    def lines(self, text: str) -> tuple[str, ...]:
        """Return the lines of *text* as they are printed."""
        return tuple(self.text(line) for line in text.strip().split("\n"))

    def one_line(self, text: str) -> str:
        """Return *text* as it is printed, its line breaks as spaces."""
        return self.text(" ".join(text.split()))

    # -- forms ----------------------------------------------------------------------------

    def phrase(
        self,
        text: str,
        case: str,
        *,
        forms: CaseForms | None = None,
        number: Number | None = None,
        origin: Origin | None = None,
    ) -> str:
        """Return *text*, given in the nominative, in another case.

        Args:
            text: A post, an organisation, a title.
            case: Name of the case in English.
            forms: The author's own forms, which win.
            number: Number of the result, if other than that of *text*.
            origin: Where the text stands, for findings.
        """
        own = getattr(forms, case, None) if forms is not None and number is None else None
        if own:
            return str(own)
        if case == Case.NOMINATIVE and number is None:
            return text
        return self._noted(self._forms(origin).phrase(text, case, number), origin)

    def inside_sentence(self, text: str, origin: Origin | None = None) -> str:
        """Return *text* as it stands inside a sentence: its first letter small, if it may be."""
        return self._forms(origin).inside_sentence(text)

    def _forms(self, origin: Origin | None) -> FormLedger:
        """Return where a form is asked for that the document prints at a place."""
        return self._directory.forms.at(origin or self._origin, self._document)

    def _noted(self, form: Form, origin: Origin | None) -> str:
        span = origin.span if origin else None
        self.diagnostics.extend(
            replace(finding, span=span, documents=(self._document,)) for finding in form.diagnostics
        )
        return form.form

    def counted(self, number: int, phrase: str, origin: Origin | None = None) -> str:
        """Return a number with what it counts: «17 человек»."""
        return self._forms(origin).count(number, phrase)

    def this(self, act: str) -> str:
        """Return «настоящий» or «настоящее», agreeing with the kind of act."""
        return "настоящий" if act == "приказ" else "настоящее"

    def approved(self, title: str, origin: Origin | None = None) -> str:
        """Return «УТВЕРЖДЕН», «УТВЕРЖДЕНА», … agreeing with *title*.

        Source:
            ГОСТ Р 7.0.97, requisite «Гриф утверждения».
        """
        return self._noted(self._forms(origin).approval(title), origin).upper()

    # -- organisations and documents -------------------------------------------------------

    def organization(self, reference: str, case: str, origin: Origin | None = None) -> str:
        """Return the full name of an organisation in a case, empty for an empty reference."""
        if not reference:
            return ""
        entry = self._directory.lookup(reference)
        if isinstance(entry, Organization):
            return self.phrase(entry.name, case, forms=entry.forms, origin=origin)
        return self.phrase(reference, case, origin=origin)

    def issuer(self, order: Order, case: str, origin: Origin) -> str:
        """Return the body that issues *order* in a case, empty where none is named."""
        return self.organization(order.issuer or "", case, origin.child("issuer"))

    def party_name(self, reference: str, *, full: bool = False) -> str:
        """Return the printed name of a party: of an id, or the text as written."""
        return self._directory.printed_name(reference, full=full)

    def composition(self, id_: str, case: str, origin: Origin | None = None) -> str:
        """Return «состав рабочей группы …» for a group, in a case."""
        entry = self._directory.lookup(id_)
        name = entry.name if isinstance(entry, Group) else id_
        forms = entry.forms if isinstance(entry, Group) else None
        small = self.inside_sentence(name, origin)
        members = self.phrase(small, "genitive", forms=forms, origin=origin)
        return f"{self.phrase('состав', case)} {members}"

    def approved_object(
        self, id_: str, title: str | None, alias: str | None, origin: Origin
    ) -> str:
        """Return in the accusative what a clause approves: a plan, a group, an appendix.

        Args:
            id_: Its id.
            title: Its title; None for a group, which has a name instead.
            alias: Its short name: a title that begins with it keeps its capital.
            origin: Where it is named, for findings.
        """
        if title is None and isinstance(self._directory.lookup(id_), Group):
            return self.composition(id_, "accusative", origin)
        name = " ".join((title or id_).split())
        if not (alias and name.startswith(alias)):
            name = self.inside_sentence(name, origin)
        return self.phrase(name, "accusative", origin=origin)

    # -- people ---------------------------------------------------------------------------

    def person(
        self, reference: str, case: str, origin: Origin, *, surname_first: bool = False
    ) -> str:
        """Return a person's name with initials in a case: «Фамилию И.О.» or «И.О. Фамилию»."""
        entry = self._directory.lookup(reference)
        person = entry if isinstance(entry, Person) else None
        asked = self._forms(origin)
        name = asked.person_name(person.name if person else reference)
        if name is None:
            return self.phrase(reference, case, origin=origin)
        own = getattr(person.forms, case, None) if person and person.forms else None
        if own:
            name = asked.person_name(own) or name
            return name.written("initials-last" if surname_first else "initials-first")
        gender = _GENDERS.get(person.gender or "") if person else None
        written = name.written("initials-last" if surname_first else "initials-first")
        gender = gender or asked.gender_of(name)
        return self._noted(asked.name(written, case, gender), origin)

    def name_and_post(
        self, reference: str, case: str, origin: Origin, *, surname_first: bool = False
    ) -> tuple[str, str]:
        """Return an official's name and post, both in a case, the first letter of a post small.

        The post is empty for one who holds none, the name for a vacant post. What is
        no official is all in the place of the name.
        """
        official = official_meant(self._directory, reference, self._as_of)
        if official is None and self._forms(origin).is_person_name(reference):
            official = Official(None, reference)
        official = official or self._post_with_name(reference)
        if official is None:
            return self.named_party(reference, case, origin), ""
        title, named = official.title, official.person.id if official.person else official.name
        post = self.phrase(title.text, case, forms=title.forms, origin=origin) if title else ""
        name = self.person(named, case, origin, surname_first=surname_first) if named else ""
        return name, self.inside_sentence(post, origin)

    def _post_with_name(self, reference: str) -> Official | None:
        """Return the official of words that begin with a post and end with one name.

        What stands between belongs to the post, though a directory may know a part of it:
        «заместитель начальника Управления С.В. Лапина».
        """
        text = " ".join(reference.split())
        parties = resolve_parties(text, self._directory).parties
        kinds = [party.kind for party in parties]
        if kinds[:1] != ["role"] or kinds[-1] != "person" or kinds.count("person") > 1:
            return None
        found = split_holder(text)
        if found is None or found.start("post") > 0 or not parties[-1].text.endswith(found["name"]):
            return None
        known = self._directory.person(parties[-1].ref) if parties[-1].ref else None
        return Official(PostTitle(found["post"]), known.name if known else found["name"], known)

    def named_party(self, reference: str, case: str, origin: Origin) -> str:
        """Return an organisation, a group or words of the author's in a case."""
        entry = self._directory.lookup(reference)
        match entry:
            case Organization():
                return self.phrase(entry.name, case, forms=entry.forms, origin=origin)
            case Group():
                name = self.inside_sentence(entry.name, origin)
                return self.phrase(name, case, forms=entry.forms, origin=origin)
        return self.phrase(self.inside_sentence(reference, origin), case, origin=origin)

    def official(self, reference: str, case: str, origin: Origin) -> str:
        """Return «заместителя начальника … И.О. Фамилию»: post and name, both in a case."""
        name, post = self.name_and_post(reference, case, origin)
        return " ".join(part for part in (post, name) if part)

    def addressees(self, assignees: Sequence[tuple[Assignee, Origin]]) -> str:
        """Return whom an assignment is for, in the dative, the first letter small.

        Neighbours with one post at several organisations share the post in the
        plural: «директорам школы № 1 (…), школы № 2 (…)». A name in brackets
        stays in the nominative.
        """
        found = [self._addressee(assignee, origin) for assignee, origin in assignees]
        return ", ".join(self._shared_posts(found))

    def _shared_posts(self, found: Sequence[_Addressee]) -> Iterator[str]:
        for (title, _), run in groupby(found, key=lambda item: (item.title, bool(item.place))):
            members = list(run)
            first = members[0]
            if len(members) > 1 and first.place:
                post = self.phrase(title, "dative", number=Number.PLURAL, origin=first.origin)
                yield f"{post} {', '.join(_with_name(m.place, m.name) for m in members)}"
                continue
            for member in members:
                whole = " ".join(part for part in (member.title, member.place) if part)
                form = self.phrase(whole, "dative", forms=member.forms, origin=member.origin)
                yield _with_name(form, member.name)

    def _addressee(self, assignee: Assignee, origin: Origin) -> _Addressee:
        name = assignee.name if isinstance(assignee.name, str) else ""
        entry = self._directory.lookup(assignee.to)
        bracketed = _IN_BRACKETS.fullmatch(assignee.to.strip())
        if bracketed and not name and split_holder(f"{bracketed[1]} {bracketed[2]}"):
            return self._addressee(Assignee(to=bracketed[1], name=bracketed[2]), origin)
        official = official_meant(self._directory, assignee.to, self._as_of)
        if official is not None and official.post is None:
            dative = self.official(assignee.to, "dative", origin)
            return _Addressee(dative, "", name, CaseForms(dative=dative), origin)
        # Words for a post print as they are, unless a name is wanted beside them.
        if official is not None and official.post and (entry or assignee.name is True):
            if assignee.name is True and official.person is not None:
                name = self.person(official.person.id, "nominative", origin)
            return self._addressed_post(official.post, name, origin)
        match entry:
            case Organization():
                return _Addressee(entry.name, "", name, entry.forms, origin)
            case Group():
                title = self.inside_sentence(entry.name, origin)
                return _Addressee(title, "", name, entry.forms, origin)
            case _:
                title = self.inside_sentence(assignee.to, origin)
                return _Addressee(title, "", name, None, origin)

    def _addressed_post(self, post: Post, name: str, origin: Origin) -> _Addressee:
        """Return a post and its organisation apart, so that neighbours can share the post."""
        whole = title_on(post, self._directory, self._as_of)
        if post.full or whole.acting:
            title = self.inside_sentence(whole.text, origin)
            return _Addressee(title, "", name, whole.forms, origin)
        place = self.organization(post.organization or "", "genitive", origin)
        title = self.inside_sentence(post.title, origin)
        return _Addressee(title, place, name, post.forms, origin)


def _with_name(text: str, name: str) -> str:
    return f"{text} ({name})" if name else text
