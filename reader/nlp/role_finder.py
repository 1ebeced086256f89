"""Finds the functions that the text names with a person: Verteidigungsministerin Odile Marchand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reader.domain.spans import Span
from reader.nlp.abbreviated_ranks import abbreviated_rank
from reader.nlp.cast import load_forenames
from reader.nlp.function_words import PREPOSITIONS
from reader.nlp.functions_of_men import is_of_man
from reader.nlp.short_functions import function_before
from reader.nlp.word_lists import read_lines

# Before a function, they tell that somebody has it no longer, or not alone: Alt-Bundesrat, Altlandrat.
FORMER = ("alt", "ex")
ENDINGS = ("", "s", "es", "n", "en", "r", "m", "nen")
ARTICLES = frozenset({"der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einen", "einer"})
REACH = 120  # characters beside a name in which its function is looked for
NOUN = r"[A-ZÄÖÜ][\w’'/&-]*(?:[:*]in)?"
WORD = re.compile(r"[\w][\w’'/&-]*")
# Forms of address between a function and the name: "Admiral Sir Giles Rook".
TITLES = re.compile(
    r"(?:(?<!\w)(?:Dr|Prof|Mag|MMag|DDr|DI|Ing|Dipl\.-Ing|h\.\s?c|Professor|Professorin|Sir|Dame|Lord|Lady)"
    r"\.?\s+)+$"
)
RANK_ENDINGS = (
    "general", "generalin", "admiral", "oberst", "leutnant", "major", "hauptmann", "feldwebel", "brigadier",
    "marschall", "marshal", "colonel", "commander", "captain", "lieutenant", "sergeant", "commodore",
    "fregattenkapitän", "korvettenkapitän",
)  # fmt: skip
# A rank may follow somebody's function: "IDF-Sprecher Oberst Jan Thoma".
RANK = re.compile(
    r"(?<![\w-])(?:Kapitän\s+zur\s+See|(?:(?:Lt|Gen|Col|Maj|Adm|Capt|Sgt|Brig)\.\s?){1,2}|"
    r"(?:(?:Lieutenant|Major|Brigadier|Rear|Vice|Air|Chief|Wing|Field)\s+)*(?P<word>[A-ZÄÖÜ]\w+))"
    r"(?:\s+(?:a\.\s?D|i\.\s?[GR]|d\.\s?R)\.|\s+der\s+Reserve)?\s*$"
)
NO_RANKS = (
    "secretary general", "secretary-general", "attorney general", "inspector general", "advocate general",
    "surgeon general", "solicitor general", "auditor general", "director general", "director-general",
    "prosecutor general", "consul general", "governor general", "governor-general", "comptroller general",
)  # fmt: skip
# "der Chef der Marine, Admiral Jan Thoma und Anna Kern" may be three people.
LISTED = re.compile(r"^(?:,\s+(?:(?:der|die|den|dem)\s+)?[A-ZÄÖÜ][^,.;]{2,60}?)*\s+(?:und|sowie|oder)\s")
BEFORE_RANK = re.compile(
    r"(?:(?:^|\s)(?P<article>[Dd](?:er|ie|em|en|as))\s+)?(?P<role>[A-ZÄÖÜ][\w’'/&-]*)(?P<comma>,)?\s+$"
)
GENDERED = re.compile(r"(.+)[:*/_]in")  # Sprecher:in
BEFORE = re.compile(r"([\w][\w’'/&-]*(?:[:*]in)?)(?:\s+(?:a\.\s?D|i\.\s?[GR]|d\.\s?R)\.)?,?\s+$")
# "der Sprecher des Ministeriums, Jan Thoma": an attribute stands between function and name.
BEFORE_COMMA = re.compile(r"(?:[^,.;:!?()„“\"»«]|:in\b)*$")
# Names in marks and short names in brackets are no border: "der Leiter des Vereins „Elbe“ (VE), Jan Thoma".
ASIDE = re.compile(
    r"\s+(?:\([^()]{1,30}\)|„[^„“.]{1,40}“|»[^»«.]{1,40}«)(?=[\s,])|\s+(?:a\.\s?D|i\.\s?[GR]|d\.\s?R)\.(?=,)"
)
ATTRIBUTE = re.compile(r"\s+(?:de[sr]|von|vom|im|in|für|beim|bei|am|aus|an\s+der)\s+\S")
# "der Generalsekretär der NATO Mark Ruhland": the same without a comma.
BEFORE_WITH_GENITIVE = re.compile(
    rf"(?<!\S)({NOUN})\s+(?:de[sr]|von|vom)\s+(?:[\w-]+\s+)?[A-ZÄÖÜ][\w-]*(?:\s+für\s+[A-ZÄÖÜ][\w-]*)?\s+$"
)
NOUNS = re.compile(rf"(?<!\S){NOUN}(?!\S)")
JOINED = re.compile(r"\s+(?:und|sowie|oder)\s")
# Articles and adjectives before a function.
LEAD = re.compile(r"(?:(?:der|die|ein|eine)\s+)?(?:[a-zäöüß-]+(?:e|er)\s+)?$")
NEW_PHRASE = frozenset({"den", "dem", "die", "das", "ein", "eine", "einen", "einem"})
# What stands before a function that only tells whose somebody is: "der Sprecher des Ministers".
OF_ANOTHER = frozenset({
    "des", "eines", "einer", "dessen", "deren", "seines", "seiner", "ihres", "ihrer", "von", "vom", "beim",
    "bei", "im", "für", "mit", "am", "zum", "zur",
})  # fmt: skip
# "Verteidigungsminister und Vizekanzler Jan Thoma"; behind an article the two may be two people.
BEFORE_WITH_SECOND = re.compile(rf"(?:^|(\w+)\s+)({NOUN})\s+und\s+({NOUN})\s+$")
# "sagte der Politologe und Autor Jan Thoma": a verb in the singular tells that it is one.
ONE_BEFORE = re.compile(r"\b[a-zäöüß]{2,}te?\s+d(?:er|ie)\s*$")
ONE_BEHIND = re.compile(
    r"^(?:\s+\([^)]{1,30}\))?\s+(?!(?:seit|mit|selbst|nicht|erst|zuletzt)\b)(?:[a-zäöüß]{2,}te?|war)(?=[\s,.])"
)
ARTICLE = r"(?:(?:der|die|das|dem|den|ein|eine|einer|einem|einen)\s+)?"
SINCE = (
    r"(?:(?:von\s+[0-9]{4}\s+bis|seit|bis)\s+(?:\w+\s+)??[A-ZÄÖÜ0-9]\w*\s+|(?:im\s+Jahr\s+)?[0-9]{4}\s+|"
    r"im\s+[A-ZÄÖÜ]\w+\s+(?:[0-9]{4}\s+)?)?"
    r"(?:(?:heute|damals|einst|früher|zuletzt|zuvor|inzwischen|mittlerweile|derzeit|aktuell|ehemals|seinerzeit|"
    r"selbst|von\s+Beruf|im\s+(?:Haupt|Neben)beruf|zugleich|gleichzeitig|nebenbei|außerdem|zudem|ehrenamtlich|"
    r"hauptberuflich|auch(?!\s+(?:der|die|das|ein|eine)\s))\s+(?:noch\s+|auch\s+|schon\s+)?)?"
)
ADJECTIVES = r"(?:[a-zäöüß0-9][\w-]*(?:e|en|er|em|es)\s+){0,2}"
AFTER = re.compile(
    rf"^(?:\s+\([^)]{{1,30}}\))?,\s+(?:[0-9]{{1,3}},\s+)?{SINCE}({ARTICLE}){ADJECTIVES}([\w][\w’'/&-]*(?:[:*]in)?)(\s+[A-ZÄÖÜ])?"
)
AFTER_COPULA = re.compile(
    rf"^(?:\s+\([^)]{{1,30}}\))?\s+(?:ist|war|wird|wurde|bleibt|blieb)\s+{SINCE}(?:(?:der|die|ein|eine)\s+)?(?!(?:de[mns]|keine?)\s)"
    rf"{ADJECTIVES}({NOUN})(\s+[A-ZÄÖÜ])?"
)
AFTER_VERB = re.compile(
    rf"^\s+{SINCE}(?:(?:der|die|ein|eine)\s+)?(?!(?:de[mns]|keine?)\s){ADJECTIVES}({NOUN})(\s+[A-ZÄÖÜ])?"
)
INFINITIVE = re.compile(r"^[^,.;:!?]*\s[a-zäöüß]+(?:en|ern|eln)(?=[,.;:!?]|$)")
# "Anna Lau wurde am Freitag zur Vorsitzenden gewählt."
AFTER_ELECTED = re.compile(
    rf"^(?:\s+\([^)]{{1,30}}\))?\s+(?:ist|war|wird|wurde)\s+[^,.;:]{{0,40}}?\bzu[mr]\s+{ADJECTIVES}({NOUN})\b[^.;:]{{0,80}}?"
    r"\b(?:gewählt|ernannt|berufen|befördert|bestimmt|bestellt)\b"
)
COPULA = re.compile(r"\b(?:ist|war|wird|wurde|bleibt|blieb|werde|sei)\s+$")
SECOND = re.compile(rf"^\s+und\s+({NOUN})(?=\s*[,.)])")
# "Ada Lau, a member of the European Parliament": here the body belongs to the function.
ENGLISH_MEMBER = re.compile(
    r"^(?:,\s+[0-9]{1,3})?,\s+(?:an?|the)\s+(?:\w+\s+)?(?P<role>member\s+of\s+(?:the\s+)?(?:\w+\s+){0,2}?"
    r"(?:[Pp]arliament|Congress|Bundestag|Knesset|Senate|Sejm|Riksdag|Duma))\b"
)
LONGEST_ENGLISH = 4  # words: chancellor of the exchequer
POSSESSIVE = r"(?:its|their|his|her|our|my|[\w.-]+['’]s|[\w.-]+s['’])"
OF = "of|at|in|for|from|to|on|with|under"
OF_WHOM = re.compile(rf"\s(?:{OF})\s.*")  # "the head of the agency, Tom Berg,"
ENGLISH_APPOSITION = re.compile(
    rf"^(?:,\s+[0-9]{{1,3}})?,\s+(?:the|an?|{POSSESSIVE})\s+(?P<role>[^,.;:!?]{{3,60}}?)(?=\s*[,.]|\s+(?:{OF}|who|and)\b)"
)
# "Anna Lau, chief executive of Nordwerft": without an article nothing else may stand before the function.
ENGLISH_BARE_APPOSITION = re.compile(rf"^,\s+(?:now\s+|then\s+)?(?P<role>[a-z][a-z -]{{3,40}})\s+(?:{OF})\s")
ENGLISH_BEFORE_COMMA = re.compile(
    rf"(?<!\w)(?:an?|the|{POSSESSIVE})\s(?P<role>[^,.;:!?]{{3,60}}),\s+$", re.IGNORECASE
)
RELATIONS = ("kollege", "kollegin")  # what somebody is to another, also as Amtskollege: no function
# Behind "der Anwalt der" these begin another's name.
OTHERS = frozenset({"familie", "familien", "frau", "herrn", "herren", "eheleute", "firma", "geschwister"})


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Words that say what a person is; `suffixes` also end compounds. All case-folded.

    `english` are English ones, some of several words; `women` are given names, as they are written.
    """

    words: frozenset[str]
    suffixes: frozenset[str]
    english: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()

    def lemma(self, word: str) -> str | None:
        """The word in the nominative, if it says what a person is: Ministers → Minister."""
        if not word[:1].isupper():
            return None
        if gendered := GENDERED.fullmatch(word):
            return word if self.lemma(gendered[1]) is not None else None
        folded = word.casefold()
        for ending in ENDINGS:
            if not folded.endswith(ending):
                continue
            stem = folded[: len(folded) - len(ending)]
            if self._is_role(stem) or any(stem[place:] in self.suffixes for place in range(len(stem))):
                keeps_ending = ending == "r"  # Vorsitzender is a nominative, too
                return word if keeps_ending else word[: len(word) - len(ending)]
        return None

    def _is_role(self, stem: str) -> bool:
        """Whether it is a word for a function, alone, with whose it is, or as a former one: SP-Ständerat."""
        head = stem.rpartition("-")[2]
        return head in self.words or any(head.removeprefix(former) in self.words for former in FORMER)

    def english_before(self, before: str) -> str | None:
        """The English function that the words before a name end with: Prime Minister, spokesman."""
        words = before.split()
        for count in range(LONGEST_ENGLISH, 0, -1):
            role = " ".join(words[-count:])
            if len(words) >= count and role.casefold() in self.english:
                return role
        return None


