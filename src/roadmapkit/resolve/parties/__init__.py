"""Whom a cell «Ответственные» means.

``reading`` is the way in. Characters become ``tokens``, tokens ``pieces``; ``match`` and
``entries`` find pieces in the directory, ``heads``, ``names`` and ``complement`` tell
what a piece is by its form alone; ``words`` loads the words that all of them know.
"""
