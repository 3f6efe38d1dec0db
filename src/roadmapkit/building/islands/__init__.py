"""Large workspaces, island by island: documents that no reference connects know nothing of each other."""
