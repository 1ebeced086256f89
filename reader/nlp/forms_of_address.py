"""What the words before a name say of the person's sex: Frau Lau, der Reeder Thoma, die 44-jährige Kern."""

import re

FEMALE_ROLE = re.compile(r".{3,}in")
MALE_ROLE = re.compile(r".*(?:er|or|ent|eur|ist|präsident|kanzler|general|mann|anwalt)")
WOMEN = frozenset({
    "frau", "ehefrau", "witwe", "tochter", "schwester", "mutter", "mrs.", "ms.", "mrs", "ms", "dame", "lady",
})  # fmt: skip
MEN = frozenset({"herr", "herrn", "ehemann", "witwer", "sohn", "bruder", "vater", "mr.", "mr", "sir", "lord"})
BEFORE_NAME = re.compile(
    r"(?:\b(?P<article>[Dd]ie|[Dd]er|[Dd]e[mns]|[Ee]ine?|[Ee]ine[mnrs])\s+)?(?:[\w-]+(?:e|en|er)\s+){0,2}?"
    r"(?P<word>[\w.-]+)\s+(?:(?:Dr\.|Prof\.)\s+)*$"
)
REACH = 80  # characters before the name
# Ends of the nouns that are the same for women and men: Abgeordnete, Vorsitzende, Beauftragte.
ADJECTIVAL = re.compile(r".*(?:ende|ete|igte|idte|andte|agte|jährige)n?")
# Articles that stand before no woman.
MALE_ARTICLES = frozenset({"dem", "den", "des", "ein", "einem", "einen", "eines"})


def is_female_before(text: str, position: int) -> bool | None:
    """Whether the words before a name at `position` tell a woman or a man; None if they tell neither.

    „Der Reeder“ is a man, „die Reeder“ may be several, „der Abgeordneten“ is a woman.
    """
    found = BEFORE_NAME.search(text[max(0, position - REACH) : position])
    if found is None or _ends_sentence(found["word"]):
        return None
    word, article = found["word"], (found["article"] or "").lower()
    if word.lower() in WOMEN or word.lower() in MEN:
        return word.lower() in WOMEN
    if word[0].isupper() and ADJECTIVAL.fullmatch(word) is None:
        return _sex_of_noun(word, article)
    if article in MALE_ARTICLES:
        return False
    if article == "der":
        return word.endswith("en") if word.endswith(("e", "en")) else None
    return True if article in {"die", "eine"} and word.endswith("e") else None


def _ends_sentence(word: str) -> bool:
    """„… verließ den Saal. Thoma“, not „Mrs. Lau“."""
    return word.endswith(".") and word.lower() not in WOMEN | MEN


def _sex_of_noun(noun: str, article: str) -> bool | None:
    if FEMALE_ROLE.fullmatch(noun):
        return True
    is_man = article in MALE_ARTICLES or (article == "der" and MALE_ROLE.fullmatch(noun) is not None)
    return False if is_man else None
