"""Weapons by catalogue and lexicon, without a tagger."""

import re
from collections.abc import Callable

import pytest
from spacy.language import Language

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.weapon_finder import FoundWeapons

MARK = re.compile(r"[\[\]{}]")
Find = Callable[..., FoundWeapons]


@pytest.fixture(scope="module")
def marked(find: Find, untagged: Language) -> Callable[[str], str]:
    """The text with named systems in [ ] and generic words in { }, as they were found."""

    def mark(text: str) -> str:
        doc = untagged(text)
        signs: dict[int, str] = {}
        for match in find(text).matches:
            opening, closing = "{}" if match.is_generic else "[]"
            span = doc[match.start_token : match.end_token]
            signs[span.start_char] = signs.get(span.start_char, "") + opening
            signs[span.end_char] = closing + signs.get(span.end_char, "")
        return "".join(
            signs.get(at, "") + (text[at] if at < len(text) else "") for at in range(len(text) + 1)
        )

    return mark


FORMS = """
Die Truppe fährt den [Leopard 2].
Der [Leopard 2A7V] rollt an.
Bestellt wurde der [Leopard 2 A7V].
Norwegen kauft [Leopard 2A8].
Berlin gibt den [Leopard 2A6] ab.
Die Truppe zieht den [Leopard 2] an.
Er flog die [F-16] ein.
Kiew bat um [Leopard-2-Panzer].
Die Besatzungen üben auf [Leopard-2-Panzern].
Ein [Leopard-2A6-Panzer] blieb liegen.
Gemeint ist der [Leopard 1].
Die Lieferung der [Leopard-1-Panzer] beginnt.
Das System heißt [Iris-T].
Berlin gibt [Iris-T-Systeme] ab.
Eine [Iris-T SLM] steht bei Kiew.
Zwei [IRIS-T-SLM] kamen an.
Die Feuereinheit [IRIS-T SLM] ist da.
Drei [Iris-T-SLM-Systeme] fehlen noch.
Die [Patriot-Batterien] bleiben.
Der [Patriot-Raketen] wegen reiste er an.
Die Reichweite des [Taurus-Marschflugkörpers] ist hoch.
Im Bundestag ging es um die [Taurus-Lieferung].
Die ersten [F-16-Kampfjets] sind gelandet.
Zwei [F-16] starteten.
Belgien gibt [F-16s] ab.
Abgeworfen wurde sie von einer [Su-34].
Es flogen zwei [Su-34].
Er sah eine [MiG-29].
Die [Mig-29s] sind alt.
Polen hat noch [MIG-29].
Die [Himars-Raketenwerfer] trafen ein.
Die [HIMARS] trafen ein.
Abgeschossen wurden [Shahed-Drohnen].
In der Nacht flogen [Shahed-136].
Gezählt wurden 40 [Schaheds].
Die [Geran-2] kam aus Süden.
Sie flogen mit [Eurofightern].
Ein [Eurofighter] stieg auf.
Die [Panzerhaubitze 2000] schießt weit.
Vier [Panzerhaubitzen 2000] wurden verlegt.
Die [PzH 2000] schießt weit.
Eine [PzH2000] steht im Wald.
Der [T-72B3] wurde erbeutet.
Die [T-72M1] stammen aus Prag.
Ein [T-90M] wurde zerstört.
Die [F-35A] kosten mehr.
Die [F-16 Block 70] ist neu.
Die [Kinschal] traf Kiew.
Die [Kinzhal] traf Kiew.
Eine [Ch-101] wurde abgefangen.
Eine [Kh-101] wurde abgefangen.
Eine [X-101] wurde abgefangen.
Die [Oreschnik] flog bis Dnipro.
Die [Oreshnik] flog bis Dnipro.
Der Start einer [Hwasong-18].
Der Start einer [Hwasong-20].
Das [Panzir-S1] brannte.
Das [Pantsir-S1] brannte.
Moskau zeigt die [Jars].
Moskau zeigt die [Yars].
Die [S-400-Batterie] schwieg.
Das [S-300] ist alt.
Zerstört wurden [S-300]/[S-400].
Die [Storm Shadow] fliegt tief.
Die „[Storm Shadow]“ fliegt tief.
Die [ATACMS] reichen weit.
Die [AK-47] lag im Keller.
Das [G36] wird ersetzt.
Die [MG3] der Truppe.
Er trug ein [MG 42].
Die [CV90-Besatzungen] üben.
Die [RCH-155-Fahrzeuge] kommen.
Die [Bayraktar TB2] kreist.
Die [Bayraktars] kreisen.
Die [Tien Kung III] reicht weit.
Die Boote der [Virginia-Klasse] sind schnell.
Der [Merkava IV] blieb stehen.
Eine [Leopard‑2-Variante] fehlt.
Die [Leopard‑2‑Panzer] fahren.
Der [Leopard\u00a02] fährt.
Der [Leopard\u202f2A6] fährt.
Der Bau der [212CD] begann.
Er fliegt die [A-10].
Die [B-52] kam aus Süden.
Die [AN/TPQ-36] suchen {Geschütze}.
Die {Kampfpanzer} vom Typ [Leopard 2].
"""

