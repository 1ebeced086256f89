"""How likely an ambiguous name means the weapon, by what the encoder thinks and what the article is about.

The encoder sees a few words; for Tiger, Reaper or Neptun it often wavers. What an article speaks of tips the
scales: among howitzers even an unlikely weapon is one, at a trade fair for tractors hardly a likely one.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.nlp.tag_heads import NAMES, head_called
from reader.nlp.text_tags import Shares, shares_of
from reader.nlp.weapon_classes import WeaponClasses

WEAPON_TAGS = tuple(
    column
    for column, tag in enumerate(head_called(NAMES).tags)
    if "WEAPON" in tag and "WEAPONgeneric" not in tag
)
MILITARY_WEIGHT = 0.5  # of a word for an army, beside one for a weapon
# Of a word for zoos, handball or horoscopes, and of one that is only likely to speak of something else.
UNARMED_WEIGHT, CIVILIAN_WEIGHT = 1.5, 0.25
DENSE_IN_PLAY = 1.0  # from which density on arms say no more where an article has both senses of a name
PER_WORDS = 100
WHOLE_ARTICLE = 40  # words that would speak of arms, if the article did
PEACEFUL, DENSE = 0.3, 2.0  # density below which and from which on the article decides
# How sure the encoder must be of a weapon that is in no catalogue, by itself and among others.
LEAST_SURE, LEAST_SURE_AMONG_ARMS = 0.875, 0.75
NEVER = 1.1
SHARE_OF_SEEN, FEWEST_SEEN = 0.5, 2  # for names that speak for one another: Leopards and Bradleys
SHARE_OF_FIGURED = 0.3
# From which density of arms which share of the encoder's weapon tags is enough, with and without an article.
# Read off annotated articles on both senses of such names (batches c3 to c5).
LEAST_SHARE = 0.02  # below, the encoder is sure of something else
WITH_ARTICLE = ((DENSE, LEAST_SHARE), (1.0, 0.1), (PEACEFUL, 0.3), (0.0, 0.97))
WITHOUT_ARTICLE = ((DENSE, 0.3), (1.0, 0.6), (PEACEFUL, 0.9))
AMONG_CIVILIANS = ((PEACEFUL, 0.9),)


@dataclass(frozen=True, slots=True)
class WeaponOdds:
    """`density`: words of arms among a hundred of `words`, less those of peace; `shares`: the encoder's."""

    density: float
    words: int
    shares: Shares

    @classmethod
    def of(
        cls,
        doc: Doc,
        classes: WeaponClasses,
        arms: Collection[int],
        names: Iterable[tuple[range, str | None]] = (),
    ) -> "WeaponOdds | None":
        """`arms` are the first tokens of sure weapons and of classes; None if no encoder read the text.

        `names` may mean a system; where the encoder sees several systems in them, these are arms, too.
        """
        shares = shares_of(doc, NAMES)
        if shares is None:
            return None
        words = [token.text.casefold() for token in doc if token.is_alpha]
        weights = (
            (classes.military, MILITARY_WEIGHT),
            (classes.unarmed, -UNARMED_WEIGHT),
            (classes.civilian, -CIVILIAN_WEIGHT),
        )
        seen = {
            system
            for name, system in names
            if shares[name.start : name.stop, WEAPON_TAGS].sum(axis=1).max() >= SHARE_OF_SEEN
        }
        told = len(arms) + (len(seen) if len(seen) >= FEWEST_SEEN else 0)
        spoken = told + sum(weight * sum(word in kind for word in words) for kind, weight in weights)
        return cls(max(0.0, spoken) * PER_WORDS / max(1, len(words)), len(words), shares)

    @property
    def are_peaceful(self) -> bool:
        """Whether the article speaks of something else throughout; a few words do not tell."""
        return self.density < PEACEFUL and self.words >= WHOLE_ARTICLE

    @property
    def are_armed(self) -> bool:
        """Whether the article speaks of arms all over."""
        return self.density >= DENSE

    @property
    def least_sure(self) -> float:
        """The confidence from which on a weapon that only the encoder knows is believed."""
        if self.are_peaceful:
            return NEVER
        return LEAST_SURE_AMONG_ARMS if self.density >= DENSE else LEAST_SURE

    def allow(self, tokens: range) -> bool:
        """Whether the encoder does not exclude a weapon."""
        return self.share(tokens) >= LEAST_SHARE

    def speak_for(
        self,
        tokens: range,
        *,
        has_article: bool,
        is_civilian: bool,
        is_played_with: bool = False,
        has_figure: bool = False,
    ) -> bool:
        """Whether the name at `tokens` is likely enough the weapon.

        `is_civilian`: something in the sentence speaks of zoos, storms or football.
        `is_played_with`: the article speaks of what else is called so, too.
        `has_figure`: it is a name like Aggregat 4, of which the encoder knows little.
        """
        if self.are_peaceful:
            return False
        table = AMONG_CIVILIANS if is_civilian else WITH_ARTICLE if has_article else WITHOUT_ARTICLE
        dense = min(self.density, DENSE_IN_PLAY) if is_played_with else self.density
        least = next((share for density, share in table if dense >= density), None)
        return least is not None and max(self.share(tokens), has_figure * SHARE_OF_FIGURED) >= least

    def share(self, tokens: range) -> float:
        """How likely the encoder finds a weapon there, whichever tag of it comes first."""
        return float(self.shares[tokens.start : tokens.stop, WEAPON_TAGS].sum(axis=1).max())
