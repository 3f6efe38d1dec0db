"""Tables that people keep lists in, CSV and XLSX, become a directory in YAML.

``sheets`` reads files into cells, ``headings`` tells what the columns are, ``rows`` reads
the cells of a row, ``gathering`` makes entries of the rows, ``ids`` names them, and
``writing`` writes them down; ``importing`` runs it all.
"""

from roadmapkit.load.tables.codes import CODES
from roadmapkit.load.tables.importing import ImportedDirectory, import_directory

__all__ = ["CODES", "ImportedDirectory", "import_directory"]
