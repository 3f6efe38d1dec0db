"""From characters to a reading: the grammar of deadline phrases.

1. ``lexer`` and ``noise``: characters → tokens; ``lexicon`` knows the word forms of ``data``.
2. ``units``, ``lists``, ``terms``, ``periods``, ``recurrence``, ``reporting``, ``duration``,
   ``distance``, ``events``, ``clauses``, ``parties``: the productions, each in the docstring of
   its function; ``ranges`` joins two units.
3. ``grammar``: tokens → items, in the order of the phrase.
4. ``compose``: items → reading (``tree``), before any period is known. ``labels`` and
   ``years`` prepare the items, ``grouped`` gives each term its remarks, ``collected`` makes one
   recurrence.
"""
