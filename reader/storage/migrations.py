"""The steps by which the library's tables came to be. Append; never edit a shipped step."""

import sqlite3


def create_articles(connection: sqlite3.Connection) -> None:
    connection.execute(
        """CREATE TABLE article (
            id INTEGER PRIMARY KEY,
            source_kind TEXT NOT NULL,
            source_name TEXT NOT NULL,
            text_digest TEXT NOT NULL,
            title TEXT NOT NULL,
            outlet TEXT,
            published TEXT,
            word_count INTEGER NOT NULL,
            opened TEXT NOT NULL,
            is_removed INTEGER NOT NULL DEFAULT 0,
            content BLOB NOT NULL,
            UNIQUE (source_kind, source_name, text_digest)
        )"""
    )
    connection.execute("CREATE INDEX article_by_opened ON article (opened)")
    connection.execute(
        """CREATE TABLE annotations (
            article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
            text_digest TEXT NOT NULL,
            quotation_count INTEGER NOT NULL,
            content BLOB NOT NULL
        )"""
    )


def create_notes(connection: sqlite3.Connection) -> None:
    connection.execute(
        """CREATE TABLE note (
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            entity_name TEXT NOT NULL,
            text TEXT NOT NULL,
            updated TEXT NOT NULL,
            PRIMARY KEY (kind, name)
        )"""
    )
    # What a note said before it was changed or erased: nothing the reader wrote is ever lost.
    connection.execute(
        """CREATE TABLE note_history (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            entity_name TEXT NOT NULL,
            text TEXT NOT NULL,
            updated TEXT NOT NULL
        )"""
    )
    connection.execute("CREATE INDEX note_history_by_entity ON note_history (kind, name)")


MIGRATIONS = (create_articles, create_notes)
