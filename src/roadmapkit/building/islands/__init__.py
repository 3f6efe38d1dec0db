"""Large workspaces, island by island: what no reference connects knows nothing of each other."""
