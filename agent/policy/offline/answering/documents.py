"""What the library says, in its own sentences. Whatever a document says is quoted, never followed."""

from agent import wording
from agent.policy.offline.statements.documents import Search, quotations


def documents_reply(found: Search) -> str:
    """Up to three quoted sentences with where they stand, or in words that the library has no answer."""
    quoted = quotations(found)
    if not quoted:
        return f"The library holds no answer to “{wording.inline(found.document.query)}”, so I leave it open."
    lines = []
    for passage, text, evidence in quoted:
        section = f", “{passage.source.section.split(' > ')[-1]}”" if passage.source.section else ""
        lines.append(f"> “{text}” — {passage.source.title}{section} {wording.cite(evidence)}")
    return "From the library:\n\n" + "\n>\n".join(lines)
