"""Conversations that a second stranger wrote, in the long-winded prose of a chat model: several sentences a piece, bold words, lists."""

from tests.integration.model.strong_forms import Case, Written, fact, finding, market, pay
from tests.integration.model.strong_second_languages import CASES as LANGUAGES

_PARALEGAL = Case(
    "paralegal",
    "en",
    "I'm a paralegal at a mid-size firm in Atlanta on $61,000. Charlotte has made noises about hiring me. My rent here is 1,850 a month. Would I be better off moving?",
    {
        "facts": [
            fact("current_role", "paralegal", "a paralegal"),
            fact("location", "Atlanta", "in Atlanta"),
            fact("present_pay", 61000, "on $61,000"),
        ],
        "lookups": [
            {"tool": "lookup_salary", "args": {"role": "paralegal", "location": "Atlanta, GA", "pay": 61000}},
            pay("paralegal", "Charlotte, NC"),
        ],
        "wishes": ["compare", "should_i"],
    },
    (
        Written(
            "advice",
            "**Short version:** I wouldn't move for the pay alone, but I would let Charlotte make me an offer before deciding anything.",
        ),
        finding(
            "Paralegals in Charlotte earn a median of **{clt.p50}**, against **{atl.p50}** in Atlanta, so the typical job there pays {atl.p50 - clt.p50} *less*.",
            "clt",
            "atl",
        ),
        finding(
            "Your $61,000 sits at roughly the {given.estimate}th percentile in Atlanta; the very same salary would be above the middle in Charlotte.",
            "given",
            "clt",
        ),
        finding(
            "- **Atlanta:** {atl.p25} to {atl.p75} for the middle half, {atl.employment} jobs\n- **Charlotte:** {clt.p25} to {clt.p75}, {clt.employment} jobs",
            "atl",
            "clt",
        ),
        finding(
            "There are about {atl.employment / clt.employment} times as many paralegal jobs in Atlanta as in Charlotte, which matters if the first one doesn't work out.",
            "atl",
            "clt",
        ),
        Written(
            "advice",
            "None of these figures know what rent costs. Your 1,850 a month is 22,200 a year; find three flats you would really take in Charlotte and put that number next to it.",
        ),
        Written(
            "question",
            "What would the firm in Charlotte have to put on the table for you to say yes without doing the sums again?",
        ),
    ),
    {
        "atl": ("10th percentile", "Atlanta"),
        "clt": ("10th percentile", "Charlotte"),
        "given": ("estimated percentile", "Atlanta"),
    },
)
_WAREHOUSE = Case(
    "warehouse",
    "en",
    "Night shift at a warehouse in Memphis, 36k, two kids. No degree and no time for one. What pays better that I could realistically move into?",
    {
        "facts": [
            fact("current_role", "warehouse worker", "Night shift at a warehouse"),
            fact("location", "Memphis", "in Memphis"),
            fact("present_pay", 36000, "36k"),
        ],
        "lookups": [
            {
                "tool": "suggest_roles",
                "args": {
                    "role": "warehouse worker",
                    "location": "Memphis, TN",
                    "no_degree": True,
                    "pay": 36000,
                },
            }
        ],
        "wishes": ["options"],
    },
    (
        Written(
            "feeling",
            "Two kids and a night shift is already two jobs, so let's look only at things that don't ask you for a third.",
        ),
        finding(
            "The closest step is shipping and receiving clerk: a median of {ship.p50} around Memphis, {ship.difference} above your 36k, and with {ship.employment} jobs it is also the one with the most openings to aim at.",
            "ship",
        ),
        finding(
            "Machine feeders earn {feed.p50}, but there are only {feed.employment} such jobs in the area. Loaders of tank cars and ships come to {tank.p50}, with even fewer: {tank.employment}.",
            "feed",
            "tank",
        ),
        finding(
            "For comparison: stockers and order fillers, which is what I counted your job as, have a median of {stock.p50}, so you are currently {stock.p50 - P.present_pay} under it.",
            "stock",
        ),
        finding(
            "All of these usually ask for a high-school diploma and a few months to a year of training on the job.",
            "near",
        ),
        Written(
            "advice",
            "Start inside your own building. Ask whoever does receiving on days whether you can shadow them for one shift, and ask your supervisor to be told first when a clerk's desk opens.",
        ),
        Written(
            "draft",
            "Hi [supervisor],\n\nI've been on nights for a while now and I'd like to move toward the receiving desk. Could I sit with the day team for a shift this month, and could you keep me in mind when a spot opens?\n\nThanks,\n[your name]",
        ),
        Written("question", "Is it mainly the money, or would days at the same pay already help?"),
    ),
    {
        "ship": ("Shipping, Receiving", '"p50"'),
        "feed": ("Machine Feeders", '"p50"'),
        "tank": ("Tank Car", '"p50"'),
        "stock": ("Stockers and Order Fillers", '"p50"'),
        "near": ("O*NET lists it as related", ""),
    },
)
_STUDY = Case(
    "evenings",
    "en",
    "I do payroll and want to be a data analyst. I have 7 hours a week, mostly evenings. How long would it take and where does most of the time go?",
    {
        "facts": [
            fact("current_role", "payroll clerk", "I do payroll"),
            fact("target_role", "data analyst", "want to be a data analyst"),
            fact("hours_per_week", 7, "7 hours a week"),
        ],
        "lookups": [{"tool": "generate_roadmap", "args": {"role": "data analyst"}}, market("data analyst")],
        "wishes": ["how_long"],
    },
    (
        finding(
            "Plan on roughly {road.typical} of study. At 7 hours a week that works out to about {road.typical_2}, and somewhere between {road.p10} and {road.p90} is realistic for most people.",
            "road",
        ),
        finding(
            "The biggest block by far is Python fundamentals with {py.typical}, nearly half of the whole thing; working with data, SQL included, takes another {data.typical}.",
            "py",
            "data",
        ),
        finding(
            "1. Python fundamentals: {py.typical}\n2. Working with data: {data.typical}\n3. Capstone project: {cap.typical}",
            "py",
            "data",
            "cap",
        ),
        finding(
            "Is there demand at the end of it? Data scientists, the closest official occupation, number {us.employment} nationwide, and the BLS projects {grow.growth} growth for 2025-35.",
            "us",
            "grow",
        ),
        finding(
            "At the same time, data and analytics postings on Indeed were down over the year, at {ind.change}, so expect competition.",
            "ind",
        ),
        Written(
            "advice",
            "Payroll is a head start: you already know what a wrong number costs. Use a month of anonymised payroll data for your first Python script instead of a toy dataset.",
        ),
        Written(
            "advice",
            "Protect three evenings of about two hours and leave the last hour for Sunday. If you miss one, don't double up the next day.",
        ),
        Written("question", "Do you already work in Excel beyond simple formulas?"),
    ),
    {
        "road": ("study hours in all", "Data analyst"),
        "py": ('"subject": "Python fundamentals"', ""),
        "data": ('"subject": "Working with data"', ""),
        "cap": ('"subject": "Capstone: data analysis"', ""),
        "us": ("Data Scientists (15-2051) in United States: employment", ""),
        "grow": ("projected employment growth: Data scientists: 35", ""),
        "ind": ("Data and analytics postings", ""),
    },
)
_RAG = Case(
    "rag",
    "en",
    "I'm a backend dev and keep reading that I should learn RAG. Should I learn that or fine-tuning first?",
    {
        "facts": [fact("current_role", "backend developer", "a backend dev")],
        "lookups": [{"tool": "search_documents", "args": {"query": "RAG or fine-tuning"}}],
        "wishes": ["which_first", "library"],
    },
    (
        Written(
            "advice", "RAG first, and I don't think it is close for somebody who already builds backends."
        ),
        Written(
            "quote",
            "The notes in the library sum the difference up in one line:",
            ("rag",),
            "RAG changes what it knows, fine-tuning how it behaves",
        ),
        finding(
            "The same notes recommend RAG first when both are missing, because it is cheaper to change and shows its sources.",
            "rag",
        ),
        Written(
            "advice",
            "A good first project: take the docs of a service you maintain, index them, and write 20 questions whose answers you know. Measure how often the right passage is found before you touch a prompt.",
        ),
        Written(
            "draft",
            "Project: answers from our own docs\n- Week 1: collect and split the documents\n- Week 2: search by words, then by embeddings, and compare\n- Week 3: answers with sources\n- Week 4: show it to two colleagues",
        ),
        Written("question", "Which language do you work in, Java, Python or something else?"),
    ),
    {"rag": ("RAG or fine-tuning: the difference", "")},
)
CASES = (_PARALEGAL, _WAREHOUSE, _STUDY, _RAG, *LANGUAGES)
