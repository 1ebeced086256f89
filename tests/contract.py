"""The annotation JSON as other programs rely on it: names, their order, types and positions."""

from typing import Any

BLOCK_KINDS = {"headline", "standfirst", "heading", "paragraph", "list_item", "quote"}
ENTITY_KINDS = {"person", "organization", "weapon", "place", "other"}
FORMS = {"name", "derived", "part", "nominal", "pronoun"}
QUOTATION_KINDS = {"direct", "indirect", "indirect_free_indirect", "free_indirect", "reported"}
MEDIA = {"Speech", "Writing", "Thought", None}
ARTICLE = "source title byline outlet published language text blocks entities quotations pipeline"
ENTITY = "id kind name aliases roles generic knowledge_id mentions"
MENTION = "start end text form confidence"
QUOTATION = "id type medium spans text nested_in speaker cue frame addressee confidence"


def breaches(document: dict[str, Any]) -> list[str]:
    """Where an annotated article does not keep the contract; empty if it does."""
    return list(_breaches(document)) if list(document) == ARTICLE.split() else [f"names: {list(document)}"]


def _breaches(document: dict[str, Any]) -> Any:  # noqa: ANN401  (a generator of sentences)
    text = document["text"]
    for name in ("source", "title", "language", "text"):
        yield from _unless(isinstance(document[name], str), f"{name} is no text")
    for name in ("byline", "outlet", "published"):
        yield from _unless(document[name] is None or document[name], f"{name} is neither null nor a text")
    yield from _unless(list(document["pipeline"]) == ["name", "version"], "pipeline")
    last = 0
    for block in document["blocks"]:
        yield from _unless(list(block) == ["start", "end", "kind"], f"names of block {block}")
        yield from _unless(last <= block["start"] < block["end"] <= len(text), f"place of block {block}")
        yield from _unless(block["kind"] in BLOCK_KINDS, f"kind of block {block}")
        last = block["end"]
    ids = [entity["id"] for entity in document["entities"]]
    yield from _unless(len(set(ids)) == len(ids), "ids of entities")
    for entity in document["entities"]:
        yield from _entity(entity, text)
    quotation_ids = {quotation["id"] for quotation in document["quotations"]}
    for quotation in document["quotations"]:
        yield from _quotation(quotation, text, set(ids), quotation_ids)


def _entity(entity: dict[str, Any], text: str) -> Any:  # noqa: ANN401
    yield from _unless(_names(entity) == ENTITY.split(), f"names of entity {entity}")
    yield from _unless(entity["kind"] in ENTITY_KINDS, f"kind of entity {entity}")
    yield from _unless(isinstance(entity["generic"], bool), f"generic of entity {entity}")
    yield from _unless(bool(entity["name"] and entity["mentions"]), f"name and mentions of entity {entity}")
    for mention in entity["mentions"]:
        yield from _unless(_names(mention) == MENTION.split(), f"names of mention {mention}")
        yield from _unless(
            text[mention["start"] : mention["end"]] == mention["text"], f"text of mention {mention}"
        )
        yield from _unless(mention["form"] in FORMS, f"form of mention {mention}")
        yield from _unless(0 <= mention["confidence"] <= 1, f"confidence of mention {mention}")


def _quotation(quotation: dict[str, Any], text: str, entities: set[str], quotations: set[str]) -> Any:  # noqa: ANN401
    yield from _unless(_names(quotation) == QUOTATION.split(), f"names of quotation {quotation}")
    yield from _unless(quotation["type"] in QUOTATION_KINDS, f"type of quotation {quotation}")
    yield from _unless(quotation["medium"] in MEDIA, f"medium of quotation {quotation}")
    yield from _unless(bool(quotation["spans"]), f"spans of quotation {quotation}")
    yield from _unless(quotation["nested_in"] in {None, *quotations}, f"nested_in of quotation {quotation}")
    for span in quotation["spans"]:
        yield from _unless(list(span) == ["start", "end"], f"names of span {span}")
        yield from _unless(0 <= span["start"] < span["end"] <= len(text), f"place of span {span}")
    if len(quotation["spans"]) == 1:
        span = quotation["spans"][0]
        yield from _unless(
            text[span["start"] : span["end"]] == quotation["text"], f"text of quotation {quotation}"
        )
    for name in ("speaker", "cue", "frame", "addressee"):
        phrase = quotation[name]
        wanted = ["text", "spans", "entity"] if name == "speaker" else ["text", "spans"]
        yield from _unless(phrase is None or list(phrase) == wanted, f"names of {name} {phrase}")
    if quotation["speaker"] is not None:
        yield from _unless(quotation["speaker"]["entity"] in {None, *entities}, f"speaker of {quotation}")


def _names(found: dict[str, Any]) -> list[str]:
    """Those of the contract; what the reader corrected says so at its end."""
    return list(found)[:-1] if list(found.items())[-1] == ("corrected", True) else list(found)


def _unless(holds: object, breach: str) -> list[str]:
    return [] if holds else [breach]
