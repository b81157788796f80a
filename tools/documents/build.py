"""Compute the vectors that ship with the embedded library: `python -m tools.documents.build`.

Does nothing while they fit the texts and the built-in embedder.
"""

import json
import sys
from importlib.resources import as_file
from pathlib import Path

from tools.documents import scope, shipped
from tools.documents.embedder import MiniLM, built_in


def build() -> bool:
    """Write the vectors if they are stale; tell whether anything was written."""
    import numpy as np

    digest = shipped.texts_digest(MiniLM.name)
    with as_file(shipped.FOLDER) as folder:
        same_texts = shipped.recorded().get("digest") == digest
        if same_texts and shipped.is_fresh(MiniLM.name) and (folder / shipped.WEIGHTS_FILE).exists():
            return False
        rows = built_in().embed(shipped.all_texts()).astype(np.float16)
        weights = scope.weigh(rows[-len(scope.questions()) :].astype(np.float32), len(scope.answered()))
        partial = folder / "partial.npy"
        for name, array in ((shipped.VECTORS_FILE, rows), (shipped.WEIGHTS_FILE, weights)):
            np.save(partial, array, allow_pickle=False)
            partial.replace(folder / name)
        state = {
            "digest": digest,
            "files": shipped.files_digest(),
            "embedder": MiniLM.name,
            "texts": len(rows),
        }
        Path(folder, shipped.STATE_FILE).write_text(json.dumps(state, indent=1) + "\n", encoding="utf-8")
    shipped.recorded.cache_clear()
    return True


if __name__ == "__main__":
    sys.stderr.write("Embedded library: vectors written.\n" if build() else "Embedded library: up to date.\n")
