"""Files become models; every fault of every file is a finding with its place."""

from roadmapkit.load import codes, data_table_codes, tables
from roadmapkit.load.data_tables import csv_files
from roadmapkit.load.discovery import SETTINGS_NAME, discover
from roadmapkit.load.document import LoadedDocument
from roadmapkit.load.forms import FilledForm, FilledRow, read_form
from roadmapkit.load.forms_lock import FORMS_LOCK_NAME, FormsLock, ReviewedForm
from roadmapkit.load.lock_files import read_lock
from roadmapkit.load.picture_files import PictureFile
from roadmapkit.load.tables import ImportedDirectory, import_directory
from roadmapkit.load.validation import validate
from roadmapkit.load.workspace import LoadedWorkspace, load_workspace

CODES = (*codes.CODES, *data_table_codes.CODES, *tables.CODES)
"""Every kind of finding of this package."""

__all__ = [
    "CODES",
    "FORMS_LOCK_NAME",
    "SETTINGS_NAME",
    "FilledForm",
    "FilledRow",
    "FormsLock",
    "ImportedDirectory",
    "LoadedDocument",
    "LoadedWorkspace",
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
