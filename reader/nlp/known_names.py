"""What the gazetteer knows a name as, in whatever form the text has it."""

import re

from reader.domain.entities import EntityKind
from reader.knowledge.gazetteer import Gazetteer, KnownKind, Words, transcribed
from reader.nlp.name_cluster import FoundName, Key
from reader.nlp.name_forms import is_form_of_name, stems, without_legal_form, without_possessive
from reader.nlp.name_index import KINDS

STATES = ("Freistaat ", "Freistaats ", "Freistaates ", "Bundesland ", "Hansestadt ", "Kanton ", "Kantons ")

KNOWN_KINDS = {kind: known for known, kind in KINDS.items()}
TRANSCRIBED = re.compile("[aouAOU]e")  # what may stand for an umlaut
SHARED_LETTERS = 3  # that a word has in every case

SHORTEST_BEGINNING, SHORTEST_REST = 6, 4  # letters of a name within a word, and of the rest of that


class KnownNames:
    """Looks names up as they are printed; knows the gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._alike: dict[Key, list[Words]] = {}
        for words, kind in gazetteer.certain.items():
            if len(words) > 1:
                self._alike.setdefault(_beginnings(kind, words), []).append(words)

    def beginning_of(self, kind: EntityKind, word: str) -> str | None:
        """The name that a word without a hyphen begins with: Bundestagspräsidentin, Rheinmetallchef.

        What is called like a place as well is none of an organisation.
        """
        if not word[1:].islower():
            return None
        for end in range(len(word) - SHORTEST_REST, SHORTEST_BEGINNING - 1, -1):
            for form in dict.fromkeys((word[:end], word[:end].removesuffix("s"))):
                place = self._gazetteer.place(form) or self._gazetteer.city(form)
                if kind is EntityKind.PLACE and place is not None:
                    return place
                if kind is EntityKind.ORGANIZATION and place is None:
                    known = self._gazetteer.organisation(form)
                    if known is not None:
                        return known
        return None

    def shown(self, kind: EntityKind, name: str) -> str | None:
        """The name to show for a country or an organisation; None if it is not known."""
        look_up = {
            EntityKind.PLACE: self._gazetteer.place,
            EntityKind.ORGANIZATION: self._gazetteer.organisation,
        }.get(kind)
        if look_up is None:
            return None
        if kind is EntityKind.ORGANIZATION and self._gazetteer.place_of_derived(name) is not None:
            return look_up(name)  # the club is called Bayern like the land, and is no inflected Bayer
        possessive = without_possessive(name)
        for form in (
            name,
            possessive,
            name.removesuffix("s"),
            name.removesuffix("n"),
            f"{name.removesuffix('en')}e",
        ):
            if found := look_up(form):
                return found
        firm = without_legal_form(name)
        if firm != name and self.is_certain(firm):
            return look_up(firm)
        first, _, rest = name.partition(" ")
        if rest and first.endswith(("en", "er", "es")):
            for base in (first[:-2] + "e", first[:-2] + "er", first[:-2] + "es"):
                for tail in (rest, rest.removesuffix("s"), rest.removesuffix("es")):
                    if found := look_up(f"{base} {tail}"):
                        return found
        return self._in_another_case(kind, name)

    def _in_another_case(self, kind: EntityKind, name: str) -> str | None:
        """The name to show for what this is a case of, if all that it may be are one."""
        words = tuple(name.split())
        candidates = self._alike.get(_beginnings(KNOWN_KINDS[kind], words), ()) if len(words) > 1 else ()
        look_up = self._gazetteer.city if kind is EntityKind.PLACE else self._gazetteer.organisation
        cases = (known for known in candidates if known != words and is_form_of_name(words, known))
        found = {look_up(" ".join(known)) for known in cases}
        return found.pop() if len(found) == 1 else None

    def is_certain(self, name: str) -> bool:
        """Whether the name means one organisation wherever it stands: NATO, not SDF."""
        return self._gazetteer.certain.get(tuple(name.split())) is KnownKind.ORGANISATION

    def is_known(self, kind: EntityKind, name: str) -> bool:
        if kind is EntityKind.PLACE:
            return self._gazetteer.place(name) is not None or self._gazetteer.city(name) is not None
        return self._gazetteer.organisation(name) is not None

    def city_shown(self, surface: str) -> str | None:
        """The name to show for a city or land where its form tells what it is: BERLIN, Freistaat Bayern.

        Koeln is shown as Köln. What is known with an s at its end, and not without, has it in every case.
        """
        if surface.isupper() and (found := self._gazetteer.city(surface)):
            return found
        if surface.endswith("s") and self._gazetteer.city(surface[:-1]) is None:
            return self._gazetteer.city(surface)  # „des Amazonas“ is not of the Amazona
        if TRANSCRIBED.search(surface):
            for form in (surface, surface.removesuffix("s")):
                found = self._gazetteer.city(form)
                if found is not None and form == transcribed(found) != found:
                    return found
        if surface.startswith(STATES):
            return self._gazetteer.city(surface.partition(" ")[2])
        return None

    def without_genitive(self, kind: EntityKind, name: str) -> str:
        """A city or region that only a genitive names: Grönlands."""
        if kind is not EntityKind.PLACE or not name.endswith("s") or self.is_known(kind, name):
            return name
        return name[:-1] if self._gazetteer.city(name[:-1]) is not None else name

    def keys(self, name: FoundName, surface: str, shown: str | None) -> frozenset[Key]:
        """By what other mentions of the same are found."""
        if name.knowledge_id is not None:
            return frozenset({("id", name.knowledge_id), stems(name.name or surface)})
        keys = {stems(surface)}
        first, _, rest = surface.partition(" ")
        if name.kind is EntityKind.ORGANIZATION and rest and first.endswith("er"):
            city = self._gazetteer.place_of_derived(first) or self._gazetteer.city(first.removesuffix("er"))
            keys.update({stems(f"{rest} {city}")} if city is not None else ())  # Wiener Volkshochschule
        if shown is not None:
            keys.add(stems(shown))
        if name.kind is EntityKind.PLACE:
            cities = (self._gazetteer.city(form) for form in (surface, surface.removesuffix("s")))
            keys.update(stems(city) for city in cities if city is not None)
        return frozenset(key for key in keys if key)


def _beginnings(kind: KnownKind, words: Words) -> Key:
    return (kind, *(word[:SHARED_LETTERS].casefold() for word in words))
