"""library: the passage that answers, whole; "not held" only after a search, with what is nearest."""

import re

from agent import wording
from agent.coaching.entry import entry_of, entry_request
from agent.coaching.findings import answering
from agent.coaching.lines import Line, Said, asking, line
from agent.coaching.moves import market, options, pay
from agent.coaching.names import own_words, people
from agent.coaching.not_known import unknown_role
from agent.coaching.requests import roadmap_request, search_request
from agent.coaching.roads import gap_lines, has_road, road
from agent.coaching.thresholds import PRESSING
from agent.coaching.view import View
from agent.models import Subject, ToolRequest, Wish
from tools.documents.models import Passage
from tools.documents.passages import SOURCE_NOTE
from tools.options.near_names import near_roles
from tools.roadmap.fields import field_of
from tools.roadmap.targets import link_target
from tools.roadmap.work import work_of

# Roles that the embedded library speaks of.
_FIELD = frozenset(
    [
        "ai_engineer",
        "ai_backend_engineer",
        "ml_engineer",
        "mlops_engineer",
        "llm_engineer",
        "cv_engineer",
        "nlp_engineer",
        "ai_research_engineer",
        "data_scientist",
        "backend_developer",
        "software_engineer",
        "fullstack_developer",
    ]
)
# Sections of it that hold for every role of its field; the others speak of AI engineers.
_OF_ANY_ROLE = ("Where to start", "Entry:", "Requirements")
_ITS_OWN = "ai_engineer"
_SHIPPED = "seeds/documents/"  # the embedded library; the rest is what the person added
_OWN_VIEW = f"{_SHIPPED}coach-notes.md"  # general knowledge in the coach's own words
_SEVERAL = 2
_ITEM = re.compile(r"^(?:[-*]|\d+\.)\s", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """One search, in the words of the question; for other work the way to it, or how it is entered."""
    search, role, mine = search_request(query_of(wish, view)), _other_work(wish, view), _own_work(wish, view)
    if _told_apart(wish):
        return [search]
    if goal := _new_goal(wish, view):
        return [search, roadmap_request(goal, view), *pay.needs(_paid(goal), view)]
    if role is not None:
        way = roadmap_request(role, view) if has_road(role) else entry_request(role, view)
        return [search, way, *pay.needs(_paid(role), view)]
    return [search, *(_about(mine, view)[0] if mine else [])]


def say(wish: Wish, view: View) -> Said:
    """The answer of the library, one whole passage; of other work how it is entered. "Not held" is said once."""
    held, goal = passage(wish, view), _new_goal(wish, view)
    if apart := _told_apart(wish):
        return Said(tuple(apart))
    if goal and not (held and (held[0].source.section or "").startswith(_OF_ANY_ROLE)):
        return _other(goal, view)
    if held is not None:
        said = _told(*held)
        again = said.lines[0].digest in view.dialogue.said
        return Said((line("library.again", title=held[0].source.title),)) if again else said
    if answering(view.findings.searches, search_request(query_of(wish, view))) is None:
        return Said()  # the search did not work, which is said elsewhere
    role = _other_work(wish, view)
    if role is None:
        return _not_held(wish, view)
    return _other(role, view) if _named_work(wish) else _of_the_topic(role, view)


def _not_held(wish: Wish, view: View) -> Said:
    """That the library has no answer, with what is known of their own work or asked of the way the thread is about."""
    mine, first = _own_work(wish, view), line("library.not_held")
    if first.digest in view.dialogue.said:
        first = line("library.nor_that")
    topic = view.dialogue.topic.role or view.profile.target_role
    if mine is None and topic and has_road(topic):
        way = asking("sure", "library.is_it_the_way", PRESSING, "realistic", role=own_words(topic))
        return Said((first,), question=way)
    if mine is None:
        return Said((first, line("library.covers")))
    _, told, near = _about(mine, view)
    return Said((line("library.not_held_own"), *told), options=near) if told else Said((first,))


def is_about(role: str) -> bool:
    """Whether the embedded library speaks of a role."""
    target = link_target(role)
    return target is not None and target.id in _FIELD


def passage(wish: Wish, view: View) -> tuple[Passage, str] | None:
    """The best passage with its evidence, where the library answers the question.

    What it says of its own field is no answer about other work.
    """
    found = answering(view.findings.searches, search_request(query_of(wish, view)))
    if found is None or not found.document.answerable:
        return None
    other = _other_work(wish, view) is not None or _is_of_nothing_in_it(wish, view)
    fitting = (
        (each, id_)
        for each, id_ in zip(found.document.results, found.ids, strict=False)
        if not other or not each.source.file.startswith(_SHIPPED)
    )
    return next(fitting, None)


def _is_of_nothing_in_it(wish: Wish, view: View) -> bool:
    """Whether what the question names is none of the library's field, and no job is spoken of ("do i need the GED first")."""
    spoken_of = view.dialogue.topic.role or view.profile.target_role or wish.subjects
    return (
        bool(wish.skills)
        and not spoken_of
        and not any(map(_names_of_the_field, [*wish.skills, view.message]))
    )


def query_of(wish: Wish, view: View) -> str:
    """What the library is searched for."""
    return wish.query or view.message or wish.name


def _told_apart(wish: Wish) -> list[Line]:
    """Several jobs that the question names, each in a sentence of what they do; none where fewer than two are known."""
    roles = list(dict.fromkeys(subject.role for subject in wish.subjects if subject.role))
    told = [(people(role), work) for role in roles if (work := work_of(role))]
    if len(told) < max(len(roles) - 1, _SEVERAL):
        return []
    if len({work for _, work in told}) == 1:
        who = wording.listing([who for who, _ in told])
        return [line("library.work_alike", people=who, work=told[0][1])]
    return [_works(who, work) for who, work in told]


def _other_work(wish: Wish, view: View) -> str | None:
    """Work that is none of the library's field: named in the question, else that of the thread or theirs, where nothing else is named."""
    if named := _named_work(wish):
        return named
    profile = view.profile
    topic = view.dialogue.topic.role or profile.target_role or profile.current_role or profile.former_role
    if topic is None or wish.subjects or wish.skills or has_road(topic):
        return None
    leans = topic in (wish.query or "")
    return topic if leans or not _names_of_the_field(view.message) else None


def _is_outside(role: str) -> bool:
    """Whether the embedded library says nothing of a role."""
    target = link_target(role)
    return target is None or (target.kind == "role" and target.id not in _FIELD)


def _names_of_the_field(text: str) -> bool:
    """Whether a text names a skill or a field that the library may be asked about."""
    from tools.roadmap.skills import find_skills

    words = text.split()
    return any(each.exact and not each.everyday for each in find_skills(text)) or any(
        field_of(word.strip(".,!?")) for word in words if len(word) > len("it") or word.isupper()
    )


def _named_work(wish: Wish) -> str | None:
    """A role that the question names and that is none of the library's field."""
    for subject in wish.subjects:
        if subject.role and _is_outside(subject.role):
            return subject.role
    return None


def _new_goal(wish: Wish, view: View) -> str | None:
    """A goal named in the question that a roadmap leads to, other than the one that the library's own roadmap is for."""
    told = {str(change.value) for change in view.changes if change.field == "target_role"}
    role = next((subject.role for subject in wish.subjects if subject.role in told), None)
    target = link_target(role) if role else None
    return role if target and target.kind == "role" and target.id != _ITS_OWN else None


def _own_work(wish: Wish, view: View) -> str | None:
    """What they do, where the library does not speak of it and the thread is about nothing else."""
    mine = view.profile.current_role if not view.dialogue.topic.role and not wish.skills else None
    return mine if mine and not has_road(mine) else None


def _about(role: str, view: View) -> tuple[list[ToolRequest], list[Line], tuple[str, ...]]:
    """What is known of their own work in the place of an answer: the calls; who works in it and what lies near it."""
    asked = Wish(name="market", subjects=[Subject(role=role)])
    near, names = options.nearest(view)
    told = [each for each in market.say(asked, view).lines if each.evidence]
    calls = [*market.needs(asked, view), *options.needs(Wish(name="options"), view)]
    return calls, [*told[:2], *near], names


def _paid(role: str) -> Wish:
    return Wish(name="pay", subjects=[Subject(role=role)])


def _other(role: str, view: View) -> Said:
    """Work that the library does not speak of: the way to it, or how it is entered and what lies near it."""
    way, entry = road(role, view) if has_road(role) else None, entry_of(role, view)
    paid, work = pay.say(_paid(role), view), _work(role)
    if way is not None and work:
        return Said((*work, *gap_lines(way)[:1], *paid.lines[:1]))
    if way is not None:
        return Said((*gap_lines(way)[:2], *paid.lines[:1], *gap_lines(way)[2:]))
    if entry is None and near_roles(role):
        return unknown_role(line("library.unknown_work", role=own_words(role)), role, "current")
    if entry is None:
        return Said((line("library.other_work", people=people(role)), line("library.instead")))
    near = tuple(option.name for option in entry.found.document.options[:2])
    way_in = line("library.entered", entry.id, people=entry.people, entry=entry.words)
    lines = [*work, way_in, *paid.lines[: 1 if work else 3]]
    return Said((*lines, *([line("library.near", near=wording.listing(near))] if near else [])), options=near)


def _of_the_topic(role: str, view: View) -> Said:
    """To a question about the job of the thread that nothing answers: what they do, and that the rest is not held."""
    work, entry = _work(role), entry_of(role, view)
    rest = line("library.rest" if work else "library.not_held_of", people=people(role))
    way_in = [line("library.entered", entry.id, people=entry.people, entry=entry.words)] if entry else []
    again = (line("library.not_held_of", people=people(role)), *pay.say(_paid(role), view).lines[:1])
    return Said((*work, rest, *([] if work else way_in)), again=again)


def _work(role: str) -> list[Line]:
    """What people in it do all day, where that is held."""
    work = work_of(role)
    return [_works(people(role), work)] if work else []


def _works(who: str, work: str) -> Line:
    return line("library.work", people=who, work=work)


def _told(found: Passage, evidence: str) -> Said:
    """The passage under its heading: its opening as the answer, the rest as it stands."""
    mark = wording.cite(evidence)
    prose, items = _parts(found.text)
    if not found.source.file.startswith(_SHIPPED):
        quoted = "\n".join(f"> {row}" for row in [*([prose] if prose else []), *items])
        own = line("library.own", evidence, title=found.source.title)
        return Said((own,), f"{quoted} {mark}", (evidence,))
    first, *rest = _SENTENCE_END.split(prose)
    table = "\n".join(f"{item} {mark}" if re.search(r"\d", item[3:]) else item for item in items)
    more = " ".join(Line("library.passage", each, (evidence,)).cited for each in rest)
    key = "library.general" if found.source.file == _OWN_VIEW else "library.passage"
    parts = "\n\n".join(part for part in (more, table) if part)
    return Said((Line(key, first, (evidence,)),), parts, (evidence,))


def _parts(text: str) -> tuple[str, list[str]]:
    """A passage as one paragraph and its list items, without heading and source line."""
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
