"""The data sets become examples."""

from importlib import import_module
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest
import spacy


@pytest.fixture
def examples() -> ModuleType:
    return import_module("make_examples")


def marked(block: dict, head: str) -> list[tuple[str, str]]:
    """The words of the spans and their labels."""
    return [(" ".join(block["words"][start:end]), label) for start, end, label in block[head]]


def corpus_block(examples: ModuleType, xml: str) -> dict:
    return examples.corpus_block(spacy.blank("de"), ET.fromstring(xml))  # noqa: S314  (our own text)


def test_two_columns_of_germeval_are_read(examples: ModuleType, tmp_path: Path) -> None:
    """The outer level; what they call OTH is MISC here."""
    path = tmp_path / "train.tsv"
    path.write_text(
        "Lene\tB-PER\nBrandt\tI-PER\nspielt\tO\nFaust\tB-OTH\n\nBonner\tB-LOCderiv\n", encoding="utf-8"
    )

    first, second = examples.germeval(path, "train")

    assert marked(first["blocks"][0], "names") == [("Lene Brandt", "PER"), ("Faust", "MISC")]
    assert marked(second["blocks"][0], "names") == [("Bonner", "LOCderiv")]


def test_four_columns_of_germeval_are_read(examples: ModuleType, tmp_path: Path) -> None:
    """The nested level and the lines that tell sources are left out."""
    path = tmp_path / "dev.tsv"
    path.write_text("#\tirgendwo\n1\tSV\tB-ORG\tO\n2\tBonn\tI-ORG\tB-LOC\n", encoding="utf-8")

    (document,) = examples.germeval(path, "dev")

    assert document["name"].startswith("dev-")
    assert marked(document["blocks"][0], "names") == [("SV Bonn", "ORG")]


def test_names_of_the_corpus_keep_their_form(examples: ModuleType) -> None:
    block = corpus_block(
        examples,
        '<p>Der <loc k="d">Bonner</loc> <wpn k="p">Puma-Hersteller</wpn> baut <wpg>Panzer</wpg>.</p>',
    )

    assert marked(block, "names") == [
        ("Bonner", "LOCderiv"),
        ("Puma-Hersteller", "WEAPONpart"),
        ("Panzer", "WEAPONgeneric"),
    ]


def test_a_form_without_a_label_teaches_nothing(examples: ModuleType) -> None:
    """Generic weapon words as parts are too rare to be learnt."""
    block = corpus_block(examples, '<p>Eine <wpg k="p">Panzerlieferung</wpg></p>')

    assert marked(block, "names") == [("Panzerlieferung", "?")]


def test_direct_speech_stands_within_indirect_speech(examples: ModuleType) -> None:
    """They are two heads; within one head the longest span wins."""
    block = corpus_block(
        examples,
        '<p><sp q="1">Sie</sp> <cue q="1">sagte</cue>, <q id="1" kind="indirect">dass '
        '<q id="2" kind="direct">„alles gut“</q> sei, <q id="3" kind="reported">wie immer</q></q>.</p>',
    )

    assert marked(block, "direct") == [("„ alles gut “", "direct")]
    assert marked(block, "quotations") == [("dass „ alles gut “ sei , wie immer", "indirect")]
    assert marked(block, "roles") == [("Sie", "speaker"), ("sagte", "cue")]


def test_only_finite_verbs_have_a_mood(examples: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "trees.conllu"
    rows = [
        "# text = Er sei zu loben, bat sie.",
        "1\tEr\ter\tPRON\tPPER\tCase=Nom\t0\troot\t_\t_",
        "2\tsei\tsein\tAUX\tVAFIN\tMood=Sub|VerbForm=Fin\t0\troot\t_\t_",
        "3-4\tzuloben\t_\t_\t_\t_\t_\t_\t_\t_",
        "3\tloben\tloben\tVERB\tVVINF\tVerbForm=Inf\t0\troot\t_\t_",
        "4\tbat\tbitten\tVERB\tVVFIN\tMood=Ind|VerbForm=Fin\t0\troot\t_\t_",
    ]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")

    (document,) = examples.universal_dependencies(path)

    assert marked(document["blocks"][0], "moods") == [("sei", "subjunctive"), ("bat", "indicative")]


def test_sentences_of_our_own_have_their_names_in_brackets(examples: ModuleType, tmp_path: Path) -> None:
    """Marked as GermEval does; what the corpus marks otherwise is left open; no bracket is in the words."""
    path = tmp_path / "mixed.txt"
    path.write_text(
        "Das [OTH Album] der [LOCderiv Bonner] Band [ORG Die Lauten] kam ins Ministerium.\n", encoding="utf-8"
    )

    (document,) = examples.sentences(path)

    assert marked(document["blocks"][0], "names") == [
        ("Album", "MISC"),
        ("Bonner", "LOCderiv"),
        ("Die Lauten", "ORG"),
        ("Ministerium", examples.UNKNOWN),
    ]
    words = "Das Album der Bonner Band Die Lauten kam ins Ministerium ."
    assert " ".join(document["blocks"][0]["words"]) == words


def test_all_sentences_of_our_own_are_marked_well(examples: ModuleType) -> None:
    """No bracket is left over, no label unknown, no mark cuts a word."""
    paths = sorted(examples.OWN_SENTENCES.glob("*.txt"))
    documents = [document for path in paths for document in examples.sentences(path)]

    assert len(documents) > 2000
    for document in documents:
        block = document["blocks"][0]
        assert not {"[", "]"} & set(block["words"]), document["name"]
        known = {*examples.NAME_LABELS, examples.UNKNOWN}
        assert {label for _, _, label in block["names"]} <= known, document["name"]


def test_names_that_only_germeval_would_mark_are_left_open(examples: ModuleType, tmp_path: Path) -> None:
    """MobIE knows no derived names and no roads as places."""
    rows = (
        ("Die", "ART", "O"), ("#Bahn", "NE", "B-organization-company"),
        ("AG", "NE", "I-organization-company"), ("sperrt", "VVFIN", "O"),
        ("Bonner", "ADJA", "O"), ("S1", "CARD", "B-location-route"),
        ("in", "APPR", "O"), ("Köln", "NE", "B-location-city"),
    )  # fmt: skip
    path = tmp_path / "train.conll"
    lines = (f"{word}\t{speech}\tI-X\t{tag}" for word, speech, tag in rows)
    path.write_text("-DOCSTART- 1 O O\n\n" + "\n".join(lines) + "\n", encoding="utf-8")

    (document,) = examples.mobie(path)

    names = [("Bahn AG", "ORG"), ("Bonner", examples.UNKNOWN), ("S1", examples.UNKNOWN), ("Köln", "LOC")]
    assert marked(document["blocks"][0], "names") == names
