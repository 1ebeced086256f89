"""Lesart, a desktop reader for news.

It opens an article, highlights who and what it is about, tints direct and indirect speech and
says whose it is, and keeps the reader's notes.

The layers, from the top; each imports only from those below it, and a tool proves it:

    main, command_line      build the app from its parts; the `lesart` command
    ui                      the window; the only package that knows Qt
    presentation, services  what to show, and what the app can do; no Qt, no screen
    nlp                     article -> annotations; the only package that knows spaCy
    importers, knowledge, storage   the outside world, what is known beforehand, SQLite
    domain                  the words of the trade as frozen values; standard library only

An article flows one way: source -> importers -> `Article` -> nlp -> `Annotations` ->
presentation -> ui. A click flows back as a signal to `ui/reading_session.py`.

Start reading at `main.py`, then `ui/reading_session.py`, then `nlp/pipeline.py`.
"""

__version__ = "0.1.0"
