"""What stands around a name that may be a weapon: its article, its class noun, names in a list with it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

FAR = 60  # tokens: what stands farther off in an endless sentence says nothing
BESIDE = 7  # tokens before or behind a name that may lie between it and its class noun
TYPE_WORDS = frozenset(
    {"typ", "typs", "modell", "modells", "modelle", "bauart", "baureihe", "muster", "musters", "marke"}
)
QUOTES = frozenset('„“”"»«‚‘’›‹')
LISTING = frozenset({",", "und", "oder", "sowie", "wie", "/", "bzw.", "–", "&"})
ARTICLES = frozenset(
    {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "the"}
)
LINKS = LISTING | QUOTES | ARTICLES | {"(", "vom", "von", "zum", "zur", "of", "and", "namens", "genannt"}
COPULAS = frozenset({"ist", "sind", "war", "waren"})
BEFORE_CLASS = COPULAS | {",", "("}  # Marder, ein Schützenpanzer
LOCATIVE = frozenset({"in", "nach", "aus", "nahe"})
MOST_ADJECTIVES = 2  # between an article and its noun
SHORTEST_ADJECTIVE = 4  # letters; shorter words that end so are function words
ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
DETERMINERS = ARTICLES | {
    "vom", "zum", "im", "am", "beim", "zur", "kein", "keine", "keinen", "keinem", "keiner", "dieser", "diese",
    "diesen", "diesem", "dieses", "jeder", "jede", "jeden", "jedem", "sein", "seine", "seinen", "seinem",
    "seiner", "ihr", "ihre", "ihren", "ihrem", "ihrer", "unser", "unsere", "unseren", "unserem", "a", "an",
    "its", "their", "his", "her", "our", "these", "those",
}  # fmt: skip
COUNTS = frozenset({
    "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "keine",
    "weitere", "weiteren", "mehr", "neue", "neuen", "alte", "alten", "gebrauchte", "mehrere", "mehreren",
    "einige", "etliche", "viele", "beide", "beiden", "zusätzliche", "zwanzig", "dreißig", "hundert",
    "dutzend", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "dozen", "several", "more", "many", "additional", "new", "old", "both",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """The tokens of a name that may be a weapon.

    `noun` is what its system is, in lower case: panzer, radar. `has_version`: a version stands behind it.
    `is_plural`: it has an s that the name has not. `is_seldom_other`: only the sentence can make it
    something else. `needs_article`: without one it may be a surname. `is_short`: by itself it is no system.
    """

    start: int
    end: int
    needs_noun: bool
    noun: str = ""
    has_version: bool = False
    is_plural: bool = False
    is_seldom_other: bool = False
    needs_article: bool = False
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Reads the words around a place.

    `named` and `generic` are the tokens of sure weapons and of weapon classes, `doubtful` those of names
    that may be weapons.
    """

    doc: Doc
    named: Collection[int]
    generic: Collection[int]
    doubtful: Collection[int] = ()

    def has_type_before(self, place: Place) -> bool:
        for at in self.before(place):
            word = self.doc[at].text.casefold()
            if word in TYPE_WORDS:
                return True
            if word not in QUOTES and word not in LISTING and at not in self.named:
                return False
        return False

    def has_class_before(self, place: Place) -> bool:
        for at in self.before(place):
            if at in self.generic or at in self.named or self._is_own_noun(at, place):
                return True
            if not self._links(at):
                return False
        return False

    def has_class_behind(self, place: Place) -> bool:
        """Marder Schützenpanzer; Marder, ein Schützenpanzer; Marder (Schützenpanzer); ist Buk ein …"""
        behind = [at for at in self.behind(place) if self.doc[at].text not in QUOTES]
        if behind and (behind[0] in self.generic or self._is_own_noun(behind[0], place)):
            return True
        is_predicate = place.start > 0 and self.doc[place.start - 1].text in COPULAS
        first = BEFORE_CLASS | ARTICLES if is_predicate else BEFORE_CLASS
        if not behind or self.doc[behind[0]].text not in first:
            return False
        for at in behind[1:]:
            if at in self.generic:
                return True
            if not self._links(at):
                return False
        return False

    def is_paired(self, place: Place) -> bool:
        """Whether another name that may be a weapon stands beside it: Leoparden und Geparde."""
        before = [at for at in self.before(place) if self.doc[at].text not in QUOTES][:2]
        behind = [at for at in self.behind(place) if self.doc[at].text not in QUOTES][:2]
        return any(
            len(pair) > 1 and self.doc[pair[0]].text.casefold() in LISTING and pair[1] in self.doubtful
            for pair in (before, behind)
        )

    def is_listed(self, place: Place) -> bool:
        """Another named system stands beside it: Marder und Leopard 2."""
        behind = [at for at in self.behind(place) if self.doc[at].text not in QUOTES]
        if not behind or self.doc[behind[0]].text.casefold() not in LISTING:
            return False
        for at in behind[1:]:
            if at in self.named:
                return True
            if not (self._links(at) or self.doc[at].text.isdigit()):
                return False
        return False

    def has_article(self, place: Place) -> bool:
        """Whether an article or a number stands before it, as before no person, firm or place."""
        word = self._determiner(place)
        return word in DETERMINERS or word.isdigit() or word in COUNTS

    def count(self, place: Place) -> int:
        """How many of them there are, if a figure says so: 50 weitere Puma."""
        word = self._determiner(place)
        if word in COUNTS and place.start > 1:
            word = self.doc[place.start - 2].text
        return int(word) if word.isdecimal() else 0

    def _determiner(self, place: Place) -> str:
        """The word before the name and its adjectives, case-folded."""
        before = place.start - 1
        while before > 0 and before > place.start - MOST_ADJECTIVES - 1 and self._is_adjective(before):
            before -= 1
        return self.doc[before].text.casefold() if place.start else ""

    def is_where(self, place: Place) -> bool:
        """In Buk, nach Tor: no article between the preposition and the name of a place."""
        return place.start > 0 and self.doc[place.start - 1].text.casefold() in LOCATIVE

    def has_figure(self, place: Place) -> bool:
        """Whether it is a word with a figure, which hardly means anything else: Aggregat 4."""
        text = self.doc[place.start : place.end].text
        return any(map(str.isdigit, text)) and sum(map(str.isalpha, text)) >= SHORTEST_ADJECTIVE

    def is_repeated(self, place: Place) -> bool:
        name = self.doc[place.start].text.casefold()
        return any(word.startswith(name) for word in self.sentence_words(place))

    def before(self, place: Place) -> range:
        around = sentence_around(self.doc, place.start, place.end)
        return range(place.start - 1, max(around.start, place.start - BESIDE) - 1, -1)

    def behind(self, place: Place) -> range:
        around = sentence_around(self.doc, place.start, place.end)
        return range(place.end, min(around.stop, place.end + BESIDE))

    def sentence(self, place: Place) -> range:
        return sentence_around(self.doc, place.start, place.end)

    def clause(self, place: Place) -> range:
        """The part of the sentence between the commas around the name."""
        around = self.sentence(place)
        commas = [at for at in around if self.doc[at].text == ","]
        return range(
            max((at + 1 for at in commas if at < place.start), default=around.start),
            min((at for at in commas if at >= place.end), default=around.stop),
        )

    def sentence_words(self, place: Place) -> list[str]:
        """The other words of the sentence, in lower case."""
        return self.words(place, self.sentence(place))

    def words_beside(self, place: Place) -> Iterator[list[str]]:
        """The words of the sentences before and behind in the same block, in lower case."""
        around = self.sentence(place)
        for at in (around.start - 1, around.stop):
            if 0 <= at < len(self.doc) and "\n" not in self.doc[at].text:
                yield [self.doc[i].text.casefold() for i in sentence_around(self.doc, at, at + 1)]

    def words(self, place: Place, around: range) -> list[str]:
        return [self.doc[at].text.casefold() for at in around if not place.start <= at < place.end]

    def _is_own_noun(self, at: int, place: Place) -> bool:
        """What the system is, though it is no weapon class: das Radar Cobra."""
        word = self.doc[at].text.casefold()
        return bool(place.noun) and (word == place.noun or word.endswith("-" + place.noun))

    def _is_adjective(self, at: int) -> bool:
        text = self.doc[at].text
        return text.islower() and text not in DETERMINERS and text not in COUNTS and _is_adjective(text)

    def _links(self, at: int) -> bool:
        text = self.doc[at].text
        if text.casefold() in LINKS or text.isdigit():
            return True
        return text.islower() and text.isalpha() and _is_adjective(text)


def sentence_around(doc: Doc, start: int, end: int) -> range:
    """The tokens of the sentence at `start`, at most `FAR` on either side; takes the same time anywhere."""
    first = start
    while first > max(0, start - FAR) and not doc[first].is_sent_start:
        first -= 1
    last = end
    while last < min(len(doc), end + FAR) and not doc[last].is_sent_start:
        last += 1
    return range(first, last)


def _is_adjective(text: str) -> bool:
    return len(text) >= SHORTEST_ADJECTIVE and text.endswith(ADJECTIVE_ENDINGS)
