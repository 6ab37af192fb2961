"""The law: dated parameters, regulations that determine with an explanation, powers, terms.

`parameters` holds the numbers of the law as data, one file per law; `regulations` one module per
regulation; `determination` is what they are written with; `catalogue` finds them by id.
"""
