"""Blocks of plain texts and of Markdown."""

from collections.abc import Callable

import pytest

from reader.domain.articles import Article

Opens = Callable[..., Article]
Lines = Callable[[Article], list[str]]


def test_the_first_line_is_the_headline(opened: Opens, blocks_of: Lines) -> None:
    """A headline, an empty line, paragraphs."""
    article = opened("Brücke gesperrt\n\nDie Brücke ist zu.\n\nSie bleibt es bis Mai.\n")

    assert article.title == "Brücke gesperrt"
    assert blocks_of(article) == [
        "headline: Brücke gesperrt",
        "paragraph: Die Brücke ist zu.",
        "paragraph: Sie bleibt es bis Mai.",
    ]


def test_a_headline_needs_no_empty_line_below_it(opened: Opens, blocks_of: Lines) -> None:
    """A line that ends early and is no sentence stands alone."""
    article = opened(
        "Brücke über die Werra gesperrt\n"
        "Die Brücke über die Werra ist seit Montag für alle Fahrzeuge gesperrt, teilte die Stadt mit.\n"
        "Bis zum Mai sollen die Arbeiten dauern, wenn das Wetter mitspielt und das Geld reicht.\n"
    )

    assert [line.partition(":")[0] for line in blocks_of(article)] == ["headline", "paragraph", "paragraph"]


def test_wrapped_lines_are_one_paragraph(opened: Opens, blocks_of: Lines) -> None:
    """A line break for want of room ends no paragraph and makes no headline."""
    article = opened(
        "Der Rat der Stadt\nhat am Montag sehr\nlange beraten.\n\nEr hat entschieden,\ndass gebaut wird.\n"
    )

    assert blocks_of(article) == [
        "paragraph: Der Rat der Stadt\nhat am Montag sehr\nlange beraten.",
        "paragraph: Er hat entschieden,\ndass gebaut wird.",
    ]


def test_a_line_that_ends_within_a_word_is_no_headline(opened: Opens, blocks_of: Lines) -> None:
    article = opened("Der Sprecher der Bundes-\nwehr sagte, die Brücke bleibe bis zum Mai gesperrt.")

    assert [line.partition(":")[0] for line in blocks_of(article)] == ["paragraph"]


def test_a_headline_over_two_lines_is_one_headline(opened: Opens, blocks_of: Lines) -> None:
    """Two short lines before an empty one belong together."""
    article = opened("Brücke über die Werra\nbleibt bis Mai gesperrt\n\nDas sagte die Stadt am Montag.\n")

    assert blocks_of(article)[0] == "headline: Brücke über die Werra\nbleibt bis Mai gesperrt"
    assert article.title == "Brücke über die Werra bleibt bis Mai gesperrt"


def test_list_items_are_blocks_without_their_marks(opened: Opens, blocks_of: Lines) -> None:
    """Bullets, dashes and numbers are not part of an item."""
    article = opened(
        "Pläne\n\nDas ist geplant:\n\n- ein Steg\n- ein Weg\n  am Fluss\n\n1. Mai: Beginn\n2. Juni: Ende\n"
    )

    assert blocks_of(article)[2:] == [
        "list_item: ein Steg",
        "list_item: ein Weg\n  am Fluss",
        "list_item: Mai: Beginn",
        "list_item: Juni: Ende",
    ]


def test_a_date_at_the_beginning_is_no_list(opened: Opens, blocks_of: Lines) -> None:
    """The first line of a text is never an item."""
    assert blocks_of(opened("1. Mai war ein Feiertag.\n")) == ["paragraph: 1. Mai war ein Feiertag."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(opened: Opens, end: str) -> None:
    """Texts from Windows and old Macs have the same blocks."""
    article = opened(f"Titel{end}{end}Erster Absatz.{end}{end}Zweiter.{end}")

    assert article.text == "Titel\n\nErster Absatz.\n\nZweiter.\n"
    assert len(article.blocks) == 3


def test_lines_that_show_nothing_are_empty(opened: Opens, blocks_of: Lines) -> None:
    """No-break spaces and zero-width characters make no block, and stand at no end of one."""
    article = opened("\u200b\n\u00a0\nTitel\u200b\n \u2060\u00a0\t\n\u200bEin Satz.\u00a0\n")

    assert blocks_of(article) == ["headline: Titel", "paragraph: Ein Satz."]


def test_unicode_line_separators_end_lines(opened: Opens, blocks_of: Lines) -> None:
    """They stay in the text."""
    article = opened("Er ging.\u2029Sie blieb.\u2028Es regnete.\fSeite zwei beginnt.")

    assert article.text == "Er ging.\u2029Sie blieb.\u2028Es regnete.\fSeite zwei beginnt."
    assert [line.removeprefix("paragraph: ") for line in blocks_of(article)] == [
        "Er ging.",
        "Sie blieb.",
        "Es regnete.",
        "Seite zwei beginnt.",
    ]


def test_a_plain_text_keeps_its_characters(opened: Opens) -> None:
    """But for the byte-order mark, line ends, composed letters and soft hyphens."""
    written = "\ufeffÜber\u00adschrift\r\n\r\n  »Ein\u00a0Satz« –\tmit 😀 und Mu\u0308ller.\u2028  \r\n"

    assert opened(written).text == "Überschrift\n\n  »Ein\u00a0Satz« –\tmit 😀 und Müller.\u2028  \n"


def test_positions_are_code_points(opened: Opens) -> None:
    """Characters outside the first plane count once."""
    article = opened("😀𝒜🇩🇪 Titel\n\n👩‍👩‍👧 Anna Weber lacht.\n")
    place = article.text.index("Anna")

    assert article.blocks[1].span.of(article.text).startswith("👩‍👩‍👧 Anna")
    assert article.text[place : place + len("Anna Weber")] == "Anna Weber"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "text",
    [
        "Titel\n\n# Zwei\n\n> Drei\n\n- vier\n- fünf\n",
        "```\n\n\n```\n\n***\n# \n-\n>\nText\n===\n---\n",
        "---\n---\n\nText.\n\n---\n",
        "a\n\n\n\n b \n\t\n- \n* c\n1) d\n",
        "\n\n#\n##\n### Tief #\n\n[x]: y\n![](z)\nEnde",
        "~~~\noffen\n\n# x\n",
    ],
)
def test_blocks_are_in_order_and_have_no_white_space_at_their_ends(
    opened: Opens, name: str, text: str
) -> None:
    """What the domain promises of blocks holds for odd texts, too."""
    article = opened(text, name=name)

    words = [block.span.of(article.text) for block in article.blocks]
    ends = [0, *(position for block in article.blocks for position in (block.span.start, block.span.end))]
    assert ends == sorted(ends)
    assert all(words)
    assert words == [word.strip() for word in words]


