"""How a model worded the last draft, kept for the next one: what code drafts once more has its words again."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from agent.models import Claim, Plan, Wording
from agent.plans.labels import ENGLISH
from agent.plans.plan_texts import LISTS, Texts, plan_texts, with_texts
from agent.plans.rendering import repeated_milestone

At = tuple[str, int]


_OF_A_MILESTONE = ("title", "does", "proof")


class Page(NamedTuple):
    """A plan in the words of its last draft, and what code drafted at each place of it.

    `milestones` are their texts by id ("M1.title"), and those of the summary, in a language that they are not drafted in.
    """

    plan: Plan
    drafted: dict[At, str]
    milestones: dict[str, str]


def page_of(
    plan: Plan, wording: Wording | None, wrong: Collection[str] = (), language: str = ENGLISH
) -> Page:
    """`plan` as code drafted it, in the words of the last draft where that says the same; `wrong` texts stay code's."""
    held = wording.texts if wording else {}
    found = [
        (at, claim.text, claim if worded.text in wrong else worded.model_copy(update={"by": claim.by}))
        for at, claim in plan_texts(plan).items()
        for worded in [held.get(claim.text, claim)]
        if worded.text
    ]
    texts = Texts({at: claim for at, _, claim in found})
    titles = wording.titles if wording else {}
    page = with_texts(plan, texts)
    sections = [each.model_copy(update={"title": titles.get(each.id, each.title)}) for each in page.sections]
    outlook = plan.outlook
    ends = [outlook.afterwards.text] if outlook and outlook.afterwards else []
    skipped = (
        [name for group in outlook.skipped for name in group.skills] if outlook and plan.of_steps else []
    )
    beside = {
        f"{name}.{at}": text
        for name, listed in (("after", ends), ("not_in", skipped))
        for at, text in enumerate(listed, 1)
    }
    texts_of = beside | {
        f"{each.id}.{name}": text
        for each in plan.milestones
        for name in _OF_A_MILESTONE
        if (text := getattr(each, name)) and text not in plan.theirs
    }
    milestones = {} if language == ENGLISH else texts_of
    known = {text: held[text].text for text in milestones.values() if text in held}
    page = page.model_copy(update={"sections": sections, "worded": known})
    drafted = dict(zip(plan_texts(page), (drafted for _, drafted, _ in found), strict=True))
    return Page(page, drafted, milestones)


def wording_of(
    page: Page, after: Plan, changes: Mapping[At, Claim], gone: Collection[At], before: Wording | None
) -> Wording:
    """The wording of a draft: what was kept of the last one, `changes` under the text each took the place of, `gone` as empty."""
    drafted = {*page.drafted.values()}
    worded = {text: Claim(text=shown) for text, shown in after.worded.items() if text not in drafted}
    held = before.texts if before else {}
    kept = {text: claim for text, claim in held.items() if text in drafted or not claim.text}
    kept |= {page.drafted[at]: claim for at, claim in changes.items() if at in page.drafted}
    kept |= worded | {page.drafted[at]: Claim(text="") for at in gone}
    added: dict[str, list[Claim]] = {}
    for at, claim in changes.items():
        if at not in page.drafted:
            added.setdefault(at[0], []).append(claim)
    titles = {section.id: section.title for section in after.sections}
    return Wording(language=after.language, titles=titles, texts=kept, added=added)


def shown_claims(page: Page, wording: Wording | None) -> list[dict[str, object]]:
    """The texts of a page by their ids for who words it; those of the last draft are marked."""
    worded = {claim.text for claim in wording.texts.values()} if wording else set()
    claims: list[dict[str, object]] = [
        {"id": name, "text": claim.text}
        | ({} if at[0] in LISTS else {"section": at[0], "evidence": claim.evidence})
        | ({"worded": True} if claim.text in worded else {})
        for name, at, claim in named_texts(page.plan)
        # What only says a milestone again is not shown beside it.
        if claim.text not in page.plan.theirs and repeated_milestone(claim, page.plan) is None
    ]
    return claims + [
        {"id": name, "text": page.plan.word(text)} | ({"worded": True} if text in page.plan.worded else {})
        for name, text in page.milestones.items()
    ]


def named_texts(plan: Plan) -> list[tuple[str, At, Claim]]:
    """Every text of a draft with its id ("pay.1", "next_actions.2") and its place."""
    return [(f"{at[0]}.{at[1] + 1}", at, claim) for at, claim in plan_texts(plan).items()]
