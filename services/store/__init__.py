"""The store: registers, decisions and projections in PostgreSQL, one municipality walled off
from another.

It owns what people search and what the law wants kept; the truth about a running plan is its
workflow. Personal data stands in it sealed with the household's key only.
"""
