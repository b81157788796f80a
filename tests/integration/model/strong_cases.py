"""Conversations with a strong model: what the person says, what it reads and honestly writes."""

from tests.integration.model.strong_eighth import CASES as EIGHTH
from tests.integration.model.strong_fifth import CASES as FIFTH
from tests.integration.model.strong_forms import Case, Written, fact, finding, market, pay
from tests.integration.model.strong_fourth import CASES as FOURTH
from tests.integration.model.strong_fresh import CASES as FRESH
from tests.integration.model.strong_languages import FRENCH, GERMAN, SPANISH
from tests.integration.model.strong_more import CASES as MORE
from tests.integration.model.strong_second import CASES as SECOND
from tests.integration.model.strong_seventh import CASES as SEVENTH
from tests.integration.model.strong_sixth import CASES as SIXTH
from tests.integration.model.strong_third import CASES as THIRD

TEACHER = Case(
    "teacher",
    "en",
    "I've been teaching high school chemistry in Columbus, Ohio for eleven years and make 61,000, which I can't go below. I can put in 8 hours a week. Web developer or software developer?",
    {
        "facts": [
            fact("current_role", "chemistry teacher", "teaching high school chemistry"),
            fact("location", "Columbus, Ohio", "Columbus, Ohio"),
            fact("years_experience", 11, "for eleven years"),
            fact("present_pay", 61000, "make 61,000"),
            fact("hours_per_week", 8, "8 hours a week"),
        ],
        "lookups": [pay("software developer", "Columbus, OH"), pay("web developer", "Columbus, OH")],
        "wishes": ["which_first", "compare"],
    },
    (
        Written(
            "advice",
            "I would aim for software developer and let web apps be the first thing you build on the way.",
        ),
        finding(
            "Software developers in Columbus earn a median of {dev.p50}, and one in ten earns less than {dev.p10}.",
            "dev",
        ),
        finding(
            "Web developers there earn a median of {web.p50}; one in ten earns less than {web.p10}.", "web"
        ),
        finding("The difference between the two is {dev.p50 - web.p50}.", "dev", "web"),
        finding(
            "At the median a software developer earns {dev.p50 / web.p50}% of what a web developer does.",
            "dev",
            "web",
        ),
        finding(
            "Even the lowest tenth of software developers starts at {dev.p10}, above the 61,000 you need.",
            "dev",
        ),
        Written(
            "feeling", "Eleven years of explaining hard things to teenagers is no small thing to bring along."
        ),
        Written("advice", "Keep two evenings and your Sunday for study, and tell your family which ones."),
        Written(
            "advice",
            "1. Pick one tool your department would use.\n2. Build the smallest version.\n3. Let a colleague try it.",
        ),
        Written("question", "Shall I plan for software developer with your 8 hours a week?"),
    ),
    {"dev": ("Software Developers", "Columbus, OH"), "web": ("Web Developers", "Columbus, OH")},
)
OFFER = Case(
    "offer",
    "en",
    "I have an offer for a data scientist job in Chicago at 105k and have never negotiated anything. Can you write me the email to the recruiter?",
    {
        "facts": [fact("offer", 105000, "at 105k")],
        "lookups": [pay("data scientist", "Chicago, IL")],
        "wishes": ["ask_for", "letter"],
    },
    (
        finding(
            "In Chicago, data scientists earn a median of {ds.p50}; a quarter earn more than {ds.p75}.", "ds"
        ),
        finding("The median is {ds.p50 - P.offer} above what they offered.", "ds"),
        Written("feeling", "Never having negotiated is normal, and a polite question is not an affront."),
        Written("advice", "Thank them, say you want the job, and ask for a day or two to think it over."),
        Written("advice", "Name one number, give one reason, then stop talking and let them answer."),
        Written(
            "draft",
            "Hi [name],\n\nthank you so much for the offer. I am excited about joining as a data scientist in Chicago. Looking at what comparable jobs here pay, "
            "I was hoping we could bring the base above 105k. Could we talk about it this week?\n\nKind regards\n[your name]",
        ),
        Written("question", "What is the lowest base you would say yes to?"),
    ),
    {"ds": ("Data Scientists", "Chicago")},
)
LAYOFF = Case(
    "layoff",
    "en",
    "I got laid off this morning after 9 years as a customer support manager in Phoenix. I can't stop crying and don't know what I'm even good at.",
    {
        "facts": [
            fact("former_role", "customer support manager", "customer support manager"),
            fact("location", "Phoenix", "Phoenix"),
            fact("years_experience", 9, "after 9 years"),
        ],
        "wishes": ["feelings"],
    },
    (
        Written("feeling", "I'm so sorry."),
        Written(
            "feeling", "Losing a job after nine years hurts, and crying about it today is completely okay."
        ),
        Written(
            "feeling",
            "You can calm upset people and help a team grow, and none of that was taken from you this morning.",
        ),
        Written(
            "advice", "You do not need to decide anything this week; tell one person you trust, and sleep."
        ),
        Written(
            "advice",
            "When you feel ready, write down 3 situations in which a customer left calmer than they came.",
        ),
        Written("question", "Which part of the work did you enjoy most?"),
    ),
)
MARKET = Case(
    "market",
    "en",
    "Is software development still growing, or is it just me that nobody answers?",
    {
        "lookups": [market("software developer"), pay("software developer", "United States")],
        "wishes": ["market", "feelings"],
    },
    (
        finding(
            "Employment of software developers in the United States is projected to grow {out.growth} from 2025 to 2035.",
            "out",
        ),
        Written("feeling", "Silence after an application says little about you and stings all the same."),
        Written("advice", "Send fewer applications and write to one person in each team first."),
        finding("In the United States, software developers earn a median of {dev.p50}.", "dev"),
        Written("question", "How many have you sent so far, and to what kind of company?"),
    ),
    {"out": ("growth", "Software Developers"), "dev": ("10th percentile", "Software Developers (15-1252)")},
)
LIBRARY = Case(
    "library",
    "en",
    "What does an AI engineer do all day, compared with a data scientist?",
    {
        "lookups": [
            {
                "tool": "search_documents",
                "args": {"query": "What is the difference between an AI engineer and a data scientist?"},
            }
        ],
        "wishes": ["library"],
    },
    (
        Written(
            "quote", "The library puts it this way:", ("doc",), "Data scientist: explores and experiments"
        ),
        Written(
            "advice",
            "Try both for an afternoon: clean a table of your own, then put a small model behind a web page.",
        ),
        Written("question", "Which of the two afternoons would you rather repeat?"),
    ),
    {"doc": ("Data scientist: explores and experiments", "")},
)
INTERVIEW = Case(
    "interview",
    "en",
    "My interview as a web developer in Denver is in two days. Help me prepare, I know React and a bit of SQL.",
    {
        "facts": [
            {
                "field": "skills",
                "op": "add",
                "value": ["React", "SQL"],
                "quote": "I know React and a bit of SQL",
            }
        ],
        "lookups": [pay("web developer", "Denver, CO")],
        "wishes": ["interview"],
    },
    (
        Written(
            "advice",
            "Leave new topics alone; go through what you have built with React until you can tell it without notes.",
        ),
        Written(
            "draft",
            "- Tell me about a page you made faster. What did you measure?\n- How do you keep state in React, and why so?\n- Write a query that counts orders by customer.\n"
            "- What would you ask us?",
        ),
        finding(
            "If pay comes up: web developers in Denver earn a median of {web.p50}, the middle half {web.p25} to {web.p75}.",
            "web",
        ),
        Written("question", "Which of your projects are you proudest of?"),
    ),
    {"web": ("Web Developers", "Denver")},
)
PLAN = Case(
    "plan",
    "en",
    "I'm a nurse in Ohio with 8 hours a week and want to become a data analyst. Make my plan.",
    {
        "facts": [
            fact("current_role", "nurse", "a nurse"),
            fact("location", "Ohio", "Ohio"),
            fact("hours_per_week", 8, "8 hours a week"),
            fact("target_role", "data analyst", "become a data analyst"),
        ],
        "wants_plan": True,
        "wishes": ["plan"],
    },
    (),
    {"ds": ("Data Scientists", "Ohio")},
    (
        Written(
            "finding",
            "Data scientists, one of the two that stand in, earn a median of {ds.p50} in Ohio.",
            ("ds",),
        ),
        Written(
            "advice",
            "You read charts under pressure every day; tell that story first when you apply.",
            section="standing",
        ),
        Written(
            "advice", "Keep one evening a week without study, or the plan will not last.", section="risks"
        ),
    ),
    (
        "Ask two colleagues what they count by hand each week.",
        "Put your first script where somebody else can run it.",
    ),
)
CASES = (
    *(TEACHER, OFFER, LAYOFF, MARKET, LIBRARY, INTERVIEW, SPANISH, GERMAN, FRENCH, PLAN),
    *(*MORE, *FRESH, *SECOND, *THIRD, *FOURTH, *FIFTH, *SIXTH, *SEVENTH, *EIGHTH),
)
