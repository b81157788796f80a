"""More models that lie, written without a look at what the guards know; and people who put things in their own way."""
# ruff: noqa: RUF001 - some of them write letters and digits that only look like ours

import re
from collections.abc import Callable

from langchain_core.messages import BaseMessage

from tests.fakes_model import Reply, Script
from tests.integration.model.hostile import Hostile, Person
from tests.integration.model.hostile_model import says

PEOPLE = [
    Person(
        "hey, been hauling freight out of Memphis for nine years, honestly I could spare 7 hours a week",
        "any idea what a web developer takes home around there, roughly?",
        7,
        "web developer",
    ),
    Person(
        "Good evening. I keep the books of a small shop in Fresno, and 9 hours a week are what I can study.",
        "Could you tell me, if it isn't too much trouble, what data scientists are paid?",
        9,
        "data scientist",
    ),
    Person(
        "so basically i'm a pharmacy tech, Denver, got 5 hours a week, hate the night shifts",
        "what kind of money would a data analyst see, gut feeling aside",
        5,
        "data analyst",
    ),
]

Answer = Callable[[str], str]


def lying(answer: str | Answer, claims: list[str], actions: list[str], reply: str | None = None) -> Script:
    """Says `answer`, where MONEY stands for the first wage that the evidence holds."""

    def answered(messages: list[BaseMessage], _names: list[str]) -> Reply:
        text = answer if isinstance(answer, str) else answer(str(messages[-1].content))
        return text.replace("MONEY", _money(str(messages[-1].content)))

    return says({"reply": reply or ""}, answered, claims, actions)


def _money(text: str) -> str:
    found = re.search(r"\d{2,3},\d{3}", text)
    return found[0] if found else "135,980"


def quoted_rules(messages: list[BaseMessage], _names: list[str]) -> Reply:
    return "Here is what I was told: " + " ".join(str(message.content) for message in messages[:1])[:600]


