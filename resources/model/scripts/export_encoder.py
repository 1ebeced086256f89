"""Write a trained network as an ONNX file of 8-bit weights, as the reader runs it.

usage: export_encoder.py TRAINED_DIR VOCABULARY_DIR WHEELS EXAMPLES.json.gz OUTPUT_DIR [--float] [--plain] [--weights NAME]

What goes into a layer has a few channels that are far larger than the others, which
costs precision in 8 bits. They are divided by a factor a channel and the weights behind them multiplied by
it (SmoothQuant, Xiao et al. 2023), measured on training sentences. What is no name gets a little more weight, for the
network answers too eagerly. Needs torch and onnx.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from base_encoder import load_base_encoder
from network import Layer, Network, network_of, read_all, weights_in
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import Tensor, nn
from training_rows import rows_to_measure

from reader.nlp.encoder import CHECKSUMS_FILE, PIECES_FILE, WEIGHTS_FILE
from reader.nlp.tag_heads import NAMES, OUTSIDE, columns_of, head_called
from reader.nlp.word_pieces import WordPieces

OPSET = 17
MEASURED_DOCUMENTS = 256
SMOOTHED = ("attend", "attended", "widen", "narrow")
STRENGTH = 0.8  # how much of the difficulty moves from the activations to the weights
SEED = 2026
# Added to the score of what is no name: better on the held-out articles, no worse on GermEval dev.
CAUTION = 1.0


class Scaled(nn.Module):
    """A linear layer whose inputs are divided by factors that its weights are multiplied by."""

    def __init__(self, linear: nn.Linear, largest: Tensor) -> None:
        super().__init__()
        weights = linear.weight.abs().amax(0).clamp(min=1e-5)
        factors = (largest.clamp(min=1e-5) ** STRENGTH / weights ** (1 - STRENGTH)).clamp(min=1e-2)
        self.shrink = nn.Parameter(1 / factors)
        self.linear = linear
        with torch.no_grad():
            linear.weight *= factors

    def forward(self, inputs: Tensor) -> Tensor:
        scaled: Tensor = self.linear(inputs * self.shrink)
        return scaled


class Exported(nn.Module):
    """The network as the reader calls it: rows of one length, without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, places: Tensor) -> Tensor:
        scores: Tensor = self.network(pieces, places)
        return scores


def smooth(network: Network, rows: list) -> None:
    """Even out what every linear layer takes in, as it is on these rows."""
    places = [(layer, name) for layer in network.layers for name in SMOOTHED]
    largest: dict[tuple[Layer, str], Tensor] = {}

    def measure(place: tuple[Layer, str]):
        def hook(_module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            seen = inputs[0].abs().amax((0, 1))
            largest[place] = torch.maximum(largest[place], seen) if place in largest else seen

        return hook

    hooks = [getattr(*place).register_forward_pre_hook(measure(place)) for place in places]
    read_all(network, rows)
    for hook in hooks:
        hook.remove()
    for layer, name in places:
        setattr(layer, name, Scaled(getattr(layer, name), largest[layer, name].clone()))


def export(network: Network, path: Path) -> None:
    example = torch.randint(4, 1000, (2, 24)), torch.arange(0, 24, 2).repeat(2, 1)
    axes = {name: {0: "rows", 1: name} for name in ("pieces", "places")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter that traces is old and says so
        torch.onnx.export(
            Exported(network), example, str(path), opset_version=OPSET, dynamo=False,
            input_names=["pieces", "places"], output_names=["scores"],
            dynamic_axes={**axes, "scores": axes["places"]},
            custom_opsets={"com.microsoft": 1},
        )  # fmt: skip


def fuse(path: Path, target: Path, base_heads: int, width: int) -> None:
    """Join what onnxruntime computes in one step: norms with their sums, biases with the activation."""
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    fused = optimizer.optimize_model(
        str(path), "bert", num_heads=base_heads, hidden_size=width, optimization_options=options, opt_level=0
    )
    print({name: count for name, count in fused.get_fused_operator_statistics().items() if count})
    fused.save_model_to_file(str(target))


def quantise(path: Path, target: Path) -> None:
    quantize_dynamic(
        str(path), str(target), per_channel=True, weight_type=QuantType.QInt8,
        reduce_range=True,  # else sums overflow in 16 bits on processors without VNNI, which cost .4 points
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT, "MatMulConstBOnly": True},
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("trained", "vocabulary", "wheels", "examples", "output"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--float", action="store_true", help="keep 32 bits, for comparison")
    parser.add_argument("--plain", action="store_true", help="do not even out the activations")
    parser.add_argument("--weights", default="network.pt")
    chosen = parser.parse_args()
    torch.manual_seed(SEED)
    base = load_base_encoder(chosen.wheels)
    weights = weights_in(chosen.trained / chosen.weights)
    network = network_of(weights, base).eval()
    with torch.no_grad():
        network.heads.bias[columns_of(NAMES)][head_called(NAMES).tags.index(OUTSIDE)] += CAUTION
    if not chosen.plain:
        pieces = WordPieces.load(chosen.vocabulary / PIECES_FILE)
        smooth(network, rows_to_measure(pieces, chosen.examples, MEASURED_DOCUMENTS, SEED))
    chosen.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        traced, fused = Path(folder) / "traced.onnx", Path(folder) / "fused.onnx"
        export(network, traced)
        fuse(traced, fused, base.heads, base.width)
        if chosen.float:
            shutil.copyfile(fused, chosen.output / WEIGHTS_FILE)
        else:
            quantise(fused, chosen.output / WEIGHTS_FILE)
    shutil.copyfile(chosen.vocabulary / PIECES_FILE, chosen.output / PIECES_FILE)
    sums = {
        name: hashlib.sha256((chosen.output / name).read_bytes()).hexdigest()
        for name in (WEIGHTS_FILE, PIECES_FILE)
    }
    (chosen.output / CHECKSUMS_FILE).write_text(json.dumps(sums, indent=1) + "\n", encoding="utf-8")
    print({name: f"{(chosen.output / name).stat().st_size / 1e6:.1f} MB" for name in sums})


if __name__ == "__main__":
    main()
