"""The output folder: what is written there, what is on record, and what became of it."""
