"""What the library says, in its own sentences. Whatever a document says is quoted, never followed."""

from agent import wording
from agent.policy.offline.answering.naming import a_role, in_text
from agent.policy.offline.answering.question import Question
from agent.policy.offline.statements.documents import Quotation, Search, names_role, quotations
from agent.policy.offline.understanding.asked import asked_roles

_INSTEAD = "I can look up what such work pays, how many do it and where."
_LEARNED = "I can lay out what there is to learn for it, and look up what it pays."


def documents_reply(found: Search, question: Question) -> str:
    """Up to three quoted sentences with where they stand, or in words that the library has no answer.

    Of a question about a role only what names the role is an answer.
    """
    query = found.document.query
    roles = [role.text for role in asked_roles(query)]
    names = [name for role in roles for name in _short_forms(in_text(role))]
    quoted = [
        item for item in quotations(found) if not roles or any(names_role(name, item) for name in names)
    ]
    if quoted:
        return "From the library:\n\n" + "\n>\n".join(_line(item) for item in quoted)
    if roles:
        from tools.roadmap.targets import link_target

        named = wording.listing([a_role(role) for role in roles], "or")
        return f"My library is about AI engineering and does not answer that for {named}. {question.once(_LEARNED if link_target(roles[0]) else _INSTEAD)}".strip()
    return f"My library, which is about AI engineering, holds no answer to “{wording.inline(query)}”, so I leave it open."


def _short_forms(role: str) -> list[str]:
    """A role as it is written out and shortened: "machine learning engineer", "ml engineer"."""
    *leading, last = role.split()
    return [role, f"{''.join(word[0] for word in leading)} {last}"] if len(leading) > 1 else [role]


def _line(item: Quotation) -> str:
    source = item.passage.source
    section = f", “{source.section.split(' > ')[-1]}”" if source.section else ""
    return f"> “{item.text}” — {source.title}{section} {wording.cite(item.evidence)}"
