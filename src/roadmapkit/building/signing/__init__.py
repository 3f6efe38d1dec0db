"""Signed acts: registered, sealed, and held against what they print today."""
