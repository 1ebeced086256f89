"""Corrections with mouse and keys: each can be undone, is kept, and moves nothing."""

from tests.ui.reader import Reader
from tests.ui.windows import HAS_OWN_WINDOW

pytestmark = HAS_OWN_WINDOW

ARTICLE = "[person:Anna Berg] traf [person:Otto Tal] in Bonn. Die [organization:Berg] AG schwieg."


def test_right_click_retypes_a_name(reader: Reader) -> None:
    """Two clicks make an organisation of a person, wherever in the article the name stands."""
    reader.opens("[person:Hansa] und [person:Otto Tal] schweigen. Auch [person:Hansa] zahlt.")

    reader.corrects("Hansa", "Organisation")

    assert reader.kinds_of("Hansa") == ["organization", "organization"]
    assert reader.card_name == "Hansa"
