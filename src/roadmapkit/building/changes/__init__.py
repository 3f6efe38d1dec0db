"""What a change of the directory does to documents."""
