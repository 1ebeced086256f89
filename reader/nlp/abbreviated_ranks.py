"""Writes out the ranks and offices that English texts abbreviate before a name: Lt. Gen., Sen."""

import re

# Ranks and offices that are mostly abbreviated; those without a point may be words.
ABBREVIATED = {
    "Sen.": "Senator", "Rep.": "Representative", "Gov.": "Governor", "Amb.": "Ambassador", "Gen.": "General",
    "Adm.": "Admiral", "Col.": "Colonel", "Maj.": "Major", "Capt.": "Captain", "Lt.": "Lieutenant",
    "Sgt.": "Sergeant", "Cmdr.": "Commander", "Brig.": "Brigadier", "Vice": "Vice", "Rear": "Rear",
}  # fmt: skip
ABBREVIATION = re.compile(
    r"(?<![\w.-])(?P<first>Lt\.?\s+|Maj\.?\s+|Brig\.?\s+|Vice\s+|Rear\s+)?"
    r"(?P<last>(?:Sen|Rep|Gov|Amb|Gen|Adm|Col|Maj|Capt|Lt|Sgt|Cmdr|Brig)\.|(?:Gen|Adm|Col|Maj|Capt|Lt|Sgt|Cmdr|Brig))\s+$"
)


def is_abbreviated_rank(text: str) -> bool:
    """Whether it is a rank in several words and no name: Rear Adm, Lt. Col."""
    found = ABBREVIATION.fullmatch(f"{text.rstrip('.')}. ")
    return found is not None and found["first"] is not None


def abbreviated_rank(before: str) -> str | None:
    """The rank or office in full that is abbreviated before a name: Lt. Gen., Sen."""
    found = ABBREVIATION.search(before)
    if found is None:
        return None
    parts = (part.strip() for part in (found["first"], found["last"]) if part)
    return " ".join(ABBREVIATED.get(part) or ABBREVIATED[f"{part}."] for part in parts)
