"""Files become models; every fault of every file is a finding with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmapkit.lazily import names_from

if TYPE_CHECKING:
    from roadmapkit.load.all_codes import CODES
    from roadmapkit.load.data_tables import csv_files
    from roadmapkit.load.discovery import SETTINGS_NAME, discover
    from roadmapkit.load.document import LoadedDocument
    from roadmapkit.load.forms import FilledForm, FilledRow, read_form
    from roadmapkit.load.forms_lock import FORMS_LOCK_NAME, FormsLock, ReviewedForm
    from roadmapkit.load.lock_files import read_lock
    from roadmapkit.load.part import Gathered, Held, Part
    from roadmapkit.load.picture_files import PictureFile
    from roadmapkit.load.tables import ImportedDirectory, import_directory
    from roadmapkit.load.validation import validate
    from roadmapkit.load.workspace import LoadedWorkspace, load_workspace

__all__ = [
    "CODES",
    "FORMS_LOCK_NAME",
    "SETTINGS_NAME",
    "FilledForm",
    "FilledRow",
    "FormsLock",
    "Gathered",
    "Held",
    "ImportedDirectory",
    "LoadedDocument",
    "LoadedWorkspace",
    "Part",
    "PictureFile",
    "ReviewedForm",
    "csv_files",
    "discover",
    "import_directory",
    "load_workspace",
    "read_form",
    "read_lock",
    "validate",
]

__getattr__ = names_from(
    __name__,
    {
        "all_codes": "CODES",
        "data_tables": "csv_files",
        "discovery": "SETTINGS_NAME discover",
        "document": "LoadedDocument",
        "forms": "FilledForm FilledRow read_form",
        "forms_lock": "FORMS_LOCK_NAME FormsLock ReviewedForm",
        "lock_files": "read_lock",
        "part": "Gathered Held Part",
        "picture_files": "PictureFile",
        "tables": "ImportedDirectory import_directory",
        "validation": "validate",
        "workspace": "LoadedWorkspace load_workspace",
    },
)
