"""Direct speech: what in quotation marks is somebody's words, and whose."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.quotations import Quotation, QuotationKind
from reader.nlp.quotation_drafts import Draft
from reader.nlp.quotation_finder import QuotationWords, find_quotations, load_quotation_words
from tests.nlp.quotation_marking import document, read_marks, said

Find = Callable[[str], list[Quotation]]


@pytest.fixture(scope="module")
def words(resources: Path) -> QuotationWords:
    return load_quotation_words(resources / "lexicons")


@pytest.fixture(scope="module")
def find(words: QuotationWords) -> Find:
    """The quotations in a text that may have marks."""
    return lambda marked: find_quotations(document(read_marks(marked)), words)


def agree(find: Find, marked: str) -> None:
    assert said(find(marked)) == read_marks(marked).said()


@pytest.mark.parametrize(
    "marked",
    [
        "[1:direct:„Wir bleiben hier“], sagte [sp 1:[per:Odile Marchand]].",
        "[1:direct:‚Wir bleiben hier‘], sagte [sp 1:[per:Odile Marchand]].",
        "[1:direct:»Wir bleiben hier«], sagte [sp 1:[per:Odile Marchand]].",
        "[1:direct:›Wir bleiben hier‹], sagte [sp 1:[per:Odile Marchand]].",
        "[1:direct:«Wir bleiben hier»], sagte [sp 1:[per:Odile Marchand]].",
        "[1:direct:‹Wir bleiben hier›], sagte [sp 1:[per:Odile Marchand]].",
        "[1:direct:“Wir bleiben hier”], sagte [sp 1:[per:Odile Marchand]].",
        "[1:direct:‘Wir bleiben hier’], sagte [sp 1:[per:Odile Marchand]].",
        '[1:direct:"Wir bleiben hier"], sagte [sp 1:[per:Odile Marchand]].',
        "[1:direct:'Wir bleiben hier'], sagte [sp 1:[per:Odile Marchand]].",
        '[1:direct:„Wir bleiben hier"], sagte [sp 1:[per:Odile Marchand]].',
        "[1:direct:„Wir bleiben hier”], sagte [sp 1:[per:Odile Marchand]].",
        "[1:direct:,,Wir bleiben hier''], sagte [sp 1:[per:Odile Marchand]].",
        "[1:direct:``Wir bleiben hier''], sagte [sp 1:[per:Odile Marchand]].",
        "[1:direct:>>Wir bleiben hier<<], sagte [sp 1:[per:Odile Marchand]].",
        "[1:direct:« Wir bleiben hier »], sagte [sp 1:[per:Odile Marchand]].",
    ],
)
def test_every_style_of_quotation_marks_is_read(find: Find, marked: str) -> None:
    """German, Swiss, French, English, typewritten and mixed marks hold direct speech, marks included."""
    agree(find, marked)


@pytest.mark.parametrize(
    "marked",
    [
        # before, inside, behind
        "[sp 1:[per:Odile Marchand]] sagte: [1:direct:„Wir bleiben bis zum Frühjahr.“]",
        "[1:direct:„Wir bleiben“], sagte [sp 1:[per:Odile Marchand]], [1:direct:„bis zum Frühjahr.“]",
        "[1:direct:„Wir bleiben bis zum Frühjahr“], so [sp 1:[per:Odile Marchand]].",
        "[1:direct:„Wir bleiben bis zum Frühjahr!“], rief [sp 1:sie].",
        # a verb that no list knows
        "[1:direct:„Wir bleiben bis zum Frühjahr“], scherzte [sp 1:der Kapitän].",
        "[1:direct:„Wir bleiben“], schloss [sp 1:sie], [1:direct:„und wir räumen auf.“]",
        "[sp 1:Die Köchin] winkt ab: [1:direct:„Das ist doch nichts Besonderes.“]",
        # role, name, apposition, party
        "[1:direct:„Der Plan ist fertig“], sagte [sp 1:Ministerin [per:Lene Brandt] (SPD)] am Montag.",
        "[1:direct:„Der Plan ist fertig“], sagte [sp 1:der Sprecher der Werft, [per:Jan Thoma]], in Kiel.",
        "[1:direct:„Der Plan ist fertig“], sagte [sp 1:[per:Jan Thoma], Sprecher der Werft], in Kiel.",
        "[sp 1:Der Sprecher der Werft, [per:Jan Thoma]], sagte: [1:direct:„Der Plan ist fertig.“]",
        # a time, a place or somebody who listens between verb and speaker
        "[1:direct:„Der Plan ist fertig“], sagte am Montag in Kiel [sp 1:ein Sprecher].",
        "[1:direct:„Der Plan ist fertig“], sagte [sp 1:[per:Jan Thoma]] der Rheinzeitung.",
        "Im Rathaus sagte [sp 1:[per:Jan Thoma]]: [1:direct:„Der Plan ist fertig.“]",
    ],
)
def test_the_frame_tells_the_speaker(find: Find, marked: str) -> None:
    """Before, behind or inside the words, with role, name, apposition and party; never the listener."""
    agree(find, marked)


def test_words_interrupted_by_the_frame_are_one_quotation(find: Find) -> None:
    """The frame in the middle makes two pieces of one quotation, not two quotations."""
    (quotation,) = find("„Wir bleiben“, sagte [per:Odile Marchand], „bis zum Frühjahr.“")

    assert [
        span.of("„Wir bleiben“, sagte Odile Marchand, „bis zum Frühjahr.“") for span in quotation.content
    ] == [
        "„Wir bleiben“",
        "„bis zum Frühjahr.“",
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "[1:direct:„Wir“], hat [sp 1:[per:Jan Thoma]] gesagt, [1:direct:„bleiben.“]",
        "[1:direct:„Ich bin“], [sp 1:er] stockt, [1:direct:„froh.“]",
        "[1:direct:„Die Bahn“], [sp 1:die Ministerin] hält inne, [1:direct:„muss besser werden.“]",
        "[1:direct:„Wir bleiben“], sagte [sp 1:[per:Jan Thoma]] dem „Rheinboten“, [1:direct:„und warten.“]",
        (
            "[1:direct:„Wir bleiben“], sagt [sp 1:[per:Jan Thoma]], [1:direct:„und warten. Was wir sehen“], "
            "sagt er weiter, [1:direct:„ist Streit.“]"
        ),
        (
            "[1:direct:„Ja“], antwortet [sp 1 2:[per:Jan Thoma]], [1:direct:„das stimmt“], und fügt hinzu: "
            "[2:direct:„Wir haben Fehler gemacht.“]"
        ),
        (
            "[1:direct:„Nein“], sagt [sp 1:[per:Jan Thoma]], [1:direct:„nein!“], und [sp 2:[per:Ina]] ruft, "
            "[2:direct:„doch!“]"
        ),
        "[1:direct:„Ja“], sagt [sp 1:[per:Ina Voss]], [2:direct:„nein“], sagt [sp 2:[per:Jan Thoma]].",
        (
            "[1:direct:„Was ich sehe“], sagt [sp 1:[per:Ina Voss]], [1:direct:„ist Streit“], "
            "fügt [per:Voss] hinzu."
        ),
        "[1:direct:„Es geht“], sagte [sp 1:sie], [1:direct:„um viel“], und das sei gut.",
        "[sp 1:[per:Jan Thoma]] entgegnete: [1:direct:„Wir auch“], und ging.",
        "[1:direct:„Das Geld“], so steht es im Bericht, [1:direct:„ist weg.“]",
    ],
)
def test_pieces_are_one_quotation_if_one_goes_on_with_the_other(find: Find, marked: str) -> None:
    """Whatever clause parts them; with another verb of speech for another speaker they are two."""
    agree(find, marked)


def test_an_english_quotation_has_its_comma_before_the_mark(find: Find) -> None:
    """It is one quotation all the same."""
    (quotation,) = find("“We are leaving,” said [per:Jane Miller], “and we will return.”")

    assert quotation.text == "“We are leaving,” … “and we will return.”"


def test_marks_within_the_first_half_do_not_part_it_from_the_second(find: Find) -> None:
    """The inner quotation is one of its own."""
    found = find("„Der Plan ist ‚tot‘“, sagte [per:Jan Thoma], „und bleibt es.“")

    assert [one.text for one in found] == ["„Der Plan ist ‚tot‘“ … „und bleibt es.“", "‚tot‘"]


@pytest.mark.parametrize(
    "marked",
    [
        "[sp 1:[per:Jan Thoma]] widersprach. [1:direct:„Das haben wir nie zugesagt.“]",
        "[2:direct:„Der Plan ist fertig“], sagte [sp 1 2:[per:Jan Thoma]]. [1:direct:„Nun fehlt das Geld.“]",
        "[sp 1:[per:Lene Brandt]] nickte. [1:direct:„So machen wir das jetzt einfach.“]",
    ],
)
def test_the_speaker_may_stand_in_the_sentence_before(find: Find, marked: str) -> None:
    """A quotation without a frame belongs to whoever acted or spoke right before."""
    agree(find, marked)


def test_a_quotation_goes_on_over_paragraphs(find: Find) -> None:
    """Each paragraph opens with a mark, only the last closes: one quotation, one span a paragraph."""
    text = "Jan Thoma sagte: „Wir haben lange gewartet.\n\n„Jetzt beginnen wir endlich.“ Dann ging er."

    (quotation,) = find(text)

    assert [span.of(text) for span in quotation.content] == [
        "„Wir haben lange gewartet.",
        "„Jetzt beginnen wir endlich.“",
    ]


def test_a_mark_left_open_does_not_swallow_the_rest(find: Find) -> None:
    """Without a closing mark nothing is quoted, and the next paragraph is read as ever."""
    found = find("Er rief: „Wir bleiben hier.\n\nDer Bus fuhr weiter. „Gute Reise“, sagte [per:Anna Kern].")

    assert [one.text for one in found if one.kind is QuotationKind.DIRECT] == ["„Gute Reise“"]


@pytest.mark.parametrize(
    "text",
    [
        "Das ist Peter’s Eck, gleich neben Annas’ Laden, und das war’s.",
        'Der Schrank ist 6\' 2" hoch, das Brett 12" breit.',
        "Die Fregatte „Hessen“ lief am Montag aus.",
        "Das schrieb niemand, auch nicht das Magazin „Neue Woche“ oder der Roman „Der lange Weg nach Hause“.",
        "Die sogenannte „graue Zone“ beginnt hinter der Brücke.",
        "Der Verein „Freunde der Oper von Husum“ hat einen neuen Saal.",
        "Sie fuhren mit dem „Orient“ nach Wien.",
        "Gespielt wird „Das Schweigen der alten Mühle“ noch bis Mai.",
        "Die Ausstellung heißt „Wasser und Licht“ und ist gratis.",
    ],
)
def test_names_titles_and_apostrophes_are_no_quotations(find: Find, text: str) -> None:
    """Ships, papers, titles, words held at arm's length, apostrophes, feet and inches say nothing."""
    assert find(text) == []


