"""`coach doctor`: what is configured, what works, and what to do about what does not."""

import typer

from agent.terminal import output
from agent.terminal.options import Json


def doctor(*, as_json: Json = False) -> None:
    """Check what is configured and what works."""
    from agent.terminal.checkup import examine
    from agent.terminal.views.health import view

    findings = examine()
    document = {
        "ok": all(finding.ok for finding in findings),
        "checks": [finding.model_dump(mode="json") for finding in findings],
    }
    output.show(document, as_json=as_json, view=lambda screen: view(screen, findings))
    if not document["ok"]:
        raise typer.Exit(1)
