"""What a web page says of itself: title, byline, outlet, date. Search engines ask for it, so it is there."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from reader.importers.normalisation import settled

ARTICLE_TYPES = re.compile(r"Article|Posting|Report$|NewsItem")
DESCRIPTIONS = ("og:description", "description", "twitter:description", "dcterms.abstract")
DATES = (
    "article:published_time",
    "og:article:published_time",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "datepublished",
    "publishdate",
    "pubdate",
)
AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher", "copyright")
TITLE_TAIL = re.compile(r"\s([|–—•·-])\s([^|–—•·]{2,40})$")
LONGEST_TAIL, MOST_TAILS = 60, 2
LINK = re.compile(r"https?://|www\.|@")
BY = re.compile(r"^(?:von|by|text|autor(?:in)?)\b:?\s+", re.IGNORECASE)
COMPANY = re.compile(r"\s+(?:GmbH(?: & Co\.? KG)?|AG|SE|KG|Verlag)$")
WHITE_SPACE = re.compile(r"[ \t\n\r\f\v]+")  # a no-break space is the author's
SHOWN_BYLINES = (
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline') or contains(@class, 'author')]"
    "[not(ancestor::aside or ancestor::*[not(self::body or self::article)][contains(@class, 'comment')])]"
)
LONGEST_BYLINE = 14  # words
MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
SHOWN_DATE = re.compile(
    r"\b(?P<day>\d{1,2})\.\s?(?:(?P<number>\d{1,2})\.\s?|"
    r"(?P<name>(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\w*)\.?\s)(?P<year>20\d\d|19\d\d)\b"
)
DEEPEST = 6  # levels of linked data that are looked through
MOST_ITEMS = 200


@dataclass(frozen=True, slots=True)
class Particulars:
    """Empty where the page says nothing. `body` is the text as linked data has it."""

    title: str = ""
    description: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    body: str = ""
    is_article: bool = False


def particulars_of(tree: Any) -> Particulars:  # noqa: ANN401  (lxml has no types)
    given = _meta(tree)
    linked = _linked_article(tree)
    page_title = one_line("".join(title.text_content() for title in tree.iter("title")))
    publisher = _names(linked.get("publisher"))
    outlet = _outlet([*publisher, *(given.get(key, "") for key in OUTLETS[:1])], given, page_title)
    title = (
        one_line(_text(linked.get("headline"))) or given.get("og:title", "") or given.get("twitter:title", "")
    )
    return Particulars(
        title=_without_outlet(title or page_title, outlet, is_page_title=not title),
        description=one_line(_text(linked.get("description"))) or _first(given, DESCRIPTIONS),
        byline=_byline(_names(linked.get("author")) or _authors(given), outlet)
        or _shown_byline(tree, outlet),
        outlet=outlet,
        published=_date([_text(linked.get("datePublished")), *(given.get(key, "") for key in DATES)], tree),
        body=settled(_text(linked.get("articleBody"))),
        is_article=bool(linked) or given.get("og:type", "") == "article",
    )


def cleaned_byline(words: str, outlet: str) -> str:
    """The byline as the page shows it, without the word before it."""
    return _byline([BY.sub("", one_line(words))], outlet)


def shown_date(labels: Iterable[str]) -> str:
    """The first date, as Germans write it, in the words between headline and text; in ISO 8601."""
    for found in (found for words in labels for found in SHOWN_DATE.finditer(words)):
        month = int(found["number"] or MONTHS.index(found["name"][:3].casefold().replace("jän", "jan")) + 1)
        try:
            return date(int(found["year"]), month, int(found["day"])).isoformat()
        except ValueError:  # the 31st of June
            continue
    return ""


def one_line(words: str) -> str:
    return WHITE_SPACE.sub(" ", settled(words)).strip()


def _meta(tree: Any) -> dict[str, str]:  # noqa: ANN401
    """The first value of every meta element, by its name in lower case."""
    given: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and (content := one_line(element.get("content") or "")):
            given.setdefault(name.casefold(), content)
    return given


def _linked_article(tree: Any) -> dict[str, Any]:  # noqa: ANN401
    """The first article in the linked data of the page."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            content = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):  # written by hand, and badly: the page has other signs
            continue
        for number, item in enumerate(_objects(content, DEEPEST)):
            kinds = item.get("@type")
            if any(
                ARTICLE_TYPES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                return item
            if number >= MOST_ITEMS:
                break
    return {}


def _objects(content: Any, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    if depth == 0:
        return
    if isinstance(content, dict):
        yield content
        yield from _objects(content.get("@graph"), depth - 1)
        yield from _objects(content.get("mainEntity"), depth - 1)
    elif isinstance(content, list):
        for item in content:
            yield from _objects(item, depth - 1)


def _names(value: Any) -> list[str]:  # noqa: ANN401
    """Names of the persons or organisations that linked data gives as text, object or list."""
    if isinstance(value, list):
        return [
            name
            for item in value[:MOST_ITEMS]
            for name in (_names(item) if not isinstance(item, list) else [])
        ]
    if isinstance(value, dict):
        value = value.get("name")
        if isinstance(value, list):
            value = value[0] if value else None
    name = one_line(_text(value))
    return [name] if name and not LINK.search(name) else []


def _text(value: Any) -> str:  # noqa: ANN401
    return value if isinstance(value, str) else ""


def _first(given: dict[str, str], keys: Iterable[str]) -> str:
    return next((given[key] for key in keys if key in given), "")


def _authors(given: dict[str, str]) -> list[str]:
    found = (given.get(key, "") for key in AUTHORS)
    return next(([BY.sub("", name)] for name in found if name and not LINK.search(name)), [])


def _shown_byline(tree: Any, outlet: str) -> str:  # noqa: ANN401
    """What the page marks as the author of the article."""
    for element in tree.xpath(SHOWN_BYLINES)[:MOST_ITEMS]:
        words = one_line(element.text_content())
        if 0 < len(words.split()) <= LONGEST_BYLINE and (byline := cleaned_byline(words, outlet)):
            return byline
    return ""


def _outlet(named: list[str], given: dict[str, str], page_title: str) -> str:
    for name in (*named, *(given.get(key, "") for key in OUTLETS[1:])):
        if name and not LINK.search(name):
            return COMPANY.sub("", name)
    tail = TITLE_TAIL.search(page_title[-LONGEST_TAIL:])
    return tail.group(2) if tail else ""


def _without_outlet(title: str, outlet: str, *, is_page_title: bool) -> str:
    """The title without the outlet behind it; `title` elements often have a section there, too."""
    separator = None
    for _ in range(MOST_TAILS):
        tail = TITLE_TAIL.search(title[-LONGEST_TAIL:])
        if not tail or not (is_page_title or tail.group(2).casefold() == outlet.casefold()):
            break
        if separator not in {None, tail.group(1)}:
            break
        separator = tail.group(1)
        title = title[: len(title) - len(tail.group())]
    return title


def _byline(names: list[str], outlet: str) -> str:
    """The names, each once, without the outlet."""
    kept: list[str] = []
    for name in names:
        parts = [part.strip() for part in name.split(",")]
        words = ", ".join(part for part in parts if part and part.casefold() != outlet.casefold())
        if words and words not in kept:
            kept.append(words)
    return ", ".join(kept)


def _date(candidates: list[str], tree: Any) -> str:  # noqa: ANN401
    """The first that is a date, in ISO 8601; else the first time element that has one."""
    times = (element.get("datetime") or "" for element in tree.iter("time"))
    return next((found for given in (*candidates, *times) if (found := _iso(given))), "")


def _iso(given: str) -> str:
    words = given.strip()
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return ""
    return (
        moment.isoformat(timespec="seconds") if len(words) > len("2024-05-14") else moment.date().isoformat()
    )
