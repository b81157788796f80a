"""Conversations of a third stranger: reckoning with what the person said, comparisons over places, lists, asides."""

from tests.integration.model.strong_forms import Case, Written, fact, finding, market, pay
from tests.integration.model.strong_third_languages import CASES as LANGUAGES

_CHEF = Case(
    "dishes",
    "en",
    "I wash dishes and do some prep in Albuquerque for $15.50 an hour, 30 hours a week. I could study 6 hours a week. Is becoming an electrician or a plumber smarter? I'm 41.",
    {
        "facts": [
            fact("current_role", "dishwasher", "I wash dishes"),
            fact("location", "Albuquerque", "in Albuquerque"),
            fact("present_pay", 24180, "$15.50 an hour, 30 hours a week"),
            fact("hours_per_week", 6, "6 hours a week"),
        ],
        "lookups": [
            pay("electrician", "Albuquerque, NM"),
            pay("plumber", "Albuquerque, NM"),
            pay("electrician", "United States"),
        ],
        "wishes": ["which_first", "compare"],
    },
    (
        finding(
            "On pay alone it's nearly a tie. Electricians around Albuquerque earn a median of {el.p50}; plumbers, pipefitters and steamfitters earn {pl.p50}.",
            "el",
            "pl",
        ),
        finding(
            "Either one is a big jump from $15.50 an hour: even the lowest-paid tenth of electricians there make {el.p10}.",
            "el",
        ),
        finding(
            "There are more electricians ({el.employment} jobs) than plumbers ({pl.employment}) in the area.",
            "el",
            "pl",
        ),
        finding(
            "Albuquerque pays less than the country as a whole, where the median electrician makes {us.p50}. That gap is {us.p50 - el.p50} a year.",
            "us",
            "el",
        ),
        Written(
            "feeling",
            "At 41 you have more than twenty working years ahead of you, so this is not late. It only feels late because you compare yourself with nineteen-year-olds.",
        ),
        Written(
            "advice",
            "Ask both locals when they take applications, and what they pay in year one. Do it by phone, in the morning, and write down the name of the person you spoke to.",
        ),
        Written(
            "draft",
            "Hi, my name is [name]. I'm 41, I work in a kitchen, and I'm looking into an apprenticeship. Do you have 10 minutes to tell me how your intake works and when the next one is?",
        ),
        Written(
            "question",
            "Which would you rather do on a cold Monday: pull wire in an attic or crawl under a sink?",
        ),
    ),
    {
        "el": ("Electricians", "Albuquerque"),
        "pl": ("Plumbers", "Albuquerque"),
        "us": ("Electricians", "United States"),
    },
)
_REMOTE = Case(
    "remote",
    "en",
    "My company wants me back in the office in San Jose. I'm a software developer on 190k and would rather move to Boise and take a pay cut. How big would it be?",
    {
        "facts": [
            fact("current_role", "software developer", "a software developer"),
            fact("location", "San Jose", "in San Jose"),
            fact("present_pay", 190000, "on 190k"),
        ],
        "lookups": [pay("software developer", "San Jose, CA"), pay("software developer", "Boise, ID")],
        "wishes": ["compare"],
    },
    (
        finding(
            "Quite big, if you take a local job: software developers have a median of {sj.p50} in San Jose and {bo.p50} in Boise.",
            "sj",
            "bo",
        ),
        finding(
            "Boise pays {bo.p50 / sj.p50}% of what San Jose does at the median, and your 190k would be well above the 90th percentile there ({bo.p90}).",
            "bo",
            "sj",
        ),
        finding(
            "You'd also be fishing in a smaller pond: {bo.employment} developer jobs in the Boise area versus {sj.employment} around San Jose.",
            "bo",
            "sj",
        ),
        Written(
            "advice",
            "Before you resign yourself to a cut, ask in writing for an exception. The worst they can say is no, and then at least you know.",
        ),
        Written(
            "advice",
            "If you do look: remote roles with companies outside Idaho are a third way. Filter for them first, and give it 30 applications before you judge the market.",
        ),
        Written(
            "draft",
            "Hi [manager],\n\nThe new office rule doesn't work for my family. I'd like to propose staying fully remote, with one week a quarter on site. Could we talk about it on Thursday?\n\nBest,\n[name]",
        ),
        Written("question", "Is it the commute, the city, or the people that you want to leave behind?"),
    ),
    {"sj": ("Software Developers", "San Jose"), "bo": ("Software Developers", "Boise")},
)
_DATA = Case(
    "postings",
    "en",
    "I keep hearing AI skills pay more. True for somebody in marketing? And what would I even need to learn without coding?",
    {
        "lookups": [
            market("data analyst"),
            {
                "tool": "search_documents",
                "args": {"query": "What should somebody who does not program learn about AI?"},
            },
        ],
        "wishes": ["market", "library"],
    },
    (
        finding(
            "In job ads, yes: Lightcast found that US postings naming one AI skill advertise {lc.premium} more pay.",
            "lc",
        ),
        finding(
            "PwC puts the premium at {pwc.premium} for 2024, but it measures something else: the same occupation over six continents.",
            "pwc",
        ),
        finding(
            "So treat them as two different yardsticks and not as a raise you can count on.",
            "lc",
            "pwc",
        ),
        Written(
            "quote",
            "What to learn without code, according to the library:",
            ("doc",),
            "What language models can and cannot do",
        ),
        finding("Evaluation belongs to it too: a list of real questions with right answers.", "doc"),
        Written(
            "advice",
            "Take one campaign you ran last year and let a model draft 15 subject lines. Keep a sheet with what you would have sent and why. After two weeks you'll have something to show.",
        ),
        Written("question", "Which part of your week is copy and which part is numbers?"),
    ),
    {
        "lc": ("Lightcast (2025-07-28)", ""),
        "pwc": ("Workers with AI skills against others", ""),
        "doc": ("Three things carry a product manager", ""),
    },
)
CASES = (_CHEF, _REMOTE, _DATA, *LANGUAGES)