def test_markdown_headings_lists_and_quotations(opened: Opens, blocks_of: Lines) -> None:
    """Markers are between the blocks, and the first big heading is the headline."""
    article = opened(
        "# Der Titel #\n\nEin Absatz mit **fettem** Wort.\n## Unten\n> Ein Zitat.\n\n"
        "* eins\n* zwei\n\n1. drei\n\n---\nEnde.\n",
        name="a.md",
    )

    assert article.title == "Der Titel"
    assert blocks_of(article) == [
        "headline: Der Titel",
        "paragraph: Ein Absatz mit fettem Wort.",
        "heading: Unten",
        "quote: Ein Zitat.",
        "list_item: eins",
        "list_item: zwei",
        "list_item: drei",
        "paragraph: Ende.",
    ]


def test_underlined_headings_are_headings(opened: Opens, blocks_of: Lines) -> None:
    """Lines of = and - below a line make a heading of it."""
    article = opened("Der Titel\n=========\n\nText.\n\nAbschnitt\n---\n\nMehr Text.\n", name="a.md")

    assert blocks_of(article) == [
        "headline: Der Titel",
        "paragraph: Text.",
        "heading: Abschnitt",
        "paragraph: Mehr Text.",
    ]


def test_front_matter_gives_the_particulars(opened: Opens, blocks_of: Lines) -> None:
    """Title, author, outlet and date; an empty value does not swallow the next line."""
    article = opened(
        '---\ntitle: "Der Titel"\nauthor: Anna Weber\nsource:\ndate: 2024-05-01\n'
        "site: Tagesbote\n---\n\nText steht hier.\n",
        name="a.md",
    )

    assert (article.title, article.byline, article.outlet, article.published) == (
        "Der Titel",
        "Anna Weber",
        "Tagesbote",
        "2024-05-01",
    )
    assert blocks_of(article) == ["paragraph: Text steht hier."]


def test_rules_around_text_are_no_front_matter(opened: Opens, blocks_of: Lines) -> None:
    """A text between two rules is not swallowed."""
    assert blocks_of(opened("---\n\nText hier.\n\n---\n\nMehr.\n", name="a.md")) == [
        "paragraph: Text hier.",
        "paragraph: Mehr.",
    ]


def test_code_is_one_block_and_its_marks_mean_nothing(opened: Opens, blocks_of: Lines) -> None:
    """A # between fences is no heading."""
    article = opened("# Titel\n\n```sh\necho 1\n\n# kein Titel\n```\n\nText.\n", name="a.md")

    assert blocks_of(article)[1:] == ["paragraph: echo 1\n\n# kein Titel", "paragraph: Text."]


def test_pictures_comments_and_link_targets_are_left_out(opened: Opens, blocks_of: Lines) -> None:
    """They are nothing to read."""
    article = opened(
        "# Titel\n\n![Bild](a.png)\n\n<!-- Notiz -->\n\nText.\n\n[1]: https://bild.example\n", name="a.md"
    )

    assert blocks_of(article) == ["headline: Titel", "paragraph: Text."]


def test_a_long_first_sentence_is_cut_for_the_title(opened: Opens) -> None:
    """A text without a headline is called by its first words."""
    article = opened("Das ist ein langer erster Satz, " * 5 + "der keine Überschrift ist.\n\nNoch einer.\n")

    assert article.title.endswith(" …")
    assert len(article.title) <= 82


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_long_text_of_one_kind_is_read(opened: Opens, name: str) -> None:
    """Nothing in a text, however regular, makes reading it more than linear."""
    for piece in ("- ", "> ", "[a]: b ", "<!-- ", "![](", "```\n", "# ", "\t\n", "_ ", "\u200b"):
        article = opened(piece * 30_000 + "\n\nEnde des Textes.", name=name)

        assert article.text.endswith("Ende des Textes.")
