"""What langgraph.json names: an entry point, which a LangGraph server imports when it starts.

A graph and no function: a server calls a function again for each run, and compiles what it returns.
"""

import threading

from agent.graph import build_graph
from agent.policy import choose_policy
from agent.warming import warm_up

_policy = choose_policy()
graph = build_graph(policy=_policy)
# The first turns need not wait for what a process loads once.
threading.Thread(target=warm_up, args=(_policy,), name="warm-up", daemon=True).start()
