"""From a reading to dates: the year that fits, recurrence in a period, working dates, reasons.

``readings`` decides by the kind of a reading; ``terms`` dates one calendar term, ``recurring``
and ``series`` what recurs, ``throughout`` what lasts, ``occurrences`` gives working dates,
``bounds`` first and last day of each unit, ``remarks`` what is to be said about a dated term.

What an event sets: ``eventual`` makes the deadline, ``bases`` finds what it counts from,
``events`` are the dated events, ``openers`` and ``stems`` the words around and in their names,
``counting`` the arithmetic. ``reporting`` dates what has no date, ``combined`` joins terms,
``several_days`` the days of one month.
"""
