"""``roadmapkit check``."""

from __future__ import annotations

from pathlib import Path

import click

from roadmapkit import api, report
from roadmapkit.cli.findings import CHECK_FORMATS, exit_code, print_findings, strict_option
from roadmapkit.cli.parameters import Argument, Option, format_option
from roadmapkit.cli.places import find_workspace, workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command
from roadmapkit.cli.workforce import jobs_option
from roadmapkit.diagnostics import Diagnostic, Message

__all__ = ["check_command", "open_from"]


def open_from(session: Session, path: str | None) -> api.Workspace:
    """Open the workspace at *path*, or the nearest one where there is no path.

    Raises:
        click.UsageError: It has no files; a check of the wrong folder is no clean check.
    """
    workspace = api.open_workspace(Path(path) if path is not None else find_workspace(Path.cwd()))
    if workspace.is_empty:
        message = Message(
            "There is no document in {path}; `roadmapkit init` makes a workspace",
            path=workspace.path,
        )
        raise click.UsageError(session.say(message), click.get_current_context())
    return workspace


def check_command(session: Session) -> Command:
    """Return the command that checks a workspace, and mends what it is asked to."""

    def check(
        *,
        folder: str | None,
        path: str | None,
        output_format: str,
        strict: bool,
        fix: bool,
        diff: bool,
        unsafe_fixes: bool,
        statistics: bool,
        watch: bool,
        jobs: int | None,
    ) -> int:
        _require_fitting(
            session,
            output_format,
            fix=fix,
            diff=diff,
            unsafe=unsafe_fixes,
            statistics=statistics,
        )
        place = folder if folder is not None else path
        if watch:
            _keep_watch(session, place, output_format, plain=not (fix or diff or statistics))
        workspace = open_from(session, place)
        if diff:
            return _show_diff(session, workspace, output_format, unsafe_fixes)
        if fix:
            from roadmapkit.cli.fixes import tell_fixed

            tell_fixed(session, workspace, api.fix(workspace, unsafe=unsafe_fixes))
            workspace = api.open_workspace(workspace.path)
        result = _checked(session, workspace, jobs)
        if statistics:
            _print_statistics(session, workspace, result, output_format)
        else:
            print_findings(session, workspace, result.diagnostics, output_format, strict=strict)
        if output_format == "text":
            _close(session, workspace, result, fixed=fix)
        return exit_code(result.diagnostics, strict=strict)

    return Command(
        "check",
        session=session,
        summary=Message("Check every document; mend what can be mended with --fix"),
        details=(
            Message(
                "Exit code: 0 – nothing to put right, 1 – there are errors, "
                "2 – the workspace or the arguments cannot be used; "
                "with --diff 1 says that there is something to mend"
            ),
        ),
        examples=(
            "roadmapkit check",
            "roadmapkit check --diff",
            "roadmapkit check --fix",
            "roadmapkit check --watch",
            "roadmapkit check --statistics",
            "roadmapkit check --format sarif > findings.sarif",
        ),
        params=_parameters(session),
        callback=check,
    )


def _parameters(session: Session) -> list[click.Parameter]:
    return [
        Argument(
            session,
            "folder",
            required=False,
            metavar=session.say(Message("[PATH]")),
            about=Message("The same as --workspace"),
        ),
        workspace_option(session),
        _flag(session, "--fix", Message("Mend in the files what needs no person")),
        _flag(
            session,
            "--diff",
            Message("Show what --fix would change and write nothing"),
        ),
        _flag(
            session,
            "--unsafe-fixes",
            Message("With --fix or --diff: mend also what a person should look at"),
        ),
        _flag(session, "--statistics", Message("Count the findings of each kind instead")),
        _flag(session, "--watch", Message("Check again whenever a file is saved, until Ctrl+C")),
        format_option(session, *CHECK_FORMATS),
        strict_option(session),
        jobs_option(session),
    ]


def _flag(session: Session, name: str, about: Message) -> Option:
    return Option(session, name, is_flag=True, about=about)


