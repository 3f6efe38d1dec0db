"""One finished file: is it as it was built, from what, and how does it differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path, PurePosixPath

from roadmapkit import __version__
from roadmapkit.building import provenance
from roadmapkit.diagnostics import Diagnostic, Message
from roadmapkit.errors import ArgumentError, RoadmapkitError, trouble_of
from roadmapkit.load import LoadedWorkspace
from roadmapkit.rendering.contents import (
    CONTENT_DIGEST,
    Contents,
    UnreadableFileError,
    read_contents,
)
from roadmapkit.verification import codes
from roadmapkit.verification.comparing import compare_contents
from roadmapkit.verification.rebuilding import Wanted, document_ids
from roadmapkit.verification.result import Difference, Provenance, State, Verification
from roadmapkit.verification.sources import Found, Made, find_sources
from roadmapkit.verification.yaml_lines import YamlLines

__all__ = ["NotOursError", "verify"]

_LARGEST = 32 * 2**20
_SHOWN = 60


class NotOursError(RoadmapkitError):
    """A Word document that does not say it was built by this library.

    Attributes:
        path: The file.
    """

    def __init__(self, message: Message, *, path: str) -> None:
        super().__init__(message)
        self.path = path


def verify(
    path: Path,
    loaded: LoadedWorkspace | None = None,
    *,
    at: str | None = None,
    document: str | None = None,
    on_commit: Callable[[int, int], None] | None = None,
) -> Verification:
    """Return what is known of a .docx.

    Args:
        path: The file.
        loaded: The workspace that it was built from; without it only the digest in the
            file is looked at.
        at: Compare with this commit instead of the one that is found.
        document: Id of the document, for a file that has lost its properties.
        on_commit: Told how many commits were looked at, and of how many.

    Raises:
        UnreadableFileError: It cannot be read, or is no Word document.
        NotOursError: Nothing tells which document it is.
        ArgumentError: No document has the id *document*.
        GitError: There is no commit *at*.
    """
    contents = read_contents(_read(path), path.name)
    custom = contents.custom
    wanted = _wanted(path, contents, loaded, document)
    made = Made(
        sources=provenance.named_sources(custom.get(provenance.SOURCES, "")),
        digest=custom.get(provenance.SOURCES_DIGEST, ""),
        mark=custom.get(provenance.FINGERPRINT, ""),
        version=custom.get(provenance.VERSION, ""),
    )
    with ExitStack() as stack:
        found = Found(reason=Message("there is no workspace to build it from"))
        if loaded is not None:
            found = find_sources(loaded, made, wanted, stack, at=at, on_commit=on_commit)
        judged = _Judgement(path, contents, made, found, loaded=loaded)
        return judged.verification(wanted)


class _Judgement:
    """What follows from a file, its digest and its document built again."""

    def __init__(
        self,
        path: Path,
        contents: Contents,
        made: Made,
        found: Found,
        *,
        loaded: LoadedWorkspace | None,
    ) -> None:
        self._path = path
        self._contents = contents
        self._made = made
        self._found = found
        own = contents.custom.get(CONTENT_DIGEST)
        self._intact = None if own is None else own == contents.digest
        self._loaded = loaded

    def verification(self, wanted: Wanted) -> Verification:
        found, rebuilt = self._found, self._found.rebuilt
        confirmed = None
        differences: list[Difference] = []
        if rebuilt is not None and (found.exact or not self._intact):
            lines = YamlLines(rebuilt.loaded, self._loaded)
            differences = compare_contents(rebuilt, self._contents, lines)
            confirmed = self._contents.digest == rebuilt.contents.digest if found.exact else None
        if self._intact is False:
            differences += self._custom()
        fits = rebuilt is not None and rebuilt.mark == self._made.mark
        notes = list(self._notes(confirmed=confirmed, fits=fits))
        if self._intact and not fits:
            # Its own digest holds, and what is built today is another document: the
            # difference is not one that was made in the file.
            differences = []
        state = self._state(differences, confirmed=confirmed, fits=fits)
        saved = self._contents.saved
        target = rebuilt.composed.target if rebuilt is not None else None
        return Verification(
            path=str(self._path),
            state=state,
            intact=self._intact,
            confirmed=confirmed,
            provenance=Provenance(
                version=self._made.version,
                document=wanted.document,
                target=target.path if target is not None else wanted.target,
                sources=self._made.sources,
                commit=found.commit,
                working_copy=found.working_copy,
                exact=found.exact,
            ),
            differences=tuple(differences),
            notes=tuple(notes),
            saved_by=saved.by,
            saved_at=saved.at,
            program=saved.program,
        )

    def _state(self, differences: list[Difference], *, confirmed: bool | None, fits: bool) -> State:
        if self._intact and (confirmed is not False or not fits):
            return "unchanged"
        if differences or (self._contents.tracked and self._intact is not True):
            return "changed"
        if confirmed:
            return "unchanged"
        if self._found.rebuilt is not None:
            return "resaved" if self._intact is not None or self._found.exact else "unknown"
        return "changed" if self._intact is False else "unknown"

    def _custom(self) -> Iterator[Difference]:
        """Yield the properties of the build that the file has otherwise, or no more."""
        rebuilt = self._found.rebuilt
        if rebuilt is None or not self._found.exact:
            return
        built, held = rebuilt.contents.custom, self._contents.custom
        label = Message("the properties of the file")
        same = self._made.version == __version__
        for name in sorted(built):
            compared = same or name in {provenance.DOCUMENT, provenance.TARGET}
            was, now = built[name], held.get(name, "")
            if name != CONTENT_DIGEST and was != now and (compared or not now):
                fits = rebuilt.mark == self._made.mark
                if name != provenance.FINGERPRINT or fits:
                    text = Message("property {name}", name=name)
                    yield Difference("properties", label, was, now, None, (text,))

    # -- notes -------------------------------------------------------------------------------

    def _notes(self, *, confirmed: bool | None, fits: bool) -> Iterator[Diagnostic]:
        contents, found = self._contents, self._found
        yield from self._editing()
        if not self._made.digest:
            message = Message("The file has lost the properties of the build")
            if found.commit is None:
                message = Message(
                    "The file has lost the properties of the build; it is compared with the "
                    "sources as they are"
                )
            hint = Message("Name the commit to compare with: --at COMMIT")
            yield codes.NO_PROPERTIES.at(None, message, hint=hint)
        if self._made.version and self._made.version != __version__:
            yield self._other_version()
        yield from found.notes
        if found.rebuilt is None and found.reason is not None:
            message = Message("The document was not built again: {reason}", reason=found.reason)
            hint = Message("Run the command in the workspace of the document, or give --workspace")
            yield codes.NOT_REBUILT.at(None, message, hint=hint)
        elif confirmed is False and found.exact and self._made.mark and not fits:
            same = self._made.version == __version__
            message = Message(
                "The same sources print another document today; the Word template, a library or "
                "this program is another one"
            )
            if same:
                yield codes.NOT_CONFIRMED.at(None, message)
        if contents.macros:
            yield codes.MACROS.at(None, Message("The file carries macros; a build has none"))

    def _editing(self) -> Iterator[Diagnostic]:
        """Yield what Word has left of somebody's work on the file."""
        for change in self._contents.tracked:
            message = Message(
                "A tracked change is undecided ({kind}): {text!r}, by {author}; the text is "
                "compared as if it were accepted",
                kind=_KINDS[change.kind],
                text=_short(change.text),
                author=change.author or "–",
            )
            yield codes.TRACKED.at(None, message, hint=_DECIDE)
        for comment in self._contents.comments:
            message = Message(
                "A comment by {author}: {text!r}, at {near!r}",
                author=comment.author or "–",
                text=_short(comment.text),
                near=_short(comment.near),
            )
            yield codes.COMMENTS.at(None, message, hint=Message("Delete it in Word"))
        saved = self._contents.saved
        if (saved.program or saved.by) and self._intact is False:
            message = Message("The file was saved by {who}", who=saved.by or saved.program)
            if saved.program and not saved.by:
                message = Message("The file was saved with {program}", program=saved.program)
            yield codes.SAVED_AGAIN.at(None, message)

    def _other_version(self) -> Diagnostic:
        return codes.OTHER_VERSION.at(
            None,
            Message(
                "The file was built by version {built}, this is {own}; differences may come from "
                "the version",
                built=self._made.version,
                own=__version__,
            ),
            hint=Message("Verify it with the version that built it"),
        )


