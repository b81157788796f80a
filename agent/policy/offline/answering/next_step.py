"""What the person may do next: one useful thing, never the same one twice in a conversation."""

import re
from collections.abc import Iterator

from agent import wording
from agent.coaching.findings import same_role
from agent.models import Profile
from agent.naming import as_worker, place_name, what_it_pays
from agent.policy.offline.answering.question import Question

_NEAREST = 3
_ASKED = 4  # skills
_FORMER = re.compile(r"^(?:former|ex|retired)[- ]+", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.?!]) ")


def next_step(question: Question) -> str:
    """The first step that fits the profile and was not offered yet; empty when all were."""
    offered = (step for step in _steps(question) if step and not question.is_told(_SENTENCE.split(step)[0]))
    return next(offered, "")


def suggestion(question: Question) -> str:
    """What may be said to somebody who asks for advice: nearby work, or what can be laid side by side."""
    profile = question.profile
    if profile.target_role:
        lead = (
            "Whether that is right for you only you can say; I can lay out what speaks for it and against it."
        )
        return f"{lead} {next_step(question) or 'Ask me what it pays, how its market stands, or what it takes to get there.'}"
    if near := question.once(nearby(profile)):
        return f"I cannot choose for you, but I can show what is near. {near}"
    return (
        "I cannot choose for you, but I can compare. Tell me what work you do or did, or name two roles, and I look up "
        "what each pays, how many jobs there are and, for AI, data and software work, what there is to learn."
    )


def nearby(profile: Profile) -> str:
    """Work that O*NET lists as related to the person's own; empty where it is not known."""
    if not profile.current_role:
        return ""
    from tools.oews.onet import related
    from tools.oews.tables import occupations
    from tools.salary.pay import role_links

    role, _ = was_left(profile.current_role)
    links = role_links(role)
    own = {link.occupation.code for link in links}
    codes = [code for code in related(links[0].occupation.code) if code not in own] if links else []
    titles = [wording.subject(occupations()[code].title) for code in codes if code in occupations()]
    if not titles:
        return ""
    titles.sort(key=lambda title: "," in title)  # the nearest first, but lists of trades after single ones
    return (
        f"O*NET lists as related to {wording.subject(links[0].occupation.title)}: {'; '.join(titles[:_NEAREST])}. "
        "Name one, or any other work, and I'll look up what it pays."
    )


def _steps(question: Question) -> Iterator[str]:
    profile = question.profile
    if question.planned:
        yield "Tell me what you have finished, or which weeks you lost, and I revise your plan."
        return
    where = f" {_looked_up_in(profile.location)}" if profile.location else ""
    if profile.target_role:
        yield from _towards(profile, what_it_pays(profile.target_role), where)
        return
    if question.topic and not same_role(question.topic, profile.current_role):
        yield f"Do you want to work {as_worker(question.topic)}? Then tell me, and I keep that as your target."
    elif profile.current_role is None:
        yield "What work do you do now, and is there a role you would like to move to?"
    else:
        role, _ = was_left(profile.current_role)
        yield f"Is there a role you would like to move to? I can also look up {what_it_pays(role)}{where}."
        yield nearby(profile)
    yield "Name any role and I'll look up what it pays and how many jobs there are."


def _looked_up_in(location: str) -> str:
    """Where a lookup would be for: the person's place, or the nation for somebody abroad."""
    from tools.salary.place import resolve

    return f"in {wording.place(None) if resolve(location).outside else place_name(location)}"


def _towards(profile: Profile, pay: str, where: str) -> Iterator[str]:
    if usual := _usual_skills(profile):
        shortens = "it shortens" if len(usual) == 1 else "each of them shortens"
        yield f"Do you know {wording.listing(usual, 'or')}? If you tell me, {shortens} the way."
    if profile.hours_per_week is None:
        yield (
            f"Ask me {pay}{where} or how its job market stands; with your hours a week I can also draft a plan."
        )
        yield "How many hours a week could you give to it?"
    else:
        yield "Say “make my plan” when you want it all in one place."
        yield f"Ask me {pay}{where}, how its job market stands, or what there is to learn."


def _usual_skills(profile: Profile) -> list[str]:
    """What people in the person's work often know and the target asks for: to ask about, never to assume."""
    if profile.skills or not profile.current_role or not profile.target_role:
        return []
    from tools.roadmap.experience import skills_of_role
    from tools.roadmap.graph import needed_for
    from tools.roadmap.skills import link_skill
    from tools.roadmap.targets import link_target

    target = link_target(profile.target_role)
    wanted = set(target.needs) | needed_for(target.needs, ()) if target else set()
    usual = skills_of_role(was_left(profile.current_role)[0])
    return [name for name in usual if (linked := link_skill(name)) and linked.id in wanted][:_ASKED]


def was_left(role: str) -> tuple[str, bool]:
    """The role without "former", and whether that was said of it."""
    return _FORMER.sub("", role), bool(_FORMER.match(role))
