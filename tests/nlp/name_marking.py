"""Texts with their names marked in place: [person:Anna], [place/derived:Pariser]."""

import re

from reader.domain.entities import EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.spans import Span
from reader.nlp.name_cluster import FoundName

MARK = re.compile(r"\[(\w+)(?:/(\w+))?:([^\]]+)\]")


def marked_names(marked: str) -> tuple[str, list[FoundName]]:
    """The text without its marks, and the names; the form may be that of a mention, or `generic`."""
    text, found, end = "", [], 0
    for mark in MARK.finditer(marked):
        kind, form, name = mark.groups()
        text += marked[end : mark.start()]
        span = Span(len(text), len(text) + len(name))
        text, end = text + name, mark.end()
        is_generic = form == "generic"
        form = MentionForm.NAME if is_generic else MentionForm(form or "name")
        found.append(FoundName(Mention(span, name, form), EntityKind(kind), is_generic=is_generic))
    return text + marked[end:], found
