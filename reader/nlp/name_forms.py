"""The forms a German name takes in a text: genitive, adjective endings, capitals, compounds."""

import re
import unicodedata
from collections.abc import Sequence

from reader.domain.spans import Span

APOSTROPHES = "'’‘`´"
POSSESSIVE = re.compile(rf"\w[{APOSTROPHES}]s$")
POSSESSIVES = ("'s", "’s")
QUOTES = "\"„“”‚‘’'»«›‹"
STEM_ENDINGS = ("es", "en", "er", "em", "e", "s", "n")
SHORTEST_STEM = 4
WITHOUT_ENDINGS = frozenset({"bayern"})  # looks like a case of another name
WATER = "see"  # which is no ending: the Genfersee is not Genf
GENITIVE_REACH = 40  # characters before a name that an article and one adjective fill
LONGEST_ABBREVIATION = 6
ARTICLES = frozenset({"der", "die", "das", "the"})
# Names that end so are seldom genitives: Währungsfonds, Kongress, Paris, Campus, Laos.
NO_GENITIVES = ("fonds", "ss", "us", "is", "os", "x", "z", "ß")
NEUTER_NOUNS = (
    "geschwader", "bataillon", "regiment", "kommando", "korps", "büro", "netzwerk", "kollegium", "konsulat",
    "sekretariat", "tribunal", "königreich", "gebirge", "gymnasium", "labor", "register", "becken", "delta",
    "bistum", "heer", "klinikum", "radio", "kartell", "konzil", "ballett",
    "amt", "parlament", "gericht", "institut", "kreuz", "ministerium", "komitee", "werk", "forum",
    "meer", "museum", "theater", "fernsehen", "haus", "orchester", "bündnis", "zentrum", "archiv", "haff",
)  # fmt: skip
MASCULINE_NOUNS = (
    "rat", "hof", "bund", "verband", "verein", "fonds", "rundfunk", "dienst", "tag", "ausschuss", "ring",
    "konvent", "kongress", "staat", "kanal", "sund", "bezirk", "kreis", "stab", "sender", "platz", "stern",
    "orden", "preis", "hafen", "garten", "chor", "dom", "sektor", "dschihad", "klub", "korridor", "turm",
    "löwe", "bär", "adler", "dachverband",
    "wald", "see", "ozean", "golf", "osten", "westen", "norden", "süden", "konzern", "anwaltverein", "club",
    "meerbusen", "markt", "pressedienst", "wetterdienst", "gewerkschaftsbund", "halbmond", "senat",
)  # fmt: skip
# What German adjectives end in: Schwarze, Internationale, Europäische; not Bremen, not Kaffee.
ADJECTIVES = (
    "ische", "ale", "ige", "iche", "inte", "igte", "sche", "osse", "arze", "ote", "aue", "eue", "üne", "elle",
    "ive", "itäre", "eisse", "uläre", "öse", "ohe", "ate", "lte", "oldene", "ilberne", "iserne", "orene",
    "ffene", "eigene", "nete", "zweite", "erste", "heilige", "freie", "junge", "insame", "obere", "untere",
    "kleine", "gemeine",
)  # fmt: skip
ADJECTIVE_ENDINGS = frozenset({"e", "er", "es", "en", "em"})
NOUN_ENDINGS = frozenset({"s", "es"})
# Nouns in the dative plural; no name in the nominative ends so: Stadtwerken, Verkehrsbetrieben.
DATIVE_PLURAL = re.compile(
    r"[\w-]*(?:werke|betriebe|kräfte|dienste|verbände|vereine|brüder|länder|freunde|häuser|bäder|ämter|"
    r"institute|gerichte|theater|philharmoniker|sinfoniker|symphoniker|wähler|haie|füchse|adler|"
    r"heime|märkte|räte|stämme)n",
    re.IGNORECASE,
)
UNIT_IN_DATIVE = re.compile(
    r"(?P<number>\d{1,3}\.) (?P<adjective>[a-zäöü]+)en "
    r"(?P<noun>(?P<feminine>\w*(?:[Bb]rigade|[Aa]rmee|division))|\w*(?:[Bb]ataillon|[Rr]egiment|[Gg]eschwader))"
)
PLURAL_NOUNS = ("kräfte", "verbände", "werke", "betriebe", "dienste", "vereine", "brüder", "völker", "länder")
LEGAL_FORMS = frozenset({
    "GmbH", "gGmbH", "AG", "SE", "KG", "KGaA", "OHG", "UG", "eG", "LLC", "LLP", "Ltd", "Inc", "Corp", "plc",
    "PLC", "SpA", "NV", "BV", "AB", "ASA", "Oyj",
})  # fmt: skip
LEGAL_FORM = re.compile(
    rf"(?:,?\s+(?:(?:{'|'.join(sorted(LEGAL_FORMS))}|Limited|SA|Oy)"
    r"\.?|S\.A\.|S\.p\.A\.|N\.V\.|B\.V\.|A/S|&\s+Co\.?))+$"
)
AFTER_GENITIVE_ARTICLE = re.compile(r"\b(?:[Dd]es|[Ee]ines)\s+(?:\w+\s+)?$")
# What goes on with a list behind a hyphen ("Haupt- und …", "von Ost- nach …"), and a word that the end of a
# line has cut.
LISTING = (
    "und|oder|bis|sowie|wie|bzw|beziehungsweise|als|statt|noch|sondern|aber|"
    "nach|zu|zum|zur|mit|gegen|für|über|and|or|to"
)
CUT_WORD = re.compile(rf"(?<=[^\W\d_]{{2}})-\s+(?!(?:{LISTING})\b)(?=[^\W\d_])")
# The mark of a title that is put behind a hyphen: Ö1-"Morgenjournal".
MARK_IN_WORD = re.compile(r"(?<=\w-)[\"„“»](?=[^\W\d_]+$)")
# "NATO", "USA", "BMVg", "AfD": an abbreviation has more capitals than small letters.
ABBREVIATION = re.compile(r"(?=(?:[^A-ZÄÖÜ]*[A-ZÄÖÜ]){2})[\w.&/-]{2,12}")

