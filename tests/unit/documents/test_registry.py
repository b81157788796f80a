import subprocess
import sys

from tools import registry


def test_the_registry_holds_the_five_tools_in_order() -> None:
    names = [tool.name for tool in registry.TOOLS]
    assert names == [
        "search_documents",
        "lookup_salary",
        "generate_roadmap",
        "summarize_job_market",
        "suggest_roles",
    ]
    assert all(tool.description for tool in registry.TOOLS)


def test_naming_the_registry_and_the_library_loads_nothing_heavy() -> None:
    heavy = "{'chromadb', 'langchain_core', 'langchain_community', 'numpy', 'onnxruntime', 'bs4'}"
    code = f"import sys, tools.registry, tools.documents; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
