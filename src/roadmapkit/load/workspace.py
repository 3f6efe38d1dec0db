"""A workspace: every file read, every document validated, every fault a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cache
from pathlib import Path

from roadmapkit.diagnostics import Diagnostic, Message, Severity, sort_diagnostics
from roadmapkit.errors import WorkspaceError
from roadmapkit.lazily import dataclass, regex
from roadmapkit.load.attached import attached_name, read_attached
from roadmapkit.load.codes import SEVERAL_SETTINGS
from roadmapkit.load.data_tables import read_tables
from roadmapkit.load.discovery import discover
from roadmapkit.load.document import LoadedDocument
from roadmapkit.load.emblem import read_emblem
from roadmapkit.load.forms_lock import FORMS_LOCK_NAME, FormsLock, read_forms_lock
from roadmapkit.load.house_schemas import check_house_schemas
from roadmapkit.load.known_findings import KnownFindings, read_known
from roadmapkit.load.part import Held, LoadedFile, Part
from roadmapkit.load.picture_files import PictureFile
from roadmapkit.load.validation import validate
from roadmapkit.model.settings import Settings
from roadmapkit.source import SourceDocument, SourceText, parse_source, read_source

__all__ = ["LoadedWorkspace", "load_workspace"]

_ID = regex(r"[\w-]+")
_NOT_PRINTED = frozenset({"directory", "settings"})


@dataclass(frozen=True, slots=True)
class LoadedWorkspace:
    """The files of a workspace as models.

    Attributes:
        path: What was opened: a folder or a file.
        root: The folder that names of files are relative to.
        settings: The settings, or the defaults.
        settings_file: Name of the file that holds them, if there is one.
        documents: Sound documents, by file and by place in the file.
        broken_ids: Ids of documents that could not be read or validated, sorted; not those
            of directories and settings, which nothing refers to.
        nameless: Whether there may be documents among the broken ones whose id is unknown.
        files: Names of all files, the unreadable ones too, sorted.
        diagnostics: What is wrong with the files, sorted.
        forms: The reviewed case forms, or what is wrong with them.
        baseline: The findings that are known.
        emblem: The picture of the header block, if the settings name one.
        part: Which part of the workspace this is; None for all of it.
    """

    path: Path
    root: Path
    settings: Settings
    settings_file: str | None
    documents: tuple[LoadedDocument, ...]
    broken_ids: tuple[str, ...]
    nameless: bool
    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    _sources: Mapping[str, SourceText] = field(repr=False)
    forms: FormsLock = field(default_factory=FormsLock, repr=False)
    baseline: KnownFindings = field(default_factory=KnownFindings, repr=False)
    emblem: PictureFile | None = None
    _tables: Mapping[str, SourceDocument] = field(default_factory=dict, repr=False)
    _schemas: Mapping[str, str] = field(default_factory=dict, repr=False)
    part: Part | None = field(default=None, repr=False)

    @property
    def template_folder(self) -> Path | None:
        """The house's Word templates, None where there is no such folder."""
        folder = self.root / "templates"
        return folder if folder.is_dir() else None

    def source_lines(self, file: str) -> tuple[str, ...] | None:
        """Return the lines of a file, named as in a span; None for a file that was not read."""
        source = self._sources.get(file)
        return source.lines if source else None

    def source_mentions(self, file: str, words: str) -> bool:
        """Tell whether a file, named as in a span, was read and has some words in it."""
        source = self._sources.get(file)
        return source is not None and words in source.text

    def attached(self, document: str, file: str) -> SourceText | None:
        """Return the file of text that a document names, None for one that cannot be had."""
        return self._sources.get(attached_name(document, file))

    def table(self, document: str, file: str) -> SourceDocument | None:
        """Return the cells of a CSV file that a document names, None where it is not sound."""
        return self._tables.get(attached_name(document, file))

    def digest_as_read(self, name: str) -> str:
        """Return the SHA-256 of the bytes of a file that were read; empty where none were."""
        if name in self._sources:
            return self._sources[name].digest
        if self.emblem is not None and self.emblem.name == name:
            return self.emblem.digest
        return self._schemas.get(name, "")

    def source_bytes(self, file: str) -> bytes:
        """Return a file's text in UTF-8 with plain line ends: the same in every checkout."""
        source = self._sources[file]
        plain = source.text if "\r" not in source.text else "\n".join(source.lines)
        return plain.encode("utf-8")


def load_workspace(
    path: Path,
    *,
    replacing: Mapping[str, str] | None = None,
    part: Part | None = None,
    held: Held | None = None,
) -> LoadedWorkspace:
    """Read and validate the files of a workspace.

    Args:
        path: The folder, or a single YAML file, which is then a workspace of its own.
        replacing: Texts that stand in for files on disk, by name.
        part: Read these files only.
        held: What other parts have read already; what they share is added to it.

    Raises:
        WorkspaceError: There is no such folder or file.
    """
    if not path.exists():
        message = Message(
            "There is no {path}; give a folder with roadmaps or a YAML file", path=str(path)
        )
        raise WorkspaceError(message, path=str(path))
    single = path.is_file()
    root = path.parent if single else path
    if part is not None:
        files = tuple(map(Path, part.files))
    else:
        files = (Path(path.name),) if single else discover(root)
    return _Loading(path, root, dict(replacing or {}), part, held or Held()).run(files)


