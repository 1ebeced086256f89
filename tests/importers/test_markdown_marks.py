"""Marks within the lines of a Markdown text."""

import pytest

from reader.importers.markdown_marks import without_inline_marks


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("*„Wir gehen“*, sagte **Lene Brandt**.", "„Wir gehen“, sagte Lene Brandt."),
        ("„Wir *gehen*“, sagte __Lene Brandt__ _leise_.", "„Wir gehen“, sagte Lene Brandt leise."),
        (
            "Das ist ***sehr*** und **auch *so* gut** und **ganz *so***.",
            "Das ist sehr und auch so gut und ganz so.",
        ),
        ("Der **Bürger**meister geht ~~nicht~~.", "Der Bürgermeister geht nicht."),
        ('[Lene Brandt](https://example.org/a_(b) "Zur Person") kam.', "Lene Brandt kam."),
        ("Der Plan [der *Stadt*](plan.html) steht.", "Der Plan der Stadt steht."),
        ("Siehe <https://example.org/a_b_c> und `make *`.", "Siehe https://example.org/a_b_c und make *."),
        ("Vor dem Haus ![Ein *Haus*](haus.png) steht sie.", "Vor dem Haus steht sie."),
        ("Vor dem Haus ![Ein Haus](haus_(Kiel).png) steht sie.", "Vor dem Haus steht sie."),
        ("```make *``` hilft.\n\nDas ist *gut*.", "make * hilft.\n\nDas ist gut."),
        (r"Ein Stern \* und \[eine Klammer\].", "Ein Stern * und [eine Klammer]."),
        (r"\"Wir gehen\", sagte sie.", '"Wir gehen", sagte sie.'),
    ],
)
def test_marks_are_gone_and_words_stay(written: str, read: str) -> None:
    """Emphasis, links, code, addresses, pictures and escapes."""
    assert without_inline_marks(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "Die Leser*innen und die Bürger*innen kamen.",
        "Sie rechnet 2 * 3 * 4 und nennt die Datei mein_neuer_text.",
        "Er sagte [sic] nichts [Anm. d. Red.] (und ging).",
        "* eins\n* zwei\n\n***\n\n_ _ _\n\n- drei",
        "1\\. Mai\n\n\\# kein Titel",
        "Ein *Stern ohne Partner\n\nund einer* hier.",
        "```\na = **b** * `c`\n```",
        "````\n```\n*a*\n```\n````",
        "**** und `` und [",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    """Gender stars, sums, brackets, list markers, rules, escapes that begin a line, marks alone, code."""
    assert without_inline_marks(text) == text


@pytest.mark.parametrize(
    "piece",
    ["![", "](a", "[", "**a", "`a", "*a_b~~", "<https://", '](a "', "\\[", "***a *b **", "```", "~~~"],
)
def test_no_text_makes_it_slow(piece: str) -> None:
    """Ends in reasonable time, and keeps the letters."""
    text = without_inline_marks(piece * 30_000)

    assert text.count("a") == piece.count("a") * 30_000
