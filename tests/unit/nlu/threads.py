"""Threads that messages of a test are said in."""

from agent.nlu.in_thread import Thread

WAITS = Thread(("make me a plan",), waits=True, topic=True)
APPROVED = Thread(("make me a plan", "approve"), approved=True, topic=True)
