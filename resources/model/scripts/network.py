"""The encoder with its heads, in torch: for training and export, never for reading."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from base_encoder import BaseEncoder
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional
from training_rows import Batch, Row, padded

from reader.nlp.tag_heads import COLUMNS

DROPOUT = 0.1
LAYERS_OF_PIECES = (
    6  # those above read words alone, each by its first piece, which is faster; but not in teachers
)
LARGEST_BYTE = 255
ROWS_AT_ONCE = 16
FAR = -1e4  # added to the attention scores of padding


class JoinedAttention(torch.autograd.Function):
    """Attention as one step of onnxruntime; only for export, without padding."""

    @staticmethod
    def forward(_context: object, query: Tensor, _key: Tensor, _value: Tensor, _heads: int) -> Tensor:
        """Something of the right shape: the exporter looks at nothing else."""
        return torch.zeros_like(query)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads).setType(
            query.type()
        )


class Layer(nn.Module):
    """One layer of the encoder, with the norm behind each half."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.attend = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, epsilon)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, epsilon)

    def forward(self, words: Tensor, mask: Tensor | None, *, is_rounded: bool = False) -> Tensor:
        """`is_rounded`: compute as 8 bits will, so that training makes up for it."""
        rows, length, width = words.shape
        held = rounded if is_rounded else nn.Identity()
        three = self.attend(held(words))
        if torch.onnx.is_in_onnx_export():
            mixed = JoinedAttention.apply(*three.chunk(3, dim=-1), self.heads)
        else:
            by_head = three.view(rows, length, 3, self.heads, width // self.heads)
            query, key, value = by_head.permute(2, 0, 3, 1, 4)
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
            mixed = mixed.transpose(1, 2).reshape(rows, length, width)
        mixed = self.attended(held(mixed))
        words = self.attended_norm(words + functional.dropout(mixed, DROPOUT, self.training))
        inner = self.narrow(held(functional.gelu(self.widen(held(words)))))
        return self.norm(words + functional.dropout(inner, DROPOUT, self.training))


class Network(nn.Module):
    """Pieces in, for every word one column of scores for every tag of every head out.

    The lowest layers read all pieces, any above them only the first piece of every word, which knows the
    others by then, and the borders. A network of all layers of the base encoder, which only teaches, reads pieces in all.
    """

    def __init__(self, pieces: int, layers: int, base: BaseEncoder, inner: int | None = None) -> None:
        """`inner` is the width within a layer, that of the base encoder if None."""
        super().__init__()
        width = base.width
        inner = inner or base.inner
        self.pieces = nn.Embedding(pieces, width)
        self.positions = nn.Embedding(base.positions, width)
        self.norm = nn.LayerNorm(width, base.epsilon)
        self.layers = nn.ModuleList(Layer(width, base.heads, inner, base.epsilon) for _ in range(layers))
        self.heads = nn.Linear(width, COLUMNS)
        self.is_rounded = False
        self.layers_of_pieces = layers if layers == base.layers else LAYERS_OF_PIECES

    def forward(
        self, pieces: Tensor, places: Tensor, is_piece: Tensor | None = None, is_word: Tensor | None = None
    ) -> Tensor:
        """`places` tells which pieces of a row go on; the masks are 0 for padding, None if there is none."""
        numbers = torch.arange(pieces.shape[1], device=pieces.device)
        words = self.norm(self.pieces(pieces) + self.positions(numbers))
        words = functional.dropout(words, DROPOUT, self.training)
        mask = masked(is_piece, words)
        for layer in self.layers[: self.layers_of_pieces]:
            words = layer(words, mask, is_rounded=self.is_rounded)
        words = words.gather(1, places[:, :, None].expand(-1, -1, words.shape[2]))
        mask = masked(is_word, words)
        for layer in self.layers[self.layers_of_pieces :]:
            words = layer(words, mask, is_rounded=self.is_rounded)
        scores: Tensor = self.heads(functional.dropout(words, DROPOUT, self.training))
        return scores


def scores_of(network: Network, batch: Batch) -> Tensor:
    """On the device of the network."""
    where = network.heads.weight.device
    parts = (batch.pieces, batch.places, batch.is_piece, batch.is_word)
    scores: Tensor = network(*(torch.from_numpy(part).to(where, non_blocking=True) for part in parts))
    return scores


def weights_in(path: Path) -> dict[str, Tensor]:
    """As `torch.save` wrote them, wherever they were computed."""
    weights: dict[str, Tensor] = torch.load(path, weights_only=True, map_location="cpu")
    return weights


def device() -> torch.device:
    """A graphics card if torch finds one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def read_all(network: Network, rows: Sequence[Row]) -> None:
    """Let the network read all rows, for the hooks that measure something on the way."""
    with torch.inference_mode():
        for start in range(0, len(rows), ROWS_AT_ONCE):
            scores_of(network, padded(rows[start : start + ROWS_AT_ONCE]))


def rounded(values: Tensor) -> Tensor:
    """The values as 8 bits hold them, each row with a range of its own; the gradient passes unchanged.

    Rows are the first axis. The exported network finds its range likewise, anew for whatever it is given.
    """
    flat = values.detach().flatten(1)
    low, high = flat.amin(1).clamp(max=0), flat.amax(1).clamp(min=0)
    step = (high - low).clamp(min=1e-6) / LARGEST_BYTE
    zero = (-low / step).round().to(torch.int32)
    return torch.fake_quantize_per_channel_affine(values, step, zero, 0, 0, LARGEST_BYTE)


def masked(is_real: Tensor | None, words: Tensor) -> Tensor | None:
    """What is added to the attention scores so that padding gets none."""
    return None if is_real is None else (1.0 - is_real[:, None, None, :].to(words.dtype)) * FAR


def network_from(base: BaseEncoder, pieces: NDArray, layers: int) -> Network:
    """The lowest `layers` layers of the base encoder, with the pieces that are kept, and new heads.

    The upper layers of a sentence encoder serve its own task; without them training and reading are faster.
    """
    network = Network(len(pieces), layers, base)

    def copy(target: Tensor, name: str) -> None:
        target.copy_(torch.from_numpy(base.tensor(name)).view_as(target))

    with torch.no_grad():
        network.pieces.weight.copy_(torch.from_numpy(base.word_rows(pieces)))
        copy(network.positions.weight, "emb.pos")
        network.positions.weight += torch.from_numpy(base.tensor("emb.type"))[: base.width]
        copy(network.norm.weight, "emb.ln.w")
        copy(network.norm.bias, "emb.ln.b")
        for number, layer in enumerate(network.layers):
            assert isinstance(layer, Layer)  # noqa: S101  (says it to mypy)
            stem = f"l{number}."
            for part, name in enumerate("qkv"):
                rows = slice(part * base.width, (part + 1) * base.width)
                copy(layer.attend.weight[rows], f"{stem}{name}.w")
                copy(layer.attend.bias[rows], f"{stem}{name}.b")
            for module, name in (
                (layer.attended, "ao"), (layer.attended_norm, "aln"),
                (layer.widen, "fi"), (layer.narrow, "fo"), (layer.norm, "oln"),
            ):  # fmt: skip
                copy(module.weight, f"{stem}{name}.w")
                copy(module.bias, f"{stem}{name}.b")
        nn.init.normal_(network.heads.weight, std=0.02)
        nn.init.zeros_(network.heads.bias)
    return network


def network_of(weights: dict[str, Tensor], base: BaseEncoder) -> Network:
    """The network that has these weights, of as many pieces, layers and inner columns as they tell."""
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    network = Network(len(weights["pieces.weight"]), layers, base, len(weights["layers.0.widen.weight"]))
    network.load_state_dict(weights)
    return network