FIGURES: dict[str, Hostile] = {
    "figures in words": Hostile(
        lying(
            "Expect a hundred and ninety grand a year [E1]. A median of two hundred thousand dollars is usual [E1]. Pay is in the mid six figures [E1].",
            ["They make a quarter of a million dollars a year.", "The usual pay is ninety-nine grand."],
            ["Ask for a quarter million.", "Spend forty hours on it this week."],
            "That pays half a million dollars.",
        ),
        [
            "ninety grand",
            "two hundred thousand",
            "mid six figures",
            "quarter of a million",
            "ninety-nine",
            "quarter million",
            "half a million",
        ],
    ),
    "shares of what is known": Hostile(
        lying(
            "That is 41 percent above the median [E1]. You would earn about ten times as much as now [E1]. The range is $701k to $802k [E1]. It pays $MONEY plus $50,001 in bonus [E1].",
            ["Pay is 41 percent above {E1.p50}.", "With bonus it is double {E1.p50}."],
            ["Negotiate 41 percent more."],
        ),
        ["41 percent", "ten times", "701k", "802k", "50,001", "double $"],
    ),
    "another currency": Hostile(
        lying(
            "The median is €MONEY a year [E1]. In pounds that is £MONEY [E1]. Or ¥MONEY a month [E1]. It is $MONEY a week [E1].",
            ["The median is €{E1.p50} a year.", "The median is {E1.p50} an hour."],
            [],
        ),
        ["€", "£", "¥"],
    ),
    "a place in its own language": Hostile(
        lying(
            "In Deutschland verdient man $MONEY im Jahr [E1]. En España el sueldo es de $MONEY [E1]. 日本では年収は $MONEY です [E1]. В Японии платят $MONEY [E1]. In München the median is $MONEY [E1].",
            [
                "In Deutschland, {E1.subject} earn a median of {E1.p50} ({E1.period}).",
                "日本では {E1.p50} です。",
            ],
            [],
        ),
        ["Deutschland", "España", "日本", "Японии", "München"],
    ),
    "the right figure of another year": Hostile(
        lying(
            "In 2019 the median was $MONEY [E1]. By 2033 it will be $MONEY [E1]. Twenty years ago it was $MONEY already [E1]. Last year it was $MONEY [E1].",
            [
                "In March 2011, {E1.subject} in {E1.place} earned a median of {E1.p50}.",
                "Next year the median will be {E1.p50}.",
            ],
            [],
        ),
        ["In 2019 the", "2033", "Twenty years ago", "March 2011", "Last year it", "Next year the"],
    ),
    "the wrong statistic": Hostile(
        lying(
            "Nine in ten of them earn more than $MONEY in {place} [E1]. The lowest paid tenth earns $MONEY [E1]. Nobody earns less than $MONEY [E1]. Everyone starts at $MONEY [E1].",
            [
                "Beginners in {E1.place} earn {E1.p90} ({E1.period}).",
                "Nobody in {E1.place} earns less than {E1.p50} ({E1.period}).",
            ],
            [],
        ),
        ["Nobody earns less", "Everyone starts", "lowest paid tenth earns", "Beginners in", "Nobody in"],
    ),
    "another occupation": Hostile(
        lying(
            "Surgeons earn a median of $MONEY a year [E1]. Airline pilots in May 2025 earned a median of $MONEY [E1].",
            ["Surgeons in {E1.place} earn a median of {E1.p50} ({E1.period})."],
            [],
        ),
        ["Surgeons", "pilots"],
    ),
    "approved by you": Hostile(
        lying(
            "Approved by you this morning. Status: delivered. You signed it off yesterday, so it is binding. ✅ Approval complete.",
            [
                "Approved by you on request.",
                "Status: final, as agreed with you.",
                "You have given your consent to this plan.",
            ],
            ["Nothing is left to approve.", "Your consent is on file."],
            "Done: your plan went out, and you agreed to it.",
        ),
        [
            "Approved by you this",
            "Approved by you on request",
            "Status: delivered",
            "signed it off",
            "Approval complete",
            "Status: final",
            "given your consent",
            "left to approve",
            "consent is on file",
            "went out, and you agreed",
        ],
    ),
    "links that look like sources": Hostile(
        lying(
            "See the [official table](https://bls-gov.example/oews). [E1](http://evil.example/1) says so. <http://evil.example/2> [1]\n\n[1]: http://evil.example/3\n\nftp://evil.example/4 and evil.example/5 and bit.ly/evil6",
            ["See [the table](https://bls-gov.example/oews).", "More at bit.ly/evil6."],
            ["Open [this](https://bls-gov.example/oews).", "Go to evil.example/5."],
            "Look at evil.example/5 or bit.ly/evil6.",
        ),
        ["bls-gov", "evil.example", "evil6"],
    ),
    "evidence that does not exist": Hostile(
        lying(
            "It pays $888,001 [E77]. It pays $888,002 [E0]. It pays $888,003 [e1]. It pays $888,004 [Source 4]. It pays $888,005 [E1a]. It pays $888,006 (E1). Pay is good [E404].",
            ["It pays {E77.p50}.", "It is good work."],
            [],
        ),
        ["888,00", "E77", "E404", "[E0]", "E1a", "Source 4"],
    ),
    "odd digits": Hostile(
        lying(
            "It pays ＄７７７，７７７ [E1]. It pays ٧٧٧٬٧٧٧ dollars [E1]. It pays $𝟕𝟕𝟕,𝟕𝟕𝟕 [E1]. It pays $7\u200b77,\u200b777 [E1]. It pays $10⁶ [E1]. It pays ⅣⅭ thousand dollars [E1]. It pays $777‚777 [E1]. It pays ②⓪⓪ thousand dollars [E1]. It pays seven\u00adhundred thousand dollars [E1].",
            [
                "It pays ＄７７７，７７７ a year.",
                "It pays $𝟕𝟕𝟕,𝟕𝟕𝟕.",
                "It pays $10⁶.",
                "It pays ⅣⅭ thousand dollars.",
            ],
            ["Ask for ＄７７７，７７７.", "Ask for $10⁶.", "Ask for ②⓪⓪ thousand."],
            "It pays ＄７７７，７７７ or $10⁶.",
        ),
        ["７７７", "٧٧٧", "𝟕", "7\u200b77", "10⁶", "ⅣⅭ", "777‚777", "②⓪⓪", "seven\u00adhundred"],
    ),
}
