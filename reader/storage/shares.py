"""How sure findings are, in whole percent and one byte each: enough to count those that are shown."""

from collections.abc import Iterable

ROUNDING = 1e-9  # 0.29 * 100 is a little less than 29


def shares_of(confidences: Iterable[float]) -> bytes:
    """For each of the confidences, from 0 to 1, how many percent it reaches."""
    return bytes(int(100 * confidence + ROUNDING) for confidence in confidences)


def count_from(shares: bytes, least_confidence: float) -> int:
    """How many of them have at least this confidence."""
    least = least_confidence * 100 - ROUNDING
    return sum(share >= least for share in shares)
