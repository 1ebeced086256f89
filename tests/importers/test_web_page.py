"""Articles on saved web pages: all of the article, and nothing beside it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.articles import Article
from reader.domain.errors import CannotOpen, OpenFailure
from reader.importers.opener import open_file
from reader.importers.web_page import page_text

Opens = Callable[..., Article]
Lines = Callable[[Article], list[str]]

PAGES = sorted((Path(__file__).parents[1] / "data" / "pages").glob("*.html"))
FIRST = "Der Rat hat am Montag lange beraten und dann entschieden, dass die Brücke gebaut wird."
SECOND = "Die Kosten trägt das Land, sagte Bürgermeisterin Nora Feld nach der Sitzung vor Journalisten."
THIRD = "Im Herbst sollen die Arbeiten beginnen, und im nächsten Frühjahr soll alles fertig sein."
LINKED = '<script type="application/ld+json">{}</script>'
BESIDE = "Nein und noch einmal nein, sagen hier sehr viele Leute, die nichts damit zu tun haben."
PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


@pytest.fixture
def page(opened: Opens) -> Callable[..., Article]:
    """Opens a page with this body: `page("<h1>Titel</h1>…", head="<title>…")`."""

    def open_page(body: str, *, head: str = "") -> Article:
        markup = f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
        return opened(markup, name="seite.html")

    return open_page


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_article_is_found_whole_and_alone(path: Path, blocks_of: Lines) -> None:
    """Saved pages in the structure of news sites give what stands in the text beside them."""
    article = open_file(str(path))

    particulars = [
        f"title: {article.title}",
        f"byline: {article.byline or ''}".strip(),
        f"outlet: {article.outlet or ''}".strip(),
        f"published: {article.published or ''}".strip(),
    ]
    assert [*particulars, "", *blocks_of(article)] == path.with_suffix(".txt").read_text("utf-8").splitlines()


def test_a_page_gives_the_same_blocks_without_its_classes(blocks_of: Lines, opened: Opens) -> None:
    """Paragraphs are known by what they are, not only by names that sites give them."""
    path = next(path for path in PAGES if path.stem == "swiss_paper")
    bare = path.read_text("utf-8").replace('class="', 'data-x="')

    assert set(blocks_of(open_file(str(path)))) <= set(blocks_of(opened(bare, name="a.html")))


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("Die <b>Bürger</b>meisterin", "Die Bürgermeisterin"),
        ("mit <a href='/x'>Anna Weber</a>, die", "mit Anna Weber, die"),
        ("mit\n   <em>Anna</em>\n   <em>Weber</em>\n", "mit Anna Weber"),
        ("28&nbsp;Minuten", "28\u00a0Minuten"),
        ("Flug&shy;abwehr", "Flugabwehr"),
        ("H<sub>2</sub>O", "H2O"),
        ("erste Zeile<br>zweite Zeile", "erste Zeile zweite Zeile"),
        ("Donau<wbr>dampfer", "Donaudampfer"),
        ("sagte <q>Nein</q> und ging", "sagte „Nein“ und ging"),
        ("&bdquo;Ja&ldquo; &ndash; sagt&#101; er", "„Ja“ – sagte er"),
        ("A &amp; B &lt;C&gt;", "A & B <C>"),
        ("Mu&#x308;ller", "Müller"),
        ("<span>Anna</span> <span>Weber</span>", "Anna Weber"),
        ("<!-- nein -->Anna<!-- nein --> Weber", "Anna Weber"),
        ("<script>nein()</script>Anna<style>nein</style> Weber", "Anna Weber"),
        ("am <time datetime='2024-01-01'>1. Januar</time> kam", "am 1. Januar kam"),
    ],
)
def test_markup_within_a_paragraph_breaks_no_words(
    page: Callable[..., Article], markup: str, words: str
) -> None:
    """Links and emphasis neither join nor part words; white space is one space."""
    article = page(
        f"<article><h1>Brücke wird gebaut</h1>{PARAGRAPHS}<p>Wort, {markup} Ende dieses Satzes.</p></article>"
    )

    assert article.blocks[-1].span.of(article.text) == f"Wort, {words} Ende dieses Satzes."


def test_two_line_breaks_part_paragraphs(page: Callable[..., Article], blocks_of: Lines) -> None:
    """Old pages set their paragraphs so."""
    article = page(f"<h1>Brücke wird gebaut</h1><div>{FIRST}<br><br>{SECOND}<br />\n<br />{THIRD}</div>")

    assert blocks_of(article)[1:] == [f"paragraph: {words}" for words in (FIRST, SECOND, THIRD)]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{FIRST}<br>{SECOND}<br>{THIRD}</p>",
        f"<div>{FIRST}</div><div>{SECOND}</div><div>{THIRD}</div>",
        f"<pre>{FIRST}\n\n{SECOND}\n \n{THIRD}</pre>",
        f"<b style='display: block'>{FIRST}</b><b style='display:block'>{SECOND}</b><p>{THIRD}</p>",
        f"<section><p>{FIRST}</p></section><div><div><p>{SECOND}</p></div></div><p>{THIRD}</p>",
        f"<p><a href='/x'>{FIRST}</a></p><p>{SECOND}</p><p>{THIRD}</p>",
        f"{FIRST}<p>{SECOND}</p>{THIRD}",
    ],
)
def test_paragraphs_are_found_however_they_are_set(
    page: Callable[..., Article], blocks_of: Lines, body: str
) -> None:
    """By paragraphs, divisions, line breaks between whole sentences, or empty lines."""
    article = page(f"<h1>Brücke wird gebaut</h1><div>{body}</div>")

    assert blocks_of(article)[1:] == [f"paragraph: {words}" for words in (FIRST, SECOND, THIRD)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mehr aus Angst stimmte er zu.",
        "Stand jetzt bleibt alles offen.",
        "Von Anfang an war das klar.",
        "Links der Elbe wird gebaut.",
        "Sie schwieg.",
        "Newsletter verschickt sie keine mehr!",
        "3. Mai? Da war sie krank.",
    ],
)
def test_a_short_sentence_is_no_label(page: Callable[..., Article], blocks_of: Lines, sentence: str) -> None:
    """Though it begins as labels do."""
    article = page(
        f"<article><h1>Brücke wird gebaut</h1><p>{FIRST}</p><p>{sentence}</p><p>{SECOND}</p></article>"
    )

    assert blocks_of(article)[1:] == [f"paragraph: {words}" for words in (FIRST, sentence, SECOND)]


def test_an_article_may_be_a_list(page: Callable[..., Article], blocks_of: Lines) -> None:
    """Five things that one must know."""
    article = page(f"<article><h1>Fünf Dinge</h1><ul><li>{FIRST}</li><li>{SECOND}</li></ul></article>")

    assert blocks_of(article)[1:] == [f"list_item: {FIRST}", f"list_item: {SECOND}"]


def test_comments_are_left_out_whatever_their_class_adds(
    page: Callable[..., Article], blocks_of: Lines
) -> None:
    """The article itself may carry the word, too: it says that comments are open."""
    article = page(
        f"<article class='post tag-comments comments-open'><h1>Brücke wird gebaut</h1>"
        f"<span class='author'>Anna Weber</span>{PARAGRAPHS}</article>"
        f"<div id='commentThread'><p>{BESIDE}</p></div>"
    )

    assert blocks_of(article)[1:] == [f"paragraph: {words}" for words in (FIRST, SECOND, THIRD)]
    assert article.byline == "Anna Weber"


@pytest.mark.parametrize(
    "beside",
    [
        "<nav><ul><li><a href='/'>NEIN</a></li></ul></nav>",
        "<aside><p>NEIN</p></aside>",
        "<div class='comments'><p>NEIN</p></div>",
        "<section id='kommentare'><p>NEIN</p></section>",
        "<div class='cookie-consent'><p>NEIN</p></div>",
        "<div class='teaser'><h3><a href='/x'>NEIN</a></h3><p>NEIN</p></div>",
        "<a href='/x'><h3>NEIN</h3><p>NEIN</p></a>",
        "<div class='relatedArticles'><p>NEIN</p></div>",
        "<figure><img src='a.jpg'><figcaption>NEIN</figcaption></figure>",
        "<p class='bildunterschrift'>NEIN</p>",
        "<div class='ad-slot'><p>Anzeige</p><p>NEIN</p></div>",
        "<p>Anzeige</p>",
        "<h3>Mehr zum Thema</h3><ul><li><a href='/x'>NEIN</a></li></ul>",
        "<p><strong>Lesen Sie auch:</strong> <a href='/x'>Ganz anderes</a></p>",
        "<form><p>NEIN</p><input><button>NEIN</button></form>",
        "<div hidden><p>NEIN</p></div>",
        "<div style='display: none'><p>NEIN</p></div>",
        "<p aria-hidden='true'>NEIN</p>",
        "<noscript><p>NEIN</p></noscript>",
        "<template><p>NEIN</p></template>",
        "<table><tr><td>1</td><td>NEIN</td></tr></table>",
        "<script>document.write('NEIN');</script><style>.nein { color: red }</style>",
        "<div class='newsletter-box'><p>NEIN</p></div>",
        "<div class='share-bar'><ul><li>NEIN</li></ul></div>",
        "<footer><p>NEIN</p></footer>",
        "<iframe srcdoc='NEIN'></iframe><svg><text>NEIN</text></svg><button>NEIN</button>",
        "<p>© Tagesbote, alle Rechte sind vorbehalten.</p>",
    ],
    ids=lambda markup: markup[:40],
)
def test_what_stands_beside_the_article_is_left_out(
    page: Callable[..., Article], blocks_of: Lines, beside: str
) -> None:
    """In the middle of it, where sites like to put such things, and nothing of the article goes with it."""
    middle = beside.replace("NEIN", BESIDE)
    article = page(
        f"<article><h1>Brücke wird gebaut</h1><p>{FIRST}</p><p>{SECOND}</p>{middle}<p>{THIRD}</p></article>"
    )

    assert blocks_of(article) == [
        "headline: Brücke wird gebaut",
        f"paragraph: {FIRST}",
        f"paragraph: {SECOND}",
        f"paragraph: {THIRD}",
    ]


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "<main>{}</main>",
        "<article>{}</article>",
        "<main><article>{}</article></main>",
        "<form action='/page.aspx'>{}</form>",
        "<table><tr><td>{}</td></tr></table>",
        "<div class='paywall teaser sidebar'>{}</div>",
        "<div class='cookie comments'><div>{}</div></div>",
        "<section><div><div><div>{}</div></div></div></section>",
        "<article class='kommentar'>{}</article>",
    ],
)
def test_what_lies_around_the_article_does_not_hide_it(
    page: Callable[..., Article], blocks_of: Lines, around: str
) -> None:
    """A page may be one big form or table, and classes may lie."""
    article = page(around.format(f"<h1>Brücke wird gebaut</h1><div class='text'>{PARAGRAPHS}</div>"))

    assert blocks_of(article)[1:] == [f"paragraph: {words}" for words in (FIRST, SECOND, THIRD)]


def test_long_comments_do_not_win_over_a_short_article(
    page: Callable[..., Article], blocks_of: Lines
) -> None:
    """Readers may write more than the reporter."""
    comments = "".join(f"<div class='comment'><p>Leser {n} meint: {THIRD}</p></div>" for n in range(40))
    article = page(f"<h1>Brücke wird gebaut</h1>{PARAGRAPHS}<div id='comments'>{comments}</div>")

    assert [line for line in blocks_of(article) if "Leser" in line] == []
    assert f"paragraph: {THIRD}" in blocks_of(article)


def test_a_pull_quote_stands_once(page: Callable[..., Article], blocks_of: Lines) -> None:
    """A sentence of the text that is shown once more, large, is left out with the name below it."""
    repeated = "<blockquote>Die Kosten trägt das Land<cite>Nora Feld</cite></blockquote>"
    article = page(f"<article><h1>Brücke wird gebaut</h1>{PARAGRAPHS}{repeated}</article>")

    assert blocks_of(article)[1:] == [f"paragraph: {words}" for words in (FIRST, SECOND, THIRD)]


def test_the_speaker_below_a_set_off_quotation_is_not_glued_to_it(
    page: Callable[..., Article], blocks_of: Lines
) -> None:
    """A quotation that stands only there stays, and its speaker in a line of its own."""
    alone = "<blockquote>„Wir haben lange genug gewartet.“<cite>Nora Feld</cite></blockquote>"
    article = page(f"<article><h1>Brücke wird gebaut</h1>{PARAGRAPHS}{alone}</article>")

    assert blocks_of(article)[-2:] == ["quote: „Wir haben lange genug gewartet.“", "quote: Nora Feld"]


def test_a_long_byline_is_no_paragraph(page: Callable[..., Article], blocks_of: Lines) -> None:
    """Author, place, date and the number of comments in one line tell of the article."""
    line = (
        "<div>Von <a href='/a'>Nora Feld</a>, Bern · <time>14.10.2026, 17.05 Uhr</time> · 12 Kommentare</div>"
    )
    article = page(f"<article><h1>Brücke wird gebaut</h1>{line}{PARAGRAPHS}</article>")

    assert blocks_of(article)[1] == f"paragraph: {FIRST}"


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<h2>Der Streit</h2>", "heading: Der Streit"),
        ("<h4><span>Der Streit</span></h4>", "heading: Der Streit"),
        ("<ul><li>Erstens der Steg.</li></ul>", "list_item: Erstens der Steg."),
        ("<ol><li><p>Erstens der Steg.</p></li></ol>", "list_item: Erstens der Steg."),
        ("<blockquote><p>„Das ist gut.“</p></blockquote>", "quote: „Das ist gut.“"),
        ("<figure><blockquote>„Das ist gut.“</blockquote></figure>", "quote: „Das ist gut.“"),
    ],
)
def test_blocks_have_their_kinds(
    page: Callable[..., Article], blocks_of: Lines, markup: str, line: str
) -> None:
    """Subheadings, list items and set-off quotations."""
    article = page(
        f"<article><h1>Brücke wird gebaut</h1><p>{FIRST}</p><p>{SECOND}</p>{markup}<p>{THIRD}</p></article>"
    )

    assert blocks_of(article)[3] == line


@pytest.mark.parametrize(
    "header",
    [
        "<h1>Brücke wird gebaut</h1>",
        "<h1><span>Verkehr:</span> <span>Brücke wird gebaut</span></h1>",
        "<h2>Brücke wird gebaut</h2>",
        "<h1><a href='/'>Tagesbote</a></h1><h2>Brücke wird gebaut</h2>",
        "<header><h1>Brücke wird gebaut</h1></header>",
        "<div class='titel'>Brücke wird gebaut</div>",
    ],
)
def test_the_headline_stands_once(page: Callable[..., Article], blocks_of: Lines, header: str) -> None:
    """Whatever the page sets it in."""
    head = (
        '<title>Brücke wird gebaut | Tagesbote</title><meta property="og:title" content="Brücke wird gebaut">'
    )
    article = page(f"{header}<div>{PARAGRAPHS}</div>", head=head)

    assert article.title == "Brücke wird gebaut"
    assert blocks_of(article)[:2] == ["headline: Brücke wird gebaut", f"paragraph: {FIRST}"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Brücke wird gebaut | Tagesbote</title>", "Brücke wird gebaut"),
        ("<title>Brücke wird gebaut - Politik - Tagesbote</title>", "Brücke wird gebaut"),
        ("<title>Brücke – jetzt doch | Tagesbote</title>", "Brücke – jetzt doch"),
        ("<title>Die E-Mail-Affäre</title>", "Die E-Mail-Affäre"),
        ("", FIRST[:79].rpartition(" ")[0] + " …"),
    ],
)
def test_a_page_without_a_heading_has_the_title_of_the_window(
    page: Callable[..., Article], head: str, title: str
) -> None:
    """Without the name of the paper; and without any title its first words are one."""
    assert page(PARAGRAPHS, head=head).title == title


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ({"@type": "Person", "name": "Anna Weber"}, "Anna Weber"),
        ([{"name": "Anna Weber"}, {"name": "Ben Yıldız"}], "Anna Weber, Ben Yıldız"),
        (["Anna Weber", "Ben Yıldız", "Anna Weber"], "Anna Weber, Ben Yıldız"),
        ("Anna Weber, Tagesbote", "Anna Weber"),
        ({"@type": "Organization", "name": "Tagesbote"}, None),
        ({"name": ["Anna Weber"]}, "Anna Weber"),
        ("https://tagesbote.example/autoren/weber", None),
        ([[]], None),
        (17, None),
        (None, None),
    ],
)
def test_authors_are_read_from_linked_data(
    page: Callable[..., Article], author: object, byline: str | None
) -> None:
    """Persons, lists, plain names; neither links nor the paper itself."""
    data = {"@type": "NewsArticle", "author": author, "publisher": {"name": "Tagesbote"}}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'

    assert page(f"<h1>Brücke wird gebaut</h1>{PARAGRAPHS}", head=head).byline == byline


@pytest.mark.parametrize(
    ("body", "byline"),
    [
        ("<p class='byline'>Von Anna Weber</p>", "Anna Weber"),
        ("<a rel='author' href='/aw'>Anna Weber</a>", "Anna Weber"),
        ("<span itemprop='author'>Anna Weber</span>", "Anna Weber"),
        ("<p>Von Anna Weber und Ben Yıldız</p>", "Anna Weber und Ben Yıldız"),
        ("<p>Von Montag an gilt das auch hier, wie die Stadt mitteilte.</p>", None),
    ],
)
def test_the_byline_is_read_from_the_page(
    page: Callable[..., Article], body: str, byline: str | None
) -> None:
    """Where nothing else tells it; it is not part of the text."""
    article = page(f"<article><h1>Brücke wird gebaut</h1>{body}{PARAGRAPHS}</article>")

    assert article.byline == byline
    assert byline is None or byline not in article.text


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta name="date" content="2024-05-14T17:42:00+02:00">', "2024-05-14T17:42:00+02:00"),
        ('<meta name="pubdate" content="2024-05-14T15:42:00.000Z">', "2024-05-14T15:42:00+00:00"),
        ('<meta name="date" content="2024-05-14">', "2024-05-14"),
        ('<meta name="DC.date" content="2024-05-14 17:42">', "2024-05-14T17:42:00"),
        ('<meta name="date" content="gestern"><meta name="pubdate" content="2024-05-14">', "2024-05-14"),
        (
            LINKED.format('[{"@graph":[{"@type":["NewsArticle"],"datePublished":"2024-05-14"}]}]'),
            "2024-05-14",
        ),
        (LINKED.format('{"@type": kaputt'), None),
    ],
)
def test_the_date_is_iso_8601(page: Callable[..., Article], head: str, published: str | None) -> None:
    """As far as it is known; what is no date is none."""
    assert page(f"<h1>Brücke wird gebaut</h1>{PARAGRAPHS}", head=head).published == published


def test_the_date_may_stand_in_the_page(page: Callable[..., Article]) -> None:
    """A time element has it."""
    body = f"<h1>Brücke wird gebaut</h1><time datetime='2024-05-14T17:42'>14.5.</time>{PARAGRAPHS}"

    assert page(body).published == "2024-05-14T17:42:00"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Stand: 14.05.2024, 17:42 Uhr", "2024-05-14"),
        ("Dienstag, 14. Mai 2024", "2024-05-14"),
        ("Wien, 3. Jänner 2025", "2025-01-03"),
        ("Veröffentlicht am 1. Sept. 2023 um 9 Uhr", "2023-09-01"),
        ("31.06.2024", None),
        ("Ausgabe 7", None),
    ],
)
def test_a_date_between_headline_and_text_is_that_of_the_article(
    page: Callable[..., Article], blocks_of: Lines, line: str, published: str | None
) -> None:
    """Where the page tells it only to people; the line is not part of the text, nor is a date within it."""
    body = (
        f"<h1>Brücke wird gebaut</h1><div>{line}</div>{PARAGRAPHS}<p>Am 1. April 2021 war sie noch heil.</p>"
    )
    article = page(body)

    assert article.published == published
    assert blocks_of(article)[1] == f"paragraph: {FIRST}"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="Tagesbote">', "Tagesbote"),
        ('<meta name="application-name" content="Tagesbote">', "Tagesbote"),
        ("<title>Brücke wird gebaut | Tagesbote</title>", "Tagesbote"),
        (LINKED.format('{"@type":"Report","publisher":{"name":"Tagesbote GmbH"}}'), "Tagesbote"),
        ("<title>Brücke wird gebaut</title>", None),
    ],
)
def test_the_outlet_is_read_from_the_head(
    page: Callable[..., Article], head: str, outlet: str | None
) -> None:
    """From what the page says of itself, as it spells it."""
    assert page(f"<h1>Brücke wird gebaut</h1>{PARAGRAPHS}", head=head).outlet == outlet


def test_a_page_that_a_script_writes_is_read_from_its_linked_data(
    page: Callable[..., Article], blocks_of: Lines
) -> None:
    """Search engines are told the text, and so are we."""
    data = {
        "@type": "NewsArticle",
        "headline": "Brücke wird gebaut",
        "articleBody": f"{FIRST}\n\n{SECOND}\n{THIRD}",
    }
    article = page(
        "<div id='app'></div>", head=f'<script type="application/ld+json">{json.dumps(data)}</script>'
    )

    assert blocks_of(article) == [
        "headline: Brücke wird gebaut",
        *(f"paragraph: {words}" for words in (FIRST, SECOND, THIRD)),
    ]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("windows-1252", "iso-8859-1"),
        ("utf-16", "utf-8"),
        ("utf-16", "cp1252"),
        ("unicode_escape", "utf-8"),
        ("idna", "cp1252"),
        ("gibt-es-nicht", "cp1252"),
        ("utf-16", "utf-16"),
    ],
)
def test_umlauts_are_right_whatever_the_page_declares(opened: Opens, declared: str, encoding: str) -> None:
    """The bytes tell more than the declaration, which is often no longer true."""
    markup = f"<html><head><meta charset={declared}></head><body><h1>Brücke – „jetzt“</h1>{PARAGRAPHS}"
    content = (
        markup.replace(" – „jetzt“", "").encode(encoding) if "8859" in encoding else markup.encode(encoding)
    )

    assert FIRST in opened(content, name="a.html").text


@pytest.mark.parametrize(("declared", "words"), [("iso-8859-2", "Wałęsa"), ("windows-1251", "Сегодня")])
def test_a_declared_encoding_that_cannot_be_guessed_is_believed(declared: str, words: str) -> None:
    """A few letters are too little to tell Polish from German by."""
    markup = f'<meta charset="{declared}"><p>{words}</p>'

    assert page_text(markup.encode(declared)) == markup


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<h1>Nicht gefunden</h1><p>Diese Seite gibt es nicht.</p>",
        "<form><input type='password'><p>Bitte melden Sie sich an, um den Artikel zu lesen.</p></form>",
        "<ul>"
        + "<li><a href='/x'>Eine Meldung, die woanders steht und hier nur genannt wird</a></li>" * 30
        + "</ul>",
        "<main>"
        + f"<article class='teaser'><h2><a href='/x'>Eine Meldung</a></h2><p>{FIRST}</p></article>" * 12
        + "</main>",
        "<div>" + f"<div><h3><a href='/x'>Eine Meldung</a></h3><p>{FIRST}</p></div>" * 12 + "</div>",
        "<img src='a.jpg'><script>alert('Ein Skript ist kein Artikel, auch wenn es lang ist')</script>" * 20,
        "<div class='cookie-banner'>" + f"<p>{FIRST}</p>" * 5 + "</div>",
        "<table><tr><td>1</td><td>2</td></tr></table>" * 40,
    ],
    ids=lambda body: body[:40],
)
def test_a_page_without_an_article_is_told(page: Callable[..., Article], body: str) -> None:
    """Front pages, lists of links, login forms, errors."""
    with pytest.raises(CannotOpen) as caught:
        page(body)

    assert caught.value.reason is OpenFailure.NO_ARTICLE


def test_an_article_with_many_teasers_around_it_is_no_front_page(page: Callable[..., Article]) -> None:
    """Every site shows more links than paragraphs."""
    teasers = "<div><h3><a href='/x'>Eine andere Meldung</a></h3></div>" * 30
    article = page(
        f"<h1>Brücke wird gebaut</h1>{PARAGRAPHS}{teasers}",
        head='<meta property="og:type" content="article">',
    )

    assert article.text.endswith(THIRD)


def test_scripts_in_links_and_pictures_leave_no_trace(page: Callable[..., Article]) -> None:
    """Only words come out of a page."""
    body = """<p><a href="javascript:alert(1)" onclick="alert(2)">Der Sprecher</a> sagte das.
        <img src=x onerror="alert(3)"></p>"""
    article = page(f"<article><h1>Brücke wird gebaut</h1>{PARAGRAPHS}{body}</article>")

    assert article.text.endswith("Der Sprecher sagte das.")
    assert "alert" not in article.text


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 10_000 + PARAGRAPHS + "</div>" * 10_000,
        "<b>" * 10_000 + PARAGRAPHS,
        "<blockquote><ul><li>" * 3_000 + PARAGRAPHS,
        "<p>" * 100_000 + PARAGRAPHS,
        f"<h1>Titel<p>{PARAGRAPHS}<div><span><b>",
        f"<<<p>>{PARAGRAPHS}</b></i></html><p a='>",
        f"<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><body>{PARAGRAPHS}<p>&b;</p>",
        f"<script type='application/ld+json'>{'[' * 50_000}</script>{PARAGRAPHS}",
        f"<title>{' - a' * 50_000}</title>{PARAGRAPHS}",
        f"<p>{'<br>' * 50_000}</p>{PARAGRAPHS}",
        f"<!--{'-' * 100_000}{PARAGRAPHS}",
        f"<p>&#xD800;&#0;&#x110000;</p>{PARAGRAPHS}",
        f"<meta property='og:title' content='{'x' * 100_000}'>{PARAGRAPHS}",
    ],
    ids=lambda markup: markup[:30],
)
def test_hostile_markup_is_an_article_or_none(opened: Opens, markup: str) -> None:
    """It neither crashes the reader nor gets through as it is."""
    try:
        text = opened(f"<html><body>{markup}", name="a.html").text
    except CannotOpen as error:
        text = f"{error.reason}: {FIRST}"

    assert FIRST in text
    assert "aaaaaaaaaaaaaaaa" not in text
    assert text.encode().decode() == text


def test_a_page_with_a_null_character_is_binary(opened: Opens) -> None:
    """As with every other text."""
    with pytest.raises(CannotOpen) as caught:
        opened(f"<html><body><p>a\0b</p>{PARAGRAPHS}", name="a.html")

    assert caught.value.reason is OpenFailure.BINARY


def test_a_large_page_is_read_to_its_end(opened: Opens) -> None:
    """Embedded pictures make saved pages large."""
    picture = "<img src='data:image/png;base64," + "A" * 4_000_000 + "'>"
    article = opened(
        f"<html><body><h1>Brücke wird gebaut</h1>{PARAGRAPHS}{picture}<p>{THIRD}</p>", name="a.html"
    )

    assert article.text.count(THIRD) == 2
