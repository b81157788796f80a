"""The trained weights as one ONNX file, with what decoding needs beside them in its metadata.

The layers' matrices are whole numbers with a scale for each column, and states are made whole as they come (dynamic
quantization): measured as good as half precision and three times as fast. The rest is stored in half precision. Attention,
normalisation and the quantized product are onnxruntime's own operators (domain com.microsoft).
"""

import json
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

from agent.nlu.crf import Chain
from agent.nlu.features import FEATURES
from agent.nlu.scheme import CONTEXTS, TAGS, WISHES
from agent.nlu.tagger import WishSets
from training.model import EPSILON, HEADS, LAYERS, STATE, Params

OWN = "com.microsoft"
OPSETS, IR = [helper.make_opsetid("", 17), helper.make_opsetid(OWN, 1)], 9
_DECIMALS = 4
# Weights use 7 of 8 bits: processors without VNNI add two products in 16 bits, which eight would overflow.
_GREATEST = 63
_LEAST = 1e-8


class Graph:
    """Nodes and initial values that are put together; each method gives its output's name."""

    def __init__(self, params: Params) -> None:
        self.params = {name: np.asarray(value, dtype=np.float32) for name, value in params.items()}
        self.nodes: list[NodeProto] = []
        self.values: dict[str, TensorProto] = {}

    def add(self, kind: str, inputs: list[str], out: str, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [out], domain=domain, **attributes))
        return out

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        if name not in self.values:
            self.values[name] = numpy_helper.from_array(value, name)
        return name

    def weight(self, name: str) -> str:
        """A trained array: kept in half precision, cast when the file is loaded."""
        if f"{name}.half" not in self.values:
            self.constant(f"{name}.half", self.params[name].astype(np.float16))
            self.add("Cast", [f"{name}.half"], name, to=TensorProto.FLOAT)
        return name

    def whole(self, name: str, states: str) -> str:
        """A product with a matrix of a layer, in whole numbers."""
        weight = self.params[f"{name}.weight"]
        scale = np.maximum(np.abs(weight).max(axis=0), _LEAST) / _GREATEST
        rounded = self.constant(f"{name}.rounded", np.round(weight / scale).astype(np.int8))
        scales = self.constant(f"{name}.scale", scale.astype(np.float32))
        zeros = self.constant(f"zeros.{len(scale)}", np.zeros(len(scale), dtype=np.int8))
        inputs = [states, rounded, scales, zeros, self.weight(f"{name}.bias")]
        return self.add("DynamicQuantizeMatMul", inputs, f"{name}.out", OWN)

    def dense(self, name: str, states: str) -> str:
        return self.add(
            "Gemm", [states, self.weight(f"{name}.weight"), self.weight(f"{name}.bias")], f"{name}.out"
        )

    def layer(self, layer: int, states: str) -> str:
        batched = self.constant("batched", np.array([1, -1, STATE], dtype=np.int64))
        flat = self.constant("flat", np.array([-1, STATE], dtype=np.int64))
        parts = []
        for name in ("query", "key", "value"):
            projected = self.whole(f"{layer}.{name}", states)
            parts.append(self.add("Reshape", [projected, batched], f"{projected}.batched"))
        mixed = self.add("MultiHeadAttention", parts, f"{layer}.mixed", OWN, num_heads=HEADS)
        mixed = self.add("Reshape", [mixed, flat], f"{layer}.mixed.flat")
        states = self.norm(f"{layer}.norm1", states, self.whole(f"{layer}.out", mixed))
        wide = self.add("Gelu", [self.whole(f"{layer}.wide", states)], f"{layer}.gelu", OWN)
        return self.norm(f"{layer}.norm2", states, self.whole(f"{layer}.narrow", wide))

    def norm(self, name: str, states: str, added: str) -> str:
        inputs = [states, added, self.weight(f"{name}.weight"), self.weight(f"{name}.bias")]
        return self.add("SkipLayerNormalization", inputs, f"{name}.out", OWN, epsilon=EPSILON)

    def tags(self, states: str) -> None:
        """Scores of the tags of words, from the states of their first and last tokens."""
        half = self.constant("half", np.array(0.5, dtype=np.float32))
        ends = [self.add("Gather", [states, end], f"{end}.states", axis=0) for end in ("first", "last")]
        both = self.add("Mul", [self.add("Add", ends, "both"), half], "words")
        self.add("Identity", [self.dense("tag", both)], "scores")

    def wishes(self, states: str, out: str) -> None:
        """Logits of wishes."""
        zero = self.constant("zero", np.array([0], dtype=np.int64))
        begin = self.add("Gather", [states, zero], "begin", axis=0)
        mean = self.add("ReduceMean", [states], "mean", axes=[0], keepdims=1)
        peak = self.add("ReduceMax", [states], "peak", axes=[0], keepdims=1)
        size = self.constant("size", np.array(np.sqrt(STATE), dtype=np.float32))
        row = self.constant("row", np.array([1, STATE], dtype=np.int64))
        vector = self.add("Mul", [self.add("Reshape", ["vector", row], "vector.row"), size], "vector.scaled")
        pooled = self.add("Concat", [begin, mean, peak, vector], "pooled", axis=1)
        hidden = self.add("Gelu", [self.dense("wish.hidden", pooled)], "wish.gelu", OWN)
        names = self.constant("names", np.array([len(WISHES)], dtype=np.int64))
        whole = self.add("Reshape", [self.dense("wish", hidden), names], "wish.whole")
        looked = self.add("MatMul", [states, self.weight("wish.look.weight")], "wish.looked")
        looked = self.add("Softmax", [looked], "wish.look", axis=0)
        own = self.add(
            "Mul", [looked, self.add("MatMul", [states, self.weight("wish.own.weight")], "own")], "own.looked"
        )
        self.add("Add", [whole, self.add("ReduceSum", [own, zero], "own.sum", keepdims=0)], out)


