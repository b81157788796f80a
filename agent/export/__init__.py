"""The approved plan as a document: Markdown, one HTML page, PDF, a calendar, or JSON."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from agent.export.content import Content, clean
from agent.models import Plan, Profile, Progress
from tools.errors import DataError, UsageError
from tools.evidence import Evidence
from tools.settings import use_home

Format = Literal["md", "json", "html", "pdf", "ics"]
FORMATS: tuple[Format, ...] = get_args(Format)

# A document, and what must be said about it.
Document = tuple[bytes, list[str]]

__all__ = ["FORMATS", "Format", "export_plan", "made_document"]


def export_plan(
    plan: Plan,
    evidence: Sequence[Evidence],
    profile: Profile,
    thread: str,
    *,
    format: Format,  # noqa: A002 - the word of the command line
    path: Path | str,
    today: date,
    progress: Progress | None = None,
    home: Path | str | None = None,
) -> list[str]:
    """Write `made_document` to `path` in one step: a reader sees the old file or the new one, never half of it.

    Returns what must be said about the document: characters that no font of this machine has. Raises DataError when the
    file cannot be written, UsageError for a folder in its place or a format that is not known.
    """
    made, notes = made_document(
        plan, evidence, profile, thread, format=format, today=today, progress=progress, home=home
    )
    _replace(Path(path), made)
    return notes


def made_document(
    plan: Plan,
    evidence: Sequence[Evidence],
    profile: Profile,
    thread: str,
    *,
    format: Format,  # noqa: A002 - the word of the command line
    today: date,
    progress: Progress | None = None,
    home: Path | str | None = None,
) -> Document:
    """The bytes of `plan` in a format, and what must be said about them.

    Weeks that `progress` keeps free hold no study session. `today` counts where the plan has no first day. What a
    calendar held is kept in `home` (None: COACH_HOME), so that the next one cancels what fell away. Raises
    UsageError for a format that is not known.
    """
    writers = _writers()
    if format not in writers:
        raise UsageError(f"Unknown format {format!r}.", f"Choose one of {', '.join(writers)}.")
    _check_reach(plan, today)
    content = Content(
        clean(plan), [clean(item) for item in evidence], clean(profile), thread, today, progress
    )
    with use_home(home):
        return writers[format](content)


def _check_reach(plan: Plan, today: date) -> None:
    """Milestones must lie within the calendar: an edit may have put them anywhere."""
    weeks = [week for milestone in plan.milestones for week in (milestone.start_week, milestone.end_week)]
    if weeks and not 1 <= min(weeks) <= max(weeks) <= (date.max - today).days // 7 - 1:
        raise UsageError(
            "A milestone of this plan lies outside the calendar.", "Revise the plan's weeks; then export it."
        )


def _writers() -> dict[str, Callable[[Content], Document]]:
    return {"md": _markdown, "json": _json, "html": _html, "pdf": _pdf, "ics": _ics}


def _markdown(content: Content) -> Document:
    import re

    from agent.plans.rendering import plan_markdown

    # Markdown may hold HTML: what somebody typed must not become any.
    text = plan_markdown(content.plan, content.evidence, detailed=True)
    return re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text).encode(), []


def _json(content: Content) -> Document:
    import json

    document = {
        "thread": content.thread,
        "exported": content.today.isoformat(),
        "profile": content.profile.model_dump(mode="json"),
        "plan": content.plan.model_dump(mode="json"),
        "evidence": [item.model_dump(mode="json") for item in content.evidence],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode(), []


def _html(content: Content) -> Document:
    from agent.export.page import plan_page

    return plan_page(content).encode(), []


def _pdf(content: Content) -> Document:
    from agent.export.pdf import plan_pdf

    return plan_pdf(content)


def _ics(content: Content) -> Document:
    from agent.export.study_calendar import plan_calendar

    return plan_calendar(content), []


def _replace(path: Path, data: bytes) -> None:
    """Write beside the target and move into place; what is not a plain file (a pipe) is written to directly."""
    import os

    try:
        path = path.expanduser()
        if path.is_dir():
            raise UsageError(f"Cannot write {path}: it is a folder.", "Name a file.")
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        path = path.resolve()
        waiting = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
        try:
            waiting.write_bytes(data)
            waiting.replace(path)
        finally:
            waiting.unlink(missing_ok=True)
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DataError(
            f"Cannot write {path}: {reason}.", "Name a file in a folder you can write to."
        ) from error