WITH_EVIDENCE = """
Die {Kampfjets} vom Typ [Tornado] starten.
Der [Tornado] der Bundeswehr ist alt.
Die [Tornado-Kampfjets] sind alt.
Die Luftwaffe verlegt vier [Tornados].
Der {Schützenpanzer} [Puma] fiel aus.
Der {Schützenpanzer} „[Puma]“ fiel aus.
Die Bundeswehr bestellt 50 weitere [Puma].
Der [Marder] ist ein {Schützenpanzer}.
Der [Marder], ein {Schützenpanzer}, wird ersetzt.
Geliefert wurden [Leopard 2] und [Marder].
Geliefert wurden [Marder], [Leopard 2] und [Gepard].
Die [Geparden] der Bundeswehr sind zurück.
Der {Flugabwehrpanzer} [Gepard] schießt gut.
Die {Marschflugkörper} [Taurus] bleiben in Berlin.
Die Soldaten üben mit dem [Leopard].
Am Tor der Kaserne hing ein Foto des Großkatzenhauses neben dem {Kampfpanzer} [Leopard].
Für die Armee ist [Buk] ein russisches {Flugabwehrsystem}.
Die [Leoparden] der Brigade rollen.
Die [Leopard-Panzer] rollen.
Die {Raketenwerfer} vom Typ [Grad] feuerten.
Die [Grad-Raketen] schlugen ein.
Das {Flugabwehrsystem} [Tor] schoss.
Die [Buk-Rakete] traf.
Der {Raketenwerfer} [Mars II] ist alt.
Der {Raketenwerfer} [Mars] ist alt.
Der {Transportpanzer} [Fuchs] fährt.
Der {Transportpanzer} [Boxer] fährt.
Der {Kampfhubschrauber} [Tiger] bleibt am Boden.
Die {Panzerhaubitzen} [Caesar], [Archer] und [Krab] kamen an.
Die {Lenkflugkörper} [Meteor] hängen am [Eurofighter].
Die {Panzerabwehrwaffe} [Milan] ist alt.
Die [Milan-Raketen] sind alt.
Die {Seezielflugkörper} vom Typ [Neptun] trafen.
Die Armee setzt [Patriot] gegen {Raketen} ein.
Die {Fregatte} [„Hessen“] lief aus.
Die {Drohnen} des Typs [Lancet] kreisten.
Die Luftwaffe flog mit [Rafale] und [Mirage 2000].
Ein {Radpanzer} vom Typ [Boxer] und ein [Puma] stehen dort.
Der [Luchs] der Bundeswehr war leise.
Der {Marschflugkörper} [Flamingo] flog weit.
Rohre für den {Flakpanzer} [Gepard] fehlen.
Die Schiffe der [Sund-Klasse] laufen aus.
Zwei {Fregatten} der [Sachsen-Klasse] laufen aus.
Zur [Taurus-Frage] schwieg er.
"""

RARELY_ELSE = """
Die [Kalaschnikow] über der Schulter, ging er durch das Dorf.
Auf dem Tisch lagen Magazine alter [Kalaschnikows].
Kalaschnikow besuchte die Schule in seinem Dorf.
Zagreb setzt auf [Rafale].
Piloten stiegen auf die [Rafale] um.
Die Rafale riss Ziegel vom Dach.
Der [Eurofighter] ist laut.
Die Eurofighter gewannen das Spiel gegen den Verein aus Emden.
Die Wehrmacht zündete ein Triebwerk des [Aggregats 4].
Der Marine gehört der [Bradley] nicht.
Bradley kam zu spät zur Schule.
"""

