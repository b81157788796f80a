"""Conversations of an eighth stranger: counted at first sight, and kept aside after that."""

from tests.integration.model.strong_eighth_languages import CASES as LANGUAGES
from tests.integration.model.strong_forms import Case, fact, market, pay, teller

en = teller("en")

_PARALEGAL = Case(
    "receptionist",
    "en",
    "Front desk at a dentist in Tucson, $17.80/hr. I've always liked reading contracts (weird, I know). How long would it take me to become a paralegal with 8 hours a week and what would I earn?",
    {
        "facts": [
            fact("current_role", "receptionist", "Front desk at a dentist"),
            fact("location", "Tucson", "in Tucson"),
            fact("present_pay", 37024, "$17.80/hr"),
            fact("hours_per_week", 8, "8 hours a week"),
            fact("target_role", "paralegal", "become a paralegal"),
        ],
        "lookups": [
            {"tool": "generate_roadmap", "args": {"role": "paralegal"}},
            pay("paralegal", "Tucson, AZ"),
        ],
        "wishes": ["realistic", "pay"],
    },
    (
        en(
            "finding",
            "The steps up to the door come to about {road.typical} of your own time, that is {road.typical_2} or so at 8 hours a week.",
            "road",
        ),
        en(
            "finding",
            "What comes behind the door isn't in that: usually an associate's degree or a certificate in paralegal studies.",
            "road",
        ),
        en(
            "finding",
            "Paralegals in Tucson have a median of {par.p50}. Against your $17.80 an hour that's {par.p50 - P.present_pay} a year more.",
            "par",
        ),
        en("finding", "One in ten earns under {par.p10}, one in ten over {par.p90}.", "par"),
        en(
            "advice",
            "Spend one lunch hour in the public court records before you spend a dollar. Whoever enjoys that is in the right place.",
        ),
        en("feeling", "Liking contracts isn't weird. It is the part most people pay somebody else to do."),
    ),
    {"road": ("study hours in all", "paralegals"), "par": ("Paralegals", "Tucson")},
)
_NEGOTIATE = Case(
    "civil",
    "en",
    "Civil engineer, Sacramento, PE license, 9 yrs. Review is on Thursday and I'm at 104,000. What should I ask for, and what do I say when they claim there's no budget?",
    {
        "facts": [
            fact("current_role", "civil engineer", "Civil engineer"),
            fact("location", "Sacramento", "Sacramento"),
            fact("years_experience", 9, "9 yrs"),
            fact("present_pay", 104000, "I'm at 104,000"),
        ],
        "lookups": [pay("civil engineer", "Sacramento, CA")],
        "wishes": ["ask_for"],
    },
    (
        en(
            "advice",
            "Ask for a number above the median of your area and say why in two sentences: the license and nine years.",
        ),
        en(
            "finding",
            "For Sacramento the median of civil engineers is {ce.p50}; the 75th percentile is {ce.p75}.",
            "ce",
        ),
        en(
            "finding",
            "You are at {P.present_pay / ce.p50}% of the median.",
            "ce",
        ),
        en(
            "advice",
            'When they say there is no budget, don\'t argue with it. Say: "When will there be one, and what would have to be true by then?" Then write down the date.',
        ),
        en(
            "draft",
            "Thank you for taking the time on Thursday. I've been here for 9 years, I hold my PE and I sign for work that others can't. I'd like my salary to reflect that: [amount]. What would you need from me to get there?",
        ),
        en("question", "Has anyone with your license left in the last year?"),
    ),
    {"ce": ("Civil Engineers", "Sacramento")},
)
_PILOT = Case(
    "carwash",
    "en",
    "i run a car wash crew in tampa. no diploma. 33k. want out before summer. thinking hvac or solar installer",
    {
        "facts": [
            fact("current_role", "car wash supervisor", "i run a car wash crew"),
            fact("location", "Tampa", "in tampa"),
            fact("present_pay", 33000, "33k"),
            fact("alternatives", ["HVAC technician", "solar installer"], "hvac or solar installer"),
        ],
        "lookups": [pay("hvac technician", "Tampa, FL"), pay("solar installer", "Tampa, FL")],
        "wishes": ["compare", "which_first"],
    },
    (
        en(
            "advice",
            "HVAC first. Air conditioning breaks in every summer, solar depends on who gets a subsidy this year.",
        ),
        en(
            "finding",
            "In Tampa, HVAC mechanics (Heating, Air Conditioning, and Refrigeration Mechanics and Installers) earn {hv.p50} at the median.",
            "hv",
        ),
        en("finding", "Solar photovoltaic installers earn {so.p50}.", "so"),
        en(
            "finding",
            "Either way you'd be well above your 33k: by {hv.p50 - P.present_pay} or {so.p50 - P.present_pay}.",
            "hv",
            "so",
        ),
        en("finding", "Jobs: {hv.employment} in HVAC, {so.employment} in solar.", "hv", "so"),
        en(
            "advice",
            "You lead a crew already. Put that in the first line and leave the diploma question to them.",
        ),
        en("question", "How are you with heights?"),
    ),
    {"hv": ("Heating, Air Conditioning", "Tampa"), "so": ("Solar Photovoltaic", "Tampa")},
)
_AI = Case(
    "where_to",
    "en",
    "Where in the US do software developers make the most? I'm in Boise on 112k, remote since 2021, and could move anywhere but I hate big cities.",
    {
        "facts": [
            fact("current_role", "software developer", "software developers"),
            fact("location", "Boise", "in Boise"),
            fact("present_pay", 112000, "on 112k"),
        ],
        "lookups": [market("software developer"), pay("software developer", "Boise, ID")],
        "wishes": ["market", "compare"],
    },
    (
        en(
            "finding",
            "The San Jose area pays most, a median of {best.p50}, then San Francisco with {best.p50_2} and Seattle with {best.p50_3}.",
            "best",
        ),
        en(
            "finding", "Boise: {boi.p50}. So you are {P.present_pay - boi.p10} above its lowest tenth.", "boi"
        ),
        en(
            "finding",
            "San Jose is {best.p50 / boi.p50} times Boise, before you have paid rent there.",
            "best",
            "boi",
        ),
        en(
            "advice",
            "If you hate big cities, don't move for a median. Ask your remote employer for a raise first; since 2021 you have proof it works.",
        ),
        en("question", "What would you do with the difference?"),
    ),
    {"best": ("Places with the highest median", ""), "boi": ("10th percentile", "Boise")},
)
CASES = (_PARALEGAL, _NEGOTIATE, _PILOT, _AI, *LANGUAGES)
