"""From characters to a reading: the grammar of deadline phrases.

1. ``lexer`` and ``noise``: characters → tokens; ``lexicon`` knows the word forms of ``data``.
2. ``units``, ``terms``, ``periods``, ``recurrence``, ``reporting``, ``duration``, ``distance``,
   ``events``, ``clauses``, ``parties``: the productions, each in the docstring of its function.
3. ``grammar``: tokens → items, in the order of the phrase.
4. ``years`` and ``compose``: items → reading (``tree``), before any period is known.
"""
