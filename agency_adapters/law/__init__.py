"""How an agency holds its ledger against its law: record by record, as far as its facts reach.

`ledger_facts` reads facts from the agency's own records; `applied` says which regulation speaks
about which records; `by_law` does it for a whole position. Which law an agency applies stands in
that agency's own folder (`law.py`).
"""
