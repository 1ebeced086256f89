"""The steps from an article to its annotations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from reader.domain.annotations import Annotations, PipelineName
from reader.domain.articles import Article
from reader.domain.entities import Entity
from reader.domain.quotations import Quotation
from reader.nlp import components
from reader.nlp.basis import basis_of
from reader.nlp.findings import Finding, findings_of, register_extensions, write_findings
from reader.nlp.installed_pipelines import OWN_LANGUAGES, WITHOUT_MODEL
from reader.nlp.language_models import (
    has_language_model,
    load_chosen_pipeline,
    load_language_model,
)
from reader.nlp.text_tags import TEXT_KEY, Shares, all_shares, join_shares, outside
from reader.paths import resources_folder

SENTENCIZER = "sentencizer"
# Steps that look at the whole article. Those before them look at a few words or one sentence, and are done
# piece by piece: to set the sentences of one very long document is quadratic in spaCy, besides.
WHOLE = (
    components.WEAPON_FINDER,
    components.NAME_CONSISTENCY,
    components.ENTITY_GROUPER,
    components.QUOTATION_FINDER,
    components.COREFERENCE,
)
LONGEST_PIECE = 4000  # characters that are tagged at once
PIECES_AT_ONCE = 16  # keeps the tagger below 100 MB whatever the length of the text
SENTENCE_END = re.compile(r".*[.!?…][\"“”«»’]*\s", re.DOTALL)
WHITE_SPACE = re.compile(r"\s")
NOT_LINE_END = re.compile(r"[^\n]")


def load_pipeline(language: str, resources: Path | None = None, *, chosen: str | None = None) -> Language:
    """A spaCy pipeline for texts in `language`, an ISO 639-1 code.

    `doc.ents` carry PER, ORG, LOC, WEAPON and MISC, `doc.spans["names"]` all findings with the labels
    of training, `doc.spans["quotations"]` the quotations. It takes texts or ready-made `Doc`s. Without
    a model for the language it finds the weapons of the catalogue and direct quotations. `chosen` is an
    installed spaCy pipeline, or the folder of one, that finds the names instead of our own model.

    Raises:
        LanguageModelBroken: if the model is missing or damaged.
    """
    folder = resources or resources_folder()
    if chosen is None:
        nlp = load_language_model(language, folder / "model")
    else:
        nlp = load_chosen_pipeline(language, chosen)
    register_extensions()
    settings = {"resources": str(folder)}
    if language in OWN_LANGUAGES:
        for step in components.STEPS:
            nlp.add_pipe(step, config=_settings_of(step, settings, language))
        return nlp
    nlp.add_pipe(SENTENCIZER)
    if chosen is not None:
        nlp.add_pipe(components.MENTION_FINDER, config=settings)
    nlp.add_pipe(components.WEAPON_FINDER, config=settings)
    nlp.add_pipe(components.ENTITY_GROUPER, config=settings)
    nlp.add_pipe(components.QUOTATION_FINDER, config={**settings, "is_direct_only": True})
    return nlp


def _settings_of(step: str, settings: dict[str, str], language: str) -> dict[str, str]:
    if step == components.SENTENCE_SPLITTER:
        return {}
    return {**settings, "language": language} if step in components.BY_LANGUAGE else settings


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a block, after `gap`, the characters that lie between it and the piece before."""

    gap: str
    text: str


