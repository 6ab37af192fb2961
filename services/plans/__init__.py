"""What can be done with plans and decisions: the application services behind API, console and demo.

Every call takes an actor and decides rights first; nothing here knows HTTP, and only `temporal`
knows
Temporal.
"""