def test_quoted_words_within_indirect_speech_are_nested(find: Find) -> None:
    """The fragment is a quotation of its own and tells in which it lies."""
    outer, inner = find("[per:Jan Thoma] sagte, der Plan sei „völlig aus der Zeit gefallen“.")

    assert (outer.kind, inner.kind) == (QuotationKind.INDIRECT, QuotationKind.DIRECT)
    assert (inner.text, inner.nested_in) == ("„völlig aus der Zeit gefallen“", outer.id)


def test_a_quotation_within_a_quotation_is_nested(find: Find) -> None:
    """Single marks inside double ones."""
    outer, inner = find("„Er rief: ‚Komm sofort zurück!‘ Dann war es still“, sagte [per:Anna Kern].")

    assert inner.nested_in == outer.id
    assert inner.text == "‚Komm sofort zurück!‘"


def test_an_interview_with_labels_is_direct_speech(find: Find) -> None:
    """Question and answer without marks belong to their labels, the label itself is not quoted."""
    agree(
        find,
        "Ein Gespräch\n\n[sp 1:Frage]: [1:direct:Wie lange dauert der Umbau noch?]\n\n"
        "[sp 2:Thoma]: [2:direct:Bis zum Mai. Vielleicht auch länger.]\n\n"
        "[sp 3:Frage]: [3:direct:Und was kostet er?]\n\n[sp 4:Thoma]: [4:direct:Mehr als gedacht.]",
    )


