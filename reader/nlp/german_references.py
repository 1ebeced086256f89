"""Finds where roles and pronouns mean a person of a German article: „die Ministerin“, „er“, „sie“."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from spacy.tokens import Doc

from reader.domain.entities import Entity, EntityId, EntityKind
from reader.domain.mentions import Mention, MentionForm
from reader.domain.quotations import Quotation, QuotationKind
from reader.domain.spans import Span
from reader.knowledge.knowledge_index import KnowledgeIndex
from reader.nlp.cast import Cast, is_other_word, is_role
from reader.nlp.clause_subjects import speaker_of_narration
from reader.nlp.clauses import segments
from reader.nlp.held_offices import HeldOffices
from reader.nlp.narration import mark_direct_speech, narrated
from reader.nlp.nominal_finder import Nominal, nominals, offices, unnamed
from reader.nlp.pronoun_finder import (
    COORDINATORS,
    FEMININE,
    MASCULINE,
    MASCULINE_OBJECT,
    OF_THINGS,
    Pronoun,
    has_abstract_noun,
    has_other_noun,
    pronouns,
)
from reader.nlp.reporting_verbs import ReportingVerbs
from reader.nlp.role_finder import RoleWords, role_at_pronoun
from reader.nlp.scenes import Scene, Sentence
from reader.nlp.tokens import Range, Tokens

NOMINAL_CONFIDENCE = 0.9
PRONOUN_CONFIDENCE = 0.8
LONGEST_SENTENCE = 120  # tokens; what is longer is a list or no sentence
PLURAL = frozenset({"und", "sowie", "oder", "&", "and", "or"})


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """The word lists that the search uses."""

    verbs: ReportingVerbs
    roles: RoleWords
    forenames: Mapping[str, bool]
    knowledge: KnowledgeIndex | None = None


def mention_at(tokens: Tokens, place: Range, form: MentionForm, text: str) -> Mention:
    """A function or pronoun as a mention."""
    span = tokens.span(*place)
    confidence = NOMINAL_CONFIDENCE if form is MentionForm.NOMINAL else PRONOUN_CONFIDENCE
    return Mention(span, span.of(text), form, confidence)


class GermanReferences:
    """The search through one article, from sentence to sentence."""

    def __init__(
        self, doc: Doc, entities: Sequence[Entity], quotations: Sequence[Quotation], words: ReferenceWords
    ) -> None:
        self._doc = doc
        self._tokens = Tokens.of(doc, words.verbs)
        self._words = words
        self._cast = Cast(entities, doc.text, words.forenames)
        self._people = [entity for entity in entities if entity.kind is EntityKind.PERSON]
        self._found: dict[Range, tuple[Mention, Entity]] = {}
        self._places = {
            person.id: sorted(self._tokens.range_of(one.span) for one in person.mentions)
            for person in self._people
        }
        self._holders = HeldOffices(self._cast, entities, words.roles, words.knowledge)
        self._former = {person.id for person in self._people if self._holders.is_former(person)}
        self._colleagues = {person.id for person in self._people if self._holders.is_colleague(person)}
        self._here: list[Range] = []  # found in the sentence that is being read
        self._unnamed: list[tuple[int, str]] = []  # „ein Sprecher der Polizei“: where, and what
        self._office: Nominal | None = None  # held by somebody whom the article has not named yet
        self._offices: dict[EntityId, list[str]] = defaultdict(list)
        self._headline_end = doc.text.find("\n")  # -1 where the text is one line
        self._speakers: dict[int, list[Span]] = defaultdict(list)
        self._says: set[Span] = set()  # speakers whose words are told
        mark_direct_speech(self._tokens, quotations)
        for quotation in quotations:
            if quotation.attribution.speaker is not None:
                for span in quotation.attribution.speaker.spans[:1]:
                    if quotation.kind is not QuotationKind.REPORTED:
                        self._says.add(span)
                    self._speakers[self._tokens.range_of(span)[0]].append(span)

    def find(self) -> list[tuple[Mention, Entity]]:
        scene = Scene()
        for sentence in self._sentences():
            scene = self._read(sentence, scene)
        return list(self._found.values())

    def with_office(self, person: Entity) -> Entity:
        """The person, with functions that the sentence before the name told, or one with a pronoun."""
        return replace(person, roles=(*person.roles, *self._offices.get(person.id, ())))

    def _name_holder(self, topic: Entity | None, sentence: Sentence) -> None:
        """„Die dänische Ministerin reist ab. Das sagte Freja Lind“: she is who is first named as the speaker.

        Only somebody of whom the article tells no other function.
        """
        office, self._office = self._office, self._next_office(sentence)
        if office is None or topic is None or topic.roles or self._offices[topic.id]:
            return
        named = [one.span for one in topic.mentions if one.span.start > self._headline_end]
        start, end = self._tokens.starts[office.end - 1], self._tokens.starts[sentence.start]
        is_first = bool(named) and named[0].start >= end > start and " " in topic.canonical_name
        if (
            not is_first
            or not any(span in self._says for span in sentence.speakers)
            or self._cast.is_female(topic) not in {None, office.is_female}
        ):
            return
        self._offices[topic.id].append(office.role)
        self._people = [self.with_office(one) if one.id == topic.id else one for one in self._people]
        self._remember((office.start, office.end), MentionForm.NOMINAL, topic)

    def _next_office(self, sentence: Sentence) -> Nominal | None:
        """The only office in the sentence that nobody in the article is said to hold."""
        found = list(offices(self._tokens, sentence.start, sentence.end, self._words.roles))
        if len(found) != 1 or (found[0].start, found[0].end) in self._found:
            return None
        head = found[0].role.lower()
        is_held = any(is_role(head, role.lower()) for person in self._people for role in person.roles)
        return None if is_held else found[0]

    def _sentences(self) -> Iterable[Sentence]:
        for start, end in narrated(self._doc, self._tokens):
            is_long = end - start > LONGEST_SENTENCE
            parts = [] if is_long else segments(self._tokens, start, end)
            speakers = [span for place in range(start, end) for span in self._speakers.get(place, ())]
            yield Sentence(start, end, parts, speakers)

    def _read(self, sentence: Sentence, scene: Scene) -> Scene:
        """Resolve what stands in the sentence; give back what the next one needs to know."""
        self._here = []
        if not sentence.parts:
            return Scene()
        whole = (sentence.start, sentence.end)
        self._unnamed += unnamed(self._tokens, *whole, self._words.roles)
        for nominal in nominals(self._tokens, *whole, self._words.roles):
            if (entity := self._bearer(nominal, scene, sentence)) is not None:
                self._remember((nominal.start, nominal.end), MentionForm.NOMINAL, entity)
        topic = self._topic(sentence)
        for pronoun in pronouns(self._tokens, whole, sentence.parts):
            antecedent = self._antecedent(pronoun, sentence, topic, scene)
            if antecedent is not None:
                self._remember((pronoun.place, pronoun.place + 1), MentionForm.PRONOUN, antecedent)
                self._learn_role(pronoun, antecedent)
        topic = self._topic(sentence)
        self._name_holder(topic, sentence)
        begin = self._last_before(topic, sentence.end)[1] if topic is not None else sentence.start
        return Scene(topic, self._present(*whole), (min(begin, sentence.end), sentence.end))

    def _learn_role(self, pronoun: Pronoun, person: Entity) -> None:
        """„Zuvor war er Staatssekretär.“"""
        span = self._tokens.span(pronoun.place, pronoun.place + 1)
        role = role_at_pronoun(span, self._cast.text, self._words.roles)
        known = {one.lower() for one in (*person.roles, *self._offices[person.id])}
        if role is not None and role.lower() not in known:
            self._offices[person.id].append(role)

    def _remember(self, place: Range, form: MentionForm, entity: Entity) -> None:
        self._found[place] = (mention_at(self._tokens, place, form, self._cast.text), entity)
        insort(self._places[entity.id], place)
        self._here.append(place)

    def _bearer(self, nominal: Nominal, scene: Scene, sentence: Sentence) -> Entity | None:
        """The only person with this function, or of several the only one who acted just before."""
        head = nominal.role.lower()
        bearers = self._with_function(nominal, scene)
        position = self._tokens.starts[nominal.start]
        if not head.startswith(("ex-", "alt")):
            bearers = [one for one in bearers if (one.id in self._former) is nominal.is_former]
        bearers = [one for one in bearers if self._is_of_state(one, nominal)]
        if len(bearers) > 1:
            present = [person for person in bearers if person in scene.present]
            bearers = present if present == [scene.topic] else []
        if not bearers and nominal.fits_anybody:
            return self._last_actor(nominal, scene, sentence) if nominal.adjective is None else None
        if not bearers and (nominal.start == sentence.start or nominal.adjective is not None):
            bearers = [one for one in [self._known_holder(nominal, scene)] if one is not None]
        if len(bearers) != 1 or bearers[0].mentions[0].span.start > position:
            return None
        if self._has_successor(nominal, bearers[0]):
            return None
        others = [one for one in scene.present if one.id != bearers[0].id]
        if nominal.adjective is None and any(self._knows_office(one, nominal) for one in others):
            return None
        return bearers[0]

    def _with_function(self, nominal: Nominal, scene: Scene) -> list[Entity]:
        """All who have the function by the text, or else who may be called so by what it tells of them."""
        head = nominal.role.lower()
        if "-" in head and (leader := self._known_leader(nominal, scene)) is not None:
            return [leader]
        fitting = [one for one in self._people if self._cast.is_female(one) in {None, nominal.is_female}]
        bearers = [one for one in fitting if any(is_role(head, role.lower()) for role in one.roles)]
        if self._is_held(head.removesuffix("in")):  # by a colleague as well
            bearers += [one for one in fitting if one.id in self._colleagues and one not in bearers]
        if bearers:
            return bearers
        sure = [one for one in fitting if self._cast.is_female(one) is nominal.is_female]
        called = [one for one in sure if any(is_other_word(head, role.lower()) for role in one.roles)]
        called = called or [one for one in sure if self._holders.is_called(one, head)]
        return called or self._councillors(head, fitting, scene)

    def _is_of_state(self, person: Entity, nominal: Nominal) -> bool:
        adjective = nominal.adjective
        return adjective is None or self._holders.is_of(person, self._tokens.span(adjective, adjective + 1))

    def _has_successor(self, nominal: Nominal, person: Entity) -> bool:
        """Whether somebody without a name has the function, who was told of later than the person."""
        last, head = self._last_before(person, nominal.start)[0], nominal.role.lower()
        later = takewhile(lambda one: one[0] > last, reversed(self._unnamed))
        return any(place < nominal.start and is_role(head, role.lower()) for place, role in later)

    def _known_holder(self, nominal: Nominal, scene: Scene) -> Entity | None:
        """„Boris Pistorius reiste ab. Der Verteidigungsminister …“: of whom the knowledge base tells it.

        Who acted in the sentence before, or whoever alone holds it in the state that is told; and only if the
        article tells it of nobody.
        """
        if nominal.is_former or self._is_held(nominal.role.lower().removesuffix("in")):
            return None
        acted = [scene.topic] if scene.topic is not None and nominal.adjective is None else []
        people = acted if nominal.adjective is None else self._people
        known = [
            one for one in people if self._knows_office(one, nominal) and self._is_of_state(one, nominal)
        ]
        return known[0] if len(known) == 1 else None

    def _councillors(self, head: str, fitting: Sequence[Entity], scene: Scene) -> list[Entity]:
        """„Martin Pfister sprach. Der Mitte-Bundesrat …“: who acted just before, of the Schweiz."""
        acted = [one for one in fitting if one == scene.topic and one.id not in self._former]
        return [one for one in acted if self._holders.is_federal_councillor(one, head)]

    def _known_leader(self, nominal: Nominal, scene: Scene) -> Entity | None:
        """„Lars Klingbeil sprach. Der SPD-Chef …“: of whom, among those just named, it is known."""
        word = self._tokens.span(nominal.end - 1, nominal.end)
        known = [
            one
            for one in scene.present
            if one.id not in self._former
            and self._cast.is_female(one) is nominal.is_female
            and self._holders.leads(one, word, nominal.role.lower())
        ]
        return known[0] if len(known) == 1 else None

    def _knows_office(self, person: Entity, nominal: Nominal) -> bool:
        head, is_female = nominal.role.lower(), self._cast.is_female(person)
        if "-" in head or person.id in self._former or is_female not in {None, nominal.is_female}:
            return False
        return any(is_role(head, office) for office in self._holders.known_offices(person))

    def _is_held(self, office: str) -> bool:
        """Whether somebody in the article has this office, woman or man."""
        roles = (role.lower().removesuffix("in") for person in self._people for role in person.roles)
        return any(is_role(office, role) for role in roles)

    def _last_actor(self, nominal: Nominal, scene: Scene, sentence: Sentence) -> Entity | None:
        """„Der 54-Jährige“ is who acted in the sentence before, if no other man was named since."""
        people = [*scene.present, *self._present(sentence.start, nominal.start)]
        fitting = {one.id: one for one in people if self._cast.is_female(one) in {None, nominal.is_female}}
        is_known = scene.topic is not None and self._cast.is_female(scene.topic) is nominal.is_female
        return scene.topic if is_known and list(fitting.values()) == [scene.topic] else None

    def _antecedent(
        self, pronoun: Pronoun, sentence: Sentence, topic: Entity | None, scene: Scene
    ) -> Entity | None:
        """Whom the pronoun surely means: who acts in this sentence or did in the one before."""
        around = self._fitting(self._present(sentence.start, sentence.end), pronoun)
        here = self._fitting(self._present(sentence.start, pronoun.place), pronoun)
        if len(around) > 1 or around != here:
            return None  # „Er habe gezögert, sagte Anna Kerns Anwalt Jan Thoma“
        meant = here[0] if here else scene.topic
        if meant is None or self._cast.is_female(meant) is (not pronoun.is_female):
            return None
        is_sure = self._is_resumed(pronoun, meant, topic) if here else self._goes_on(pronoun, sentence, scene)
        if is_sure and self._cast.is_female(meant) is None:
            is_named_in_full = " " in meant.canonical_name
            is_alone = not here and scene.present == [meant]
            is_sure = is_named_in_full and is_alone and self._is_speaker(pronoun)
            if is_sure:
                self._cast.learn(meant, is_female=pronoun.is_female)
        return meant if is_sure else None

    def _is_resumed(self, pronoun: Pronoun, meant: Entity, topic: Entity | None) -> bool:
        """„Lau sagte, sie komme“: named in an earlier clause of the sentence, as the one who acts there."""
        last = self._last_before(meant, pronoun.place)
        is_subject = topic is meant or self._is_pronoun(last)
        is_same_clause = last[0] >= pronoun.part.start and not self._is_coordinated(pronoun)
        if not is_subject or is_same_clause:
            return False
        between = (last[1], pronoun.place)
        if self._is_speaker(pronoun):
            return True
        articles = FEMININE if pronoun.is_female else MASCULINE
        if pronoun.is_female and has_abstract_noun(self._tokens, between):
            return False
        return not has_other_noun(self._tokens, between, articles)

    def _goes_on(self, pronoun: Pronoun, sentence: Sentence, scene: Scene) -> bool:
        """„Lau kam. Sie sagte …“: nobody else in the sentence before and nothing else in this one."""
        before = self._fitting(scene.present, pronoun)
        if pronoun.verb is None or before != [scene.topic]:
            return False
        if self._is_speaker(pronoun) or self._reports(pronoun.verb):
            return True
        articles = FEMININE if pronoun.is_female else MASCULINE
        if has_other_noun(self._tokens, (sentence.start, pronoun.place), articles):
            return False
        is_of_things = self._tokens.lowers[pronoun.verb] in OF_THINGS
        objects = articles if pronoun.is_female or is_of_things else MASCULINE_OBJECT
        return not has_other_noun(self._tokens, scene.rest, objects)

    def _is_speaker(self, pronoun: Pronoun) -> bool:
        return any(
            span.start == self._tokens.starts[pronoun.place] for span in self._speakers.get(pronoun.place, ())
        )

    def _reports(self, verb: int) -> bool:
        """Whether only people do this: „sagte“, „betonte“; things may hold or promise."""
        known = self._words.verbs.finite.get(self._tokens.lowers[verb], ())
        return any(one.is_sure and not one.needs and not one.prefix for one in known)

    def _is_coordinated(self, pronoun: Pronoun) -> bool:
        """„Lau kam und sie sprach“: a clause of its own without a comma before it."""
        return pronoun.place > 0 and self._tokens.lowers[pronoun.place - 1] in COORDINATORS

    def _fitting(self, people: Iterable[Entity], pronoun: Pronoun) -> list[Entity]:
        return [one for one in people if self._cast.is_female(one) in {None, pronoun.is_female}]

    def _last_before(self, entity: Entity, place: int) -> Range:
        """Where the person was mentioned last before a token."""
        mentions = self._places[entity.id]
        return mentions[max(0, bisect_left(mentions, (place, place)) - 1)]

    def _is_pronoun(self, place: Range) -> bool:
        found = self._found.get(place)
        return found is not None and found[0].form is MentionForm.PRONOUN

    def _present(self, start: int, end: int) -> list[Entity]:
        """The people mentioned between two tokens, outside of direct speech."""
        if start >= end:
            return []
        named = (
            one.entity
            for one in self._cast.inside(self._tokens.span(start, end))
            if one.entity.kind is EntityKind.PERSON and not self._is_quoted(one.mention.span)
        )
        found = (self._found[at][1] for at in self._here if start <= at[0] and at[1] <= end)
        return list({entity.id: entity for entity in (*named, *found)}.values())

    def _is_quoted(self, span: Span) -> bool:
        return self._tokens.quoted[self._tokens.range_of(span)[0]]

    def _topic(self, sentence: Sentence) -> Entity | None:
        """Who speaks in the sentence, or else acts in it; None if that is several or unknown."""
        if sentence.speakers:
            phrases = [self._tokens.range_of(span) for span in sentence.speakers]
        else:
            opening = [place for place in self._here if place[0] == sentence.start]
            subject = speaker_of_narration(self._tokens, sentence.parts)
            phrases = opening or ([subject] if subject is not None else [])
        people = [self._meant(phrase) for phrase in phrases]
        if not people or any(person is not people[0] for person in people):
            return None
        return people[0]

    def _meant(self, phrase: Range) -> Entity | None:
        """The person whom a phrase names or stands for."""
        start, end = phrase
        for place in self._here:
            if place[0] == start and place[1] <= end:
                return self._found[place][1]
        if any(self._tokens.lowers[place] in PLURAL for place in range(start, end)):
            return None
        span = self._tokens.span(start, end)
        return self._cast.person_in(span.of(self._cast.text), span)
