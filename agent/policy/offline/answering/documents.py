"""What the library says, in its own sentences. Whatever a document says is quoted, never followed."""

import re

from agent import wording
from agent.naming import a_role, in_text, is_field_of_work
from agent.plans.drafting.library import Search
from agent.policy.offline.answering.question import Question
from agent.policy.offline.statements.documents import Quotation, names_role, quotations
from agent.policy.offline.understanding.asked import asked_roles

_INSTEAD = "I can look up what such work pays, how many do it and where."
_COMPUTING = "15-"  # the major group of computer and mathematical occupations


def documents_reply(found: Search, question: Question) -> str:
    """Up to three quoted sentences with where they stand, or in words that the library has no answer.

    Of a question about work that the library does not cover only what names the work is an answer.
    """
    query, quoted = found.document.query, quotations(found)
    roles = [role.text for role in asked_roles(query)]
    others = [role for role in roles if _is_other_work(role)]
    if others:
        names = [name for role in others for name in _short_forms(in_text(role))]
        quoted = [item for item in quoted if any(names_role(name, item) for name in names)]
    if quoted:
        return "From the library:\n\n" + "\n>\n".join(_line(item) for item in quoted)
    if not others:
        return f"My library, which is about AI engineering, holds no answer to “{wording.inline(query)}”, so I leave it open."
    named = wording.listing([a_role(role) for role in others], "or")
    return f"My library is about AI engineering and does not answer that for {named}. {question.once(_INSTEAD)}".strip()


def _is_other_work(role: str) -> bool:
    """Whether a role is an occupation, and none of those with computers, data and AI that the library is about."""
    from tools.salary.pay import role_links

    links = [] if is_field_of_work(in_text(role)) else role_links(role)
    return bool(links) and not any(
        link.proxy or link.occupation.code.startswith(_COMPUTING) for link in links
    )


def _short_forms(role: str) -> list[str]:
    """A role as it is written out and shortened: "machine learning engineer", "ml engineer"."""
    *leading, last = role.split()
    return [role, f"{''.join(word[0] for word in leading)} {last}"] if len(leading) > 1 else [role]


def _line(item: Quotation) -> str:
    source = item.passage.source
    named = re.sub(r"^\d+[.)]\s+", "", source.section.split(" > ")[-1]) if source.section else ""
    section = f", “{named}”" if named else ""
    return f"> “{item.text}” — {source.title}{section} {wording.cite(item.evidence)}"