# Letters that Unicode does not take for a plain one with a mark.
PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "ß": "ss", "Ł": "L", "Đ": "D"}
)


def stem(word: str) -> str:
    """A word without case and endings, to compare names within one article; it need not be a word."""
    stemmed = word.casefold().strip(APOSTROPHES).rstrip(".")
    while stemmed not in WITHOUT_ENDINGS and not stemmed.endswith(WATER):
        endings = (ending for ending in STEM_ENDINGS if stemmed.endswith(ending))
        shorter = next(
            (stemmed[: -len(end)] for end in endings if len(stemmed) - len(end) >= SHORTEST_STEM), ""
        )
        if not shorter:
            return stemmed
        stemmed = shorter.rstrip(APOSTROPHES)
    return stemmed


def in_one_line(name: str) -> str:
    """The name with single spaces, and whole where the end of a line had cut it."""
    whole = CUT_WORD.sub(_hyphen_that_stays, " ".join(name.split()))
    return MARK_IN_WORD.sub("", whole)


def _hyphen_that_stays(cut: re.Match[str]) -> str:
    """That of Nordrhein-Westfalen, but not that of Bundes-wehr."""
    return "-" if cut.string[cut.end()].isupper() else ""


def without_marks(name: str) -> str:
    """The name in plain letters: Szymański → Szymanski."""
    decomposed = unicodedata.normalize("NFD", name.translate(PLAIN_LETTERS))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def stems(name: str) -> tuple[str, ...]:
    """What all forms of one name have in common: Vereinten Nationen → (vereint, nation)."""
    words = [word.strip(QUOTES) for word in re.split(r"[\s-]+", name)]
    if len(words) > 1 and words[0].casefold() in ARTICLES:
        words = words[1:]
    return tuple(stem(word) for word in words if word)


def is_abbreviation(name: str) -> bool:
    if not ABBREVIATION.fullmatch(name):
        return False
    capitals = sum(character.isupper() for character in name)
    return capitals * 2 > sum(character.isalpha() for character in name)


def initials(name: str) -> str:
    """The first letters of the words and word parts that are written with a capital."""
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def pieces(word: str) -> list[str]:
    """What may be the name in a compound, the likeliest first: Leopard-2-Panzer → Leopard-2, Leopard …"""
    parts = [part for part in word.split("-") if part]
    beginnings = ["-".join(parts[:count]) for count in range(len(parts) - 1, 0, -1)]
    inner = ["-".join(parts[1:count]) for count in range(len(parts) - 1, 1, -1)]
    return [*beginnings, *inner, *parts[-1:]] if beginnings else []


def without_capitals(name: str, *, shortest: int = 5) -> str:
    """A name from a headline in capitals, as it is written elsewhere.

    Words of fewer than `shortest` letters are taken for abbreviations and stay.
    """
    if not name.isupper() or (" " not in name and len(name) <= LONGEST_ABBREVIATION and shortest > 1):
        return name
    return re.sub(rf"[^\W\d]{{{shortest},}}", lambda found: found.group().capitalize(), name)


def without_genitive(name: str, span: Span, text: str) -> str:
    """The name in the nominative, where its surroundings show that it stands in the genitive."""
    if name[-1:] in APOSTROPHES:
        return name[:-1]
    if POSSESSIVE.search(name):
        return name[:-2]
    if AFTER_GENITIVE_ARTICLE.search(text[max(0, span.start - GENITIVE_REACH) : span.start]):
        return _without_article_genitive(name)
    if not name.endswith("s") or name.isupper() or len(name) < SHORTEST_STEM:
        return name
    after = text[span.end : span.end + 2]
    stands_before_noun = after[:1] == " " and after[1:].isupper()
    return name[:-1] if stands_before_noun and not name.casefold().endswith(NO_GENITIVES) else name


