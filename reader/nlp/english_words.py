"""Words of English texts that look like names and are none."""

import re

from reader.nlp.abbreviated_ranks import is_abbreviated_rank

# Party and state behind a member of the American congress: Langford, R-Ohio; (D-N.Y.)
SEAT_IN_CONGRESS = re.compile(r"[DRI]-[A-Z][\w.]*(?: [A-Z][\w.]*)?")


def is_no_english_name(text: str, before: str) -> bool:
    """Whether it is an article, a rank, or where a member of the American congress comes from.

    `before` is the word before it.
    """
    is_seat = before in {",", "("} and SEAT_IN_CONGRESS.fullmatch(text) is not None
    return is_seat or text in {"the", "The"} or is_abbreviated_rank(text)
