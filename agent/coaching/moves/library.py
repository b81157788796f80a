"""library: the passage that answers, whole; "not held" only after a search, with what is nearest."""

import re

from agent import wording
from agent.coaching.entry import entry_of, entry_request
from agent.coaching.findings import answering
from agent.coaching.lines import Line, Said, asking, line
from agent.coaching.names import own_words, people
from agent.coaching.requests import roadmap_request, search_request
from agent.coaching.roads import gap_lines, has_road, road
from agent.coaching.view import View
from agent.models import ToolRequest, Wish
from tools.documents.models import Passage, SearchDocument
from tools.salary.pay import role_links

# Roles that the embedded library speaks of.
_FIELD = frozenset(
    (
        *(
            "ai_engineer",
            "ai_backend_engineer",
            "ml_engineer",
            "mlops_engineer",
            "llm_engineer",
            "cv_engineer",
        ),
        *("nlp_engineer", "ai_research_engineer", "data_scientist", "backend_developer", "software_engineer"),
        "fullstack_developer",
    )
)
_SHIPPED = "seeds/documents/"  # the embedded library; the rest is what the person added
_ITEM = re.compile(r"^(?:[-*]|\d+\.)\s", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """One search, in the words of the question; for other work the way to it, or how it is entered."""
    role = _other_work(wish) or _own_work(wish, view)
    search = search_request(_query(wish, view))
    if role is None:
        return [search]
    return [search, roadmap_request(role, view) if has_road(role) else entry_request(role, view)]


def say(wish: Wish, view: View) -> Said:
    """The answer of the library, one whole passage; of other work how it is entered. "Not held" is said once."""
    held = passage(wish, view)
    if held is not None:
        said = _told(*held)
        again = said.lines[0].digest in view.dialogue.said
        return Said((line("library.again", title=held[0].source.title),)) if again else said
    if answering(view.findings.searches, search_request(_query(wish, view))) is None:
        return Said()  # the search did not work, which is said elsewhere
    role = _other_work(wish) or _own_work(wish, view)
    way = road(role, view) if role and has_road(role) else None
    if way is not None:
        return Said(tuple(gap_lines(way)))
    if role is None:
        first = line("library.not_held")
        heard = first.digest in view.dialogue.said
        return Said((line("library.nor_that") if heard else first, line("library.covers")))
    entry = entry_of(role, view)
    if entry is None:
        return _unknown_work(role)
    near = tuple(option.name for option in entry.found.document.options[:2])
    facts = {"people": entry.people, "entry": entry.words}
    lines = [line("library.entered", entry.id, **facts)]
    if len(role_links(role)) > 1:
        lines.append(line("requirements.counted", role=people(role), people=entry.people))
    if near:
        lines.append(line("library.near", near=wording.listing(near)))
    return Said(tuple(lines), options=near)


def _unknown_work(role: str) -> Said:
    """A job that nothing is held of, with titles that are written nearly like it."""
    from tools.options.near_names import near_roles

    if close := near_roles(role):
        question = asking("current", "not_known.near", 95, near=wording.listing(close, "or"))
        return Said((line("library.unknown_work", role=own_words(role)),), question=question)
    return Said((line("library.other_work", people=people(role)), line("library.instead")))


def is_about(role: str) -> bool:
    """Whether the embedded library speaks of a role."""
    from tools.roadmap.targets import link_target

    target = link_target(role)
    return target is not None and target.id in _FIELD


def _own_work(wish: Wish, view: View) -> str | None:
    """What they do, where the library does not speak of it and the thread is about nothing else."""
    mine = view.profile.current_role if not view.dialogue.topic.role and not wish.skills else None
    return mine if mine and not has_road(mine) else None


def passage(wish: Wish, view: View) -> tuple[Passage, str] | None:
    """The best passage with its evidence, where the library answers the question.

    What it says of its own field is no answer about other work.
    """
    found = answering(view.findings.searches, search_request(_query(wish, view)))
    if found is None or not found.document.answerable:
        return None
    best = _best(found.document, other=_other_work(wish) is not None)
    if best is None:
        return None
    return best, found.ids[found.document.results.index(best)]


def _query(wish: Wish, view: View) -> str:
    return wish.query or view.message or wish.name


def _other_work(wish: Wish) -> str | None:
    """A role that the question names and that is none of the library's field."""
    from tools.roadmap.targets import link_target

    for subject in wish.subjects:
        target = link_target(subject.role or "")
        if subject.role and (target is None or (target.kind == "role" and target.id not in _FIELD)):
            return subject.role
    return None


def _best(document: SearchDocument, *, other: bool) -> Passage | None:
    fitting = (each for each in document.results if not other or not each.source.file.startswith(_SHIPPED))
    return next(fitting, None)


def _told(found: Passage, evidence: str) -> Said:
    """The passage under its heading: its opening as the answer, the rest as it stands."""
    mark = wording.cite(evidence)
    prose, items = _parts(found.text)
    if not found.source.file.startswith(_SHIPPED):
        quoted = "\n".join(f"> {row}" for row in [*([prose] if prose else []), *items])
        return Said(
            (line("library.own", evidence, title=found.source.title),), f"{quoted} {mark}", (evidence,)
        )
    first, *rest = _SENTENCE_END.split(prose)
    table = "\n".join(f"{item} {mark}" if re.search(r"\d", item[3:]) else item for item in items)
    said = Line("library.passage", first, (evidence,))
    more = " ".join(f"{each.removesuffix('.')} {mark}." for each in rest)
    return Said((said,), "\n\n".join(part for part in (more, table) if part), (evidence,))


def _parts(text: str) -> tuple[str, list[str]]:
    """A passage as one paragraph and its list items, without heading and source line."""
    from tools.documents.passages import SOURCE_NOTE

    rows = [row for row in text.splitlines() if row.strip() and not row.startswith(("#", SOURCE_NOTE))]
    prose: list[str] = []
    items: list[str] = []
    for row in rows:
        if _ITEM.match(row):
            items.append(row.strip())
        elif items:
            items[-1] += f" {row.strip()}"
        else:
            prose.append(row.strip())
    return " ".join(prose), items