NO_WEAPONS = """
Mit ihrem Rücktritt hat die Ministerin eine Bombe platzen lassen.
Der Torjäger zündete die Rakete in der letzten Minute.
Der Bomber vom Dienst blieb ohne Treffer.
Am Ende musste die Opposition die Waffen strecken.
Ein Tornado zog über den Landkreis und deckte Dächer ab.
Der Tornado verwüstete drei Dörfer.
Meteorologen stuften den Tornado als schwach ein.
Tornados sind im Norden selten.
Der Leopard im Zoo hat Nachwuchs.
Zwei Leoparden leben im Tierpark.
Die Ranger zählten neun Leoparden.
Der Gepard ist das schnellste Tier.
Der Puma lief durch das Gehege.
Die Aktie von Puma fiel.
Puma rüstet den Verein aus.
Sie trug Schuhe von Puma.
Ein Marder zerbiss das Kabel.
Der Marder saß im Motorraum des Autos.
Jens Fuchs gewann die Wahl.
Herr Fuchs war Soldat.
Der Fuchs lief über den Acker.
Frau Luchs leitet die Kaserne.
Am Himmel verglühte ein Meteor.
Der Meteor fiel in den Wald.
Taurus ist ein Sternzeichen.
Im Sternbild Taurus leuchtet ein Riese.
Er ist ein glühender Patriot.
Die Soldaten sagten, er sei Patriot.
Als Patriot liebe er die Armee.
Der Patriot dient in der Armee.
Vilkas ist Litauisch und bedeutet Wolf.
Die Rafale, das ist auf Französisch eine Böe, traf auch die Luftwaffe.
Ein Fuchs, ein Dachs und ein Wiesel treffen sich im Wald.
Die Fußballer der Armee nannten sich Tornados.
Bei 30 Grad schwitzten die Soldaten.
Es waren minus zehn Grad im Schützengraben der Armee.
Das Tor fiel in der letzten Minute.
Die Soldaten standen am Tor der Kaserne.
Der Boxer verlor den Kampf nach Punkten.
Der Boxer war früher Soldat.
Die Tiger gewannen das Spiel.
Der Planet Mars leuchtet rot.
Auf dem Mars fährt ein Rover.
Der Puls der Soldaten stieg.
Milan spielte gegen Turin.
Milan Kovac ist Soldat.
Der AC Milan verlor.
Caesar war Feldherr und führte Krieg.
Der Mistral wehte stark.
Neptun ist ein Planet.
Der Flamingo im Zoo steht auf einem Bein.
Er fuhr auf der A10 nach Potsdam.
Die Armee sperrte die A 10.
Die B52 fährt heute nicht.
Sie hat Deutsch auf Niveau B2 gelernt.
Lars ist Soldat bei der Bundeswehr.
Das schadet der Armee und ist kein Harm.
Der Ford Mustang stand am Straßenrand.
Der neue Tiguan von VW fährt elektrisch.
Der Ford Puma kostet weniger.
Die Eisbären gewannen.
Die Augsburger Panther verloren im Stadion.
Der SC Tornado spielt in der Liga.
Der Hawk heißt auf Deutsch Habicht.
Der Adler kreiste über dem Feld.
Im Kindergarten heißt die Gruppe Biber.
Der Dachs grub im Wald.
Der Wiesel jagt Mäuse im Wald.
Die Fachzeitschrift Lancet druckte die Studie.
Ein Hurrikan zog auf.
Die Polizei fuhr mit dem Wasserwerfer vor.
Die Luftwaffe feiert Geburtstag.
Der Scheinwerfer fiel aus.
Im Kinderzimmer lag ein Spielzeugpanzer.
Der Rettungshubschrauber brachte ihn in die Klinik.
Ein Hubschrauber brachte den Wanderer in die Klinik.
Mit einer Drohne suchte der Landwirt nach Rehkitzen.
An Silvester flogen Raketen in den Himmel.
Die Rakete brachte einen Satelliten ins All.
Die Schneekanone lief die ganze Nacht.
Die Zeitbombe tickt, sagte der Ökonom.
Er warf eine Arschbombe ins Becken.
Die Ariane-Rakete steht bereit.
Die Goldmine ist erschöpft.
Seine Miene verriet nichts.
Die S-Klasse von Mercedes ist ein Auto.
Aufräumen nach dem Tornado.
Der Tornado schlug eine Schneise.
Sie flog in der Business-Klasse.
Phoenix sendet live.
Der Spielplatz bekommt einen neuen Sandkasten.
Im Kongo leben Okapis.
Rubin Kazan gewann.
Cobra heißt das Restaurant.
Sein Name war Iskander und er malte.
Die Firma Patria wächst.
Charles de Gaulle war Präsident.
"""

