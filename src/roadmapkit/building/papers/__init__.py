"""Papers and letters beside a document: which there are, and what each prints."""
