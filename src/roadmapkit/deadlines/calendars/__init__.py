"""Time as law and schools count it: terms of the Civil Code, working days, academic years.

``civil_code`` has one function a clause, ``production`` the working days and the years for
which they are known, ``school`` terms and breaks, ``period`` the time that a plan is for.
"""
