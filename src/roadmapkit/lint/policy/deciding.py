"""Which findings are told, and how much each matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase

from roadmapkit.diagnostics import Diagnostic, Message, Severity, Span
from roadmapkit.lazily import dataclass
from roadmapkit.lint.policy import codes
from roadmapkit.lint.policy.baseline import Baseline, digest_of
from roadmapkit.lint.policy.comments import MARK, Suppression, suppressions
from roadmapkit.lint.policy.selectors import ALL, Known, family_of
from roadmapkit.load import Gathered, LoadedWorkspace
from roadmapkit.load.known_findings import BASELINE_NAME, KnownFinding
from roadmapkit.load.suggestions import suggest
from roadmapkit.model.settings import IgnoredChecks, Settings
from roadmapkit.source import Origin

__all__ = ["Policy", "Silenced"]


@dataclass(frozen=True, slots=True)
class Silenced:
    """What the choices of a house have silenced in a part of its workspace.

    Attributes:
        comments: Suppressions in common files that were of use: file and line.
        entries: Positions of the settings' own suppressions that were.
        own: How often each finding of the baseline was found in the part's own files.
        common: Findings of the baseline in common files, by digest.
    """

    comments: frozenset[tuple[str, int]]
    entries: frozenset[int]
    own: Mapping[KnownFinding, int]
    common: Mapping[str, KnownFinding]


class Policy:
    """The choices of a house, and what they have silenced so far.

    What keeps a document from being made is told whatever the settings say: only rules can
    be silenced or softened while they are errors.

    Args:
        loaded: The workspace, with its settings and comments.
        known: The checks that there are.
    """

    def __init__(self, loaded: LoadedWorkspace, known: Known) -> None:
        self._known = known
        self._loaded = loaded
        self._checks = loaded.settings.checks
        self._origin = next(
            (item.origin for item in loaded.documents if isinstance(item.model, Settings)), None
        )
        self._comments = [
            comment
            for file in loaded.files
            if loaded.source_mentions(file, MARK)  # else its lines are not needed
            for comment in suppressions(file, loaded.source_lines(file) or ())
        ]
        self._used: set[Suppression] = set()
        self._used_settings: set[int] = set()
        self._refused: set[tuple[str, Origin | Suppression]] = set()
        self._baseline = Baseline(loaded.baseline.counts, loaded.source_lines)
        self._part = loaded.part
        if self._part is not None and self._part.gathered is not None:
            self._take_over(self._part.gathered)

    def _take_over(self, gathered: Gathered) -> None:
        """Count what the choices have silenced in other parts of the workspace."""
        silenced = gathered.comments
        self._used |= {one for one in self._comments if (one.file, one.span.line) in silenced}
        self._used_settings |= gathered.entries
        self._baseline.take_for_others(gathered.taken, gathered.taken_common)

    def silenced(self) -> Silenced:
        """Return what the choices have silenced so far, for the other parts of a workspace."""
        common = self._part.common if self._part is not None else frozenset()
        own: Counter[KnownFinding] = Counter()
        shared: dict[str, KnownFinding] = {}
        for key, found in self._baseline.taken:
            if key[1] in common:
                shared[digest_of(found)] = key
            else:
                own[key] += 1
        comments = {(one.file, one.span.line) for one in self._used if one.file in common}
        return Silenced(frozenset(comments), frozenset(self._used_settings), own, shared)

    def kept(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return the findings to be told, each with the severity that the house gives it."""
        graded = (self._graded(item) for item in diagnostics if self._selected(item))
        told = (self._without_silenced_places(item) for item in graded)
        return [item for item in told if not self._silenced(item)]

    def remarks(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with the choices themselves, once all findings are known."""
        if self._loaded.baseline.damaged:
            yield codes.BASELINE_UNREADABLE.at(
                None,
                Message(
                    "The baseline {path} cannot be read, so it silences nothing", path=BASELINE_NAME
                ),
                hint=Message("Write it anew: roadmapkit baseline"),
            )
        for selector, origin in self._selectors():
            if not self._known.knows(selector):
                yield self._unknown(selector, origin.span)
        for comment in self._comments:
            yield from self._comment_remarks(comment)
        for index, entry in enumerate(self._checks.ignore):
            unused = index not in self._used_settings and self._tells_unused()
            if unused and self._may_be_told(entry.code) and self._origin is not None:
                origin = self._origin.child("checks", "ignore", index)
                yield codes.NOTHING_SUPPRESSED.at(
                    origin.span,
                    Message("Nothing is found that this entry would silence"),
                    hint=Message("Delete it, or put its code and path right"),
                )
        for code, place in sorted(self._refused, key=lambda item: (item[0], str(item[1].span))):
            yield codes.NOT_SILENCEABLE.at(
                place.span,
                Message("{code} is an error that cannot be silenced or softened", code=code),
                hint=Message("Put it right: the document cannot be made with it"),
            )
        if self._baseline.paid and self._tells_unused():
            yield codes.BASELINE_PAID.at(
                None,
                Message(
                    "The baseline lists findings that are not there any more: {count}",
                    count=self._baseline.paid,
                ),
                hint=Message("Write it anew: roadmapkit baseline"),
            )

    def _tells_unused(self, file: str | None = None) -> bool:
        """Tell whether nothing that the choice might silence can be found in another part."""
        part = self._part
        if part is None or part.gathered is not None:
            return True
        return file is not None and not part.leaves_out(file)

    def wants(self, code: str) -> bool:
        """Tell whether the settings select a check."""
        if code in self._known.preview and not self._checks.preview:
            return False
        chosen = self._checks.select
        return not chosen or any(self._known.means(selector, code) for selector in chosen)

    def _may_be_told(self, selectors: Iterable[str]) -> bool:
        """Tell whether the settings select checks of the families that are meant."""
        families = {family_of(self._known.code_of(one)) for one in selectors}
        chosen = {family_of(self._known.code_of(one)) for one in self._checks.select}
        return not chosen or ALL in families | chosen or not families.isdisjoint(chosen)

    def _selected(self, item: Diagnostic) -> bool:
        if item.code in self._known.preview and not self._checks.preview:
            return False
        return self._is_fixed(item) or self.wants(item.code)

    def _graded(self, item: Diagnostic) -> Diagnostic:
        """Return the finding with the severity of the most special selector that means it."""
        best = ""
        for selector in self._checks.severity or {}:
            special = len(self._known.code_of(selector))
            if self._known.means(selector, item.code) and special >= len(best):
                best = selector
        if not best:
            return item
        severity = Severity((self._checks.severity or {})[best])
        if self._is_fixed(item) and severity is not Severity.ERROR:
            if self._origin is not None:
                self._refused.add((item.code, self._origin.child("checks", "severity", best)))
            return item
        return replace(item, severity=severity)

    def _without_silenced_places(self, item: Diagnostic) -> Diagnostic:
        """Return the finding at the places that no comment is about, if there are several."""
        if not item.also or self._is_fixed(item):
            return item
        kept: list[Span] = []
        for place in (item.span, *item.also):
            one = replace(item, span=place)
            comment = next(
                (comment for comment in self._comments if self._is_about(comment, one)), None
            )
            if comment is not None:
                self._used.add(comment)
            elif place is not None:
                kept.append(place)
        # With none left, the comment at the first place silences the finding itself.
        return replace(item, span=kept[0], also=tuple(kept[1:])) if kept else item

    def _silenced(self, item: Diagnostic) -> bool:
        comment = next((one for one in self._comments if self._is_about(one, item)), None)
        entry = next(
            (i for i, one in enumerate(self._checks.ignore) if self._ignores(one, item)), None
        )
        if comment is None and entry is None:
            return not self._is_fixed(item) and self._baseline.takes(item)
        if comment is not None:
            self._used.add(comment)
        if entry is not None:
            self._used_settings.add(entry)
        if not self._is_fixed(item):
            return True
        if comment is not None:
            self._refused.add((item.code, comment))
        elif self._origin is not None:
            self._refused.add((item.code, self._origin.child("checks", "ignore", entry or 0)))
        return False

    def _is_fixed(self, item: Diagnostic) -> bool:
        return item.severity is Severity.ERROR and not self._known.is_rule(item.code)

    def _is_about(self, comment: Suppression, item: Diagnostic) -> bool:
        span = item.span
        if span is None or span.file != comment.file:
            return False
        if comment.line is not None and comment.line != span.line:
            return False
        return any(self._known.means(selector, item.code) for selector in comment.selectors)

    def _ignores(self, entry: IgnoredChecks, item: Diagnostic) -> bool:
        if not any(self._known.means(selector, item.code) for selector in entry.code):
            return False
        file = item.span.file if item.span is not None else ""
        return not entry.path or any(fnmatchcase(file, pattern) for pattern in entry.path)

    def _selectors(self) -> Iterator[tuple[str, Origin]]:
        """Yield every selector of the settings with its place."""
        if self._origin is None:
            return
        checks = self._origin.child("checks")
        for index, selector in enumerate(self._checks.select):
            yield selector, checks.child("select", index)
        for index, entry in enumerate(self._checks.ignore):
            for place, selector in enumerate(entry.code):
                yield selector, checks.child("ignore", index, "code", place)
        for selector in self._checks.severity or {}:
            yield selector, checks.child("severity", selector)

    def _comment_remarks(self, comment: Suppression) -> Iterator[Diagnostic]:
        if not comment.reason or not comment.selectors:
            yield codes.NO_REASON.at(
                comment.span,
                Message("The suppression has no reason")
                if comment.selectors
                else Message("The suppression does not say what it silences"),
                hint=Message("Write: # roadmapkit: ignore DUE003 – why it is right here"),
            )
        unknown = [one for one in comment.selectors if not self._known.knows(one)]
        for selector in unknown:
            yield self._unknown(selector, comment.span)
        unused = comment not in self._used and self._tells_unused(comment.file)
        told = self._may_be_told(comment.selectors)
        if unused and told and comment.selectors and not unknown:
            yield codes.NOTHING_SUPPRESSED.at(
                comment.span,
                Message("Nothing is found that this comment would silence"),
                hint=Message(
                    "Delete it; a comment behind a value is about its own line, one on a line "
                    "of its own about the next"
                ),
            )

    def _unknown(self, selector: str, span: Span) -> Diagnostic:
        meant = suggest(selector, dict.fromkeys(self._known.names(), ""))
        hint = Message("All checks are listed by: roadmapkit rule")
        if meant is not None:
            hint = Message("Perhaps: {meant}", meant=meant)
        message = Message("There is no check {selector!r}", selector=selector)
        return codes.UNKNOWN_CHECK.at(span, message, hint=hint)
