"""`coach doctor`: what is configured, what works, and what to do about what does not."""

from typing import Annotated, Any

import typer

from agent.terminal import output
from agent.terminal.options import Json

WhatIsSent = Annotated[
    bool, typer.Option("--what-is-sent", help="List what a language model would get, and check nothing.")
]


def doctor(*, what_is_sent: WhatIsSent = False, as_json: Json = False) -> None:
    """Check what is configured and what works."""
    if what_is_sent:
        _list_what_is_sent(as_json=as_json)
        return
    from agent.terminal.checkup import examine
    from agent.terminal.views.health import view

    findings = examine()
    failed = [finding for finding in findings if not finding.ok]
    document: dict[str, Any] = {
        "ok": not failed,
        "checks": [finding.model_dump(mode="json") for finding in findings],
    }
    if failed:
        message = f"Not in order: {', '.join(finding.name for finding in failed)}."
        document["error"] = {"code": "error", "message": message, "hint": failed[0].hint}
    output.show(document, as_json=as_json, view=lambda screen: view(screen, findings))
    if failed:
        output.note(f"coach: {document['error']['message']}")
        raise typer.Exit(1)


def _list_what_is_sent(*, as_json: bool) -> None:
    from agent.policy.model.connect import what_is_sent
    from agent.settings import read_agent_settings

    settings = read_agent_settings()
    text = what_is_sent(settings)
    document = {"model": settings.model, "what_is_sent": text.splitlines()}
    output.show(document, as_json=as_json, view=lambda screen: screen.line(text))
