"""A plan as text that a person can edit (YAML with their words in plain blocks), and back again."""

import re
from collections.abc import Mapping
from typing import Any

import yaml
from pydantic import ValidationError

from agent.models import Claim, Plan, Section
from tools.errors import UsageError, in_words
from tools.roadmap.models import Milestone

_EXPLANATION = """\
# Your draft plan. Change, add or delete what you like, save, and close the editor.
#  - Your own line in a list begins with "- " at the same depth as its neighbours.
#  - Leave each id as it is: it tells the coach what you changed.
#  - Save without a change to leave the draft as it is.
# The coach checks the plan again; nothing is delivered before you approve it.

"""
_PLACES = ("sections", "milestones", "assumptions", "next_actions")


class _Inline(list[str]):
    """A short list that stays on its line."""


class _Words(str):
    """Text in a block of its own: colons and quotes need no care there."""

    __slots__ = ()


def to_text(plan: Plan) -> str:
    """The part of the plan that may be edited. Sources, version and approval are not the person's to change."""
    content = {
        "sections": [_section(section) for section in plan.sections],
        "milestones": [_milestone(milestone) for milestone in plan.milestones],
        "assumptions": [_Words(text) for text in plan.assumptions],
        "next_actions": [_Words(text) for text in plan.next_actions],
    }
    body = yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=88, indent=2)
    return _EXPLANATION + re.sub(r"^(?=\w|- id)", "\n", body, flags=re.MULTILINE).lstrip("\n")


def from_text(text: str, draft: Plan) -> Plan:
    """`draft` with the edited text in it. Raises UsageError naming the line or place that cannot be read."""
    try:
        content = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        raise UsageError(
            f"The plan cannot be read: {line}{error.problem}.", "Keep the depth of the lines around it."
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise UsageError(
            "The plan cannot be read: it is not plain text.", "Save it as UTF-8 text."
        ) from error
    if content is None:
        return draft
    if not isinstance(content, dict) or set(content) - set(_PLACES):
        raise UsageError(f"The plan has the parts {', '.join(_PLACES)} and no others.", "Put them back.")
    parts = {name: content.get(name) or [] for name in _PLACES}
    for name, part in parts.items():
        if not isinstance(part, list):
            raise UsageError(f"{name} is a list.", 'Begin each entry with "- ".')
    try:
        return draft.model_copy(
            update={
                "sections": [_read_section(entry, draft) for entry in parts["sections"]],
                "milestones": _read_milestones(parts["milestones"]),
                "assumptions": [_line(entry) for entry in parts["assumptions"]],
                "next_actions": [_line(entry) for entry in parts["next_actions"]],
            }
        )
    except ValidationError as error:
        problem = error.errors()[0]
        place = ", ".join(str(part) for part in problem["loc"])
        raise UsageError(
            f"{error.title} {place}: {in_words(problem)}.", "Correct that place and save again."
        ) from error


def _section(section: Section) -> dict[str, Any]:
    return {"id": section.id, "title": section.title, "claims": [_shown(claim) for claim in section.claims]}


def _shown(claim: Claim) -> dict[str, Any]:
    evidence = {"evidence": _Inline(claim.evidence)} if claim.evidence else {}
    return {"text": _Words(claim.text), **evidence}


def _milestone(milestone: Milestone) -> dict[str, Any]:
    fields = milestone.model_dump(mode="json", exclude=None if milestone.does else {"does"})
    does = {"does": _Words(milestone.does)} if milestone.does else {}
    return {
        **fields,
        **does,
        "skills": _Inline(milestone.skills),
        "after": _Inline(milestone.after),
        "proof": _Words(milestone.proof),
    }


def _read_section(entry: object, draft: Plan) -> Section:
    fields = _mapping(entry, "A section")
    old = next((section for section in draft.sections if section.id == fields.get("id")), None)
    held = {(claim.text, tuple(claim.evidence)): claim for claim in old.claims} if old else {}
    read = [_claim(claim) for claim in fields.get("claims") or []]
    claims = [held.get((claim.text, tuple(claim.evidence)), claim) for claim in read]
    title = str(fields.get("title") or "")
    return Section.model_validate(
        {**fields, "id": fields.get("id") or _id(title), "title": title, "claims": claims}
    )


def _claim(entry: object) -> Claim:
    """What the person wrote or rewrote is theirs; claims they left alone are found again by their text."""
    if isinstance(entry, Mapping) and "text" in entry:
        fields = {**entry, "text": _line(entry["text"]), "evidence": entry.get("evidence") or []}
        return Claim.model_validate({**fields, "by": "person"})
    return Claim(text=_line(entry), by="person")


def _read_milestones(entries: list[object]) -> list[Milestone]:
    read: list[Milestone] = []
    taken = {entry.get("id") for entry in entries if isinstance(entry, dict)}
    for entry in entries:
        fields = dict(_mapping(entry, "A milestone"))
        if not fields.get("id"):
            fields["id"] = next(name for number in range(1, 999) if (name := f"M{number}") not in taken)
            taken.add(fields["id"])
        lists = {name: fields.get(name) or [] for name in ("skills", "after", "resources")}
        words = {name: _line(fields.get(name) or "") for name in ("proof", "does")}
        read.append(Milestone.model_validate({**fields, **lists, **words}))
    return read


def _mapping(entry: object, what: str) -> Mapping[str, Any]:
    if not isinstance(entry, dict):
        raise UsageError(
            f"{what} has named fields, but one is only: {entry}.", "Copy the form of another one."
        )
    return entry


def _line(entry: object) -> str:
    if isinstance(entry, dict):
        # "Visit: the school" reads as a field in YAML; the person meant a sentence.
        return ", ".join(f"{name}: {value}" for name, value in entry.items())
    return " ".join(str("" if entry is None else entry).split())


def _id(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_") or "notes"


class _Dumper(yaml.SafeDumper):
    """Inline lists, words in blocks, lists indented under their name."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - the signature is PyYAML's
        super().increase_indent(flow, indentless=False)


def _inline(dumper: yaml.SafeDumper, value: _Inline) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", list(value), flow_style=True)


def _words(dumper: yaml.SafeDumper, value: _Words) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style=">")


_Dumper.add_representer(_Inline, _inline)
_Dumper.add_representer(_Words, _words)
