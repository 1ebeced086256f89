"""What the marks of the corpus mean, and which articles are held out: one table for training and scoring."""

import xml.etree.ElementTree as ET

HELD_OUT_EVERY = 8  # articles, in the order of their names
UNKNOWN = "?"  # a span whose words teach nothing of a head
LABELS = {
    "per": "PER", "org": "ORG", "loc": "LOC", "misc": "MISC", "wpn": "WEAPON", "wpg": "WEAPONgeneric",
}  # fmt: skip
FORMS = {None: "", "d": "deriv", "p": "part"}


def name_label(element: ET.Element) -> str | None:
    """The label of the name that the element marks; None if it marks no name."""
    return LABELS[element.tag] + FORMS[element.get("k")] if element.tag in LABELS else None