def test_one_label_alone_is_no_interview(find: Find) -> None:
    """A line with a colon is an ordinary line."""
    assert find("Adresse: Hafenstraße 3\n\nBeginn: 19 Uhr\n\nEintritt: frei") == []


def test_quotation_ids_are_in_reading_order(find: Find) -> None:
    found = find("„Wir gehen heute noch los“, sagte [per:Anna Kern]. Später rief sie: „Wir sind da!“")

    assert [one.id for one in found] == ["q1", "q2"]


def test_a_tagger_adds_what_the_rules_miss(words: QuotationWords) -> None:
    """Its findings stand beside those of the rules, which keep what they found."""
    doc = document(read_marks("„Wir gehen heute noch“, sagte sie. Mehr Geld muss her."))
    _, second = doc.sents
    tagged = [
        Draft(QuotationKind.FREE_INDIRECT, [(second.start, second.end)], 0.7),
        Draft(QuotationKind.INDIRECT, [(1, 3)], 0.9),
    ]

    found = find_quotations(doc, words, tagged=tagged)

    assert [(one.kind.value, one.text) for one in found] == [
        ("direct", "„Wir gehen heute noch“"),
        ("free_indirect", "Mehr Geld muss her."),
    ]


def test_a_tagged_clause_makes_the_object_before_it_the_addressee(words: QuotationWords) -> None:
    """What the rules took for the reported words is whom it was said to."""
    doc = document(read_marks("[per:Ralf Thiele] warf der Regierung vor, sie spare am falschen Ende."))
    clause = [token.i for token in doc if token.text in {"sie", "Ende"}]
    tagged = [Draft(QuotationKind.INDIRECT, [(clause[0], clause[1] + 1)], 0.9)]

    (found,) = find_quotations(doc, words, tagged=tagged)

    assert (found.kind.value, found.text) == ("indirect", "sie spare am falschen Ende")
    attribution = found.attribution
    parts = (attribution.speaker, attribution.cue, attribution.addressee)
    assert [part.text for part in parts if part] == ["Ralf Thiele", "warf … vor", "der Regierung"]
