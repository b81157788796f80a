"""Pay and market answer at once: nothing heavy is loaded for them."""

import subprocess
import sys

HEAVY = ("langgraph", "langchain_core", "langchain", "chromadb", "onnxruntime", "numpy", "httpx", "openai")
CODE = """
import sys
import tools.salary, tools.market
assert not [name for name in sys.modules if name.startswith("tools.salary.")], "importing the package reads nothing"
assert tools.salary.lookup("registered nurse", "Ohio", "senior", pay=80000).wages
assert tools.salary.compare([("registered nurse", "Ohio"), ("carpenter", None)]).rows
assert tools.market.summarize("AI engineer", "Austin").trends
print(*{name.split(".")[0] for name in sys.modules})
"""


def test_neither_the_graph_nor_the_index_nor_a_client_is_loaded() -> None:
    found = subprocess.run([sys.executable, "-c", CODE], check=True, capture_output=True, text=True)
    assert not set(HEAVY) & set(found.stdout.split())
