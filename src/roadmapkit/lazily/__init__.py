"""What is made when it is first used, and not when a module is imported.

A check of a small workspace uses a fraction of the library, and a person waits for
everything that is made: modules, methods of classes, compiled patterns.
"""

from roadmapkit.lazily.classes import classes_from
from roadmapkit.lazily.names import names_from
from roadmapkit.lazily.patterns import regex
from roadmapkit.lazily.records import dataclass

__all__ = ["classes_from", "dataclass", "names_from", "regex"]
