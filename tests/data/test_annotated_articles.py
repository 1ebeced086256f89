"""The annotated texts that measure the app are sound: tags, names, quotations, and how many there are."""

import re
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
GERMAN = sorted((FOLDER / "articles").glob("*.xml"))
ENGLISH = sorted((FOLDER / "english").glob("*.xml"))

NAME_TAGS = frozenset({"per", "org", "loc", "wpn", "misc"})
ENTITY_TAGS = NAME_TAGS | {"wpg"}
SPEECH_TAGS = frozenset({"q", "sp", "cue"})
BLOCK_TAGS = frozenset({"title", "h", "p"})
QUOTATION_KINDS = frozenset({"direct", "indirect", "indirect_free_indirect", "free_indirect", "reported"})
ATTRIBUTES: dict[str, set[str]] = {
    "article": {"id", "genre", "topic"},
    "q": {"id", "kind"},
    "sp": {"q", "ref"},
    "cue": {"q"},
    "ref": {"to"},
    **{tag: {"ref", "k"} for tag in NAME_TAGS},
    "wpg": {"k"},
    **{tag: set() for tag in BLOCK_TAGS},
}
CLOSING_MARKS = {"„": "“", "»": "«", "«": "»", "“": "”", "‘": "’", '"': '"'}
SENTENCE_END = re.compile(r"(?<!\bSen)(?<!\bMs)(?<!\bMr)(?<!\bU\.S)[.!?][”’\"]?(?= |$)")


def root_of(path: Path) -> ET.Element:
    return ET.parse(path).getroot()  # noqa: S314  (our own files)


def text_of(element: ET.Element) -> str:
    return "".join(element.itertext())


def elements(path: Path, *tags: str) -> Iterator[ET.Element]:
    return (element for element in root_of(path).iter() if element.tag in tags)


def canonical(mention: ET.Element) -> str:
    return mention.get("ref") or text_of(mention)


def pieces_of_quotations(path: Path) -> dict[str, list[ET.Element]]:
    """The pieces of each quotation, by its id, in reading order."""
    pieces = defaultdict(list)
    for piece in elements(path, "q"):
        pieces[piece.get("id", "missing")].append(piece)
    return pieces


def quotations_named_by(path: Path, tag: str) -> Counter[str]:
    """How often each quotation is named by the speakers or cues of an article."""
    return Counter(
        number for element in elements(path, tag) for number in element.get("q", "missing").split()
    )


def characters_in_speech(element: ET.Element) -> int:
    if element.tag == "q":
        return len(text_of(element))
    return sum(map(characters_in_speech, element))


def words(path: Path) -> int:
    return sum(len(text_of(block).split()) for block in root_of(path))


def sentences(path: Path) -> list[str]:
    return [
        sentence.strip()
        for paragraph in elements(path, "p")
        for sentence in SENTENCE_END.split(text_of(paragraph))
        if sentence
    ]


def faults(found_in: Callable[[Path], Collection[object]]) -> dict[str, Collection[object]]:
    """What was found, for each article where something was."""
    return {path.stem: found for path in (*GERMAN, *ENGLISH) if (found := found_in(path))}


def test_each_article_is_named_like_its_file_and_begins_with_a_title() -> None:
    def wrong(path: Path) -> Collection[object]:
        article = root_of(path)
        beginning = [article.tag, article.get("id"), *[block.tag for block in article][:2]]
        return [] if beginning == ["article", path.stem, "title", "p"] else beginning

    assert faults(wrong) == {}


def test_only_known_tags_and_attributes_are_used() -> None:
    def unknown(path: Path) -> Collection[object]:
        return [
            (element.tag, element.attrib)
            for element in root_of(path).iter()
            if element.tag not in ATTRIBUTES or not element.attrib.keys() <= ATTRIBUTES[element.tag]
        ]

    assert faults(unknown) == {}


def test_text_stands_in_blocks_and_has_single_spaces() -> None:
    def loose(path: Path) -> Collection[object]:
        article = root_of(path)
        outside = [
            text for text in (article.text, *(block.tail for block in article)) if text and text.strip()
        ]
        spaced = [text_of(block) for block in article if text_of(block) != " ".join(text_of(block).split())]
        return outside + spaced + [block.tag for block in article if block.tag not in BLOCK_TAGS]

    assert faults(loose) == {}


def test_no_tag_is_empty_or_has_white_space_at_its_ends() -> None:
    def loose(path: Path) -> Collection[object]:
        marked = map(text_of, elements(path, *ENTITY_TAGS, *SPEECH_TAGS, "ref"))
        return [text for text in marked if not text or text != text.strip()]

    assert faults(loose) == {}


def test_no_name_contains_another() -> None:
    def nested(path: Path) -> Collection[object]:
        return [text_of(mention) for mention in elements(path, *ENTITY_TAGS) if len(mention)]

    assert faults(nested) == {}


def test_derived_words_and_parts_tell_the_name_behind_them() -> None:
    def untold(path: Path) -> Collection[object]:
        return [
            (text_of(mention), mention.get("k"))
            for mention in elements(path, *NAME_TAGS)
            if mention.get("k") and (mention.get("k") not in {"d", "p"} or not mention.get("ref"))
        ]

    assert faults(untold) == {}


