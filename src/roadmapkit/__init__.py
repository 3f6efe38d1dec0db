"""Declarative YAML roadmaps kept in git become official documents."""

__version__ = "0.1.0"
