"""Finding the functions that the text names with a person."""

from pathlib import Path

import pytest

from reader.domain.spans import Span
from reader.nlp.role_finder import RoleWords, load_role_words, roles_beside


@pytest.fixture(scope="module")
def words(resources: Path) -> RoleWords:
    return load_role_words(resources / "lexicons")


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("Minister", "Minister"),
        ("Ministers", "Minister"),
        ("Ministerin", "Ministerin"),
        ("Verteidigungsministerin", "Verteidigungsministerin"),
        ("Präsidenten", "Präsident"),
        ("Nato-Generalsekretärs", "Nato-Generalsekretär"),
        ("Ex-Kanzlerin", "Ex-Kanzlerin"),
        ("Landrats", "Landrat"),
        ("Vizeadmiralin", "Vizeadmiralin"),
        ("Sprecher*in", "Sprecher*in"),
        ("SP-Ständerätin", "SP-Ständerätin"),
        ("Alt-Bundesrats", "Alt-Bundesrat"),
        ("Altlandrat", "Altlandrat"),
    ],
)
def test_a_function_is_known_in_its_forms(words: RoleWords, word: str, lemma: str) -> None:
    """Inflected and in compounds; shown in the nominative."""
    assert words.lemma(word) == lemma


@pytest.mark.parametrize("word", ["minister", "Ministerium", "Hund", "Papstmobil", "Berlin", "", "12"])
def test_other_words_say_no_function(words: RoleWords, word: str) -> None:
    """A ministry is no minister."""
    assert words.lemma(word) is None


