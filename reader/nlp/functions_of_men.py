"""Functions that women and men have alike, where the text tells that it is a man's: der Vorsitzende."""

import re
from collections.abc import Sequence

# „Der Vorsitzende“ is a Vorsitzender; the genitive of a woman ends in n.
OF_EITHER = ("vorsitzende", "abgeordnete", "beauftragte", "gesandte", "delegierte")
OF_MAN = tuple(f"{word}r" for word in OF_EITHER)
BEHIND_HIS_ARTICLE = re.compile(r"\b[Dd]er\s+(?:[\w-]+e\s+){0,2}$")


def of_one(roles: Sequence[str]) -> tuple[str, ...]:
    """The functions of one person, each once; who is a Vorsitzender is a CSU-Abgeordneter, too."""
    is_man = any(role.casefold().endswith(OF_MAN) for role in roles)
    named: dict[str, str] = {}
    for role in roles:
        called = f"{role}r" if is_man and role.casefold().endswith(OF_EITHER) else role
        named.setdefault(called.casefold(), called)
    return tuple(named.values())


def is_of_man(word: str, before: str, after: str) -> bool:
    """Whether the article before a function that women and men have alike is a man's."""
    if not word.casefold().endswith(OF_EITHER):
        return False
    behind = before.rfind(word)
    lead = before[:behind] if behind >= 0 else after[: max(0, after.find(word))]
    return BEHIND_HIS_ARTICLE.search(lead) is not None
