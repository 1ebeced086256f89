"""Says who a speaker is: the entity that the printed speaker names. Better nobody than the wrong one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.quotations import Quotation
from reader.domain.spans import Span
from reader.nlp.cast import GENITIVE, SPOKESPEOPLE, Cast, Named, is_role
from reader.nlp.forms_of_address import FEMALE_ROLE, MALE_ROLE
from reader.nlp.nominal_finder import sex_of

FEMALE, MALE = frozenset({"sie", "she"}), frozenset({"er", "he"})
# „ein Sprecher des Ministeriums“: somebody who is not named; the ministry is not the speaker.
UNNAMED = re.compile(r"(?:ein|eine|einer|mehrere|viele|einige|zwei|drei|andere|weitere)\s")
DEFINITE = re.compile(r"(?:der|die|das|des|dem|dieser|diese)\s+(?:[a-zäöüß]\S*\s+){0,2}(?P<head>[\w-]+)")
OBLIQUE = ("des", "dem")  # articles behind which a function has another ending: des Landrats, dem Präsidenten
OF_AGE = re.compile(r"\d{2}-jährige[rn]?")
# Words for any person of one sex.
ANY_WOMAN = frozenset({"politikerin", "frau", "expertin", "abgeordnete", "ministerin", "juristin", "autorin"})
ANY_MAN = frozenset({"politiker", "mann", "experte", "abgeordnete", "minister", "jurist", "autor"})
# The last part of a compound for one of a body: CDU-Chef, NATO-Generalsekretärin, Grünen-Politiker.
OF_A_BODY = re.compile(
    r"\w*(?:sprecher|vertreter|mitarbeiter|beamt|expert|chef|minister|präsident|leiter|vorsitzend|abgeordnet|"
    r"politiker|sekretär|anwalt|anwält|beauftragt|kommissar|general|botschafter|kandidat|mitglied|kanzler|"
    r"diplomat|offizier|soldat|vize)(?:in|innen|e|en|er|n|s)?",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?…]\s")


def attribute(
    quotations: Iterable[Quotation], entities: Sequence[Entity], text: str, forenames: Mapping[str, bool]
) -> list[Quotation]:
    """The quotations with the entity of their speaker, where the printed speaker tells it."""
    attributor = _Attributor(Cast(entities, text, forenames))
    found: list[Quotation] = []
    for quotation in quotations:
        speaker = quotation.attribution.speaker
        entity = attributor.entity_of(speaker.text, speaker.spans[0]) if speaker and speaker.spans else None
        found.append(replace(quotation, attribution=replace(quotation.attribution, entity=entity)))
    return found


class _Attributor:
    """Finds the speakers of one article among its cast."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._text = cast.text

    def entity_of(self, words: str, span: Span) -> EntityId | None:
        lower = words.lower()
        if lower in FEMALE | MALE:
            return self._of_pronoun(span, is_female=lower in FEMALE)
        if person := self._cast.person_in(words, span):
            return person.id
        if self._cast.has_owner(words, span):
            return None
        if not UNNAMED.match(lower):
            for one in self._cast.inside(span):
                is_speaking = one.entity.kind in {EntityKind.ORGANIZATION, EntityKind.PLACE}
                if is_speaking and _stands_alone(words, one.mention, span):
                    return one.entity.id
        return self._of_role(words, span)

    def _of_pronoun(self, span: Span, *, is_female: bool) -> EntityId | None:
        return self._nearest(span, is_female=is_female)

    def _of_role(self, words: str, span: Span) -> EntityId | None:
        """„die Ministerin“: the person last named who has this role; „die 48-Jährige“: the nearest woman."""
        found = DEFINITE.match(words[:1].lower() + words[1:])
        if found is None:
            return None
        article, head = _article(words), found.group("head").lower()
        sex = False if article in OBLIQUE else sex_of(article, head, head, follows_noun=False)
        forms = {head.removesuffix(ending) for ending in ("", "s", "es", "n", "en")}
        heads = forms if article in OBLIQUE else {head}
        for one in self._cast.people_before(span.start):
            if sex is not None and self._cast.is_female(one.entity) is (not sex):
                continue
            if any(is_role(one_head, role.lower()) for role in one.entity.roles for one_head in heads):
                return one.entity.id
        if found.end() != len(words):
            return None
        is_female = article == "die"
        calling = head.rpartition("-")[2]  # der CDU-Politiker
        if OF_AGE.fullmatch(head) or calling in ANY_WOMAN | ANY_MAN or _is_one(head, is_female):
            return self._nearest(span, is_female=is_female)
        return None

    def _nearest(self, span: Span, *, is_female: bool) -> EntityId | None:
        """The one fitting person of the nearest sentence that has any; nobody if there are two."""
        paragraph = max(self._text.rfind("\n", 0, span.start), 0)
        begin = max(self._text.rfind("\n", 0, max(paragraph - 2, 0)), 0)
        chosen: Named | None = None
        for one in self._cast.people_before(span.start):
            if one.mention.span.start < begin:
                break
            sex = self._cast.is_female(one.entity)
            if sex is not None and sex is not is_female:
                continue
            if chosen is None:
                chosen = one
            elif chosen.entity is not one.entity:
                between = self._text[one.mention.span.end : chosen.mention.span.start]
                is_surer = sex is None and self._cast.is_female(chosen.entity) is not None
                if is_surer or SENTENCE_END.search(between) or "\n" in between:
                    break
                return None
        return chosen.entity.id if chosen is not None else None


def _article(phrase: str) -> str:
    """The first word, as if it were the article: der for dieser."""
    first = phrase.split(maxsplit=1)[0].lower()
    return {"dieser": "der", "diese": "die"}.get(first, first)


def _is_one(head: str, is_female: bool) -> bool:  # noqa: FBT001  (the one thing asked)
    """A word for one man or one woman that is nobody's office: der Historiker, die Klägerin."""
    if SPOKESPEOPLE.fullmatch(head):
        return False
    return (FEMALE_ROLE if is_female else MALE_ROLE).fullmatch(head) is not None


def _stands_alone(words: str, mention: Mention, span: Span) -> bool:
    """The name is the phrase, but for an article or a word before it: „das Ministerium“, „Moskau“."""
    if mention.form is MentionForm.DERIVED:
        return False
    before = words[: mention.span.start - span.start]
    if SPOKESPEOPLE.search(before) or (GENITIVE.search(before.lower()) and len(before.split()) > 1):
        return False
    if mention.form is MentionForm.PART and OF_A_BODY.fullmatch(mention.text.rpartition("-")[2]):
        return False
    return len(before.split()) <= 3  # noqa: PLR2004  (an article and two more words)