@pytest.mark.parametrize(
    ("marked", "roles"),
    [
        ("Außenministerin [Anna Lau] kam", ["Außenministerin"]),
        ("Außenministerin Dr. [Anna Lau] kam", ["Außenministerin"]),
        ("Außenministerin a. D. [Anna Lau] kam", ["Außenministerin"]),
        ("Oberst i. G. [Anna Lau] kam", ["Oberst"]),
        ("die Sprecherin des Amtes für Statistik, [Anna Lau], kam", ["Sprecherin"]),
        ("[Anna Lau], die neue Ministerin, kam", ["Ministerin"]),
        ("[Anna Lau], Ministerin für Kultur, kam", ["Ministerin"]),
        ("[Anna Lau] (54), Landrätin, kam", ["Landrätin"]),
        ("[Anna Lau], 54, Landrätin, kam", ["Landrätin"]),
        ("[Anna Lau] ist zugleich Vorsitzende des Vereins.", ["Vorsitzende"]),
        ("[Anna Lau] ist seit 2019 auch Präsidentin des Bundes.", ["Präsidentin"]),
        ("Neben [Anna Lau] war auch die Präsidentin da.", []),
        ("Kassiererin [Anna Lau] kam", ["Kassiererin"]),
        ("General [Anna Lau], Kommandeurin der Brigade, kam", ["General", "Kommandeurin"]),
        ("die Generalsekretärin der Nordallianz [Anna Lau] kam", ["Generalsekretärin"]),
        ("die Chefin des Auswärtigen Amtes [Anna Lau] kam", ["Chefin"]),
        ("die Anwältin der Ministerin [Anna Lau] kam", ["Ministerin"]),
        ("die Anwältin der Familie [Lau] kam", []),
        ("Ministerin und Vizekanzlerin [Anna Lau] kam", ["Ministerin", "Vizekanzlerin"]),
        ("der Landrat und Ministerin [Anna Lau] kamen", ["Ministerin"]),
        ("a Navy spokesman, [Tom Berg], said so", ["spokesman"]),
        ("ihr Amtskollege [Jan Thoma] kam", []),
        ("who met the president, [Tom Berg] said", []),
        ("[Anna Lau], Ministerin und Vizekanzlerin, kam", ["Ministerin", "Vizekanzlerin"]),
        ("[Anna Lau], seit Mai Ministerin für Kultur, kam", ["Ministerin"]),
        ("[Anna Lau], 54-jährige Landwirtin, kam", ["Landwirtin"]),
        ("[Anna Lau] ist die neue Ministerin", ["Ministerin"]),
        ("[Anna Lau] wird Botschafterin in Rom", ["Botschafterin"]),
        ("[Anna Lau] war dem Minister böse", []),
        ("[Anna Lau] ist keine Ministerin mehr", []),
        ("[Anna Lau], Minister Jan Kern und andere kamen", []),
        ("Der Minister kam. [Anna Lau] ging", []),
        ("Der Minister kam\n[Anna Lau] ging", []),
        ("[Anna Lau] und der Minister kamen", []),
        ("Herr [Anna Lau] kam", []),
        ("Ihre Kollegin [Anna Lau] kam", []),
        ("Jan Kern wird Vorsitzender des Rats, [Anna Lau] Sprecherin", []),
        ("Prime Minister [Anna Lau] agreed", ["Prime Minister"]),
        ("Nordic Secretary General [Anna Lau] agreed", ["Secretary General"]),
        ("Advocate General [Anna Lau] agreed", ["Advocate General"]),
        ("F&E-Chefin [Anna Lau] kam", ["F&E-Chefin"]),
        ("Deputy Prime Minister [Anna Lau], the mayor of Lund, agreed", ["Deputy Prime Minister", "mayor"]),
        ("Government spokeswoman [Anna Lau] agreed", ["spokeswoman"]),
        ("The minister praised [Anna Lau]", []),
        ("Sen. [Anna Lau] agreed", ["Senator"]),
        ("Lt. Gen. [Tom Berg], a retired officer, agreed", ["Lieutenant General"]),
        ("Lt Col [Tom Berg] agreed", ["Lieutenant Colonel"]),
        ("House Speaker [Anna Lau] agreed", ["House Speaker"]),
        ("Senate Majority Leader [Anna Lau] agreed", ["Senate Majority Leader"]),
        ("[Anna Lau], the Labour MP for Leeds, agreed", ["MP"]),
        ("His deputy, [Tom Berg], agreed", ["deputy"]),
        (
            "[Anna Lau], a member of the European Parliament for Lund, agreed",
            ["member of the European Parliament"],
        ),
        ("der Sprecher des Ministeriums, Oberst [Jan Kern], kam", ["Sprecher", "Oberst"]),
        ("der Sprecher, Oberst [Jan Kern], kam", ["Sprecher", "Oberst"]),
        ("Armeesprecher Oberstleutnant [Jan Kern] kam", ["Armeesprecher", "Oberstleutnant"]),
        ("Kommodore Oberst [Jan Kern] kam", ["Kommodore", "Oberst"]),
        ("der Chef der Marine, Admiral [Jan Kern] und Anna Lau kamen", ["Admiral"]),
        ("Am Abend traf der Minister General [Jan Kern]", ["General"]),
        ("der Betriebsrat [Jan Kern] kam", ["Betriebsrat"]),
        ("[Jan Kern], heute Betriebsrat in Kiel, kam", ["Betriebsrat"]),
        ("[Jan Kern], damals noch Minister, kam", ["Minister"]),
        ("Am Montag sprach [Jan Kern], heute Ministerin Anna Lau", []),
        ("[Jan Kern], früher ein Gegner des Ministers, kam", []),
        ("Norway's foreign minister, [Anna Lau], agreed", ["foreign minister"]),
        ("her father, Admiral Sir [Tom Berg], agreed", ["Admiral"]),
        ("His adviser [Tom Berg] agreed", ["adviser"]),
        ("the ship's captain, Commander [Anna Lau], agreed", ["captain", "Commander"]),
        ("Army chief General [Tom Berg] agreed", ["Army chief", "General"]),
        ("[Anna Lau], chief executive of Nordwerft, agreed", ["chief executive"]),
        ("[Anna Lau], said the president of Nordland", []),
        ("Das sagte der Sprecher der Feuerwehr, [Jan Kern]", ["Sprecher"]),
        ("die Sprecherin des Ministers, [Anna Lau], kam", ["Sprecherin"]),
        ("Nach Angaben des Sprechers der Polizei, [Jan Kern], war", ["Sprecher"]),
        ("der Leiter des Vereins „Elbe“ (VE), [Jan Kern], kam", ["Leiter"]),
        ("der Präsident des Verbands deutscher Reeder, [Jan Kern], kam", ["Präsident"]),
        ("Dort traf der Minister in Bonn die Botschafterin, [Anna Lau],", ["Botschafterin"]),
        ("Wie der Sprecher der Stadt mitteilte, [Jan Kern] sei", []),
        ("Das sagte der Sprecher des Amtes, [Jan Kern] und Anna Lau kamen", []),
        ("der Präsident des Amtes für Statistik [Jan Kern] kam", ["Präsident"]),
        ("Das sagte der Jurist und Autor [Jan Kern]", ["Jurist", "Autor"]),
        ("Der Jurist und Minister [Jan Kern] kamen", ["Minister"]),
        ("Die Sprecher:in der Gruppe, [Kim Lau], kam", ["Sprecher:in"]),
        ("[Anna Lau] wurde am Freitag zur Vorsitzenden gewählt", ["Vorsitzende"]),
        ("Der Vorsitzende des Vereins, [Jan Kern], kam", ["Vorsitzender"]),
        ("Die Vorsitzende des Vereins, [Anna Lau], und der Vorsitzende kamen", ["Vorsitzende"]),
        ("Der langjährige CSU-Abgeordnete [Jan Kern] kam", ["CSU-Abgeordneter"]),
        ("[Jan Kern], der Beauftragte des Bundes, kam", ["Beauftragter"]),
        ("die Rede der Vorsitzenden [Anna Lau]", ["Vorsitzende"]),
        ("[Anna Lau] wurde im Juli Landrätin", ["Landrätin"]),
        ("[Anna Lau] war von 2015 bis 2020 Botschafterin", ["Botschafterin"]),
        ("[Anna Lau], a former US ambassador to Kyiv, agreed", ["ambassador"]),
        ("a spokesman for the army, [Tom Berg], agreed", ["spokesman"]),
        ("[Tom Berg], chief of staff to the president, agreed", ["chief of staff"]),
    ],
)
def test_only_what_stands_directly_beside_the_name_is_its_role(
    words: RoleWords, marked: str, roles: list[str]
) -> None:
    """Before it, or behind it in apposition; a function that belongs to the next name does not count."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")

    assert roles_beside(Span(start, end), text, words) == roles
