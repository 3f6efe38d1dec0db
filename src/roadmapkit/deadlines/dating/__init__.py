"""From a reading to dates: the year that fits, recurrence in a period, working dates, reasons.

``readings`` decides by the kind of a reading; ``terms`` dates one calendar term, ``recurring``
and ``series`` what recurs, ``throughout`` what lasts, ``occurrences`` gives working dates,
``bounds`` first and last day of each unit, ``remarks`` what is to be said about a dated term.
"""
