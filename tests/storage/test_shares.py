"""How sure findings are is kept in whole percent, and counts as it does in the articles."""

import pytest

from reader.storage.shares import count_from, shares_of


@pytest.mark.parametrize("percent", range(101))
def test_what_reaches_the_threshold_is_counted(percent: int) -> None:
    """At every step of the slider just those that are shown, whatever binary fractions make of them."""
    confidences = [number / 100 for number in range(101)] + [0.999, 0.7949999, 1 / 3]
    least = percent / 100

    shown = [confidence for confidence in confidences if confidence >= least]
    assert count_from(shares_of(confidences), least) == len(shown)
