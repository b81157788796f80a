"""Sessions of onnxruntime as the coach runs them: one thread, and no more memory than the weights take."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


def session(model: bytes) -> "InferenceSession":
    """Load a model from its file's content, to run on the CPU. Raises InvalidProtobuf when it is none."""
    # Read when it is loaded: without it, onnxruntime reports its use to its maker and keeps a file in ~/.cache.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Its arena grows by doubling, a third above what MiniLM needs; without it a run takes the same time.
    options.enable_cpu_mem_arena = False
    loaded = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    # Kept by onnxruntime to begin anew on other hardware, which is never asked of it here.
    loaded._model_bytes = b""  # noqa: SLF001 - there is no public way to let go of it
    return loaded
