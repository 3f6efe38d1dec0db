"""Back to words: a reading as the house writes it, which parses to the same reading.

``terms`` words one calendar term, ``readings`` a whole phrase, in a column or in a sentence.
"""
