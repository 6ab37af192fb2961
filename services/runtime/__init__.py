"""The embedded default: starts, watches and stops every process of one installation on one machine.

One data directory is one installation: its database, Temporal's file, keys, certificates, logs, and
`runtime.json`, which tells what runs where. In production none of this is used; the same processes
then get addresses in their environment.
"""