_DECIDE = Message("Accept or reject it in Word")
_KINDS: Mapping[str, Message] = {
    "inserted": Message("inserted"),
    "deleted": Message("deleted"),
    "moved": Message("moved"),
    "formatted": Message("another look"),
}


def _short(text: str) -> str:
    bare = " ".join(text.split())
    return bare if len(bare) <= _SHOWN else f"{bare[: _SHOWN - 1]}…"


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            message = Message(
                "{path}: the file is larger than a document can be", path=path.as_posix()
            )
            raise UnreadableFileError(message, path=path.as_posix())
        return path.read_bytes()
    except OSError as error:
        message = Message(
            "{path} cannot be read: {reason}", path=path.as_posix(), reason=trouble_of(error)
        )
        raise UnreadableFileError(message, path=path.as_posix()) from error


def _wanted(
    path: Path, contents: Contents, loaded: LoadedWorkspace | None, document: str | None
) -> Wanted:
    """Return which document a file is.

    Raises:
        ArgumentError: *document* is no id.
        NotOursError: Nothing tells.
    """
    custom = contents.custom
    target, request = custom.get(provenance.TARGET, ""), custom.get(provenance.REQUEST, "")
    ids = document_ids(loaded) if loaded is not None else frozenset()
    if document is not None:
        if loaded is not None and document not in ids and not custom.get(provenance.SOURCES):
            message = Message("No document has the id {id!r}", id=document)
            raise ArgumentError(message, argument="document", value=document)
        own = document == custom.get(provenance.DOCUMENT)
        return Wanted(document, target if own else "", path.name, request if own else "")
    named = custom.get(provenance.DOCUMENT, "")
    if named:
        return Wanted(named, target, path.name, request)
    guessed = _by_name(path.name, ids)
    if guessed:
        return Wanted(guessed, "", path.name)
    message = Message(
        "{path}: the file does not say that roadmapkit built it, or has lost its properties; "
        "name its document with --as ID",
        path=path.as_posix(),
    )
    raise NotOursError(message, path=path.as_posix())


def _by_name(name: str, ids: frozenset[str]) -> str:
    """Return the longest id that a file's name begins with, as the names of a build do."""
    stem = PurePosixPath(name).stem
    fitting = (id_ for id_ in ids if stem == id_ or stem.startswith(f"{id_}."))
    return max(sorted(fitting), key=len, default="")
