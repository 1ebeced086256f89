"""Applies what the reader said to what the machine found.

First the dictionary, then the declarations for the whole library, then the corrections of the article in
the order they were made: later ones win. Nothing is read or written here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.domain.annotations import Annotations
from reader.domain.articles import Article
from reader.domain.corrections import (
    Anchor,
    CorrectionAction,
    CorrectionId,
    DictionaryEntry,
    EntityCorrection,
    StoredCorrection,
)
from reader.domain.entities import EntityKey, EntityKind
from reader.domain.mentions import Mention
from reader.domain.spans import Span
from reader.services.dictionary import DictionaryMatch, ReadersDictionary
from reader.services.entity_drafts import Draft, EntityDrafts, Place, commonest_draft, corrected_mention
from reader.services.knowing import Knowing
from reader.services.name_endings import is_form_of
from reader.services.quotation_drafts import QuotationDrafts
from reader.services.samenesses import Samenesses

QUOTES = "\"„“”‚‘’'»«›‹"
NO_DICTIONARY = ReadersDictionary()
NO_SAMENESSES = Samenesses()


@dataclass(frozen=True, slots=True)
class Corrected:
    """The annotations with all that the reader said; `misfits` speak of words that are not there."""

    annotations: Annotations
    misfits: tuple[CorrectionId, ...] = ()


def corrected(
    article: Article,
    annotations: Annotations,
    corrections: Sequence[StoredCorrection] = (),
    dictionary: ReadersDictionary = NO_DICTIONARY,
    samenesses: Samenesses = NO_SAMENESSES,
    knowing: Knowing | None = None,
) -> Corrected:
    """The annotations as the reader wants them; withdrawn corrections do nothing.

    `knowing` links what is new among them to the knowledge base.
    """
    drafts = EntityDrafts(annotations.entities)
    quotations = QuotationDrafts(annotations, drafts)
    _silence(dictionary, drafts)
    _apply_dictionary(tuple(dictionary.matches(article)), drafts, article.text)
    _apply_to_others(dictionary, drafts)
    _keep_apart(samenesses, drafts)
    _unite(samenesses, drafts)
    misfits = []
    for stored in corrections:
        if stored.is_withdrawn:
            continue
        correction = stored.correction
        spans = _found(correction.anchors, article.text)
        if not spans:
            misfits.append(stored.id)
        elif isinstance(correction, EntityCorrection):
            _apply(correction, spans, drafts, article.text)
        else:
            quotations.note(correction, spans, article.text)
    _unite(samenesses, drafts)
    drafts.settle()
    if knowing is not None:
        knowing.link(drafts, samenesses)
    return Corrected(
        replace(annotations, entities=tuple(drafts.entities()), quotations=quotations.quotations()),
        tuple(misfits),
    )


def _found(anchors: Iterable[Anchor], text: str) -> list[Span]:
    return [span for anchor in anchors if (span := anchor.find_in(text)) is not None]


# The dictionary.


def _silence(dictionary: ReadersDictionary, drafts: EntityDrafts) -> None:
    """Who is called by words that are never marked is not marked by whatever other words, either.

    Of several people with one surname the surname alone stays marked: it may be the others'.
    """
    for draft in drafts.all():
        if not any(_is_silenced(name, dictionary, draft) for name in draft.names):
            continue
        kept = [place for place in draft.places if _may_be_anothers(place.mention, draft, drafts)]
        for place in [place for place in draft.places if place not in kept]:
            drafts.remove(place)
        if kept:
            draft.knowledge_id, draft.roles = None, ()
            drafts.call(draft, draft.kind, draft.name.split()[-1])


def _is_silenced(name: str, dictionary: ReadersDictionary, draft: Draft) -> bool:
    """Whether these words are never marked and mean all of it: its own name, or the full one of a person."""
    if name != draft.name and not (draft.kind is EntityKind.PERSON and " " in name):
        return False
    entry = dictionary.entry_of(name)
    return entry is not None and entry.kind is None


def _may_be_anothers(mention: Mention, draft: Draft, drafts: EntityDrafts) -> bool:
    """Whether it is no more than a surname that somebody else of the article has, too."""
    surname = draft.name.split()[-1]
    if draft.kind is not EntityKind.PERSON or " " not in draft.name or not is_form_of(mention.text, surname):
        return False
    return any(
        other is not draft and other.kind is EntityKind.PERSON and is_form_of(other.name.split()[-1], surname)
        for other in drafts.all()
    )


def _apply_dictionary(matches: Sequence[DictionaryMatch], drafts: EntityDrafts, text: str) -> None:
    confirmed: dict[DictionaryEntry, list[Place]] = {}
    for match in matches:
        known = _known_at(match.span, drafts)
        if known is not None and _is_confirmed(match.entry, known.draft):
            confirmed.setdefault(match.entry, []).append(known)
    homes = {entry: commonest_draft(places) for entry, places in confirmed.items()}
    for match in matches:
        _apply_match(match, drafts, text, home=homes.get(match.entry))


def _apply_to_others(dictionary: ReadersDictionary, drafts: EntityDrafts) -> None:
    """Who is called so though these very words are not in the text: Polen, of whom it says polnische."""
    for draft in drafts.all():
        entry = None if draft.is_corrected else dictionary.entry_of(draft.name)
        if entry is None or entry.kind is None or _is_confirmed(entry, draft):
            continue
        name = entry.name or entry.text
        target = drafts.called(EntityKey.of(entry.kind, name)) or drafts.new(entry.kind, name)
        drafts.rank(target, is_generic=entry.is_generic)
        drafts.absorb(target, draft)
        target.is_corrected = True


def _apply_match(match: DictionaryMatch, drafts: EntityDrafts, text: str, *, home: Draft | None) -> None:
    """Let the entry win at this place; `home` is who the article calls so, if it is known from there."""
    entry, span = match.entry, match.span
    known = _known_at(span, drafts)
    if entry.kind is None:
        if known is not None:
            drafts.remove(known)
        return
    if known is None and any(place.mention.span.covers(span) for place in drafts.overlapping(span)):
        return  # a part of a longer name, which is another: Berg in Anna Berg
    name = entry.name or entry.text
    if known is not None and _is_confirmed(entry, known.draft):
        target = known.draft
    else:
        called_so = drafts.called(EntityKey.of(entry.kind, name))
        target = called_so or home or drafts.new(entry.kind, name)
        drafts.rank(target, is_generic=entry.is_generic)
    if known is not None and known.draft.name.casefold() == entry.text.casefold():
        drafts.absorb(target, known.draft)  # whoever is called so is so by whatever other words
    target.is_corrected = True
    mention = known.mention if known else Mention(span, span.of(text), match.form)
    drafts.give(mention.span, corrected_mention(mention), target)


def _is_confirmed(entry: DictionaryEntry, draft: Draft) -> bool:
    """Whether the machine agrees with an entry that only tells the kind: the article knows the full name."""
    return (draft.kind, draft.is_generic) == (entry.kind, entry.is_generic) and not entry.name


def _known_at(span: Span, drafts: EntityDrafts) -> Place | None:
    """The mention of just these words, perhaps with quotation marks around them."""
    return next((place for place in drafts.overlapping(span) if _without_quotes(place.mention) == span), None)


def _without_quotes(mention: Mention) -> Span:
    """Where the words of the mention stand, without quotation marks around them."""
    start = mention.span.start + len(mention.text) - len(mention.text.lstrip(QUOTES))
    end = mention.span.end - (len(mention.text) - len(mention.text.rstrip(QUOTES)))
    return Span(start, max(start, end))


# Declarations for the whole library.


def _keep_apart(samenesses: Samenesses, drafts: EntityDrafts) -> None:
    """Mentions that bear the name of what was declared different leave the entity."""
    for declared in samenesses.different:
        pairs = (
            (declared.first, declared.second, declared.second_name, declared.first_name),
            (declared.second, declared.first, declared.first_name, declared.second_name),
        )
        for key, other, name, own in pairs:
            for draft in drafts.all_called(key):
                leaving = [
                    place
                    for place in draft.places
                    if is_form_of(place.mention.text, name) and not is_form_of(place.mention.text, own)
                ]
                if leaving:
                    target = drafts.called(other) or drafts.new(other.kind, name)
                    for place in leaving:
                        drafts.move(place, target)


def _unite(samenesses: Samenesses, drafts: EntityDrafts) -> None:
    """What was declared the same is one, by the name of the first; what the reader split off stays so."""
    if not samenesses.names:
        return
    groups: dict[EntityKey, list[Draft]] = {}
    for draft in drafts.all():
        if not draft.is_split and len(samenesses.group(draft.key)) > 1:
            groups.setdefault(samenesses.head(draft.key), []).append(draft)
    for head, members in groups.items():
        target = next((draft for draft in members if draft.key == head), members[0])
        for draft in members:
            if draft is not target:
                drafts.absorb(target, draft)
                target.is_corrected = True


# Corrections of the article.


def _apply(correction: EntityCorrection, spans: Sequence[Span], drafts: EntityDrafts, text: str) -> None:
    dropped = _found(correction.dropped, text)
    target = None
    if correction.kind is not None:
        name = correction.name.strip() or spans[0].of(text)
        target = _target(correction, correction.kind, name, [*spans, *dropped], drafts)
    for place in dict.fromkeys(place for span in dropped for place in drafts.at(span)):
        drafts.remove(place, heir=target)
    if target is None:
        _erase(spans, drafts, is_whole=correction.is_whole)
        return
    if correction.action is CorrectionAction.RETYPE or correction.is_generic:
        drafts.rank(target, is_generic=correction.is_generic)
    target.is_corrected = True
    for span in spans:
        known = next((place for place in drafts.overlapping(span) if place.mention.span == span), None)
        mention = known.mention if known else Mention(span, span.of(text))
        drafts.give(span, corrected_mention(mention), target)


def _erase(spans: Sequence[Span], drafts: EntityDrafts, *, is_whole: bool) -> None:
    places = [place for span in spans for place in drafts.at(span)]
    if is_whole:
        places = [place for draft in dict.fromkeys(place.draft for place in places) for place in draft.places]
    for place in dict.fromkeys(places):
        drafts.remove(place)


def _target(
    correction: EntityCorrection,
    kind: EntityKind,
    name: str,
    spans: Sequence[Span],
    drafts: EntityDrafts,
) -> Draft:
    """The draft that the correction speaks of, called as it says and with all that follow."""
    key = EntityKey.of(kind, name)
    if correction.action is CorrectionAction.SPLIT:
        return _split_off(
            key, name, spans, drafts, is_whole=correction.is_whole, namesake=correction.namesake
        )
    if not correction.is_whole:
        here = commonest_draft(place for span in spans for place in drafts.at(span))
        # A longer or shorter mention is one of the same entity, whatever a newer model calls it.
        is_resized = correction.action is CorrectionAction.RESIZE
        if here is not None and (here.key == key or (is_resized and here.kind is kind)):
            return here
        return drafts.called(key) or drafts.known_as(key) or drafts.new(kind, name)
    following = _drafts_at(spans, drafts)
    called_so = [draft for draft in following if draft.key == key]
    target = min(called_so, key=lambda draft: bool(draft.namesake), default=_namesake(name, following))
    target = target or drafts.called(key) or (following[0] if following else drafts.new(kind, name))
    drafts.call(target, kind, name)
    for draft in following:
        drafts.absorb(target, draft)
    return target


def _namesake(name: str, drafts: Iterable[Draft]) -> Draft | None:
    """One that was split off and is called so: of another kind it is still not the one it was split from."""
    return next((draft for draft in drafts if draft.namesake and draft.name == name), None)


def _split_off(
    key: EntityKey, name: str, spans: Sequence[Span], drafts: EntityDrafts, *, is_whole: bool, namesake: str
) -> Draft:
    """Another entity than the one that is there, even if it bears the same name.

    Where `is_whole`, all of the one that is there is another: nobody that is known elsewhere.
    """
    left = _drafts_at(spans, drafts)
    target = next((draft for draft in drafts.all_called(key) if draft not in left), None)
    if target is None:
        target = drafts.new(key.kind, name)
        target.namesake = namesake
    target.is_split = True
    for draft in left if is_whole else ():
        target.names.update(draft.names)
        target.roles = tuple(dict.fromkeys((*target.roles, *draft.roles)))
        for place in list(draft.places):
            drafts.move(place, target)
    return target


def _drafts_at(spans: Sequence[Span], drafts: EntityDrafts) -> list[Draft]:
    places: list[Place] = [place for span in spans for place in drafts.at(span)]
    return list(dict.fromkeys(place.draft for place in places))
