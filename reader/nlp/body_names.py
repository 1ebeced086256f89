"""Names of bodies that their own words tell, where the tagger missed them or saw a part.

A 3. Sturmbrigade has its number, the Stadtwerke Nordheim have their town, the Außenministerium has an
article before it; and what stands before „(KER)“ with just these initials is one name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.domain.entities import EntityKind
from reader.domain.mentions import MentionForm
from reader.nlp.body_borders import with_whole_bodies
from reader.nlp.findings import Finding
from reader.nlp.name_forms import without_legal_form
from reader.nlp.name_index import PlacedName

CONFIDENCE = 0.8  # of a name that the tagger did not see so
SURE = 0.95
ORDINAL = re.compile(r"\d{1,3}\.")
ENGLISH_ORDINAL = re.compile(r"\d{0,2}(?:1st|2nd|3rd|\dth)")
FIGURE = re.compile(r"\d{1,4}")
UNIT = re.compile(
    r"(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Bb]rigade|[Bb]ataillon(?:e?s)?|[Rr]egiment(?:e?s)?|[Gg]eschwaders?|[Aa]rmee|"
    r"[Aa]rmeekorps|[Ff]lottille)|"
    r"(?:Panzer|Infanterie|Luft|Gebirgs|Jäger|Schützen|Grenadier|Garde|Marine|Kavallerie|Heimatschutz|Flug|"
    r"Fallschirm|Artillerie|Sturm|Mot)[a-zäöüß]*division"
)
BARE_UNITS = frozenset({"Brigade", "Bataillon", "Bataillons", "Regiment", "Regiments", "Geschwader", "Armee"})
ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
MOST_ADJECTIVES = 3
ENGLISH_UNITS = frozenset(
    {"Brigade", "Battalion", "Regiment", "Corps", "Fleet", "Division", "Army", "Wing", "Squadron"}
)
NEED_WORDS = frozenset({"Division", "Army", "Wing", "Squadron"})  # a 1st Division may be one of football
MOST_ENGLISH_WORDS = 4
# Bodies that are called by the place behind them.
OF_PLACE = re.compile(
    r"(?:Stadt|Gemeinde|Elektrizitäts|Kreis|Wasser)werken?|(?:Verkehrs|Wasser|Entsorgungs|Wirtschafts)betrieben?|"
    r"(?:Uni(?:versitäts)?)?[Kk]linik(?:um|ums|en)?|Universität|(?:Fach|Volks|Musik|Kunst)?[Hh]ochschule|"
    r"(?:Land|Amts|Oberland|Oberlandes|Verwaltungs|Oberverwaltungs|Arbeits|Landesarbeits|Sozial|Finanz|Landes|"
    r"Bezirks|Ober|Kantons|Straf)gericht(?:e?s)?|(?:General)?[Ss]taatsanwaltschaft|Polizeipräsidiums?|"
    r"(?:Landes)?[Pp]olizeidirektion|Polizeiinspektion|(?:Kantons|Stadt)polizei|(?:Kreis|Stadt)?[Ss]parkasse|"
    r"Volksbank|Raiffeisenbank|(?:Handwerks|Handels|Landwirtschafts|Ärzte|Arbeiter|Wirtschafts)kammer|"
    r"Bezirkshauptmannschaft|Landeskriminalamt(?:e?s)?|Jobcenters?|(?:Finanz|Gesundheits|Jugend|Hauptzoll)amt(?:e?s)?|"
    r"Regierungspräsidiums?|Bezirksregierung"
)
# Those that are called by the adjective of their city.
OF_CITY = re.compile(
    r"(?:Verkehrs|Wasser)betrieben?|Verkehrsgesellschaft|Stadtwerken?|Stadtreinigung|Wasserwerken?|"
    r"Philharmonikern?|Symphonikern?|Sinfonikern?"
)
MINISTRY = re.compile(
    r"(?:Bundes|Landes)?(?:[Vv]erteidigungs|[Aa]ußen|[Ii]nnen|[Ff]inanz|[Jj]ustiz|[Gg]esundheits|[Ww]irtschafts|"
    r"[Ee]nergie|[Vv]erkehrs|[Uu]mwelt|[Bb]ildungs|[Kk]ultus|[Kk]ultur|[Ss]ozial|[Aa]rbeits|[Ll]andwirtschafts|"
    r"[Aa]grar|[Ff]amilien|[Ww]issenschafts|[Ff]orschungs|[Hh]andels|[Dd]igital|[Bb]au|[Ee]ntwicklungs)ministeriums?"
)
GOVERNMENT = "Bundesregierung"
DEFINITE = frozenset({"das", "dem", "des", "im", "vom", "beim", "zum", "ins", "ans"})
SHORTEST_INITIALS, MOST_WRITTEN_OUT = 3, 12
DEGREES = frozenset({"Master", "Bachelor", "Doctor", "Diploma"})  # a Master of Business Administration (MBA)
# Newspapers and magazines whose names are words: they are meant in marks where something is told by them.
PAPERS = frozenset({
    "Bild", "Blick", "Capital", "Falter", "Focus", "Freitag", "Guardian", "Heute", "Kontraste", "Krone",
    "Kurier", "Monitor", "Panorama", "Post", "Presse", "Profil", "Spiegel", "Standard", "Stern", "Sun",
    "Times", "Welt", "Zeit",
})  # fmt: skip
BEFORE_PAPERS = frozenset({"der", "die", "das", "dem", "laut", "zeitung", "magazin", "von", "und"})
TOLD = re.compile(
    r"(?i)\w*(?:bericht|schreib|schrieb|zitier|interview|gastbeitrag|recherche|boulevard|magazin|zeitung)\w*|"
    r"laut|zufolge|sagte|meldete?n?|gegenüber|enthüllte?|blatt|veröffentlich\w*|informationen"
)
FEWEST_OF_FIRM = 2  # words by which it is known again
PAPER_REACH = 12  # words on either side in which something is told
QUOTES = frozenset('„“”"»«‚‘›‹')
OPENING, CLOSING = frozenset('„“»«‚›"'), frozenset('“”«»‘‹"')


def with_bodies(texts: Sequence[str], findings: Sequence[Finding]) -> list[Finding]:
    """The findings in their order, with bodies that were missed or seen in part as whole names."""
    found = [
        *_written_out(texts, findings),
        *_units(texts),
        *_of_places(texts, findings),
        *_ministries(texts),
        *_governments(texts),
        *_papers(texts),
        *_firms_again(texts, findings),
    ]
    at_token = {place: one for one in findings for place in range(one.start, one.end)}
    kept = dict.fromkeys(findings)
    for body in found:
        parts = {at_token[place] for place in range(body.start, body.end) if place in at_token}
        if any(not _may_be_part(part, body) for part in parts):
            continue
        for part in parts:
            kept.pop(part, None)
        kept[body] = None
        at_token.update(dict.fromkeys(range(body.start, body.end), body))
    return with_whole_bodies(texts, list(kept))


def _may_be_part(part: Finding, body: Finding) -> bool:
    """Whether what the tagger saw is less than the whole: not the same, not somebody, not a longer name.

    A title has its marks with it, a paper has none.
    """
    is_same = (part.start, part.end, part.kind) == (body.start, body.end, body.kind)
    is_title = (part.start, part.end) == (body.start - 1, body.end + 1)
    return not is_same and part.kind is not EntityKind.PERSON and (is_title or body.covers(part))


def _written_out(texts: Sequence[str], findings: Sequence[Finding]) -> Iterator[Finding]:
    """What an abbreviation in brackets stands for, if the words have just its letters."""
    for one in findings:
        is_name = one.kind is EntityKind.ORGANIZATION and one.form is MentionForm.NAME
        if not is_name or one.end - one.start > 1 or one.start < SHORTEST_INITIALS or one.end >= len(texts):
            continue
        letters = texts[one.start]
        is_short = letters.isalpha() and letters.isupper() and len(letters) >= SHORTEST_INITIALS
        if is_short and texts[one.start - 1] == "(" and texts[one.end] == ")":
            start = _first_of(letters, texts, one.start - 1)
            if start is not None and texts[start] not in DEGREES:
                yield Finding(
                    start, one.start - 1, EntityKind.ORGANIZATION, confidence=max(one.confidence, SURE)
                )


def _first_of(letters: str, texts: Sequence[str], end: int) -> int | None:
    """Where the words begin whose capitals are these letters; `end` is behind the last."""
    left = letters
    for place in range(end - 1, max(-1, end - 1 - MOST_WRITTEN_OUT), -1):
        word = texts[place]
        if not word[0].isalpha() and word != "&":
            return None
        capitals = "".join(part[0] for part in word.split("-") if part[:1].isupper())
        if not left.endswith(capitals):
            return None
        left = left[: len(left) - len(capitals)]
        if not left:
            return place if capitals else None
    return None


def _units(texts: Sequence[str]) -> Iterator[Finding]:
    """3. Sturmbrigade, 93. mechanisierte Brigade, Panzerbataillon 203, 93rd Mechanized Brigade."""
    for place, text in enumerate(texts):
        if text[0].isdigit():
            end = _end_of_unit(texts, place)
        else:
            end = place + 2 if _is_before_number(texts, place) else None
        if end is not None:
            yield Finding(place, end, EntityKind.ORGANIZATION, confidence=CONFIDENCE)


def _end_of_unit(texts: Sequence[str], place: int) -> int | None:
    if ENGLISH_ORDINAL.fullmatch(texts[place]):
        return _end_of_english_unit(texts, place)
    if not ORDINAL.fullmatch(texts[place]):
        return None
    for end in range(place + 1, min(place + 2 + MOST_ADJECTIVES, len(texts))):
        if UNIT.fullmatch(texts[end]):
            return end + 1
        if not texts[end].isalpha() or not texts[end].endswith(ADJECTIVE_ENDINGS):
            break
    return None


def _end_of_english_unit(texts: Sequence[str], place: int) -> int | None:
    for end in range(place + 1, min(place + 2 + MOST_ENGLISH_WORDS, len(texts))):
        if texts[end] in ENGLISH_UNITS:
            return end + 1 if end > place + 1 or texts[end] not in NEED_WORDS else None
        if not texts[end].istitle():
            break
    return None


def _is_before_number(texts: Sequence[str], place: int) -> bool:
    """Whether a unit is called by the number behind it; but „verlor die Panzerbrigade 37 Fahrzeuge“."""
    if place + 1 >= len(texts) or not FIGURE.fullmatch(texts[place + 1]):
        return False
    is_unit = texts[place] not in BARE_UNITS and UNIT.fullmatch(texts[place]) is not None
    following = texts[place + 2] if place + 2 < len(texts) else ""
    return is_unit and not following[:1].isupper()


def _of_places(texts: Sequence[str], findings: Sequence[Finding]) -> Iterator[Finding]:
    """Landgericht Nordheim, Stadtwerke Nordheim; Berliner Verkehrsbetriebe."""
    for one in findings:
        if one.kind is not EntityKind.PLACE or one.is_generic:
            continue
        if one.form is MentionForm.NAME and one.start and OF_PLACE.fullmatch(texts[one.start - 1]):
            yield replace(one, start=one.start - 1, kind=EntityKind.ORGANIZATION)
        is_adjective = one.form is MentionForm.DERIVED and one.end - one.start == 1 and one.end < len(texts)
        if is_adjective and texts[one.start].endswith("er") and OF_CITY.fullmatch(texts[one.end]):
            yield Finding(one.start, one.end + 1, EntityKind.ORGANIZATION, confidence=CONFIDENCE)


def _ministries(texts: Sequence[str]) -> Iterator[Finding]:
    """Das Außenministerium, in a quotation, too: whose it is, the article may tell."""
    for place, text in enumerate(texts):
        is_ministry = text.endswith(("ministerium", "ministeriums")) and MINISTRY.fullmatch(text)
        if is_ministry and place and texts[place - 1].casefold() in DEFINITE:
            yield Finding(place, place + 1, EntityKind.ORGANIZATION, confidence=CONFIDENCE)


def _governments(texts: Sequence[str]) -> Iterator[Finding]:
    """Das Paket der Bundesregierung, which is hardly anything else: whose it is, the article may tell."""
    for place, text in enumerate(texts):
        if text == GOVERNMENT and place and texts[place - 1].casefold() in {"der", "die"}:
            yield Finding(place, place + 1, EntityKind.ORGANIZATION, confidence=CONFIDENCE)


def _papers(texts: Sequence[str]) -> Iterator[Finding]:
    """Die »Bild« berichtete; the „Zeit“ of an essay on time is none."""
    for place in range(1, len(texts) - 1):
        if texts[place] in PAPERS and is_cited(texts, place, place + 1):
            yield Finding(place, place + 1, EntityKind.ORGANIZATION, confidence=CONFIDENCE)


def is_title(texts: Sequence[str], found: PlacedName) -> bool:
    """Whether marks enclose just this name: the film „Casablanca“, but not „Bild am Sonntag“ that told it."""
    start, end = found.start, found.end
    if not start or end >= len(texts) or texts[start - 1] not in QUOTES or texts[end] not in QUOTES:
        return False
    is_paper = found.name.kind is EntityKind.ORGANIZATION and end - start > 1
    return not (is_paper and is_cited(texts, start, end))


def is_cited(texts: Sequence[str], start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are in marks, and something is told by what is called so."""
    if start <= 1 or end >= len(texts) or texts[start - 1] not in OPENING or texts[end] not in CLOSING:
        return False
    if texts[start - 2].casefold() not in BEFORE_PAPERS:
        return False
    beside = texts[max(0, start - PAPER_REACH) : start + PAPER_REACH]
    return any(TOLD.fullmatch(word) for word in beside)


def _firms_again(texts: Sequence[str], findings: Sequence[Finding]) -> Iterator[Finding]:
    """A firm without its legal form: Krämer Stahlbau, where the Krämer Stahlbau GmbH is named."""
    firms: dict[str, list[tuple[str, ...]]] = {}
    for one in findings:
        is_firm = one.kind is EntityKind.ORGANIZATION and one.form is MentionForm.NAME
        words = tuple(texts[one.start : one.end])
        short = tuple(without_legal_form(" ".join(words)).split()) if is_firm else ()
        if FEWEST_OF_FIRM <= len(short) < len(words):
            firms.setdefault(short[0], []).append(short)
    for place, text in enumerate(texts) if firms else ():
        meant = [firm for firm in firms.get(text, ()) if tuple(texts[place : place + len(firm)]) == firm]
        if meant:
            end = place + max(map(len, meant))
            yield Finding(place, end, EntityKind.ORGANIZATION, confidence=CONFIDENCE)
