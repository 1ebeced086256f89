"""What the reader said for all articles, read from a library that is left as it is."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.services.correcting import corrected
from reader.services.dictionary import ReadersDictionary
from reader.services.knowing import Knowing
from reader.services.samenesses import Samenesses
from reader.storage.database import open_to_read
from reader.storage.dictionary_store import DictionaryStore
from reader.storage.sameness_store import SamenessStore


@dataclass(frozen=True, slots=True, eq=False)
class Statements:
    """The dictionary and the declarations; corrections of single articles are not among them."""

    dictionary: ReadersDictionary
    samenesses: Samenesses
    knowing: Knowing | None = None

    def apply(self, article: Article, annotations: Annotations) -> Annotations:
        return corrected(
            article,
            annotations,
            dictionary=self.dictionary,
            samenesses=self.samenesses,
            knowing=self.knowing,
        ).annotations


@cache
def statements_of(library: Path, resources: Path | None = None) -> Statements:
    """The statements as they were when this process first asked for them; none in an older library.

    What they name is linked to the knowledge base in `resources`.

    Raises:
        StorageFailed: if the library cannot be read.
    """
    database = open_to_read(library)
    try:
        entries = DictionaryStore(database).all() if database.has_table("dictionary_entry") else []
        declared = SamenessStore(database).all() if database.has_table("sameness") else []
    finally:
        database.close()
    knowing = Knowing(KnowledgeIndex.load(resources)) if resources is not None else None
    return Statements(ReadersDictionary(entries), Samenesses(declared), knowing)
