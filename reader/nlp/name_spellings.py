"""Spellings of a name: of other alphabets, without marks, with and without an Arabic article."""

import re
from functools import lru_cache

from reader.nlp.name_forms import without_marks

CONSONANTS = "bcdfghklmnprstvxz"
# Two transliterations or spellings of one name: Selenskyj and Zelensky, Lawrow and Lavrov, Schoigu and
# Shoigu, Chatib and Khatib, Müller and Mueller, Medwedjew and Medwedew, Marija and Maria.
TRANSLITERATIONS = (
    (re.compile(r"(?<=[aeo])[jyi]$"), "i"),
    (re.compile(r"(?<=[a-z])(?:yj|ij|iy|yi|yy|ii|y|i)$"), "i"),
    (re.compile(r"(?<=[eo])ff$"), "v"),
    (re.compile(r"(?<=[bdfgklmnprtvw])[jy](?=e[a-z])|(?<=i)[jy](?=[aeou])"), ""),
    (re.compile("dj(?=[aeiou])|(?<=[aeiou])dh(?=[aeiou])"), "d"),  # Đorđe and Djordje, Kadhafi and Kaddafi
    (re.compile("dsch"), "j"),  # Dschaischankar and Jaishankar
    (re.compile("q(?!u[aeiouy])"), "k"),  # al-Qudah and al-Kudah
    (re.compile("x"), "ks"),
    (re.compile("tsch|tch|(?<!s)ch|kh"), "x"),
    (re.compile("sch|zh|sh(?=[aeiou])"), "sh"),
    (re.compile("æ|ae"), "a"),
    (re.compile("ø|oe"), "o"),
    (re.compile("ou|ue"), "u"),
    (re.compile("w"), "v"),
    (re.compile("z"), "s"),
    (re.compile("j(?=[aeou])"), "y"),
    (re.compile(r"(.)\1"), r"\1"),
    (re.compile(f"(?<=[{CONSONANTS}])y(?=[{CONSONANTS}])"), "i"),  # Janukowytsch and Janukowitsch
    (re.compile(r"(?:(?<=x)|(?<=sh))ev(?=a?$)"), "ov"),  # Gorbatschow and Gorbachev
)
FRENCH_ENDING = re.compile("(?<=[iy]n)e$")  # Poutine, Eltsine; a given name may be another: Martine
UKRAINIAN_G = str.maketrans("h", "g")  # Luhanskyj is Luganski in Russian
SLAVIC = re.compile(r"\w{3,}(?:[oe]va?|ki|nko|x|[iy]n|[iy]?[ue]k|s?ka(?:ya)?)")  # as transliterated
SLAVIC_E = re.compile(r"(?<=[bdfgklmnprtvs])i(?=e[a-z])")  # Syniehubov is Synegubow in Russian
ARABIC_ARTICLES = ("al-", "el-", "as-", "ad-", "an-", "ar-", "asch-", "ash-")
REMEMBERED = 4096  # names of which the common spelling is kept; namesakes are compared again and again
SHORTEST_SPELT = 6  # letters from which on two spellings of a name are hardly two names
GERMAN_LETTERS = frozenset("äöüß")
ARABIC_VOWEL = re.compile(r"o(?=lah\b)")  # Hisbollah, Hizbullah


def bare_surname(surname: str) -> str:
    """A surname in small letters without its Arabic article: al-Assad → assad."""
    name = surname.casefold()
    return next((name.removeprefix(article) for article in ARABIC_ARTICLES if name.startswith(article)), name)


@lru_cache(maxsize=REMEMBERED)
def transliterated(name: str) -> str:
    """A case-folded name as all transliterations have it in common; no spelling that anyone uses."""
    plain = without_marks(name)
    for pattern, replacement in TRANSLITERATIONS:
        plain = pattern.sub(replacement, plain)
    return plain


def spelt_loosely(name: str) -> str:
    """A case-folded name as even Russian and Ukrainian have it in common: Synjehubow and Synegubow."""
    return SLAVIC_E.sub("", transliterated(name)).translate(UKRAINIAN_G)


def is_slavic(name: str) -> bool:
    """Whether a case-folded name is Slavic and long, so that it tells the same person if spelt loosely."""
    return len(name) >= SHORTEST_SPELT and SLAVIC.fullmatch(transliterated(name)) is not None


def in_any_spelling(name: str) -> str | None:
    """A name that is no person's as all transliterations have it in common; None if it tells too little.

    Names with German letters are spelt in one way: Münster is not Munster.
    """
    folded = name.casefold()
    if len(name) < SHORTEST_SPELT or not name[:1].isupper() or not GERMAN_LETTERS.isdisjoint(folded):
        return None
    return ARABIC_VOWEL.sub("u", transliterated(folded).replace("q", "k")).replace("hesb", "hisb")
