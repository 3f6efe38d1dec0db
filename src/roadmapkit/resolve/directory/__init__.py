"""The directory as it holds in one folder: ``index`` answers, ``checks`` finds its faults."""