def _without_article_genitive(name: str) -> str:
    """A name after "des": its first noun carries the ending (Landkreises Görlitz, Bundestags)."""
    words = name.split()
    for place, word in enumerate(words):
        if not word.endswith("s") or word.isupper() or len(word) <= SHORTEST_STEM:
            continue
        if word.endswith("es") and not word.endswith("ies"):
            words[place] = word[:-2]
            return " ".join(words)
        if not word.casefold().endswith(NO_GENITIVES) or word[:-1].casefold().endswith(NEUTER_NOUNS):
            words[place] = word[:-1]
            return " ".join(words)
    return name


def without_possessive(name: str) -> str:
    """An English name without the ending of the genitive: Canada's → Canada."""
    return name[:-2] if POSSESSIVE.search(name) else name


def with_nominative_adjective(name: str) -> str:
    """Its adjectives as they are without an article before them: Auswärtigen Amt → Auswärtiges Amt.

    Words from a city stand before them as they are: Frankfurter Allgemeinen → Frankfurter Allgemeine.
    """
    words = name.split(" ")
    first = 1 if words[0].endswith("er") and len(words) > 1 and _adjective_base(words[1]) else 0
    noun_at = first
    while noun_at < len(words) and _adjective_base(words[noun_at]):
        noun_at += 1
    if noun_at == len(words) > 1:  # Hessischen/Niedersächsischen Allgemeinen
        return " ".join([*words[:first], *map(_adjective_base, words[first:])])
    if noun_at == first or noun_at == len(words) or not words[noun_at][:1].isupper():
        return name
    noun = words[noun_at].casefold()
    ending = "s" if noun.endswith(NEUTER_NOUNS) else "r" if noun.endswith(MASCULINE_NOUNS) else ""
    adjectives = [f"{_adjective_base(word)}{ending}" for word in words[first:noun_at]]
    return " ".join([*words[:first], *adjectives, *words[noun_at:]])


def with_nominative_plural(name: str) -> str:
    """Its noun without the ending of the dative: Stadtwerken Münster → Stadtwerke Münster.

    Only the noun that the name begins with, adjectives aside: a Verbund von Stadtwerken stays. The adjective
    of a unit with a number is set right, too: 93. mechanisierten Brigade.
    """
    if unit := UNIT_IN_DATIVE.fullmatch(name):
        return f"{unit['number']} {unit['adjective']}{'e' if unit['feminine'] else 'es'} {unit['noun']}"
    words = name.split(" ")
    at = 0
    while at < len(words) - 1 and (_adjective_base(words[at]) or words[at].endswith("er")):
        at += 1
    if DATIVE_PLURAL.fullmatch(words[at]):
        words[at] = words[at][:-1]
    return " ".join(words)


def _adjective_base(word: str) -> str:
    """A capitalised adjective with the ending e; nothing for another word: Auswärtigen → Auswärtige.

    Of two with a stroke between them, both have it: Hessischen/Niedersächsischen.
    """
    one, stroke, other = word.partition("/")
    if stroke:
        bases = (_adjective_base(one), _adjective_base(other))
        return "/".join(bases) if all(bases) else ""
    base = word.removesuffix("n").removesuffix("m")
    is_adjective = base.casefold().endswith(ADJECTIVES) and not base.endswith("zentrale")
    return base if is_adjective and base[:1].isupper() else ""


def is_form_of_name(words: Sequence[str], known: Sequence[str]) -> bool:
    """Whether the words are a known name in another case: Syrischen Demokratischen Kräften, Bundes der …"""
    if len(words) != len(known):
        return False
    followed = (*known[1:], "")
    return all(
        _is_form_of_word(word.casefold(), one.casefold(), is_adjective=after[:1].isupper())
        for word, one, after in zip(words, known, followed, strict=True)
    )


def _is_form_of_word(word: str, known: str, *, is_adjective: bool) -> bool:
    if word == known:
        return True
    if is_adjective:
        bases = (known.removesuffix(ending) for ending in ADJECTIVE_ENDINGS if known.endswith(ending))
        if any(word.removeprefix(base) in ADJECTIVE_ENDINGS for base in bases if len(base) > 1):
            return True
    if known.endswith(PLURAL_NOUNS):
        return word == f"{known}n"
    ending = word.removeprefix(known)
    return ending in NOUN_ENDINGS or (ending == "ses" and known.endswith("nis"))


def is_legal_form(word: str) -> bool:
    """Whether the word alone tells what kind of firm one is."""
    return word.removesuffix(".") in LEGAL_FORMS


def without_legal_form(name: str) -> str:
    """The name of a firm alone: Rheinmetall AG → Rheinmetall."""
    return LEGAL_FORM.sub("", name)
