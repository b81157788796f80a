"""Conversations of a seventh stranger: those that the coach was mended by after they were seen once."""

from tests.integration.model.strong_forms import Case, fact, market, pay, teller
from tests.integration.model.strong_seventh_languages import CASES as LANGUAGES

en = teller("en")

_DISPATCHER = Case(
    "dispatcher",
    "en",
    "I dispatch trucks in Memphis for 46k and my boss keeps saying I should go for logistician. Would that be a raise, and can I do it without going back to school full time? About 7 hours a week is what I have.",
    {
        "facts": [
            fact("current_role", "dispatcher", "I dispatch trucks"),
            fact("location", "Memphis", "in Memphis"),
            fact("present_pay", 46000, "for 46k"),
            fact("hours_per_week", 7, "About 7 hours a week"),
        ],
        "lookups": [pay("logistician", "Memphis, TN"), pay("dispatcher", "Memphis, TN")],
        "wishes": ["realistic", "pay"],
    },
    (
        en(
            "finding",
            "Yes, on paper it would be a raise: logisticians in the Memphis area earn {log.p50} in the middle, {log.p50 - P.present_pay} above your 46k.",
            "log",
        ),
        en(
            "finding",
            "The bottom quarter earn {log.p25} or less, so a first job may not be a leap.",
            "log",
        ),
        en(
            "finding",
            "There are {log.employment} of these jobs around Memphis and {dis.employment} dispatchers.",
            "log",
            "dis",
        ),
        en(
            "advice",
            "I'd ask your boss what he means by it: a title with more money inside the company, or a job you would have to find elsewhere. The first costs one conversation.",
        ),
        en(
            "advice",
            "For seven hours a week, pick one thing a logistician does that you could show: the cost of one route, worked out over a month, in a spreadsheet.",
        ),
        en("question", "Has anyone at your company made that move?"),
    ),
    {"log": ("Logisticians", "Memphis"), "dis": ("Dispatchers", "Memphis")},
)
_COUNTEROFFER = Case(
    "counteroffer",
    "en",
    "Marketing specialist in Minneapolis. New place says 78,000 with 3 weeks off, my current one countered at 74,500 and I get 25 days. I make 69,000 today. I don't trust counteroffers. What would you do?",
    {
        "facts": [
            fact("current_role", "marketing specialist", "Marketing specialist"),
            fact("location", "Minneapolis", "in Minneapolis"),
            fact("present_pay", 69000, "I make 69,000"),
            fact("offer", 78000, "78,000 with 3 weeks off"),
            fact("offer", 74500, "countered at 74,500"),
        ],
        "lookups": [pay("market research analyst", "Minneapolis, MN")],
        "wishes": ["offer", "compare"],
    },
    (
        en(
            "advice",
            "I'd lean towards the new place, but not for the money: the two are 3,500 apart, and ten more days off are worth about that.",
        ),
        en(
            "finding",
            "Both are close to what the field pays in Minneapolis, where market research analysts and marketing specialists have a median of {mk.p50}.",
            "mk",
        ),
        en(
            "finding",
            "The upper quarter starts at {mk.p75}, so 78,000 leaves room to grow.",
            "mk",
        ),
        en(
            "advice",
            "Your distrust is a reason in itself. Ask yourself what made you look around in the first place, and whether 5,500 a year mends that.",
        ),
        en(
            "draft",
            "Hi [name],\n\nthank you for the counteroffer; I know it took effort. I've thought about it and have decided to accept the other position. I'd like to stay until [date] and leave everything in good order.\n\nThank you for these years,\n[your name]",
        ),
        en("question", "If both paid the same, where would you want to be on a Monday morning?"),
    ),
    {"mk": ("Market Research Analysts", "Minneapolis")},
)
_LABTECH = Case(
    "labtech",
    "en",
    "is python worth it for a lab technician in raleigh?? everyone at work says learn it. 6 hrs/week, no coding so far",
    {
        "facts": [
            fact("current_role", "lab technician", "a lab technician"),
            fact("location", "Raleigh", "in raleigh"),
            fact("hours_per_week", 6, "6 hrs/week"),
        ],
        "lookups": [
            {"tool": "generate_roadmap", "args": {"role": "data analyst"}},
            pay("data analyst", "Raleigh, NC"),
        ],
        "wishes": ["worth_it"],
    },
    (
        en(
            "advice",
            "Worth it if there is a chore at the bench you would like to be rid of; not worth it as a line on a CV.",
        ),
        en(
            "finding",
            "If you meant it as a way into data work: the whole road to data analyst is about {road.typical} of study, {road.typical_2} at your pace.",
            "road",
        ),
        en("finding", "It could also take {road.p90}.", "road"),
        en(
            "finding",
            "Data scientists around Raleigh earn a median of {ds.p50}; one in four earns more than {ds.p75}.",
            "ds",
        ),
        en(
            "advice",
            "Try it for two weekends: take one result sheet you fill in by hand and let ten lines of Python do it. If you curse and still want to go on, go on.",
        ),
    ),
    {"road": ("study hours in all", "Data analyst"), "ds": ("10th percentile", "Raleigh")},
)
_MARKET = Case(
    "cs_senior",
    "en",
    "I graduate in May with a CS degree and my feed is nothing but doom. Is software development actually dead for juniors? Give me numbers not vibes.",
    {
        "facts": [fact("target_role", "software developer", "software development")],
        "lookups": [market("software developer")],
        "wishes": ["market", "feelings"],
    },
    (
        en(
            "finding",
            "Not dead: employment of software developers is projected to grow by {out.growth} from 2025 to 2035.",
            "out",
        ),
        en(
            "finding",
            "The doom has a base too: technology postings are down {ind.change_2} since early 2020, while AI technology postings are up {ind.change}.",
            "ind",
        ),
        en(
            "finding",
            "The largest number of jobs is in the New York area, {top.employment}, followed by Seattle with {top.employment_2}.",
            "top",
        ),
        en(
            "advice",
            "So plan for a longer search, not for another career. Ship one thing that strangers use before May, and apply where the product is not software.",
        ),
        en(
            "feeling",
            "Watching people say your field is over in the month you finish is a rotten way to graduate.",
        ),
        en("question", "Which city could you live in?"),
    ),
    {
        "out": ("projected employment growth: Software developers: 10 %", ""),
        "ind": ("Technology postings, change since early 2020", ""),
        "top": ("Places with most jobs nationwide", ""),
    },
)
CASES = (_DISPATCHER, _COUNTEROFFER, _LABTECH, _MARKET, *LANGUAGES)