# Names with two meanings, as they stand in the news; what only the encoder can tell is not among them.
TWO_MEANINGS = """
Die Bundeswehr bestellt 120 weitere [Boxer] für die neuen Brigaden.
Der Boxer aus Kiel gewann seinen dritten Kampf in der zweiten Runde.
Der Boxer von Familie Otto ist ein treuer Hund.
Frankreich verkauft 24 [Rafale F5] an die Emirate.
Die [Rafale M] landet auf dem {Flugzeugträger}.
Die Jets vom Typ [Rafale F4] und [Rafale F5] sind teuer.
Die [Rafale-F5-Jets] sind teuer.
Die Rafale fegte in der Nacht Ziegel von den Dächern.
Zwei [Tornados] der Luftwaffe stiegen in Schleswig auf.
Der [Tornado ECR] stört das Radar.
Der F3-Tornado fegte über den Ort.
Die [Marder] der Truppe werden ersetzt.
Der Marder biss in der Nacht die Kabel an fünf Autos durch.
Der [Fuchs 1A8] wird modernisiert.
Trainer Jürgen Fuchs lobte seine Mannschaft.
Auf dem Truppenübungsplatz leben Füchse und Dachse.
Die Panzergrenadiere üben mit dem [Puma].
Der [Puma S1] geht an die Truppe.
Der Sportartikelhersteller Puma meldet mehr Umsatz.
Oberst Karl „Puma“ Jansen flog den Einsatz der Luftwaffe.
Hauptmann Wolf führt die Kompanie.
Der Wolf riss in Brandenburg drei Schafe.
Der {Pionierpanzer} [Dachs] räumt auf.
Der Dachs gräbt seinen Bau am Waldrand.
Zwei Kurzstreckensysteme vom Typ [Tor] wurden zerstört.
Das Tor fiel in der 89. Minute.
Die Armee verlegt zwei [Buk] an die Front.
Der Fluss Buk führt wenig Wasser.
Menschen im Zeichen Taurus gelten als geduldig.
Die [Patriots] schossen elf {Raketen} ab.
Die Patriots verloren das Spiel gegen die Jets.
Die {U-Boote} tragen die {Rakete} [Trident].
Der Trident ist das Zeichen des Meeresgottes.
Der [Wiesel 2] ist klein.
Der Gepard der Truppe ist das Wappentier.
Das Radar [Cobra] ortet {Geschütze}.
Die Cobra ist eine Giftschlange.
Der [Panther KF51] ist ein {Kampfpanzer}.
Der Panther lag im Gehege und schlief.
Die Ermittlungen zu MH17 dauern an.
Der Abschuss von Flug MH17 jährt sich.
Die [V2] der Wehrmacht traf London.
Im Museum in Peenemünde steht eine [V2].
In Version V2 der Software ist der Fehler behoben.
Die {Rakete} [Aggregat 4] flog 1942 zum ersten Mal.
Das Aggregat 4 des Kraftwerks fiel aus.
Die Übungsmunition ging der Armee aus.
Die Panzerkommandanten übten drei Wochen lang.
Er drückte die Taste F5.
Der {Kampfjet} [F-5] ist alt.
Das MIG-Schweißen lernen Lehrlinge.
Die [MiG-Kampfjets] starteten.
"""

GENERIC = """
Die {Kampfdrohnen} kamen in Wellen.
Die {Flugabwehrsysteme} reichen nicht.
Die {Luftabwehrraketen} gehen aus.
Zwölf {Schützenpanzer} rollten vorbei.
Die {Sprengköpfe} wurden gezählt.
Sie hielten {Panzerfäuste} in der Hand.
Die {Marschflugkörpern} ähnlichen Geräte flogen tief.
Getroffen wurde ein {Kriegsschiff}.
Das {U-Boot} tauchte ab.
Die {Atom-U-Boote} liegen im Hafen.
Sie legten {Seeminen}.
Die {ballistischen Raketen} trafen die Stadt.
Eine {ballistische Rakete} braucht sieben Minuten.
Die {Sturmgewehre} lagen im Schrank.
Ein {Kampfhubschrauber} kreiste.
"""


def lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line]


@pytest.mark.parametrize("expected", lines(FORMS))
def test_a_name_is_found_in_every_form(marked: Callable[[str], str], expected: str) -> None:
    """Inflected, compounded, with a variant, transliterated, with other hyphens and spaces, at the end."""
    assert marked(MARK.sub("", expected)) == expected


@pytest.mark.parametrize("expected", lines(WITH_EVIDENCE))
def test_an_ambiguous_name_counts_with_evidence(marked: Callable[[str], str], expected: str) -> None:
    """A class noun, another system or an army near it shows what is meant."""
    assert marked(MARK.sub("", expected)) == expected


@pytest.mark.parametrize("expected", lines(TWO_MEANINGS))
def test_the_sentence_tells_which_of_two_things_a_name_means(
    marked: Callable[[str], str], expected: str
) -> None:
    """Vehicle or animal, jet or storm, missile or star sign, system or surname, version or another jet."""
    assert marked(MARK.sub("", expected)) == expected


@pytest.mark.parametrize(
    ("text", "kinds", "names"),
    [
        ("Die Soldaten üben mit dem Puma.", {"Puma": EntityKind.ORGANIZATION}, ["Puma"]),
        ("Die Soldaten tragen Schuhe von Puma.", {"Puma": EntityKind.ORGANIZATION}, []),
        ("Die Soldaten fahren den Marder.", {"Marder": EntityKind.OTHER}, ["Marder"]),
        ("An der Operation Panther nahmen Soldaten teil.", {"Panther": EntityKind.OTHER}, []),
        ("Die Operation Panther der Armee begann.", {}, []),
        ("Die Operation „Panther“ der Armee begann.", {}, []),
        ("Das Computerspiel Tornado spielen Soldaten.", {"Tornado": EntityKind.OTHER}, []),
        ("Berlin liefert keine Taurus an Kiew.", {"Berlin": EntityKind.PLACE}, ["Taurus"]),
        ("Der Zoo liefert keine Geparde nach Kiew.", {"Kiew": EntityKind.PLACE}, []),
        ("Die neue Zora F5 fliegt.", {"Zora": EntityKind.WEAPON}, []),
    ],
)
def test_the_word_of_the_tagger_is_weighed(
    find: Find, text: str, kinds: dict[str, EntityKind], names: list[str]
) -> None:
    """A product may be a weapon, a firm has no article, and a version is no system of its own."""
    assert [match.name for match in find(text, **kinds).matches if not match.is_generic] == names


@pytest.mark.parametrize(
    "word", ["Panzergrenadiere", "Panzerkommandanten", "Polizeihubschrauber", "Übungsmunition"]
)
def test_what_only_ends_like_a_weapon_is_denied_to_the_tagger(find: Find, word: str) -> None:
    """People, helicopters of the police, blanks."""
    found = find(f"Die {word} kamen an.")

    assert found.denied == found.never == frozenset({1})


@pytest.mark.parametrize("expected", lines(RARELY_ELSE))
def test_a_name_that_is_rarely_something_else_needs_little(
    marked: Callable[[str], str], expected: str
) -> None:
    """An article before a surname, or nothing that speaks against it."""
    assert marked(MARK.sub("", expected)) == expected


@pytest.mark.parametrize("text", lines(NO_WEAPONS))
def test_what_is_no_weapon_stays_unmarked(marked: Callable[[str], str], text: str) -> None:
    """Storms, animals, stars, clubs, cars, roads, people and toys."""
    assert marked(text) == text


@pytest.mark.parametrize("expected", lines(GENERIC))
def test_words_for_weapons_are_generic(marked: Callable[[str], str], expected: str) -> None:
    """Compounds are told by their last part."""
    assert marked(MARK.sub("", expected)) == expected


