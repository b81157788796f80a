"""The layer of `training.thread_model` as an ONNX file, with what decoding needs beside it in its metadata."""

import json

import numpy as np
from onnx import TensorProto, helper

from agent.nlu.in_thread import HELD
from agent.nlu.scheme import TAGS, WISHES
from training.export import IR, OPSETS, OWN, Graph, chain_told
from training.model import HEADS, STATE, Params

_INPUTS = (
    ("states", TensorProto.FLOAT, ["tokens", STATE]),
    ("vector", TensorProto.FLOAT, [STATE]),
    ("first", TensorProto.INT64, ["words"]),
    ("last", TensorProto.INT64, ["words"]),
    ("before", TensorProto.FLOAT, ["behind", STATE]),
    ("back", TensorProto.INT64, ["behind"]),
    ("held", TensorProto.FLOAT, [len(HELD)]),
)


def to_onnx_in_thread(params: Params) -> bytes:
    """The file that ships. Inputs: see agent.nlu.in_thread.feed; outputs: `scores` (words, tags) and `logits` (wishes,)."""
    graph = Graph(params)
    one = graph.constant("one", np.ones(1, dtype=np.float32))
    row = graph.constant("row", np.array([1, STATE], dtype=np.int64))
    holds = graph.add("Concat", ["held", one], "held.one", axis=0)
    stands = graph.add("MatMul", [holds, graph.weight("held.weight")], "stands")
    stands = graph.add("Reshape", [stands, row], "stands.row")
    back = graph.add("Gather", [graph.weight("back.weight"), "back"], "back.states", axis=0)
    seen = graph.add(
        "Concat", ["states", stands, graph.add("Add", ["before", back], "before.back")], "seen", axis=0
    )
    states = graph.add("Add", ["states", _attended(graph, "states", seen)], "states.attended")
    wide = graph.add("Gelu", [graph.whole("wide", states)], "wide.gelu", OWN)
    states = graph.add("Add", [states, graph.whole("narrow", wide)], "states.last")
    graph.tags(states)
    graph.wishes(states, "logits")
    floats = {"scores": ["words", len(TAGS)], "logits": [len(WISHES)]}
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "thread",
            [helper.make_tensor_value_info(*each) for each in _INPUTS],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in floats.items()],
            list(graph.values.values()),
        ),
        opset_imports=OPSETS,
        ir_version=IR,
        producer_name="training.in_thread",
    )
    told = {name: json.dumps(value) for name, value in (("tags", TAGS), ("wishes", WISHES), ("held", HELD))}
    helper.set_model_props(model, told | {"chain": chain_told(graph)})
    return bytes(model.SerializeToString(deterministic=True))


def _attended(graph: Graph, states: str, seen: str) -> str:
    batched = graph.constant("batched", np.array([1, -1, STATE], dtype=np.int64))
    flat = graph.constant("flat", np.array([-1, STATE], dtype=np.int64))
    parts = []
    for name, of in (("query", states), ("key", seen), ("value", seen)):
        projected = graph.whole(name, of)
        parts.append(graph.add("Reshape", [projected, batched], f"{projected}.batched"))
    mixed = graph.add("MultiHeadAttention", parts, "mixed", OWN, num_heads=HEADS)
    return graph.whole("out", graph.add("Reshape", [mixed, flat], "mixed.flat"))