def load_role_words(lexicons: Path) -> RoleWords:
    entries = _entries(lexicons / "person_roles.txt")
    forenames = load_forenames(lexicons / "forenames.txt")
    return RoleWords(
        words=frozenset(entry for entry in entries if not entry.startswith("-")),
        suffixes=frozenset(entry[1:] for entry in entries if entry.startswith("-")),
        english=frozenset(_entries(lexicons / "person_roles_en.txt")),
        women=frozenset(name for name, is_woman in forenames.items() if is_woman),
    )


def _entries(path: Path) -> list[str]:
    return [line.casefold() for line in read_lines(path)]


def roles_beside(span: Span, text: str, words: RoleWords) -> list[str]:
    """The functions named directly before or after the person at `span`."""
    before = text[max(0, span.start - REACH) : span.start].rpartition("\n")[2]
    short = function_before(before, span.of(text), words.women)
    before = TITLES.sub("", before)
    after = text[span.end : span.end + REACH].partition("\n")[0]
    if english := _english(before, after, words):
        return english
    found = [*_before(before, after, words), *_after(after)]
    roles = [words.lemma(word) for word in found]
    functions = [
        f"{role}r" if role == word and is_of_man(word, before, after) else role
        for word, role in zip(found, roles, strict=True)
        if role is not None and not role.casefold().endswith(RELATIONS)
    ]
    return functions if short is None else [short, *functions]