def to_onnx(params: Params, usual: WishSets) -> bytes:
    """The file that ships. Inputs: see agent.nlu.tagger.feed; outputs: `scores` (words, tags), `logits` (wishes,), `begin` and `mean` (1, 384), `last_states` (tokens, 384)."""
    graph = Graph(params)
    said = graph.add("MatMul", ["features", graph.weight("word.weight")], "said")
    stands = graph.add("MatMul", ["context", graph.weight("context.weight")], "stands")
    states = graph.add("Add", [graph.add("Add", ["embedded", said], "embedded.said"), stands], "states")
    for layer in LAYERS:
        states = graph.layer(layer, states)
    graph.add("Identity", [states], "last_states")
    graph.tags(states)
    graph.wishes(states, "logits")
    model = helper.make_model(
        helper.make_graph(graph.nodes, "reader", _inputs(), _outputs(), list(graph.values.values())),
        opset_imports=OPSETS,
        ir_version=IR,
        producer_name="make reader",
    )
    names = {"tags": TAGS, "wishes": WISHES, "features": FEATURES, "contexts": CONTEXTS}
    told = {key: json.dumps(value) for key, value in names.items()}
    told["chain"] = chain_told(graph)
    sets = [(" ".join(names), round(share, _DECIMALS)) for names, share in usual.sets]
    told["usual"] = json.dumps({"sets": sets, "danger": round(usual.danger, _DECIMALS)})
    helper.set_model_props(model, told)
    return bytes(model.SerializeToString(deterministic=True))


def chain_told(graph: Graph) -> str:
    """The chain's scores as JSON for a file's metadata."""
    return json.dumps({name: _rounded(graph.params[f"chain.{name}"]) for name in Chain._fields})


def _rounded(values: NDArray[np.float32]) -> list[object]:
    return list(np.round(values.astype(np.float64), _DECIMALS).tolist())


def _inputs() -> list[ValueInfoProto]:
    shapes: dict[str, list[str | int]] = {
        "embedded": ["tokens", STATE],
        "vector": [STATE],
        "features": ["tokens", len(FEATURES)],
        "context": [len(CONTEXTS)],
    }
    given = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
    ends = ("first", "last")
    return given + [helper.make_tensor_value_info(name, TensorProto.INT64, ["words"]) for name in ends]


def _outputs() -> list[ValueInfoProto]:
    return [
        helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["words", len(TAGS)]),
        helper.make_tensor_value_info("logits", TensorProto.FLOAT, [len(WISHES)]),
        helper.make_tensor_value_info("last_states", TensorProto.FLOAT, ["tokens", STATE]),
        *(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, STATE]) for name in ("begin", "mean")),
    ]