def test_a_reference_is_given_only_where_the_words_are_not_the_canonical_name() -> None:
    def needless(path: Path) -> Collection[object]:
        return [text_of(name) for name in elements(path, *NAME_TAGS) if name.get("ref") == text_of(name)]

    assert faults(needless) == {}


def test_a_canonical_name_is_not_itself_short_for_another() -> None:
    def chained(path: Path) -> Collection[object]:
        mentions = list(elements(path, *NAME_TAGS))
        shortened = {(mention.tag, text_of(mention)) for mention in mentions if mention.get("ref")}
        return shortened & {(mention.tag, mention.get("ref")) for mention in mentions}

    assert faults(chained) == {}


def test_one_thing_has_one_kind() -> None:
    def torn(path: Path) -> Collection[object]:
        kinds = defaultdict(set)
        for mention in elements(path, *NAME_TAGS):
            kinds[canonical(mention)].add(mention.tag)
        return [(name, tags) for name, tags in kinds.items() if len(tags) > 1]

    assert faults(torn) == {}


def test_the_same_words_mean_the_same_organisation_or_weapon() -> None:
    """Persons are left out, for two of them may share a surname."""

    def ambiguous(path: Path) -> Collection[object]:
        meanings = defaultdict(set)
        for mention in elements(path, "org", "wpn"):
            meanings[mention.tag, text_of(mention)].add(canonical(mention))
        return [(surface, names) for surface, names in meanings.items() if len(names) > 1]

    assert faults(ambiguous) == {}


def test_pronouns_and_roles_point_to_a_name_of_the_article() -> None:
    def dangling(path: Path) -> Collection[object]:
        pointed = {element.get("to") for element in elements(path, "ref")}
        pointed |= {element.get("ref") for element in elements(path, "sp") if element.get("ref")}
        return pointed - {canonical(mention) for mention in elements(path, *NAME_TAGS)}

    assert faults(dangling) == {}


def test_a_quotation_has_one_known_kind() -> None:
    def wrong(path: Path) -> Collection[object]:
        pieces = pieces_of_quotations(path)
        kinds = {number: {piece.get("kind") for piece in pieces[number]} for number in pieces}
        return [(number, kind) for number, kind in kinds.items() if len(kind) != 1 or kind - QUOTATION_KINDS]

    assert faults(wrong) == {}


def test_direct_quotations_stand_in_quotation_marks() -> None:
    def unmarked(path: Path) -> Collection[object]:
        pieces = [text_of(piece) for piece in elements(path, "q") if piece.get("kind") == "direct"]
        return [text for text in pieces if CLOSING_MARKS.get(text[0]) != text[-1]]

    assert faults(unmarked) == {}


@pytest.mark.parametrize("tag", ["sp", "cue"])
def test_speakers_and_cues_belong_to_a_quotation_of_the_article(tag: str) -> None:
    def dangling(path: Path) -> Collection[object]:
        return quotations_named_by(path, tag).keys() - pieces_of_quotations(path).keys()

    assert faults(dangling) == {}


def test_a_quotation_has_at_most_one_speaker() -> None:
    def crowded(path: Path) -> Collection[object]:
        return [number for number, times in quotations_named_by(path, "sp").items() if times > 1]

    assert faults(crowded) == {}


def test_more_is_told_than_quoted() -> None:
    def talkative(path: Path) -> Collection[object]:
        share = characters_in_speech(root_of(path)) / len(text_of(root_of(path)))
        return [share] if share > 0.5 else []

    assert faults(talkative) == {}


def test_german_articles_have_the_length_of_news() -> None:
    assert {path.stem: words(path) for path in GERMAN if not 150 <= words(path) <= 250} == {}


def test_there_are_enough_texts_to_measure_with() -> None:
    """Grouping wants forty German articles at least, English names 150 sentences."""
    assert [path.stem for path in GERMAN] == [f"ref-{number:03}" for number in range(1, len(GERMAN) + 1)]
    assert [path.stem for path in ENGLISH] == [f"en-{number:03}" for number in range(1, len(ENGLISH) + 1)]
    assert len(GERMAN) >= 40
    assert sum(len(sentences(path)) for path in ENGLISH) >= 150


@pytest.mark.parametrize("paths", [GERMAN, ENGLISH], ids=["german", "english"])
def test_every_kind_of_name_and_quotation_occurs(paths: list[Path]) -> None:
    tags = {element.tag for path in paths for element in elements(path, *ENTITY_TAGS)}
    kinds = {element.get("kind") for path in paths for element in elements(path, "q")}

    assert tags == ENTITY_TAGS
    assert kinds == QUOTATION_KINDS


def test_no_sentence_occurs_in_two_articles() -> None:
    counted = Counter(sentence for path in (*GERMAN, *ENGLISH) for sentence in set(sentences(path)))

    assert [sentence for sentence, times in counted.items() if times > 1 and len(sentence.split()) > 3] == []
