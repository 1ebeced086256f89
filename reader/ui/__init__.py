"""The window: the only package that knows Qt.

Widgets paint and report, they decide nothing. `main_window.py` puts the parts together,
`reading_session.py` holds what is open and asks the services, with the parts that open, analyse, save
and keep (`opening.py`, `analysing.py`, `article_saving.py`, `library_keeping.py`, `note_keeping.py`);
`application.py` starts it all.
camelCase in a `def` line means that Qt calls it.
"""