def _require_fitting(
    session: Session, output_format: str, *, fix: bool, diff: bool, unsafe: bool, statistics: bool
) -> None:
    """Refuse options that say nothing together.

    Raises:
        click.UsageError: They do not.
    """
    message = None
    if unsafe and not (fix or diff):
        message = Message("--unsafe-fixes needs --fix or --diff")
    elif diff and statistics:
        message = Message("--diff and --statistics do not go together")
    elif (diff or statistics) and output_format not in {"text", "json"}:
        message = Message(
            "{option} has no form {form!r}; there are text and json",
            option="--diff" if diff else "--statistics",
            form=output_format,
        )
    if message is not None:
        raise click.UsageError(session.say(message), click.get_current_context())


def _show_diff(session: Session, workspace: api.Workspace, output_format: str, unsafe: bool) -> int:
    """Show what would be mended; return 1 where there is something."""
    from roadmapkit.cli.fixes import diff_record, print_diff, tell_fixed

    fixed = api.fix(workspace, unsafe=unsafe, dry_run=True)
    if output_format == "json":
        language = session.findings_language(workspace.locale)
        session.console.print_json(diff_record(fixed, language))
    else:
        print_diff(session, workspace, fixed)
        tell_fixed(session, workspace, fixed)
    return int(bool(fixed.files))


def _print_statistics(
    session: Session, workspace: api.Workspace, result: api.CheckResult, output_format: str
) -> None:
    from roadmapkit.report.statistics import format_statistics, format_statistics_json

    language = session.findings_language(workspace.locale)
    found, codes = result.diagnostics, api.all_codes()
    if output_format == "json":
        session.console.print(format_statistics_json(found, codes, language=language))
        return
    for line in format_statistics(found, codes, language=language):
        session.console.print(line)


def _close(
    session: Session, workspace: api.Workspace, result: api.CheckResult, *, fixed: bool
) -> None:
    """Write how much was found, and what to do next."""
    language = session.findings_language(workspace.locale)
    session.console.print(report.format_summary(result.diagnostics, language=language))
    if result.unreviewed_forms and not workspace.has_reviewed_forms:
        message = Message(
            "Case forms that nobody has reviewed: {count}; to review them: roadmapkit forms review",
            count=result.unreviewed_forms,
        )
        session.console.note(session.say(message))
    mendable = sum(
        bool(item.fix) and all(edit.safe for edit in item.fix) for item in result.diagnostics
    )
    if mendable and not fixed:
        message = Message(
            "Can be mended by the program: {count}; to see how: roadmapkit check --diff, "
            "to do it: roadmapkit check --fix",
            count=mendable,
        )
        session.console.note(session.say(message))


def _checked(session: Session, workspace: api.Workspace, jobs: int | None) -> api.CheckResult:
    """Check a workspace, and show somebody who watches how far a long check is."""
    if not session.console.shows_progress:
        return api.check(workspace, jobs=jobs)
    from roadmapkit.cli.progress import BuildProgress

    with BuildProgress(session.say(Message("Checking")), shown=True) as progress:
        return api.check(workspace, jobs=jobs, on_progress=progress)


def _keep_watch(session: Session, place: str | None, output_format: str, *, plain: bool) -> None:
    """Check again and again.

    Raises:
        click.UsageError: The findings are asked for as a file, of which there is one only, or
            something else is asked for besides.
        KeyboardInterrupt: The person has had enough.
    """
    from roadmapkit.cli.watching import watch

    if output_format != "text" or not plain:
        message = Message("--watch shows findings as text; leave the other options out")
        raise click.UsageError(session.say(message), click.get_current_context())

    def show() -> tuple[Diagnostic, ...]:
        workspace = open_from(session, place)
        result = api.check(workspace)
        print_findings(session, workspace, result.diagnostics, output_format)
        _close(session, workspace, result, fixed=False)
        return result.diagnostics

    watch(session, open_from(session, place).root, show)
