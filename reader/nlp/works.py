"""Titles in quotation marks behind a word for a work: the film „Ein Mann sucht Amerika“ is no place."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from reader.domain.entities import EntityKind
from reader.nlp.findings import Finding
from reader.nlp.name_borders import PAIRS

# Words, and what their compounds end in; in GermEval's training data five of six things quoted behind them
# are titles of works.
WORKS = (
    "film", "album", "buch", "roman", "song", "lied", "single", "serie", "sendung", "sendereihe", "musical",
    "oper", "operette", "theaterstück", "drama", "komödie", "gedicht", "gedichtband", "erzählung", "novelle",
    "titel", "computerspiel", "videospiel", "dokumentation", "hörspiel", "ballade", "trilogie", "thriller",
    "krimi", "podcast", "essay", "aufsatz", "comic", "ausstellung", "ouvertüre", "hymne", "doku", "reportage",
)  # fmt: skip
ENGLISH = frozenset({"novel", "movie", "film", "album", "song", "book", "documentary", "musical", "opera"})
GENITIVE = ("es", "s")
LONGEST_TITLE = 12  # tokens
PLAIN_MARK = '"'
CONFIDENCE = 0.96  # above what a weapon in the title may take away


def with_works(doc: Doc, findings: Sequence[Finding]) -> list[Finding]:
    """The findings; a title is one name of its own, and nothing in it is another."""
    titles = list(_titles(doc))
    if not titles:
        return list(findings)
    others = (one for one in findings if not any(title.overlaps(one) for title in titles))
    return [*others, *titles]


def _titles(doc: Doc) -> Iterator[Finding]:
    for place in range(1, len(doc) - 2):
        closing = PAIRS.get(doc[place].text, PLAIN_MARK if doc[place].text == PLAIN_MARK else "")
        if not closing or not _is_work(doc[place - 1].text):
            continue
        end = place + 1
        while end < min(len(doc), place + LONGEST_TITLE) and doc[end].text not in closing:
            if "\n" in doc[end].text:
                break
            end += 1
        is_closed = place + 1 < end < len(doc) and doc[end].text in closing
        if is_closed and not doc[place + 1].text.islower():
            yield Finding(place + 1, end, EntityKind.OTHER, confidence=CONFIDENCE)


def _is_work(word: str) -> bool:
    if not word[:1].isupper():
        return word in ENGLISH
    lower = word.lower()
    return lower.endswith(WORKS) or any(
        lower.endswith(ending) and lower.removesuffix(ending).endswith(WORKS) for ending in GENITIVE
    )
