"""The view of a check-up."""

from collections.abc import Sequence

from agent.terminal.checkup import Finding
from agent.terminal.render import Screen


def view(screen: Screen, findings: Sequence[Finding]) -> None:
    """One line a finding, with what to do where something does not work."""
    for finding in findings:
        mark = "ok" if finding.ok else "NOT OK"
        screen.line(f"{mark}: {finding.name}: {finding.message}", "normal" if finding.ok else "bad")
        if finding.hint:
            screen.line(f"    {finding.hint}", "strong" if not finding.ok else "quiet")
