"""Sets the beginnings of sentences in German and English news."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

ENDS = frozenset({".", "!", "?", "…", "...", ".."})
MARKS = frozenset('"“”„»«’‘‚‹›()[]') | {"''", "'"}
ABBREVIATION = re.compile(
    r"(?:[A-ZÄÖÜa-z]|Dr|Prof|Nr|St|Str|Mr|Mrs|Ms|Jr|Sen|Gen|Col|Lt|Hl|Abs|Art|Bd|bzw|ca|etc|evtl|ggf|inkl|max|min|"
    r"Mio|Mrd|sog|usw|vgl|Chr|Dipl|Ing|Hrsg|Jan|Feb|Aug|Sept|Okt|Nov|Dez|geb|gest|rd|Tel|Kap|Ziff|Mag|"
    r"(?:NR-|LT-|N|L)?Abg|V?bgm|Bgm|LH-?Stv|Prim|MMag|DDr|Univ\.-Prof|Dipl\.-Ing|"
    r"Kfm|Oblt|Hptm|Maj|Adm|bes|allg|ehem|verh|gez|lfd|lt|mind|Tsd|Kl|Verf|Anm|Abb|Jh|Jhd|resp|zzt|zz|"
    r"\w\.\w)$"
)
ORDINAL = re.compile(r"\d{1,2}$")
# What comes after an ordinal number, and what before one.
AFTER_ORDINAL = frozenset(
    {
        "januar", "jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
        "oktober", "november", "dezember", "jahrhundert", "jahrhunderts", "bundestag", "liga", "klasse",
        "mal", "platz", "rang", "etage", "stock", "und", "bis", "weltkrieg", "spieltag", "runde",
    }
)  # fmt: skip
BEFORE_ORDINAL = frozenset(
    {
        "der", "die", "das", "den", "dem", "des", "am", "vom", "zum", "zur", "im", "beim", "ab", "bis",
        "seit", "ihr", "ihre", "ihrem", "ihren", "sein", "seine", "seinem", "seinen", "pro", "jeder", "jede",
    }
)  # fmt: skip


def split_sentences(doc: Doc) -> None:
    """Mark the first token of every sentence; a line end ends one in any case.

    Marks and brackets that stick to the end of a sentence belong to it.
    """
    texts = [token.text for token in doc]
    is_apart = [True, *(bool(token.whitespace_) or token.text.isspace() for token in doc)]
    starts = [False] * len(texts)
    begins = True
    for number, text in enumerate(texts):
        if text.isspace():
            begins = begins or "\n" in text
            continue
        starts[number] = starts[number] or begins
        begins = False
        if _ends_sentence(texts, number):
            following = _behind_closers(texts, is_apart, number + 1)
            if following < len(texts) and _may_begin(texts, following):
                starts[following] = True
    if starts:
        starts[0] = True  # white space in front belongs to the first sentence
    for token, start in zip(doc, starts, strict=True):
        token.is_sent_start = start


def _ends_sentence(texts: Sequence[str], number: int) -> bool:
    text = texts[number]
    if text not in ENDS and (text[-1] not in ".!?" or len(text) == 1):
        return False
    if text[-1] != "." or text in {"...", ".."}:
        return True
    word, before = (texts[number - 1], number - 2) if text == "." and number else (text[:-1], number - 1)
    following = texts[number + 1] if number + 1 < len(texts) else ""
    return not _is_abbreviation(word, texts[before].lower() if before >= 0 else "", following)


def _is_abbreviation(word: str, before: str, following: str) -> bool:
    if ORDINAL.match(word):
        return following.lower() in AFTER_ORDINAL or before in BEFORE_ORDINAL
    return ABBREVIATION.match(word) is not None


def _behind_closers(texts: Sequence[str], is_apart: Sequence[bool], place: int) -> int:
    """The token behind the marks that stick to the end of a sentence, and behind white space."""
    while place < len(texts) and texts[place] in MARKS and not is_apart[place]:
        place += 1
    while place < len(texts) and texts[place].isspace() and "\n" not in texts[place]:
        place += 1
    return place


def _may_begin(texts: Sequence[str], place: int) -> bool:
    """In German and English a sentence does not begin in lower case, but perhaps with a mark."""
    text = texts[place]
    if text in MARKS and place + 1 < len(texts):
        text = texts[place + 1]
    return not text[:1].islower() and text not in {",", ";", ":", "–", "—"}
