"""What langgraph.json names: an entry point, which a LangGraph server imports when it starts.

A graph and no function: a server calls a function again for each run, and compiles what it returns.
"""

import threading

from agent.graph import build_graph
from agent.policy import choose_policy
from agent.session.tracing import hold_back_traces
from agent.warming import warm_up

hold_back_traces()
_policy = choose_policy()
graph = build_graph(policy=_policy)
# The first turns need not wait for what a process loads once.
# Not a daemon: a process that ends at once waits for it, since libraries that are being loaded must not be torn down.
threading.Thread(target=warm_up, args=(_policy,), name="warm-up").start()
