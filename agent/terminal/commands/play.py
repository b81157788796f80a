"""`coach run`: plays scripted conversations and says which expectations failed."""

from pathlib import Path
from typing import Annotated

import typer

from agent.terminal import output
from agent.terminal.inputs import write_text_file
from agent.terminal.options import Json


def run(
    scenario: Annotated[
        list[Path],
        typer.Argument(metavar="SCENARIO...", help="YAML files, or folders of them.", show_default=False),
    ],
    *,
    model: Annotated[
        str | None,
        typer.Option("--model", metavar="NAME", help='A model, or "offline", whatever the files say.'),
    ] = None,
    repeat: Annotated[
        int, typer.Option("--repeat", metavar="N", min=1, max=100, help="Play each N times; say pass^k.")
    ] = 1,
    compare: Annotated[
        bool, typer.Option("--compare", help="Play each offline and with the model, side by side.")
    ] = False,
    junit: Annotated[
        Path | None, typer.Option("--junit", metavar="FILE", help="Also write JUnit XML.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Play scripted conversations and check what they expect."""
    from agent.scenarios import as_document, as_junit, load_scenarios, play_scenarios
    from agent.terminal.views.scenarios import view_comparison, view_result, view_total

    scenarios = load_scenarios(scenario)
    screen = None if as_json else output.screen()
    results = []
    for result in play_scenarios(scenarios, model=model, repeat=repeat, compare=compare):
        results.append(result)
        if screen is not None:
            view_result(screen, result)
    if junit is not None:
        write_text_file(junit, as_junit(results))
    failed = sum(not result.passed for result in results)
    message = f"{failed} of {len(results)} {'try' if len(results) == 1 else 'tries'} failed."
    if screen is None:
        document = as_document(results)
        if failed:
            hint = "The failures of each turn stand in the document."
            document["error"] = {"code": "error", "message": message, "hint": hint}
        output.print_json(document)
    else:
        if compare:
            view_comparison(screen, results)
        view_total(screen, results)
    if failed:
        output.note(f"coach: {message}")
        raise typer.Exit(1)