@pytest.mark.parametrize(
    ("text", "weapon_id"),
    [
        ("Eine Ch-101 wurde abgefangen.", "ch-101"),
        ("Eine Kh-101 wurde abgefangen.", "ch-101"),
        ("Eine X-101 wurde abgefangen.", "ch-101"),
        ("Die Kinzhal traf Kiew.", "ch-47m2-kinschal"),
        ("Die Oreshnik traf Dnipro.", "oreschnik"),
        ("Die PzH 2000 schießt.", "panzerhaubitze-2000"),
        ("Der Leopard 2A7V fährt.", "leopard-2"),
        ("Die Leopard-1-Panzer fahren.", "leopard-1"),
        ("Ein Königstiger steht im Museum.", "tiger-ii"),
    ],
)
def test_every_spelling_leads_to_the_same_system(find: Find, text: str, weapon_id: str) -> None:
    """Transliterations, abbreviations and variants are one entry of the catalogue."""
    named = [match for match in find(text).matches if not match.is_generic]

    assert [match.weapon_id for match in named] == [weapon_id]


def test_a_compound_is_a_part_and_a_name_a_name(find: Find) -> None:
    """Leopard-2-Panzer holds the name, Leopard 2 is it."""
    forms = [match.form for match in find("Der Leopard 2 ist ein Leopard-2-Panzer.").matches]

    assert forms == [MentionForm.NAME, MentionForm.PART]


def test_the_tagger_can_prove_an_ambiguous_name(find: Find) -> None:
    """Nothing else in the sentence shows that the Boxer is a vehicle."""
    text = "Der Boxer kommt später."

    assert find(text).matches == ()
    assert [match.weapon_id for match in find(text, Boxer=EntityKind.WEAPON).matches] == ["boxer"]


def test_the_tagger_can_deny_an_ambiguous_name(find: Find) -> None:
    """A person of that name in a sentence about soldiers."""
    text = "Taurus sprach mit den Soldaten."

    assert [match.weapon_id for match in find(text).matches] == ["taurus"]
    assert find(text, Taurus=EntityKind.PERSON).matches == ()


def test_civilian_uses_are_denied_even_to_the_tagger(find: Find) -> None:
    """The puma of the zoo is none, whatever the tagger says."""
    found = find("Der Puma lebt im Zoo.", Puma=EntityKind.WEAPON)

    assert found.matches == ()
    assert found.denied == {1}


def test_in_an_article_about_both_senses_the_tagger_alone_proves_nothing(find: Find) -> None:
    """The second Tornado is the storm, too."""
    text = "Ein Tornado deckte Dächer ab. Der Tornado zog über Kiel hinweg."

    assert find(text, Tornado=EntityKind.WEAPON).matches == ()


def test_an_army_behind_the_comma_is_enough_for_one_name(marked: Callable[[str], str]) -> None:
    """The tank and the animal stand in two sentences."""
    text = "Ein Marder lebt im Zoo. Jonas, der beim Panzerbataillon dient, kennt ebenfalls [Marder]."

    assert marked(text.replace("[", "").replace("]", "")) == text


def test_storm_and_aircraft_are_told_apart_clause_by_clause(marked: Callable[[str], str]) -> None:
    """That the air force is named behind the comma does not make an aircraft of the storm."""
    text = (
        "Ein Tornado deckte Dächer ab. Der Tornado zog über Jagel, wo die Luftwaffe ihre [Tornados] wartet."
    )

    assert marked(text.replace("[", "").replace("]", "")) == text


def test_one_proof_serves_the_whole_article(find: Find) -> None:
    """The second Marder needs no class noun of its own."""
    found = find("Der Schützenpanzer Marder ist alt. Der Marder wird trotzdem gebraucht.")

    assert [match.weapon_id for match in found.matches] == [None, "marder", "marder"]


def test_an_article_about_both_senses_needs_proof_each_time(find: Find) -> None:
    """Once the animal is there, a bare Marder may be either."""
    found = find("Der Schützenpanzer Marder ist alt. Ein Marder zerbiss Kabel im Wald. Der Marder bleibt.")

    assert [match.weapon_id for match in found.matches] == [None, "marder"]


@pytest.mark.parametrize(("word", "name"), [("U-Boote", "U-Boot"), ("Großkampfschiffe", "Großkampfschiff")])
def test_a_class_is_shown_as_it_is_written(find: Find, word: str, name: str) -> None:
    """In the singular, with all its capitals and its ß."""
    assert [match.name for match in find(f"Zwei {word} liefen aus.").matches] == [name]
