"""The weights that ship, back as arrays to go on training from: what is stored rounded stays as it was rounded."""

import hashlib
import json
from pathlib import Path
from typing import NamedTuple

import jax.numpy as jnp
import numpy as np
import onnx
from onnx import numpy_helper

from agent.nlu.crf import Chain
from training.model import Params

_HALF, _ROUNDED, _SCALE = ".half", ".rounded", ".scale"


class Shipped(NamedTuple):
    """Weights without those of written answers, which do not ship, and the hash of their file."""

    params: Params
    sha256: str


def read_shipped(file: Path) -> Shipped:
    """Read what `training.export.to_onnx` wrote. Raises OSError where there is no file."""
    content = file.read_bytes()
    model = onnx.load_from_string(content)
    values = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
    params: Params = {}
    for name, value in values.items():
        if name.endswith(_HALF):
            params[name.removesuffix(_HALF)] = jnp.asarray(value.astype(np.float32))
        elif name.endswith(_ROUNDED):
            whole = name.removesuffix(_ROUNDED)
            params[f"{whole}.weight"] = jnp.asarray(value.astype(np.float32) * values[f"{whole}{_SCALE}"])
    told = {each.key: each.value for each in model.metadata_props}
    chain = json.loads(told["chain"])
    params |= {f"chain.{name}": jnp.asarray(chain[name], dtype=jnp.float32) for name in Chain._fields}
    return Shipped(params, hashlib.sha256(content).hexdigest())
