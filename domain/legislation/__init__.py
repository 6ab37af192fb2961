"""The law as far as this version needs it: dated parameters, norms, the protected amount, terms.

One module per law (or per subject that several laws share). Amounts are `DatedParameter`s with
their source; a regulation is a pure function that names its articles. No agency is named here.
"""
