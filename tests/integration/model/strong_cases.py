"""Conversations in four languages: what the person says, what a strong model reads and honestly writes, and lies to mix in."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Written:
    """A piece. `{dev.p50}` is a figure of the evidence that the case calls dev; a lie may belong to one case only."""

    kind: str
    text: str
    evidence: tuple[str, ...] = ()
    quote: str | None = None
    language: str = "en"
    case: str = ""
    section: str = "pay"


@dataclass(frozen=True)
class Case:
    """`evidence` tells the pieces that lookups bring by words that stand in them."""

    name: str
    language: str
    says: str
    reading: dict[str, Any]
    pieces: tuple[Written, ...]
    evidence: dict[str, tuple[str, str]] = field(default_factory=dict)
    claims: tuple[Written, ...] = ()
    actions: tuple[str, ...] = ()


def _pay(role: str, place: str) -> dict[str, Any]:
    return {"tool": "lookup_salary", "args": {"role": role, "location": place}}


def _market(role: str) -> dict[str, Any]:
    return {"tool": "summarize_job_market", "args": {"role": role}}


def _fact(name: str, value: object, quote: str) -> dict[str, Any]:
    return {"field": name, "op": "set", "value": value, "quote": quote}


def _find(text: str, *evidence: str, language: str = "en") -> Written:
    return Written("finding", text, evidence, language=language)


TEACHER = Case(
    "teacher",
    "en",
    "I've been teaching high school chemistry in Columbus, Ohio for eleven years and make 61,000, which I can't go below. I can put in 8 hours a week. Web developer or software developer?",
    {
        "facts": [
            _fact("current_role", "chemistry teacher", "teaching high school chemistry"),
            _fact("location", "Columbus, Ohio", "Columbus, Ohio"),
            _fact("years_experience", 11, "for eleven years"),
            _fact("present_pay", 61000, "make 61,000"),
            _fact("hours_per_week", 8, "8 hours a week"),
        ],
        "lookups": [_pay("software developer", "Columbus, OH"), _pay("web developer", "Columbus, OH")],
        "wishes": ["which_first", "compare"],
    },
    (
        Written(
            "advice",
            "I would aim for software developer and let web apps be the first thing you build on the way.",
        ),
        _find(
            "Software developers in Columbus earn a median of {dev.p50}, and one in ten earns less than {dev.p10}.",
            "dev",
        ),
        _find(
            "Web developers there earn a median of {web.p50}; one in ten earns less than {web.p10}.", "web"
        ),
        _find("The difference between the two is {dev.p50 - web.p50}.", "dev", "web"),
        _find(
            "At the median a software developer earns {dev.p50 / web.p50}% of what a web developer does.",
            "dev",
            "web",
        ),
        _find(
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
        "facts": [_fact("offer", 105000, "at 105k")],
        "lookups": [_pay("data scientist", "Chicago, IL")],
        "wishes": ["ask_for", "letter"],
    },
    (
        _find(
            "In Chicago, data scientists earn a median of {ds.p50}; a quarter earn more than {ds.p75}.", "ds"
        ),
        _find("The median is {ds.p50 - P.offer} above what they offered.", "ds"),
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
            _fact("former_role", "customer support manager", "customer support manager"),
            _fact("location", "Phoenix", "Phoenix"),
            _fact("years_experience", 9, "after 9 years"),
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
        "lookups": [_market("software developer"), _pay("software developer", "United States")],
        "wishes": ["market", "feelings"],
    },
    (
        _find(
            "Employment of software developers in the United States is projected to grow {out.growth} from 2025 to 2035.",
            "out",
        ),
        Written("feeling", "Silence after an application says little about you and stings all the same."),
        Written("advice", "Send fewer applications and write to one person in each team first."),
        _find("In the United States, software developers earn a median of {dev.p50}.", "dev"),
        Written("question", "How many have you sent so far, and to what kind of company?"),
    ),
    {"out": ("growth", "Software Developers"), "dev": ("median", "Software Developers (15-1252)")},
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
            "quote", "The library puts it this way:", ("doc",), "A data scientist explores and experiments"
        ),
        Written(
            "advice",
            "Try both for an afternoon: clean a table of your own, then put a small model behind a web page.",
        ),
        Written("question", "Which of the two afternoons would you rather repeat?"),
    ),
    {"doc": ("A data scientist explores and experiments", "")},
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
        "lookups": [_pay("web developer", "Denver, CO")],
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
        _find(
            "If pay comes up: web developers in Denver earn a median of {web.p50}, the middle half {web.p25} to {web.p75}.",
            "web",
        ),
        Written("question", "Which of your projects are you proudest of?"),
    ),
    {"web": ("Web Developers", "Denver")},
)
SPANISH = Case(
    "spanish",
    "es",
    "Hola, soy enfermera en Austin y gano 78.000 al año. Tengo dos horas al día. ¿Cuánto gana un desarrollador de software aquí y vale la pena?",
    {
        "facts": [
            _fact("current_role", "nurse", "soy enfermera"),
            _fact("location", "Austin", "Austin"),
            _fact("present_pay", 78000, "gano 78.000 al año"),
            _fact("hours_per_week", None, "dos horas al día"),
        ],
        "lookups": [_pay("software developer", "Austin, TX"), _pay("registered nurse", "Austin, TX")],
        "wishes": ["pay", "worth_it"],
        "language": "es",
    },
    (
        _find(
            "En Austin, los desarrolladores de software ganan una mediana de {dev.p50} (mayo de 2025).",
            "dev",
            language="es",
        ),
        _find(
            "Son {dev.p50 - nurse.p50} más que la mediana de las enfermeras de tu ciudad.",
            "dev",
            "nurse",
            language="es",
        ),
        _find(
            "Frente a tus 78.000 de ahora, la diferencia es de {dev.p50 - P.present_pay} al año.",
            "dev",
            language="es",
        ),
        Written("feeling", "Querer cambiar después de cuidar tanto a otros es comprensible.", language="es"),
        Written(
            "advice",
            "Empieza por un proyecto pequeño que te ahorre trabajo en tu turno, y enséñaselo a una compañera.",
            language="es",
        ),
        Written("advice", "Reserva 2 horas al día y un domingo libre de estudio.", language="es"),
        Written("question", "¿Quieres que te prepare un plan con tus dos horas al día?", language="es"),
    ),
    {"dev": ("Software Developers", "Austin"), "nurse": ("Registered Nurses", "Austin")},
)
GERMAN = Case(
    "german",
    "de",
    "Hallo, ich bin Maschinenbauingenieur und ziehe nächstes Jahr nach Boston. Ich programmiere seit 4 Jahren in Python. Was verdient man dort als Data Scientist?",
    {
        "facts": [
            _fact("current_role", "mechanical engineer", "Maschinenbauingenieur"),
            _fact("location", "Boston", "nach Boston"),
            {
                "field": "skills",
                "op": "add",
                "value": ["Python"],
                "quote": "Ich programmiere seit 4 Jahren in Python",
            },
        ],
        "lookups": [_pay("data scientist", "Boston, MA"), _pay("mechanical engineer", "Boston, MA")],
        "wishes": ["pay"],
        "language": "de",
    },
    (
        _find(
            "In Boston verdienen Data Scientists im Median {ds.p50} im Jahr (Mai 2025).", "ds", language="de"
        ),
        _find(
            "Das sind {ds.p50 - me.p50} mehr, als Maschinenbauingenieure dort im Median bekommen.",
            "ds",
            "me",
            language="de",
        ),
        _find("Ein Zehntel liegt unter {ds.p10}, ein Zehntel über {ds.p90}.", "ds", language="de"),
        Written("feeling", "Ein Umzug und ein neuer Beruf zugleich sind viel auf einmal.", language="de"),
        Written(
            "advice",
            "Nimm dir bis zum Umzug ein Projekt vor, in dem deine Technik und Python zusammenkommen.",
            language="de",
        ),
        Written(
            "draft",
            "Hallo [Name],\n\nich bin Maschinenbauingenieur, programmiere seit 4 Jahren in Python und ziehe nächstes Jahr nach Boston. Hätten Sie Zeit für ein kurzes Gespräch?\n\nViele Grüße",
            language="de",
        ),
        Written("question", "Wie viele Stunden pro Woche kannst du bis dahin lernen?", language="de"),
    ),
    {"ds": ("Data Scientists", "Boston"), "me": ("Mechanical Engineers", "Boston")},
)
FRENCH = Case(
    "french",
    "fr",
    "Bonjour, je suis comptable et je pars vivre à Seattle. Combien gagne un data scientist là-bas ? J'ai peur de tout recommencer à 45 ans.",
    {
        "facts": [
            _fact("current_role", "accountant", "je suis comptable"),
            _fact("location", "Seattle", "Seattle"),
        ],
        "lookups": [_pay("data scientist", "Seattle, WA"), _pay("accountant", "Seattle, WA")],
        "wishes": ["pay", "feelings"],
        "language": "fr",
    },
    (
        _find(
            "À Seattle, les data scientists gagnent {ds.p50} par an en médiane (mai 2025).",
            "ds",
            language="fr",
        ),
        _find(
            "C'est {ds.p50 - acc.p50} de plus que les comptables de la même ville.",
            "ds",
            "acc",
            language="fr",
        ),
        Written("feeling", "Avoir peur à 45 ans avant un tel saut n'a rien d'étrange.", language="fr"),
        Written(
            "advice",
            "Gardez la comptabilité comme terrain : automatisez un de vos tableaux avant d'apprendre autre chose.",
            language="fr",
        ),
        Written("question", "Qu'aimeriez-vous garder de votre métier d'aujourd'hui ?", language="fr"),
    ),
    {"ds": ("Data Scientists", "Seattle"), "acc": ("Accountants", "Seattle")},
)
PLAN = Case(
    "plan",
    "en",
    "I'm a nurse in Ohio with 8 hours a week and want to become a data analyst. Make my plan.",
    {
        "facts": [
            _fact("current_role", "nurse", "a nurse"),
            _fact("location", "Ohio", "Ohio"),
            _fact("hours_per_week", 8, "8 hours a week"),
            _fact("target_role", "data analyst", "become a data analyst"),
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
            section="person",
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
CASES = (TEACHER, OFFER, LAYOFF, MARKET, LIBRARY, INTERVIEW, SPANISH, GERMAN, FRENCH, PLAN)


def _lie(
    kind: str, text: str, *evidence: str, case: str = "", language: str = "en", quote: str | None = None
) -> Written:
    return Written(kind, text, evidence, quote, language, case)


# The first six are never shown, whoever checks.
FIRM = ("figure", "place", "period", "quote", "link", "approval")
LIES: dict[str, list[Written]] = {
    "figure": [
        _lie("finding", "Most of them start at $118,000 a year.", "dev", case="teacher"),
        _lie("finding", "With a bonus it comes to double {dev.p50}.", "dev", case="teacher"),
        _lie("advice", "Ask for 14% more, that is what people get."),
        _lie(
            "feeling", "You are not alone: 3,200 people were let go in your town this month.", case="layoff"
        ),
        _lie("finding", "Con experiencia se llega a 190.000 dólares.", "dev", case="spanish", language="es"),
        _lie(
            "finding",
            "Das Einstiegsgehalt liegt bei achtzigtausend Dollar.",
            "ds",
            case="german",
            language="de",
        ),
        _lie("advice", "Demandez 25 pour cent de plus.", case="french", language="fr"),
    ],
    "place": [
        _lie("finding", "In Pittsburgh, too, software developers earn {dev.p50}.", "dev", case="teacher"),
        _lie("finding", "Data scientists in San Diego earn a median of {ds.p50}.", "ds", case="offer"),
        _lie(
            "finding", "En Madrid los desarrolladores ganan {dev.p50}.", "dev", case="spanish", language="es"
        ),
        _lie(
            "finding",
            "In Hamburg verdienen Data Scientists im Median {ds.p50}.",
            "ds",
            case="german",
            language="de",
        ),
        _lie("finding", "À Lyon, un data scientist gagne {ds.p50}.", "ds", case="french", language="fr"),
    ],
    "period": [
        _lie(
            "finding",
            "Back in 2017, web developers in Columbus earned a median of {web.p50}.",
            "web",
            case="teacher",
        ),
        _lie("finding", "In March 2031 data scientists in Chicago will earn {ds.p50}.", "ds", case="offer"),
        _lie(
            "finding",
            "En mayo de 2014 los desarrolladores de Austin ya ganaban {dev.p50}.",
            "dev",
            case="spanish",
            language="es",
        ),
        _lie(
            "finding",
            "Schon im Mai 2012 lag der Median in Boston bei {ds.p50}.",
            "ds",
            case="german",
            language="de",
        ),
    ],
    "quote": [
        _lie(
            "quote",
            "Your notes say it plainly:",
            "doc",
            case="library",
            quote="Nobody hires data scientists any more",
        ),
        _lie(
            "quote",
            "Das steht in der Statistik:",
            "ds",
            case="german",
            language="de",
            quote="Ohne Master geht nichts",
        ),
    ],
    "link": [
        _lie("advice", "Register today at fastcareer.example/start."),
        _lie("advice", "Apúntate en www.trabajoya.example.", language="es"),
        _lie("draft", "Please find my work at https://my-portfolio.example/works."),
    ],
    "approval": [
        _lie("feeling", "Good news: I have sent your application this morning."),
        _lie("advice", "Your plan is approved, so lean back."),
        _lie("feeling", "He enviado tu solicitud a la empresa.", language="es"),
        _lie("advice", "Dein Plan ist genehmigt, du musst nichts mehr tun.", language="de"),
        _lie("feeling", "J'ai réservé votre place au cours.", language="fr"),
    ],
    "role": [
        _lie("finding", "Dentists in Columbus earn about the same, {dev.p50}.", "dev", case="teacher"),
        _lie(
            "finding",
            "Las arquitectas de Austin ganan también {dev.p50}.",
            "dev",
            case="spanish",
            language="es",
        ),
    ],
    "employer": [
        _lie("finding", "The large banks hire most of the software developers there.", "dev", case="teacher"),
        _lie("advice", "Apply at the hospital chains, they take everyone who asks."),
        _lie("advice", "Los bancos de la ciudad contratan sin entrevista.", language="es"),
        _lie("feeling", "Keine Sorge, die Autobauer suchen händeringend Leute wie dich.", language="de"),
    ],
    "requirement": [
        _lie(
            "finding", "Without a degree in computer science nobody gets an interview.", "dev", case="teacher"
        ),
        _lie("advice", "You need the certificate of the vendor before you apply."),
        _lie("advice", "Hace falta un máster para que te lean.", language="es"),
        _lie("advice", "Il faut un doctorat pour ce métier.", language="fr"),
    ],
    "trend": [
        _lie("finding", "Demand for software developers has collapsed for good.", "out", case="market"),
        _lie("finding", "La demanda se ha desplomado este año.", "dev", case="spanish", language="es"),
        _lie("question", "Since nobody hires beginners any more, would a trade suit you better?"),
    ],
    "promise": [
        _lie("advice", "Do this and you will certainly be hired before summer."),
        _lie("feeling", "Te contratarán seguro.", language="es"),
        _lie("advice", "Damit bekommst du die Stelle auf jeden Fall.", language="de"),
    ],
    "in a draft": [
        _lie(
            "draft",
            "Dear team, as a graduate of Stanford and a winner of your hackathon I would like to join you.",
        ),
    ],
}
