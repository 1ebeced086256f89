"""Speech reported without quotation marks: which words are somebody's, and whose."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain.quotations import Medium, Quotation
from reader.nlp.quotation_finder import find_quotations, load_quotation_words
from tests.nlp.quotation_marking import document, read_marks, said

Find = Callable[[str], list[Quotation]]


@pytest.fixture(scope="module")
def find(resources: Path) -> Find:
    """The quotations in a text that may have marks."""
    words = load_quotation_words(resources / "lexicons")
    return lambda marked: find_quotations(document(read_marks(marked)), words)


def agree(find: Find, marked: str) -> None:
    assert said(find(marked)) == read_marks(marked).said()


@pytest.mark.parametrize(
    "marked",
    [
        # conjunctions and question words
        "[sp 1:[per:Lene Brandt]] sagte, [1:indirect:dass die Brücke im Mai öffnet].",
        "[sp 1:Die Ministerin] fragte, [1:indirect:ob das Geld reicht].",
        "[sp 1:Ein Sprecher] erklärte, [1:indirect:wie die Anlage arbeitet].",
        # Konjunktiv without a conjunction
        "[sp 1:[per:Lene Brandt]] sagte, [1:indirect:die Brücke sei im Mai fertig].",
        "[sp 1:Der Händler] betonte, [1:indirect:der Preis für Weizen steige].",
        "[sp 1:Der Pilot] erklärte, [1:indirect:wenn das Wetter halte, werde man fliegen].",
        "[1:indirect:Die Brücke sei im Mai fertig], sagte [sp 1:[per:Lene Brandt]].",
        "[1:indirect:Die Brücke], sagte [sp 1:[per:Lene Brandt]], [1:indirect:sei im Mai fertig].",
        "[1:indirect:Sie wolle], sagte [sp 1:[per:Lene Brandt]], [1:indirect:niemandem schaden].",
        # a verb that no list knows
        "[sp 1:Einer] ulkte, [1:indirect:man habe mehr Kaffee als Argumente verbraucht].",
        # a genitive before the subject
        "[per:Brandt] ging. [sp 1:[per:Brandts] neue Sprecherin] sagte, [1:indirect:das Geld sei da].",
        "[sp 1:[per:Rike Peters’] Sprecherin] sagte, [1:indirect:das Geld sei da].",
        # a name that the end of a line has cut
        "[sp 1:Der Sprecher der [org:Bundes- wehr]] sagte, [1:indirect:das Geld sei da].",
        # infinitives
        "[sp 1:Die Werft] kündigte an, [1:indirect:drei Schiffe zu liefern].",
        "[sp 1:Der Verband] forderte, [1:indirect:die Züge pünktlich zu machen].",
        # split verbs
        "[sp 1:Die Polizei] teilte am Abend mit, [1:indirect:dass niemand verletzt wurde].",
        "[sp 1:Die Kanzlei] gab bekannt, [1:indirect:dass sie umzieht].",
        # perfect and past perfect
        "[sp 1:Der Trainer] hatte gesagt, [1:indirect:er gehe im Sommer].",
        # laut, nach, zufolge, so, wie
        "Laut [sp 1:der Polizei] [1:indirect:wurde niemand verletzt].",
        "Nach Angaben [sp 1:der Polizei] [1:indirect:wurde niemand verletzt].",
        "[1:indirect:Verletzt wurde] nach Angaben von [sp 1:[per:Jan Thoma]] [1:indirect:niemand].",
        "[sp 1:Der Behörde] zufolge [1:indirect:wurde niemand verletzt].",
        "Angaben [sp 1:des Landrats [per:Jan Thoma]] zufolge [1:indirect:wurde niemand verletzt].",
        "Aussagen von [sp 1:[per:Jan Thoma]] zufolge [1:indirect:wurde niemand verletzt].",
        "[sp 1:[per:Thomas]] Worten zufolge [1:indirect:wurde niemand verletzt].",
        "Nach [sp 1:[per:Peters’]] Worten [1:indirect:wurde niemand verletzt].",
        "Laut [sp 1:[per:Jan Thoma]], der es gesehen hat, [1:indirect:wurde niemand verletzt].",
        "Nach Ansicht von [sp 1:[per:Jan Thoma]], seit Mai im Amt, [1:indirect:wurde niemand verletzt].",
        "Nach Worten [sp 1:ihres Kollegen [per:Jan Thoma]] [1:indirect:wurde niemand verletzt].",
        "Nach Angaben von [sp 1:[per:Ina Voss] vom [org:Amt Nord]] [1:indirect:wurde niemand verletzt].",
        "[1:indirect:Niemand sei verletzt], sagte [sp 1:ihr Kollege aus Hessen, Minister [per:Jan Thoma]].",
        "[1:indirect:Niemand wurde verletzt], so [sp 1:die Polizei].",
        "Wie [sp 1:die Polizei] mitteilte, [1:indirect:wurde niemand verletzt].",
        "Wie [sp 1:der Leiter, [per:Jan Thoma]], am Abend mitteilte, [1:indirect:wurde niemand verletzt].",
        "[1:indirect:Niemand wurde verletzt], wie [sp 1:[per:Jan Thoma], Leiter der Wache], mitteilte.",
        "Aus Sicht [sp 1:der Gewerkschaft] [1:indirect:reicht das Angebot nicht].",
        # es heißt
        "Wie es heißt, [1:indirect:soll die Brücke gesperrt werden].",
        "[1:indirect:Die Brücke], so heißt es, [1:indirect:sei alt].",
        "[1:indirect:Die Brücke sei], wie es heißt, [1:indirect:gesperrt].",
        "Wie es in [sp 1:dem Bericht] heißt, [1:indirect:ist die Brücke alt].",
        "Wie es bei [sp 1:der Polizei] hieß, [1:indirect:wurde niemand verletzt].",
        "Aus [sp 1:[loc:Kiel]] hieß es, [1:indirect:die Brücke sei alt].",
        "In [loc:Kiel] heißt es, [1:indirect:die Brücke sei alt].",
        "Es wurde mitgeteilt, [1:indirect:die Brücke sei alt].",
        "Es sagten [sp 1:drei Zeugen], [1:indirect:sie hätten nichts gesehen].",
        # beside direct speech
        "[1:direct:„Es geht“], sagte [sp 1 2:[per:Jan Thoma]], [2:indirect:es sei viel zu tun].",
        (
            "[1:direct:„Wir bleiben“], sagte [sp 1 2:[per:Jan Thoma]] auf die Frage, "
            "[2:indirect:ob er geht], [1:direct:„und warten.“]"
        ),
        # colon
        "[sp 1:Die Reederei] wehrt sich: [1:indirect:Man habe davon nichts gewusst.]",
        # nouns
        "[sp 1:Der Verein] vertrat die Ansicht, [1:indirect:dass das Stadion zu klein ist].",
        "[sp 1:Das Gericht] kam zu dem Schluss, [1:indirect:dass der Vertrag gilt].",
        # several clauses, each with its frame
        "[sp 1 2:Der Koch] sagte, [1:indirect:er sei müde], und fügte hinzu, [2:indirect:dass er geht].",
    ],
)
def test_a_frame_reports_speech(find: Find, marked: str) -> None:
    """Each construction gives the reported clause without its frame, and the speaker as printed."""
    agree(find, marked)


@pytest.mark.parametrize(
    "text",
    [
        "Es gilt als sicher, dass die Brücke im Mai öffnet.",
        "Wenn sie Zeit hätte, würde sie reisen.",
        "Ich hätte gern ein Brot.",
        "Könnten Sie bitte die Tür schließen?",
        "Es sei denn, es regnet.",
        "Er tat, als sei nichts gewesen.",
        "Es lebe der Sport!",
        "Man nehme drei Eier und etwas Mehl.",
        "Die Brücke, die im Mai öffnet, ist lang.",
        "Der Zug fährt nach Angermünde und hält dort lange.",
        "Nach Abschluss der Arbeiten öffnet die Brücke.",
        "Ihre schräge Wand fängt das Licht.",
        "Das laute Haus steht leer.",
        "So endete der Abend.",
    ],
)
def test_what_only_looks_like_speech_is_left_alone(find: Find, text: str) -> None:
    """Certainty, conditions, politeness, comparison, wishes, recipes, and words that look like cues."""
    assert find(text) == []


@pytest.mark.parametrize(
    "marked",
    [
        "[sp 1 2:Die Werft] sagte, [1:indirect:das Schiff sei fertig]. [2:free:Nun fehle noch der Anker.]",
        "[sp 1 2 3:Sie] sagte, [1:indirect:dass sie baut]. [2:free:Der Kiel liege.] [3:free:Es werde gut.]",
        "[sp 1 2:Die Werft] teilte mit, [1:indirect:dass sie baut].\n\n[2:free:Bis Mai werde man fertig.]",
        "[1:direct:„Wir bauen jetzt“], sagte [sp 1 2:sie]. [2:free:Die Kräne würden im Mai geliefert.]",
        "[sp 1:[per:Jan Thoma]] winkte ab. [1:free:Davon könne keine Rede sein.]",
    ],
)
def test_frameless_sentences_keep_their_speaker(find: Find, marked: str) -> None:
    """The Konjunktiv goes on from the last speaker, over sentences and into the next paragraph."""
    agree(find, marked)


def test_hearsay_right_behind_somebodys_words_is_theirs(find: Find) -> None:
    """„soll“ tells what was said, but alone it tells nobody's words."""
    agree(find, "[sp 1 2:Die Stadt] sagte, [1:indirect:dass sie baut]. [2:told:Geld soll im Mai fließen.]")

    assert find("Das Geld soll im Mai fließen.") == []


