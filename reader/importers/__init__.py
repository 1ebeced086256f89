"""Brings articles in from the outside world: files, saved web pages, pasted text.

Everything foreign is read here and nowhere else, in a worker process. Imports only the domain. Start at
`opener.py`.
"""
