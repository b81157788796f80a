"""What people ask a career library: questions that the embedded documents answer, and questions about all the rest.

A question is weighed against both lists. The nearer it leans to the second one, the surer the sign that the
library has no answer.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from tools.errors import DataError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDER = files("seeds") / "documents"
ANSWERED, REST = "answered.txt", "background.txt"
# Kernel ridge regression: how narrow the kernel is, and the penalty.
WIDTH, PENALTY = 2.0, 0.1


@cache
def content() -> str:
    """Give both lists as they stand in their files."""
    try:
        return "\n\n".join((FOLDER / name).read_text(encoding="utf-8").strip() for name in (ANSWERED, REST))
    except OSError as error:
        raise DataError(
            "The question lists of the document library are missing.", "Run `make setup` again."
        ) from error


@cache
def answered() -> tuple[str, ...]:
    """Give the questions that the embedded documents answer."""
    return tuple(content().split("\n\n")[0].splitlines())


@cache
def rest() -> tuple[str, ...]:
    """Give the questions about all the rest."""
    return tuple(content().split("\n\n")[1].splitlines())


def questions() -> tuple[str, ...]:
    """Give all questions, the answered ones first."""
    return answered() + rest()


@dataclass(frozen=True)
class Scope:
    """Both lists as L2-normalised rows, the `answered` ones first, and the weight of each in the regression."""

    rows: "NDArray[np.float32]"
    weights: "NDArray[np.float32]"
    answered: int

    def lean(self, question: "NDArray[np.float32]") -> tuple[float, float]:
        """Tell how far a question leans to the answered ones (about -1 to 1), and its similarity to the rest."""
        import numpy as np

        near = np.vecdot(self.rows, question)
        return float(np.vecdot(_kernel(near), self.weights)), float(near[self.answered :].max())


def weigh(rows: "NDArray[np.float32]", answered: int) -> "NDArray[np.float32]":
    """Fit the regression: 1 for the first rows, which are `answered`, -1 for the rest."""
    import numpy as np

    side = np.ones(len(rows))
    side[answered:] = -1
    spread = _kernel(rows @ rows.T) + PENALTY * np.eye(len(rows))
    weights: NDArray[np.float32] = np.linalg.solve(spread, side).astype(np.float32)
    return weights


def _kernel(similarity: "NDArray[np.float32]") -> "NDArray[np.float32]":
    import numpy as np

    kernel: NDArray[np.float32] = np.exp(WIDTH * (similarity - 1))
    return kernel
