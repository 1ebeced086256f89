"""The library on disk: the only package that knows SQLite.

Stores take and give values of `reader.domain`. Start at `database.py`. One connection, used by one
thread.
"""
