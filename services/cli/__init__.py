"""The command line `samenloop`.

It talks to a running installation over its REST API, and to the agencies' development service for
what only an engineer does (loading, reading and troubling ledgers). Commands, help and errors are
English, like the code; what is said about a household is Dutch.
"""