def test_alternating_speakers_are_not_mixed(find: Find) -> None:
    """Each frameless sentence belongs to the speaker before it, not to the first one."""
    agree(
        find,
        "[sp 1 2:[per:Lene Brandt]] sagte, [1:indirect:die Brücke sei fertig]. [2:free:Sie koste wenig.] "
        "[sp 3 4:[per:Jan Thoma]] entgegnete, [3:indirect:das sei falsch]. [4:free:Sie koste viel.]",
    )


@pytest.mark.parametrize(
    "marked",
    [
        "[sp 1:Der Verband] forderte [1:reported:eine schnellere Lieferung].",
        "[sp 1:Die Ministerin] kritisierte [1:reported:den langsamen Bau der Brücke].",
        "[sp 1:[per:Jan Thoma]] wies [1:reported:die Vorwürfe] zurück.",
        "[sp 1:Der Bürgermeister] warnte [1:reported:vor den Folgen].",
        "[sp 1:Die Stadt] lehnte [1:reported:den Antrag] ab.",
        "[sp 1:Der Trainer] bat [1:reported:um Geduld].",
        "[sp 1:Die Köchin] kritisierte [1:reported:den Umbau] scharf.",
        "[sp 1:Die Ministerin] lobte [1:reported:den Entwurf] und kündigte eine Reise an.",
        "[sp 1:Der Bund] forderte [1:reported:mehr Geld und Personal].",
        "[sp 1:Der Verein] kritisierte [1:reported:den Umbau als sinnlos].",
        "[sp 1:Der Vater und sein Sohn] forderten [1:reported:mehr Licht].",
    ],
)
def test_speech_told_in_short_is_reported(find: Find, marked: str) -> None:
    """A verb of speaking with an object instead of a clause: the object is what was said."""
    agree(find, marked)


