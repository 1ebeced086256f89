"""A quotation as it leaves the program for another text: the words, whose they are, and where they stand."""

import re
from dataclasses import dataclass
from pathlib import Path

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.quotations import Quotation
from reader.presentation.quotation_rows import one_line, speaker_name

ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """What is not known is empty. `source` is an address or the name of a file, without its folders."""

    text: str
    speaker: str
    outlet: str
    published: str
    title: str
    source: str

    @property
    def is_address(self) -> bool:
        return ADDRESS.match(self.source) is not None


def citation_of(quotation: Quotation, article: Article, annotations: Annotations) -> Citation:
    source = article.source.name
    return Citation(
        text=one_line(quotation),
        speaker=speaker_name(quotation, annotations),
        outlet=article.outlet or "",
        published=article.published or "",
        title=" ".join(article.title.split()),
        source=source if ADDRESS.match(source) else Path(source).name,
    )
