"""What the families of codes are about."""

from __future__ import annotations

from roadmapkit.diagnostics import Message

__all__ = ["FAMILIES"]

FAMILIES = {
    "SRC": Message("Files and YAML"),
    "SCH": Message("Keys and values"),
    "DUE": Message("Deadlines"),
    "PAR": Message("Directory and parties"),
    "IMP": Message("Tables that a directory is made from"),
    "REF": Message("References between documents"),
    "TXT": Message("Running text and programmes"),
    "TBL": Message("Tables of data"),
    "LNG": Message("Case forms"),
    "FRM": Message("Reviewed case forms"),
    "ORD": Message("Orders"),
    "ACT": Message("Signed acts"),
    "MIN": Message("Minutes"),
    "NEW": Message("Drafts made from other documents"),
    "PRG": Message("Progress"),
    "RPT": Message("Reports on progress"),
    "STA": Message("Marks of parties and their forms"),
    "TPL": Message("Word templates"),
    "FMT": Message("Format, pictures, PDF"),
    "VER": Message("Finished files"),
    "BLD": Message("Output"),
    "CHK": Message("The choice of checks"),
    "TYP": Message("Text"),
    "INS": Message("Inspection of Word documents"),
    "ABB": Message("Abbreviations"),
    "PAP": Message("Papers and letters"),
    "NUM": Message("Numbering"),
    "CMP": Message("Completeness"),
}
"""Titles by the letters that codes begin with, in the order in which they are listed."""
