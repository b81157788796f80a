"""Plans to export: a real roadmap with pay, and hostile texts."""

from datetime import date

from agent.models import Approval, Claim, Plan, Profile, Section
from tools.evidence import Evidence, Figure, Source
from tools.roadmap import generate

TODAY = date(2027, 2, 1)
PROFILE = Profile(target_role="AI engineer", location="Austin", hours_per_week=8, target_salary=150_000)


def pay_evidence(name: str, amounts: dict[str, int], place: str = "Austin, TX") -> Evidence:
    figures = [
        Figure(
            label=f"{statistic} annual wage",
            value=value,
            unit="USD/year",
            subject="Software Developers (15-1252)",
            place=place,
            period="2025-05",
            statistic=statistic,
        )
        for statistic, value in amounts.items()
    ]
    source = Source(
        title="Occupational wages", publisher="Statistics office", date="2025-05", locator="table 1"
    )
    return Evidence(
        id=name, kind="salary", text="Pay of software developers.", figures=figures, source=source
    )


def real_plan(role: str = "AI engineer", hours: float = 8) -> tuple[Plan, list[Evidence]]:
    """An approved plan with the roadmap of `role`, and its evidence."""
    roadmap = generate(role, ["Python", "SQL"], hours, start=TODAY)
    evidence = [
        item.model_copy(update={"id": f"E{number}"}) for number, item in enumerate(roadmap.evidence, start=1)
    ]
    pay = pay_evidence(
        f"E{len(evidence) + 1}",
        {"p10": 80_000, "p25": 96_000, "p50": 134_000, "p75": 168_000, "p90": 210_000},
    )
    evidence.append(pay)
    plan = Plan(
        version=3,
        start="2027-02-01",
        sections=[
            Section(
                id="gap", title="Gap", claims=[Claim(text="There is something to learn.", evidence=["E1"])]
            ),
            Section(
                id="pay",
                title="Pay outlook",
                claims=[Claim(text="The median is $134,000.", evidence=[pay.id])],
            ),
            Section(id="own", title="Your own", claims=[Claim(text="I start on Mondays.", by="person")]),
        ],
        milestones=roadmap.milestones,
        assumptions=["Eight hours a week."],
        next_actions=["Begin with M1."],
        sources=[pay.source, roadmap.evidence[0].source],
        approval=Approval(by="local", at="2027-02-01T09:00:00+00:00"),
    )
    return plan, evidence


def hostile(text: str) -> tuple[Plan, list[Evidence], Profile]:
    """A plan that says `text` wherever a person or a document may have put it."""
    plan, evidence = real_plan("Docker")
    milestone = plan.milestones[0].model_copy(update={"title": text, "skills": [text], "proof": text})
    milestone.resources[0].title = text
    milestone.resources[0].url = f"https://example.org/{text}"
    said = plan.model_copy(
        update={
            "sections": [Section(id="pay", title=text, claims=[Claim(text=text, evidence=["E1", text])])],
            "milestones": [milestone, milestone.model_copy(update={"id": "M2", "after": [text, "M1"]})],
            "assumptions": [text],
            "next_actions": [text],
        }
    )
    return said, evidence, Profile(target_role=text, location=text)
