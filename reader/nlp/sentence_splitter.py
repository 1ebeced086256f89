"""Sets the beginnings of sentences in German and English news."""

import re

from spacy.tokens import Doc

ENDS = frozenset({".", "!", "?", "…", "...", ".."})
CLOSERS = frozenset('"“”»«’‘‹›)]')
OPENERS = frozenset('„»«“"‚›‹(')
ABBREVIATION = re.compile(
    r"(?:[A-ZÄÖÜ]|Dr|Prof|Nr|St|Str|Mr|Mrs|Ms|Jr|Sen|Gen|Col|Lt|Hl|Abs|Art|Bd|bzw|ca|etc|evtl|ggf|inkl|max|min|"
    r"Mio|Mrd|sog|usw|vgl|z|d|u|o|i|v|a|Chr|Dipl|Ing|Hrsg|Jan|Feb|Aug|Sept|Okt|Nov|Dez|geb|gest|rd|Tel)$"
)
ORDINAL = re.compile(r"\d{1,2}$")
MONTHS = frozenset(
    {
        "januar", "jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
        "oktober", "november", "dezember", "jahrhundert", "jahrhunderts", "bundestag", "liga", "klasse",
        "mal", "platz", "rang", "etage", "stock", "und", "bis",
    }
)  # fmt: skip


def split_sentences(doc: Doc) -> None:
    """Mark the first token of every sentence; a line end ends one in any case."""
    begins = True
    for number, token in enumerate(doc):
        is_space = token.text.isspace()
        token.is_sent_start = number == 0 or (begins and not is_space and not _goes_on(token.text))
        if is_space:
            begins = begins or "\n" in token.text
        elif not (begins and _goes_on(token.text)):
            begins = _ends_sentence(doc, number)
    # spaCy needs a first sentence; white space in front belongs to it.


def _ends_sentence(doc: Doc, number: int) -> bool:
    text = doc[number].text
    following = _next_word(doc, number)
    if text in ENDS or (text[-1:] in {".", "!", "?"} and len(text) > 1):
        if text == "." and number and _is_abbreviation(doc[number - 1].text, following):
            return False
        if len(text) > 1 and text not in ENDS and _is_abbreviation(text[:-1], following):
            return False
        return _may_begin(following)
    return False


def _next_word(doc: Doc, number: int) -> str:
    """The next token that is neither white space nor a mark that closes."""
    for token in doc[number + 1 : number + 5]:
        if "\n" in token.text:
            return ""
        if not token.text.isspace() and token.text not in CLOSERS - OPENERS:
            return token.text
    return ""


def _is_abbreviation(word: str, following: str) -> bool:
    if ORDINAL.match(word):
        return following.casefold() in MONTHS or following[:1].islower()
    return ABBREVIATION.match(word) is not None


def _may_begin(following: str) -> bool:
    """In German and English a sentence does not begin in lower case."""
    return not following[:1].islower() and following not in {",", ";", ":", "–"}


def _goes_on(text: str) -> bool:
    """What closes a sentence belongs to it."""
    return text in CLOSERS - OPENERS or text in {"“", "”"}
