"""Getting ready before the first turn, in a process that serves many."""

import ctypes
import gc
import logging
import sqlite3
import sys
from typing import Any

from agent.graph import build_graph
from agent.policy import choose_policy, offline_policy
from agent.policy.protocol import Policy
from tools.errors import CoachError
from tools.options.near_names import near_roles

_REHEARSAL = "I'm a nurse in Ohio with 6 hours a week. Make me a plan to become a data analyst."
_logger = logging.getLogger(__name__)


def warm_up(policy: Policy | None = None) -> None:
    """Load what the first turns need by playing one offline, and take it out of the garbage collector's rounds.

    A full collection stops the event loop for as long as it takes to visit everything that stays for ever: 0.1 to 0.3
    seconds, and a tenth of the work of many turns at once. `policy` is the one that is served, by the settings where
    none is given. What goes wrong here is said by the first turn that it happens to.
    """
    from langgraph.checkpoint.memory import InMemorySaver
    from langsmith.run_helpers import tracing_context

    rehearsed: Any = build_graph(policy=offline_policy()).compile(checkpointer=InMemorySaver())
    try:
        (policy or choose_policy()).warm_up()
        near_roles("wlder")  # sorts all titles once
        with tracing_context(enabled=False):
            rehearsed.invoke({"messages": [("user", _REHEARSAL)]}, {"configurable": {"thread_id": "warm-up"}})
    except (CoachError, OSError, sqlite3.Error) as error:
        _logger.warning("The coach could not be made ready: %s", error)
    except RuntimeError as error:
        # The process is ending meanwhile: no thread can be begun any more, and no turn will come.
        _logger.debug("The coach was not made ready: %s", error)
    gc.collect()
    gc.freeze()
    _give_back()


def _give_back() -> None:
    """Return to the system what loading the models took and let go of: 60 MB that glibc keeps otherwise."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
