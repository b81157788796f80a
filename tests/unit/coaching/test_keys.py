"""Every wording a move names exists and has the placeholders that it is given."""

import ast
from collections.abc import Iterator
from pathlib import Path

import prompts

ROOT = Path(__file__).parents[3] / "agent" / "coaching"
OWN = {"about", "then", "weight"}


def constants(node: ast.expr, assigned: dict[str, list[str]]) -> list[str]:
    """The keys that an expression may be: a text, one of two, or a name that was set to such."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return constants(node.body, assigned) + constants(node.orelse, assigned)
    return assigned.get(node.id, []) if isinstance(node, ast.Name) else []


def calls() -> Iterator[tuple[str, str, set[str], str]]:
    """Function, key, keyword names and place of each call whose key can be told."""
    for path in sorted(ROOT.rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            set_at = [
                (node.lineno, node.targets[0].id, constants(node.value, {}))
                for node in ast.walk(function)
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
            ]
            for node in ast.walk(function):
                if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                    continue
                at = {"line": 0, "line_about": 0, "asking": 1}.get(node.func.id)
                if at is None or len(node.args) <= at or any(word.arg is None for word in node.keywords):
                    continue
                names = {str(word.arg) for word in node.keywords}
                assigned = {name: keys for line, name, keys in sorted(set_at) if line <= node.lineno}
                for key in constants(node.args[at], assigned):
                    yield node.func.id, key, names, f"{path.name}:{node.lineno}"


def test_every_key_has_what_it_is_given() -> None:
    faults, seen = [], 0
    for function, key, names, where in calls():
        if "." not in key:
            continue
        seen += 1
        wanted = prompts.placeholders(prompts.reply(key))
        given = names - OWN
        if given - wanted or (function != "line_about" and wanted - given):
            faults.append(f"{where}: {key} wants {sorted(wanted)} and gets {sorted(given)}")
    assert seen > 150
    assert faults == []
