"""Who appears in an English article; whether it is a woman or a man, as far as the text tells."""

import re

from reader.domain.entities import Entity
from reader.nlp.cast import Cast

WOMEN = frozenset({"mrs", "ms", "miss", "lady", "dame", "queen", "princess", "sister", "mother", "daughter"})
MEN = frozenset({"mr", "sir", "lord", "king", "prince", "brother", "father", "son"})
ADDRESS = re.compile(r"(?P<word>[A-Za-z]+)\.?\s+$")
ADDRESS_REACH = 60  # characters before a name
# Before a word these make another office of it: vice president, attorney general.
OTHER_OFFICE = frozenset({
    "vice", "deputy", "prime", "first", "assistant", "shadow", "former", "ex", "acting", "junior", "attorney",
    "secretary", "inspector", "surgeon", "solicitor", "press", "lieutenant-",
})  # fmt: skip
MILITARY = frozenset({"general", "admiral", "colonel"})  # those below and above are called so, too
BRITISH_MINISTERS = frozenset({
    "defence secretary", "foreign secretary", "home secretary", "health secretary",
})  # fmt: skip


class EnglishCast(Cast):
    """Who appears in an English article; German endings of functions tell nothing there."""

    def _sex(self, entity: Entity) -> bool | None:
        first = entity.canonical_name.partition(" ")[0].partition("-")[0]
        if " " in entity.canonical_name and first in self._forenames:
            return self._forenames[first]
        for mention in entity.mentions:
            start = mention.span.start
            found = ADDRESS.search(self.text[max(0, start - ADDRESS_REACH) : start])
            if found is not None and found["word"].lower() in WOMEN | MEN:
                return found["word"].lower() in WOMEN
        last = [role.lower().rpartition(" ")[2] for role in entity.roles]
        if any(role.endswith("woman") or role in WOMEN for role in last):
            return True
        return False if any(role.endswith("man") or role in MEN for role in last) else None


def is_english_role(head: str, role: str) -> bool:
    """The function itself, or its last part where that is the same office: foreign minister, minister."""
    role = role.lower()
    if role == head or (head == "minister" and role in BRITISH_MINISTERS):
        return True
    before, _, last = role.rpartition(" ")
    if last != head:
        return False
    return (
        not before
        or (head in MILITARY and before in {"major", "brigadier", "lieutenant", "rear", "vice"})
        or (before.split()[0] not in OTHER_OFFICE and before.split()[-1] not in OTHER_OFFICE)
    )