def role_at_pronoun(span: Span, text: str, words: RoleWords) -> str | None:
    """What a clause tells of the pronoun at `span`: „Sie ist Professorin“, „Zuvor war er Staatssekretär“."""
    before = text[max(0, span.start - REACH) : span.start]
    after = text[span.end : span.end + REACH].partition("\n")[0]
    match = AFTER_VERB.match(after) if COPULA.search(before) else AFTER_COPULA.match(after)
    return None if match is None or match[2] else _predicate(match[1], after, words)


def _predicate(word: str, after: str, words: RoleWords) -> str | None:
    """A function in the nominative; „er wird Soldaten besuchen“ tells none."""
    role = words.lemma(word)
    is_object = INFINITIVE.match(after) is not None
    return role if role == word and not is_object and not role.casefold().endswith(RELATIONS) else None


def _english(before: str, after: str, words: RoleWords) -> list[str]:
    """Prime Minister before a name; "the mayor of Leeds" behind it; "a Navy spokesman," before one in commas.

    German words are not looked at, nor is a word alone that German has, too: "General Anna Lau".
    """
    role = _english_before(before, after, words)
    is_office = role is not None and role.casefold().endswith(NO_RANKS)
    above = None if is_office else _above_rank(before)
    function = _english_before(above, after, words) if above is not None else None
    if function is not None and _is_german_too(function, words):
        function = None
    behind = _english_behind(after, words)
    if function is None and behind is None and role is not None and _is_german_too(role, words):
        return []
    rank = abbreviated_rank(before)
    if rank is None and function is not None and role is None:
        rank = words.lemma(before.rsplit(maxsplit=1)[-1])
    return [found for found in (function, role or rank, behind) if found is not None]


