"""What ``roadmapkit build`` does besides building: explain, check a given output, watch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from roadmapkit import api, report
from roadmapkit.cli.findings import exit_code, print_findings
from roadmapkit.cli.parameters import Option
from roadmapkit.cli.places import Viewpoint, shown_path
from roadmapkit.cli.progress import BuildProgress
from roadmapkit.cli.session import Session
from roadmapkit.diagnostics import Diagnostic, Message

if TYPE_CHECKING:
    from roadmapkit.building import Why
    from roadmapkit.building.output.checking import OutputCheck

__all__ = [
    "check_given",
    "compressor_option",
    "keep_building",
    "mode_options",
    "print_explained",
    "print_notes",
    "refuse_together",
]

_PARTS: Mapping[str, Message] = {
    "view": Message("what is printed"),
    "template": Message("the Word template"),
    "profile": Message("the format profile"),
    "calendar": Message("the calendar data"),
    "forms": Message("the lock of forms"),
    "sources": Message("the source files"),
    "request": Message("what was asked for"),
    "compressor": Message("the compressor"),
    "tools": Message("the programs that print"),
    "library": Message("the version of roadmapkit"),
    "docx": Message("the Word document"),
    "form": Message("the kind of PDF"),
}

_REASONS: Mapping[str, Message] = {
    "fresh": Message("left as it is: nothing has changed"),
    "new": Message("built for the first time"),
    "unknown": Message("built: nothing is on record of the file that was there"),
    "missing": Message("built: the file was gone"),
    "edited": Message("built: the file had been changed after the former build"),
    "forced": Message("built: --force"),
}


def mode_options(session: Session) -> list[click.Parameter]:
    """Return the options of ``build`` that say which files are made, and what is told of them."""
    flags = (
        ("--explain", Message("Tell of every file why it was built or left as it is")),
        ("--force", Message("Build every file, also those that are up to date")),
        (
            "--prune",
            Message("Remove files of former builds that nothing produces any more"),
        ),
        ("--watch", Message("Build again whenever a file is saved, until Ctrl+C")),
        ("--verbose", Message("Tell also of slow templates and of a cache that cannot be used")),
    )
    options: list[click.Parameter] = [
        Option(session, name, is_flag=True, about=about) for name, about in flags
    ]
    about = Message("Write nothing; tell where the files of this folder differ from a build")
    metavar = session.say(Message("FOLDER"))
    options.append(Option(session, "--check", "given", metavar=metavar, about=about))
    return options


def compressor_option(session: Session) -> Option:
    """Return ``--compressor``; whether that one is installed is found when it is to pack."""
    from roadmapkit.rendering.compression import COMPRESSORS  # only this command packs anything

    return Option(
        session,
        "--compressor",
        words=COMPRESSORS,
        about=Message("What packs the documents, instead of what the settings say"),
    )


def refuse_together(session: Session, option: str, others: Mapping[str, bool]) -> None:
    """Refuse options that say nothing beside another one.

    Args:
        session: The call.
        option: The one.
        others: The others, and whether they are given.

    Raises:
        click.UsageError: One of them is.
    """
    for other, given in others.items():
        if given:
            message = Message("{first} and {second} do not go together", first=option, second=other)
            raise click.UsageError(session.say(message), click.get_current_context())


def keep_building(
    session: Session,
    workspace: api.Workspace,
    out: str | None,
    build: Callable[[], tuple[Diagnostic, ...]],
    produced: Callable[[], Iterable[Path]],
) -> None:
    """Build again and again.

    Args:
        session: The call.
        workspace: What is watched.
        out: The output folder, where one is named.
        build: Builds, shows what it found, and returns it.
        produced: Returns the files of the last build.

    Raises:
        KeyboardInterrupt: The person has had enough.
    """
    from roadmapkit.cli.watching import watch

    besides = Path(out) if out is not None else workspace.default_output
    watch(session, workspace.root, build, besides=besides, produced=produced)


def print_explained(session: Session, result: api.BuildResult) -> None:
    """Write of every file why it was built or left as it is."""
    for item in result.written:
        path = shown_path(item.path.resolve(), Path.cwd())
        reason = _reason(session, item.why)
        if item.is_same_again:
            reason = session.say(Message("{reason}; the file came out the same", reason=reason))
        line = Message("{path}: {reason}", path=path, reason=reason)
        session.console.print(session.say(line))


def print_notes(session: Session, result: api.BuildResult) -> None:
    """Write what is of use to know besides; standard output stays for the answer."""
    for note in result.notes:
        session.console.note(session.say(note))


def _reason(session: Session, why: Why) -> str:
    if why.reason != "changed":
        return session.say(_REASONS[why.reason])
    parts = [session.say(_PARTS[part]) if part in _PARTS else part for part in why.parts]
    text = session.say(Message("built: changed since – {parts}", parts=", ".join(parts)))
    if not why.files:
        return text
    files = session.say(Message("changed files: {files}", files=", ".join(why.files)))
    return f"{text}; {files}"


def check_given(
    session: Session,
    workspace: api.Workspace,
    folder: Path,
    ids: Sequence[str],
    papers: Sequence[str],
    *,
    compressor: str | None,
    output_format: str,
    quiet: bool,
    strict: bool,
) -> int:
    """Tell where a given output differs from what the sources give; return the exit code."""
    watched = session.console.shows_progress and not quiet
    with BuildProgress(session.say(Message("Comparing")), shown=watched) as progress:
        result = api.check_build(
            workspace, folder, ids, papers=papers, on_progress=progress, compressor=compressor
        )
    if output_format == "json":
        language = session.findings_language(workspace.locale)
        session.console.print_json(_record(result, language))
        return exit_code(result.diagnostics, strict=strict)
    print_findings(session, workspace, result.diagnostics, output_format)
    if not quiet:
        shown = Viewpoint(workspace.root, Path.cwd()).outside(result.diagnostics)
        totals = Message(
            "Equal files: {same}, differing: {differing}, missing: {missing}, "
            "superfluous: {superfluous}, not compared: {passed_over}. {findings}",
            same=len(result.same),
            differing=len(result.differing),
            missing=len(result.missing),
            superfluous=len(result.superfluous),
            passed_over=len(result.passed_over),
            findings=report.format_summary(shown, language=session.language),
        )
        session.console.print(session.say(totals))
        if result.passed_over:
            files = [shown_path(folder.resolve() / path, Path.cwd()) for path in result.passed_over]
            message = Message(
                "Not compared (PDFs, what was asked for by hand, documents with errors or of "
                "another workspace): {files}",
                files=files,
            )
            session.console.print(session.say(message))
    return exit_code(result.diagnostics, strict=strict)


def _record(result: OutputCheck, language: str) -> dict[str, object]:
    return {
        "same": list(result.same),
        "differing": {path: list(parts) for path, parts in result.differing.items()},
        "missing": list(result.missing),
        "superfluous": list(result.superfluous),
        "not_compared": list(result.passed_over),
        "diagnostics": [
            report.diagnostic_record(item, language=language) for item in result.diagnostics
        ],
    }
