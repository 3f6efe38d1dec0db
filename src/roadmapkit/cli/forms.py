"""``roadmapkit forms``: the case forms that documents print, and their review by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapkit import api
from roadmapkit.cli.check import open_from
from roadmapkit.cli.parameters import Option, format_option
from roadmapkit.cli.places import shown_path, workspace_option
from roadmapkit.cli.session import Session
from roadmapkit.cli.spoken import Command, Group
from roadmapkit.diagnostics import Message

if TYPE_CHECKING:
    from roadmapkit.building import FormsReview, ListedForm

__all__ = ["forms_group"]


def forms_group(session: Session) -> Group:
    """Return the group of commands about case forms."""
    return Group(
        "forms",
        session=session,
        summary=Message("Review the case forms that documents print"),
        commands=[_list(session), _review(session)],
    )


def _list(session: Session) -> Command:
    def list_forms(
        *,
        new: bool,
        changed: bool,
        unused: bool,
        packs: Sequence[tuple[str, str]],
        path: str | None,
        output_format: str,
    ) -> int:
        workspace = open_from(session, path)
        review = api.forms(workspace, packs)
        wanted = {"new": new, "changed": changed, "unused": unused}
        states = {state for state, asked in wanted.items() if asked}
        forms = [item for item in review.forms if not states or item.state in states]
        _show(session, review, forms, output_format)
        return 0

    return Command(
        "list",
        session=session,
        summary=Message("List the case forms that documents print"),
        details=(
            Message(
                "Forms that an author gave by hand, in the directory or in the text, "
                "are not among them"
            ),
        ),
        examples=("roadmapkit forms list --new", "roadmapkit forms list --format csv > forms.csv"),
        params=[
            _flag(session, "--new", Message("Those that nobody has reviewed")),
            _flag(
                session,
                "--changed",
                Message("Those reviewed that the library would now make otherwise"),
            ),
            _flag(session, "--unused", Message("Those reviewed that no document prints")),
            _packs(session),
            workspace_option(session),
            format_option(session, "text", "json", "csv"),
        ],
        callback=list_forms,
    )


def _review(session: Session) -> Command:
    def review_forms(
        *,
        accept: bool,
        accept_doubtful: bool,
        accept_changed: bool,
        prune: bool,
        packs: Sequence[tuple[str, str]],
        path: str | None,
        output_format: str,
    ) -> int:
        workspace = open_from(session, path)
        review = api.forms(workspace, packs)
        waiting = review.of_state("new", "changed")
        automatic = accept or accept_doubtful or accept_changed
        if automatic or prune:
            decided = {
                item.key: item.made or item.form
                for item in waiting
                if _is_accepted(item, accept, accept_doubtful, accept_changed)
            }
        elif session.console.is_interactive and output_format == "text":
            from roadmapkit.cli.forms_walk import walk_forms

            decided = walk_forms(session, waiting) if waiting else {}
        elif waiting:
            _show(session, review, waiting, output_format)
            hint = Message(
                "Review them on a terminal, or accept those that are certain: "
                "roadmapkit forms review --accept"
            )
            session.console.note(session.say(hint))
            return 1
        else:
            decided = {}
        left = [item for item in waiting if item.key not in decided]
        removed = len(review.unused) if prune else 0
        if decided or removed or (review.exists and (review.readings or review.stale)):
            api.accept_forms(workspace, decided, prune=prune, packs=packs)
        counts = {"accepted": len(decided), "left": len(left), "removed": removed}
        _tell(session, review, counts, left, output_format)
        if prune and not review.complete:
            kept = Message("Nothing was removed: not every document could be read without errors")
            session.console.note(session.say(kept))
        return int(bool(left))

    return Command(
        "review",
        session=session,
        summary=Message("Go through the new case forms and record them in forms.lock.yaml"),
        details=(
            Message(
                "On a terminal each form is shown with its case, its reason and the places "
                "where it is printed; what you accept or type is saved. Exit code 1 where "
                "forms are left that nobody has reviewed"
            ),
        ),
        examples=("roadmapkit forms review", "roadmapkit forms review --accept --prune"),
        params=[
            _flag(session, "--accept", Message("Accept all that are certain, without asking")),
            _flag(session, "--accept-doubtful", Message("Accept the doubtful ones too")),
            _flag(
                session,
                "--accept-changed",
                Message("Take the new form wherever the library would now make another"),
            ),
            _flag(session, "--prune", Message("Delete from the lock what no document prints")),
            _packs(session),
            workspace_option(session),
            format_option(session, "text", "json"),
        ],
        callback=review_forms,
    )


def _flag(session: Session, name: str, about: Message) -> Option:
    return Option(session, name, is_flag=True, about=about)


def _packs(session: Session) -> Option:
    return Option(
        session,
        "--pack",
        "packs",
        nargs=2,
        multiple=True,
        metavar=session.say(Message("ID PARTY")),
        about=Message(
            "With the forms of a pack, which no document prints; may be given several times"
        ),
    )


def _is_accepted(item: ListedForm, accept: bool, doubtful: bool, changed: bool) -> bool:
    """Tell whether a form is accepted without being shown to anybody."""
    if item.state == "changed":
        return changed
    return item.told and (doubtful if item.doubtful else accept)


def _tell(
    session: Session,
    review: FormsReview,
    counts: Mapping[str, int],
    left: Sequence[ListedForm],
    output_format: str,
) -> None:
    """Say what was recorded and what is left."""
    from roadmapkit.cli.forms_text import forms_record

    file = shown_path(review.file.resolve(), Path.cwd())
    if output_format == "json":
        record = {**counts, **forms_record(session, review, left, file)}
        session.console.print_json(record)
        return
    message = Message(
        "{file}: accepted {accepted}, left {left}, removed {removed}", file=file, **counts
    )
    session.console.print(session.say(message))


def _show(
    session: Session, review: FormsReview, forms: Sequence[ListedForm], output_format: str
) -> None:
    from roadmapkit.cli.forms_text import form_block, forms_record, forms_table, heading_of

    console = session.console
    if output_format == "json":
        file = shown_path(review.file.resolve(), Path.cwd())
        record = forms_record(session, review, forms, file)
        console.print_json(record)
    elif output_format == "csv":
        console.write(forms_table(session, forms))
    else:
        for state in ("new", "changed", "reviewed", "unused"):
            found = [item for item in forms if item.state == state]
            if found:
                console.print(f"{session.say(heading_of(state))}: {len(found)}")
            for item in found:
                for line in form_block(session, item, width=console.width - 2):
                    console.print(f"  {line}")
        if not forms:
            console.print(session.say(Message("There are no such forms")))