def _is_german_too(role: str, words: RoleWords) -> bool:
    return " " not in role and words.lemma(role) is not None


def _english_before(before: str, after: str, words: RoleWords) -> str | None:
    in_commas = ENGLISH_BEFORE_COMMA.search(before) if after.startswith((",", ".")) else None
    if in_commas is None:
        return words.english_before(before)
    role = in_commas["role"]
    whole = words.english_before(role)
    if whole is not None and " of " in whole:
        return whole  # chief of staff
    return words.english_before(OF_WHOM.sub("", role)) or whole


def _english_behind(after: str, words: RoleWords) -> str | None:
    if not after.startswith(","):
        return None
    if (member := ENGLISH_MEMBER.match(after)) is not None:
        return " ".join(member["role"].split())
    apposition = ENGLISH_APPOSITION.match(after)
    if apposition is not None:
        return words.english_before(apposition["role"])
    bare = ENGLISH_BARE_APPOSITION.match(after)
    while bare is not None and bare["role"] not in words.english:  # of "chief of staff to the" the longest
        bare = ENGLISH_BARE_APPOSITION.match(after[: bare.end("role") + 1])
    return bare["role"] if bare is not None else None


def _above_rank(before: str) -> str | None:
    """What stands before the military rank that `before` ends with; None if it ends with none."""
    rank = RANK.search(before)
    if rank is None or not (rank["word"] is None or rank["word"].casefold().endswith(RANK_ENDINGS)):
        return None
    return before[: rank.start()]