class Pipeline:
    """Analyses articles in one language. Not safe to share between threads."""

    def __init__(self, nlp: Language, *, has_model: bool, basis: str) -> None:
        self._nlp = nlp
        self._has_model = has_model
        name = PipelineName(f"{nlp.meta['lang']}_{nlp.meta['name']}", str(nlp.meta["version"]))
        self.name = replace(name if has_model else WITHOUT_MODEL, basis=basis)

    @classmethod
    def load(cls, language: str, resources: Path | None = None, *, chosen: str | None = None) -> "Pipeline":
        """Raises `LanguageModelBroken` if the model for the language is missing or damaged."""
        folder = resources or resources_folder()
        has_model = chosen is not None or has_language_model(language)
        nlp = load_pipeline(language, folder, chosen=chosen)
        return cls(nlp, has_model=has_model, basis=basis_of(folder))

    def analyse(self, article: Article) -> Annotations:
        """The findings for the article; positions are code points of its text.

        No name goes over the border of a block. Memory does not grow with the length of a block.
        """
        with self._nlp.memory_zone():
            doc = self._tagged(article)
            doc = self._nlp(doc, disable=[step for step in self._nlp.pipe_names if step not in WHOLE])
            entities = tuple(_as_printed(entity, article.text) for entity in doc._.entities)
            quotations = tuple(_quoted_as_printed(found, article.text) for found in doc._.quotations)
        return Annotations(
            text_digest=article.text_digest,
            language=article.language,
            pipeline=self.name,
            entities=entities,
            quotations=quotations,
            has_language_model=self._has_model,
        )

    def _tagged(self, article: Article) -> Doc:
        """The whole article as one document with the tagger's findings and the sentences.

        Its characters are those of the article, but for white space, and for markup between blocks:
        that is white space here. So positions in the document are positions in the article.
        """
        pieces = list(pieces_of(article))
        later = [step for step in self._nlp.pipe_names if step in WHOLE]
        tagged = self._nlp.pipe(map(self._document, pieces), disable=later, batch_size=PIECES_AT_ONCE)
        words: list[str] = []
        spaces: list[bool] = []
        sentence_starts: list[bool | int | None] = []
        findings: list[Finding] = []
        shares: list[Shares | None] = []
        for piece, doc in zip(pieces, tagged, strict=True):
            if piece.gap:
                shares.append(outside(1))
                words.append(_line_break(piece.gap))
                spaces.append(False)
                sentence_starts.append(False)
            shares.append(all_shares(doc))
            offset = len(words)
            words.extend(token.text for token in doc)
            spaces.extend(bool(token.whitespace_) for token in doc)
            sentence_starts.extend(bool(token.is_sent_start) for token in doc)
            findings.extend(
                replace(finding, start=finding.start + offset, end=finding.end + offset)
                for finding in findings_of(doc)
            )
        whole = Doc(self._nlp.vocab, words=words, spaces=spaces, sent_starts=sentence_starts)
        write_findings(whole, findings)
        join_shares(whole, shares)
        return whole

    def _document(self, piece: Piece) -> Doc:
        """One piece; the tagger reads all that are marked as one text together."""
        doc = self._nlp.make_doc(WHITE_SPACE.sub(" ", piece.text))
        doc.user_data[TEXT_KEY] = True
        return doc


def pieces_of(article: Article) -> Iterator[Piece]:
    """The blocks, long ones cut behind a sentence or at least a word."""
    end = 0
    for block in article.blocks:
        gap = article.text[end : block.span.start]
        end = block.span.end
        text = block.span.of(article.text)
        while text:
            cut = _cut(text)
            yield Piece(gap, text[:cut])
            gap, text = "", text[cut:]


def _cut(text: str) -> int:
    if len(text) <= LONGEST_PIECE:
        return len(text)
    window = text[:LONGEST_PIECE]
    if sentences := SENTENCE_END.match(window):
        return sentences.end()
    words = max(window.rfind(" "), window.rfind("\n"))
    return words + 1 if words > 0 else LONGEST_PIECE


def _line_break(gap: str) -> str:
    """White space as long as the gap, with a line end in it: a border for all later steps."""
    blank = NOT_LINE_END.sub(" ", gap)
    return blank if "\n" in blank else "\n" + blank[1:]


def _as_printed(entity: Entity, text: str) -> Entity:
    mentions = tuple(replace(mention, text=mention.span.of(text)) for mention in entity.mentions)
    return replace(entity, mentions=mentions)


def _quoted_as_printed(quotation: Quotation, text: str) -> Quotation:
    """Line ends within a block are spaces in the document; a quotation in one piece gets them back."""
    if len(quotation.content) != 1:
        return quotation
    return replace(quotation, text=quotation.content[0].of(text))
