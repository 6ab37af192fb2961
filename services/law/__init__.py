"""The law opened up: what the command line and the API both say of a regulation.

`facts` reads the facts of a regulation from JSON; `messages` is what goes out.
"""