def _before(before: str, after: str, words: RoleWords) -> Iterator[str]:
    above = _above_rank(before)
    if above is not None:
        yield from _function_above_rank(above, after, words)
    before = ASIDE.sub("", before)
    if before.rstrip().endswith(","):
        if (role := _role_before_comma(before, after, words)) is not None:
            yield role
        return
    last = BEFORE.search(before)
    second = BEFORE_WITH_SECOND.search(before)
    if second and words.lemma(second[3]) is not None and _is_one_person(second, before, after):
        yield second[2]
    if last:
        yield last[1]
    genitive = BEFORE_WITH_GENITIVE.search(before)
    if genitive and last and last[1].casefold() not in OTHERS and words.lemma(last[1]) is None:
        yield genitive[1]


def _is_one_person(second: re.Match[str], before: str, after: str) -> bool:
    """„Minister und Vizekanzler Thoma“; behind an article only beside a verb in the singular."""
    if (second[1] or "").casefold() not in ARTICLES:
        return True
    if second[2].endswith("in") is not second[3].endswith("in"):
        return False
    return bool(ONE_BEFORE.search(before[: second.start(2)]) or ONE_BEHIND.match(after))


def _role_before_comma(before: str, after: str, words: RoleWords) -> str | None:
    """The function of whom a phrase in front of a comma tells: „der Sprecher des Ministers, Jan Thoma“.

    Of several functions it is the last that does not only tell whose somebody is.
    """
    if JOINED.match(after):
        return None  # „der Sprecher des Amtes, Jan Thoma und Anna Kern“ may be three people
    start = BEFORE_COMMA.search(before.rstrip().removesuffix(","))
    phrase = start[0] if start is not None else ""
    whose = None
    for found in reversed(list(NOUNS.finditer(phrase))):
        lemma = words.lemma(found[0])
        if lemma is None or not _is_attribute(phrase[found.end() :]):
            continue
        lead = LEAD.sub("", phrase[: found.start()])
        if COPULA.search(lead) and not after.startswith((",", ".", " (")):
            return None  # that is what another becomes
        if not _is_whose(phrase[: found.start()], found[0], lemma):
            return found[0]
        whose = found[0]
    return whose


def _is_attribute(rest: str) -> bool:
    """Whether what follows a function only tells whose or where it is."""
    if not rest.strip():
        return True
    if ATTRIBUTE.match(rest) is None or rest.rsplit(maxsplit=1)[-1][0].islower():
        return False
    parts = rest.casefold().split()
    return not any(
        part in NEW_PHRASE and before not in PREPOSITIONS and before != "und"
        for before, part in pairwise(("", *parts))
    )


def _is_whose(lead: str, word: str, lemma: str) -> bool:
    """Whether a function behind `lead` tells whose somebody is: des Ministers, deutscher Reeder."""
    parts = lead.split()
    while parts and parts[-1][0].islower() and parts[-1] not in ARTICLES | OF_ANOTHER:
        if not parts[-1].endswith(("e", "en", "er", "em", "es")):
            return False
        if parts.pop().endswith("er") and parts and parts[-1][0].isupper():
            return True
    if not parts or parts[-1] in OF_ANOTHER:
        return bool(parts)
    follows_noun = len(parts) > 1 and parts[-2][0].isupper()
    is_man = word == lemma and not word.endswith("in")
    return parts[-1] == "der" and follows_noun and not is_man


def _function_above_rank(above: str, after: str, words: RoleWords) -> Iterator[str]:
    """„Der Inspekteur der Luftwaffe, General Jan Thoma“, „IDF-Sprecher Oberst Jan Thoma“.

    „Am Abend traf der Minister General Jan Thoma“: without a comma, an article may begin somebody else.
    """
    if LISTED.match(after):
        return
    above = ASIDE.sub("", above)
    direct = BEFORE_RANK.search(above)
    if direct is not None:
        is_set_off = direct["article"] is not None and after.startswith(",")
        if is_set_off if direct["comma"] is not None else direct["article"] is None:
            yield direct["role"]
    if above.rstrip().endswith(","):
        role = _role_before_comma(above, after, words)
        if role is not None and (direct is None or direct["role"] != role):
            yield role


def _after(after: str) -> Iterator[str]:
    if elected := AFTER_ELECTED.match(after):
        yield elected[1]
    copula = AFTER_COPULA.search(after)
    if copula is not None and copula[1].endswith("n") and INFINITIVE.match(after):
        copula = None  # „Lau wird Soldaten besuchen“
    for match in (AFTER.search(after), copula):
        if match is None:
            continue
        *article, role, name = match.groups()
        if any(article) or not name:  # without an article, a name behind it is another person's
            yield role
            if second := SECOND.search(after[match.end(match.lastindex or 0) :]):
                yield second[1]
