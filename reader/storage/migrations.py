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


def create_corrections(connection: sqlite3.Connection) -> None:
    """And the index that tells where else an entity occurs, for corrections change what it tells."""
    _create_statements(connection)
    _create_entity_index(connection)


def _create_statements(connection: sqlite3.Connection) -> None:
    connection.execute(
        """CREATE TABLE correction (
            id INTEGER PRIMARY KEY,
            article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            made TEXT NOT NULL,
            is_withdrawn INTEGER NOT NULL DEFAULT 0,
            content BLOB NOT NULL
        )"""
    )
    connection.execute("CREATE INDEX correction_by_article ON correction (article_id)")
    # A file that was edited is another article: what was said of its last text counts for the new one, too.
    connection.execute(
        """CREATE TRIGGER article_insert AFTER INSERT ON article WHEN new.source_name != '' BEGIN
            INSERT INTO correction (article_id, made, is_withdrawn, content)
            SELECT new.id, made, is_withdrawn, content FROM correction
            WHERE article_id = (
                SELECT id FROM article
                WHERE source_kind = new.source_kind AND source_name = new.source_name AND id != new.id
                ORDER BY opened DESC, id DESC LIMIT 1
            )
            ORDER BY id;
        END"""
    )
    connection.execute(
        """CREATE TABLE dictionary_entry (
            id INTEGER PRIMARY KEY,
            text TEXT NOT NULL UNIQUE,
            kind TEXT,
            name TEXT NOT NULL,
            is_inflected INTEGER NOT NULL,
            is_removed INTEGER NOT NULL DEFAULT 0
        )"""
    )
    connection.execute(
        """CREATE TABLE sameness (
            id INTEGER PRIMARY KEY,
            first_kind TEXT NOT NULL,
            first_name TEXT NOT NULL,
            first_shown TEXT NOT NULL,
            second_kind TEXT NOT NULL,
            second_name TEXT NOT NULL,
            second_shown TEXT NOT NULL,
            is_same INTEGER NOT NULL,
            is_withdrawn INTEGER NOT NULL DEFAULT 0
        )"""
    )
    # Notes that became one: enough to take them apart again.
    connection.execute(
        """CREATE TABLE note_join (
            id INTEGER PRIMARY KEY,
            cause TEXT NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            entity_name TEXT NOT NULL,
            text TEXT NOT NULL,
            updated TEXT NOT NULL,
            into_kind TEXT NOT NULL,
            into_name TEXT NOT NULL,
            text_before TEXT,
            text_after TEXT NOT NULL
        )"""
    )
    connection.execute("CREATE INDEX note_join_by_cause ON note_join (cause)")


def _create_entity_index(connection: sqlite3.Connection) -> None:
    connection.execute(
        """CREATE TABLE occurrence (
            article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            entity_name TEXT NOT NULL,
            knowledge_id TEXT,
            mention_count INTEGER NOT NULL,
            PRIMARY KEY (article_id, kind, name)
        ) WITHOUT ROWID"""
    )
    connection.execute("CREATE INDEX occurrence_by_entity ON occurrence (kind, name)")
    connection.execute(
        """CREATE INDEX occurrence_by_knowledge ON occurrence (knowledge_id)
        WHERE knowledge_id IS NOT NULL"""
    )
    # Which articles the index tells the truth about, as of which state of the reader's dictionary.
    connection.execute(
        """CREATE TABLE indexed_article (
            article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
            revision INTEGER NOT NULL
        )"""
    )
    connection.execute("CREATE TABLE index_revision (number INTEGER NOT NULL)")
    connection.execute("INSERT INTO index_revision VALUES (0)")
    # Whoever keeps findings or corrections need not know the index: the article is read anew.
    for table in ("annotations", "correction"):
        for event in ("INSERT", "UPDATE"):
            connection.execute(
                f"""CREATE TRIGGER {table}_{event.lower()} AFTER {event} ON {table} BEGIN
                    DELETE FROM indexed_article WHERE article_id = new.article_id;
                END"""  # noqa: S608  (names from above)
            )


def keep_confidences(connection: sqlite3.Connection) -> None:
    """How sure names and quotations are, so that those too doubtful to be shown are not counted.

    NULL where an older program kept the findings. The index is made anew: it counts names alone now.
    """
    connection.execute("ALTER TABLE annotations ADD COLUMN quotation_shares BLOB")
    connection.execute("ALTER TABLE occurrence ADD COLUMN name_shares BLOB")
    connection.execute("UPDATE index_revision SET number = number + 1")


MIGRATIONS = (create_articles, create_notes, create_corrections, keep_confidences)