class _Loading:
    """One run over the files of one workspace."""

    def __init__(
        self, path: Path, root: Path, replacing: dict[str, str], part: Part | None, held: Held
    ) -> None:
        self._path = path
        self._root = root
        self._replacing = replacing
        self._part = part
        self._held = held
        self._sources: dict[str, SourceText] = {}
        self._documents: list[LoadedDocument] = []
        self._diagnostics: list[Diagnostic] = []

    def run(self, files: tuple[Path, ...]) -> LoadedWorkspace:
        read = [self._read(file) for file in files]
        for file in read:
            if file.source is not None:
                self._sources[file.source.path] = file.source
            self._documents += file.documents
            self._diagnostics += file.diagnostics
        settings, settings_file = self._settings()
        forms, baseline = self._shared()
        if forms.source is not None:
            self._sources[FORMS_LOCK_NAME] = forms.source
        texts, found = read_attached(self._root, self._documents)
        self._sources.update(texts)
        self._diagnostics += found
        emblem, refused = read_emblem(self._root, self._documents, settings)
        self._diagnostics += refused
        texts, tables, found = read_tables(self._root, self._documents, self._replacing)
        self._sources.update(texts)
        self._diagnostics += found
        found, schemas = check_house_schemas(self._root, settings, self._own())
        self._diagnostics += found
        return LoadedWorkspace(
            path=self._path,
            root=self._root,
            settings=settings,
            settings_file=settings_file,
            documents=tuple(self._documents),
            broken_ids=tuple(sorted({id_ for file in read for id_ in file.broken_ids})),
            nameless=any(file.nameless for file in read),
            files=tuple(sorted(file.as_posix() for file in files)),
            diagnostics=sort_diagnostics(self._diagnostics),
            _sources=self._sources,
            forms=forms,
            baseline=baseline,
            emblem=emblem,
            _tables=tables,
            _schemas=schemas,
            part=self._part,
        )

    def _shared(self) -> tuple[FormsLock, KnownFindings]:
        """Return what every part reads, read once."""
        if self._held.forms is None:
            self._held.forms = read_forms_lock(self._root)
        if self._held.baseline is None:
            self._held.baseline = read_known(self._root)
        return self._held.forms, self._held.baseline

    def _own(self) -> list[LoadedDocument]:
        """Return the documents that no other part looks at, and the settings."""
        part = self._part
        if part is None:
            return self._documents
        return [
            item
            for item in self._documents
            if isinstance(item.model, Settings)
            or not part.leaves_out(item.origin.document.source.path)
        ]

    def _settings(self) -> tuple[Settings, str | None]:
        """Return the settings and the file that they stand in; report all but the first."""
        found = [
            (item.model, item.origin)
            for item in self._documents
            if isinstance(item.model, Settings)
        ]
        if not found:
            return _default_settings(), None
        (settings, first), *others = found
        for _, origin in others:
            self._diagnostics.append(
                SEVERAL_SETTINGS.at(
                    origin.child("kind").span,
                    Message(
                        "The workspace has settings already, in {file}",
                        file=first.document.source.path,
                    ),
                    hint=Message("Keep one document of settings, in roadmapkit.yaml"),
                )
            )
        return settings, first.document.source.path

    def _read(self, file: Path) -> LoadedFile:
        name = file.as_posix()
        if self._part is None or name not in self._part.common:
            return _load(self._root, file, self._replacing)
        if name not in self._held.files:
            self._held.files[name] = _load(self._root, file, self._replacing)
        return self._held.files[name]


@cache  # they cannot be changed, and thousands of parts of a workspace have none of their own
def _default_settings() -> Settings:
    return Settings.model_construct(kind="settings")


def _load(root: Path, file: Path, replacing: Mapping[str, str]) -> LoadedFile:
    """Return what one file gives."""
    name = file.as_posix()
    if name in replacing:
        source: SourceText | None = SourceText.from_string(name, replacing[name])
        diagnostics: list[Diagnostic] = []
    else:
        source, found = read_source(root, file)
        diagnostics = list(found)
    if source is None:
        return LoadedFile(None, (), (), True, tuple(diagnostics))
    parsed = parse_source(source)
    diagnostics += parsed.diagnostics
    documents: list[LoadedDocument] = []
    broken: list[object] = [one.id for one in parsed.broken if one.kind not in _NOT_PRINTED]
    for document in parsed.documents:
        model, faults = validate(document)
        diagnostics += _untold(faults, document)
        if model is not None:
            documents.append(LoadedDocument(model, document.origin()))
        elif str(document.data.get("kind")) not in _NOT_PRINTED:
            broken.append(document.data.get("id"))
    names = [str(id_) if isinstance(id_, str | int) else "" for id_ in broken]
    # What is no id may be the damaged end of one.
    nameless = any(_ID.fullmatch(id_) is None for id_ in names)
    ids = tuple(id_ for id_ in names if id_)
    return LoadedFile(source, tuple(documents), ids, nameless, tuple(diagnostics))


def _untold(faults: Iterable[Diagnostic], document: SourceDocument) -> Iterator[Diagnostic]:
    """Yield the faults of values but those that an error of reading them has left there."""
    told = {found.span for found in document.diagnostics if found.severity is Severity.ERROR}
    return (fault for fault in faults if fault.span not in told)
