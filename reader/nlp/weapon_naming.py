"""Sentences that say how a weapon is called, or what its name means, and numbers that are no designations.

"Ein Schützenpanzer namens Mungo", "auch Igla heißt eine Rakete": what is named so is a weapon because of its
class, whatever the name is elsewhere. "Ein Hund namens Puma" and "der Name bedeutet Falke" name none.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.nlp.weapon_neighbours import sentence_around
from reader.nlp.weapon_senses import LANGUAGE, MEANS

QUOTES = frozenset('„“”"»«‚‘’›‹')
ARTICLES = frozenset(
    {"der", "die", "das", "den", "dem", "ein", "eine", "einen", "einem", "einer", "eines", "des"}
)
RELATIVES = frozenset({"der", "die", "das", "den", "dem", "welcher", "welche", "welches", "welchen"})
IS_CALLED = frozenset({"heißt", "hieß", "heißen", "hießen"})
CALLS = IS_CALLED | {
    "nennt", "nennen", "nannte", "nannten", "genannt", "taufte", "tauften", "getauft", "rufen", "ruft",
}  # fmt: skip
BEARS = frozenset({
    "trägt", "tragen", "trug", "trugen", "bekam", "bekommt", "erhielt", "erhält", "führt", "führte", "hört",
    "hörte", "hören",
})  # fmt: skip
NAME_NOUNS = frozenset({"namen", "decknamen", "beinamen", "spitznamen", "codenamen", "projektnamen"})
NAME_IS = frozenset({"deckname", "spitzname", "beiname", "codename", "projektname"})
BETWEEN = frozenset({
    "auch", "ebenfalls", "nun", "schlicht", "künftig", "offiziell", "später", "heute", "jetzt", "einfach",
    "bekanntlich", "bloß", "nur", "intern", "seither", "seitdem", "fortan", "kurz",
})  # fmt: skip
# Heads that may be a weapon or not: only a name of the catalogue makes them one.
VEHICLES = (
    "fahrzeug", "geländewagen", "lastwagen", "laster", "flugzeug", "jet", "maschine", "system", "gerät",
    "boot", "schiff", "radar", "koloss", "muster", "modell", "typ", "roboter", "jäger", "vorhaben",
    "projekt", "programm", "entwurf", "prototyp", "truck", "vehicle", "aircraft", "plane", "boat", "ship",
    "project", "programme", "transporter", "satellit",
)  # fmt: skip
ARMED = ("gepanzert", "geschützt", "bewaffnet", "militärisch", "minengeschützt")  # adjectives of such a head
NAMED_AFTER = frozenset({"benannt", "nennt", "nannte", "getauft", "heißt"})
HEAVY = frozenset({"tonnen", "tonne", "t"})
LEAST_TONS = 8  # of what hears to a name; dogs weigh less
FAR = 14  # tokens between a head and the end of its relative clause
FLIGHTS = ("flug", "flugs", "flüge", "flügen", "fluges", "linienflug", "linienflugs", "flugnummer", "flight")
LINES = (
    "zug", "zuges", "ice", "ic", "ec", "re", "rb", "s-bahn", "u-bahn", "linie", "buslinie", "bus", "straße",
    "bundesstraße", "landstraße", "kreisstraße", "staatsstraße", "autobahn", "europastraße", "intercity",
    "regionalexpress", "nachtzug", "raststätte", "gate", "gleis", "motorway", "road", "highway", "train",
)  # fmt: skip
DESIGNATION = re.compile(r"[A-Z]{1,3}[- ]?\d{1,4}[A-Za-z]?")
# What directly follows these, or compounds that end so, is called after anything but a weapon.
OTHERS = (
    "operation", "manöver", "manövers", "übung", "taifun", "taifuns", "hurrikan", "hurrikans", "sturm",
    "tief", "orkan", "fliegerhorst", "fliegerhorsts", "kaserne", "lager", "dorf", "stadt", "gemeinde",
    "insel", "miliz", "film", "roman", "serie", "album", "exercise", "hurricane", "typhoon",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Naming:
    """What the sentences say: `named` are names of weapons, with their marks; `possible` such that only a
    name of the catalogue can be; `others` are the tokens of what is surely none; `numbers` those of flights,
    trains and roads.
    """

    named: tuple[range, ...]
    possible: tuple[range, ...]
    others: frozenset[int]
    numbers: frozenset[int]


def naming_in(doc: Doc, generic: Collection[int]) -> Naming:
    """`generic` are the tokens of weapon classes."""
    reading = _Reading(doc, [token.text for token in doc], [token.text.lower() for token in doc], generic)
    named: list[range] = []
    possible: list[range] = []
    others: set[int] = set()
    for at in range(len(doc)):
        for name, head in reading.names_at(at):
            if reading.is_arm(head):
                named.append(name)
            elif reading.is_vehicle(head):
                possible.append(name)
            elif reading.lowers[at] == "namens":
                others.update(name)
        others.update(reading.meaning_at(at))
    return Naming(
        tuple(named),
        tuple(possible),
        frozenset(others - {i for name in named for i in name}),
        frozenset(reading.numbers()),
    )


@dataclass(slots=True)
class _Reading:
    doc: Doc
    texts: list[str]
    lowers: list[str]
    generic: Collection[int]

    def is_arm(self, at: int) -> bool:
        if at in self.generic:
            return True
        is_armed = at > 0 and self.lowers[at - 1].startswith(ARMED)
        return is_armed and self._is_vehicle_word(at)

    def is_vehicle(self, at: int) -> bool:
        """Whether the word is one for a vehicle, or for the weight of one."""
        return self._is_vehicle_word(at) or self.lowers[at] in HEAVY

    def _is_vehicle_word(self, at: int) -> bool:
        word = self.lowers[at]
        return any(form.endswith(VEHICLES) for form in (word, word[:-1], word[:-2]) if form)

    def names_at(self, at: int) -> Iterator[tuple[range, int]]:
        """The names that a word at `at` introduces or closes, each with the head it belongs to."""
        word = self.lowers[at]
        with_ = next(
            (place for place in (at - 1, at - 2) if place >= 0 and self.lowers[place] == "mit"), None
        )
        if word == "namens" or (word in NAME_NOUNS and with_ is not None):
            head = self._noun_before(at if word == "namens" or with_ is None else with_)
            if head is not None and (name := self._name_from(at + 1)):
                yield name, head
        elif word in NAME_NOUNS or word in NAME_IS:
            yield from self._borne(at)
        if word in CALLS:
            yield from self._called(at)

    def _borne(self, at: int) -> Iterator[tuple[range, int]]:
        """Der Panzer trägt den Namen Donar; hört auf den Namen Büffel, 43 Tonnen; Deckname »Igel«."""
        name = self._name_from(at + 1)
        if name is None:
            return
        around = self._sentence(at)
        heads = [place for place in around if self.is_arm(place) and place not in name]
        bears = any(self.lowers[place] in BEARS for place in around) or self.lowers[at] in NAME_IS
        is_secret = self.lowers[at].startswith(("deck", "code", "spitz", "projekt"))
        if heads and (bears or is_secret):
            yield name, heads[-1]
        elif bears and self._is_heavy(around):
            yield name, next(place for place in around if self.is_vehicle(place))

    def _is_heavy(self, around: range) -> bool:
        return any(
            self.lowers[place] in HEAVY and self._number(place - 1) >= LEAST_TONS
            for place in around
            if place > around.start
        )

    def _number(self, at: int) -> float:
        text = self.texts[at].replace(",", ".")
        return float(text) if text.replace(".", "", 1).isdecimal() else 0

    def _called(self, verb: int) -> Iterator[tuple[range, int]]:
        before = self._name_until(verb)
        start = verb + 1
        while start < len(self.texts) and self.lowers[start] in BETWEEN:
            start += 1
        if before is not None:
            head = self._head_of_relative(before.start)
            if head is None and self.lowers[verb] in IS_CALLED:
                head = self._head_behind(start)
            if head is not None:
                yield before, head
        if self.lowers[verb] in IS_CALLED:
            head = self._noun_before(verb)
            if head is not None and (name := self._name_from(start)):
                yield name, head

    def _head_of_relative(self, at: int) -> int | None:
        """The noun before the comma of the relative clause that `at` stands in."""
        around = self._sentence(at)
        for comma in range(at - 1, max(around.start, at - FAR), -1):
            if self.texts[comma] == ",":
                is_relative = self.lowers[comma + 1] in RELATIVES and comma + 1 < at
                return self._noun_before(comma) if is_relative else None
        return None

    def _head_behind(self, at: int) -> int | None:
        """The noun behind an article and adjectives: eine neue Flugabwehrrakete."""
        if at >= len(self.texts) or self.lowers[at] not in ARTICLES:
            return None
        place = at + 1
        while place < len(self.texts) and self.texts[place].islower() and self.texts[place].isalpha():
            place += 1
        return place if place < len(self.texts) and self._is_noun(place) else None

    def _noun_before(self, at: int) -> int | None:
        place = at - 1
        while place >= 0 and (self.texts[place] in QUOTES or self.texts[place].isdigit()):
            place -= 1
        return place if place >= 0 and self._is_noun(place) else None

    def _is_noun(self, at: int) -> bool:
        text = self.texts[at]
        return text[0].isupper() and text.replace("-", "").isalpha()

    def _name_from(self, start: int) -> range | None:
        """The name that begins at `start`, with its marks and figures."""
        if start >= len(self.texts):
            return None
        if self.texts[start] in QUOTES:
            closing = next(
                (at for at in range(start + 2, min(start + 6, len(self.texts))) if self.texts[at] in QUOTES),
                None,
            )
            return range(start, closing + 1) if closing is not None else None
        if not self._is_noun(start):
            return None
        end = start + 1
        while end < len(self.texts) and self.texts[end].isdigit() and end < start + 2:
            end += 1
        return range(start, end)

    def _name_until(self, end: int) -> range | None:
        """The name that ends before `end`."""
        last = end - 1
        if last < 0:
            return None
        if self.texts[last] in QUOTES:
            opening = next(
                (at for at in range(last - 2, max(-1, last - 6), -1) if self.texts[at] in QUOTES), None
            )
            return range(opening, end) if opening is not None else None
        start = last - 1 if self.texts[last].isdigit() else last
        return range(start, end) if start >= 0 and self._is_noun(start) else None

    def meaning_at(self, at: int) -> range:
        """What only tells the meaning of a name, or whom it is taken from."""
        nothing = range(0)
        if not self._is_noun(at):
            return nothing
        one = range(at, at + 1)
        before = next(
            (place for place in (at - 1, at - 2) if place >= 0 and self.texts[place] not in QUOTES), None
        )
        if before is not None and self._is_noun(before) and self.lowers[before].endswith(OTHERS):
            return one
        behind = self.lowers[at + 1] if at + 1 < len(self.lowers) else ""
        if behind in MEANS:
            return one
        is_translated = at > 1 and self.lowers[at - 2] == "auf" and LANGUAGE.fullmatch(self.texts[at - 1])
        if is_translated and behind not in CALLS:
            return one
        if at > 1 and self.lowers[at - 1] in ARTICLES and self.lowers[at - 2] == "nach":
            is_named_after = any(self.lowers[place] in NAMED_AFTER for place in self._sentence(at))
            return one if is_named_after else nothing
        return nothing

    def numbers(self) -> Iterator[int]:
        """Flug MH17, Linienflug LH 400, Bundesstraße B 52; the number again where it stands alone."""
        flights: set[str] = set()
        for at in range(1, len(self.texts)):
            is_flight, is_line = self.lowers[at - 1] in FLIGHTS, self.lowers[at - 1] in LINES
            if not (is_flight or is_line):
                continue
            for end in (at + 2, at + 1):
                if end <= len(self.texts) and DESIGNATION.fullmatch(" ".join(self.texts[at:end])):
                    yield from range(at, end)
                    if is_flight:
                        flights.add(self.texts[at])
                    break
            if is_line and self.texts[at].isdigit():
                yield from (at - 1, at)
        yield from (
            at for at, text in enumerate(self.texts) if text in flights and any(map(str.isdigit, text))
        )

    def _sentence(self, at: int) -> range:
        return sentence_around(self.doc, at, at + 1)