def test_cue_frame_and_addressee_are_told(find: Find) -> None:
    """The signal with its split prefix, the sentence around the words, and whom they were said to."""
    (quotation,) = find("Die Botschaft teilte dem Sender mit, dass niemand verletzt wurde.")

    attribution = quotation.attribution
    assert attribution.cue is not None
    assert attribution.frame is not None
    assert attribution.addressee is not None
    assert attribution.cue.text == "teilte … mit"
    assert attribution.frame.text == "Die Botschaft teilte dem Sender mit,"
    assert attribution.addressee.text == "dem Sender"


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Die Zeitung schrieb, der Bau sei teuer.", Medium.WRITING),
        ("Der Trainer glaubt, das Spiel sei gewonnen.", Medium.THOUGHT),
        ("Der Trainer sagte, das Spiel sei gewonnen.", Medium.SPEECH),
    ],
)
def test_the_verb_tells_the_medium(find: Find, text: str, medium: Medium) -> None:
    (quotation,) = find(text)

    assert quotation.medium is medium


def test_a_colon_parts_indirect_from_direct_speech(find: Find) -> None:
    """What is quoted behind the colon is a quotation of its own."""
    agree(
        find,
        "[sp 1 2:Der Trainer] sagte, [1:indirect:dass er bleibt]: [2:direct:„Mir gefällt es hier gut.“]",
    )


def test_swiss_spelling_is_read(find: Find) -> None:
    """„heisst es“ is the same as „heißt es“."""
    agree(find, "[1:indirect:Das Geld fehle bei der Hilfe], heisst es in [sp 1:einem Flugblatt].")


def test_confidence_is_higher_with_a_frame_than_without(find: Find) -> None:
    """A carried-over speaker is a guess, a conjunction behind a verb of saying is not."""
    framed, frameless = find("[per:Jan Thoma] sagte, dass er bleibt. Er habe es versprochen.")

    assert framed.confidence > frameless.confidence
