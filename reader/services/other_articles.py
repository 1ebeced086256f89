"""Other articles of the library in which an entity occurs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from reader.domain.articles import ArticleId
from reader.storage.entity_index import Occurrence


@dataclass(frozen=True, slots=True)
class OtherArticle:
    """An article of the library that an entity occurs in. `published` is as in `Article`."""

    id: ArticleId
    title: str
    outlet: str | None
    published: str | None
    opened: datetime
    mention_count: int


def other_articles(found: Iterable[Occurrence], least_confidence: float) -> tuple[OtherArticle, ...]:
    """The articles of these occurrences, the newest first; mentions that are less sure do not count."""
    articles: dict[ArticleId, OtherArticle] = {}
    for one in found:
        count = one.count_from(least_confidence)
        if least_confidence > 0 and not count:
            continue
        known = articles.get(one.article)
        articles[one.article] = OtherArticle(
            id=one.article,
            title=one.title,
            outlet=one.outlet,
            published=one.published,
            opened=datetime.fromisoformat(one.opened),
            mention_count=count + (known.mention_count if known else 0),
        )
    return tuple(sorted(articles.values(), key=_newest_first))


def _newest_first(article: OtherArticle) -> tuple[int, float]:
    """By the day it was published, where that is known, and on one day the last opened first."""
    try:
        day = date.fromisoformat((article.published or "")[:10])
    except ValueError:
        day = article.opened.date()
    return -day.toordinal(), -article.opened.timestamp()
