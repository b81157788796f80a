"""Conversations of a sixth stranger, short and long, to see at first sight what is shown."""

from tests.integration.model.strong_forms import Case, Written, fact, finding, market, pay

_GUARD = Case(
    "guard",
    "en",
    "security guard in Las Vegas, 17.25 an hr, nights. my buddy says become an electrician apprentice or a truck driver. which one pays faster",
    {
        "facts": [
            fact("current_role", "security guard", "security guard"),
            fact("location", "Las Vegas", "in Las Vegas"),
            fact("present_pay", 35880, "17.25 an hr"),
        ],
        "lookups": [pay("truck driver", "Las Vegas, NV"), pay("electrician", "Las Vegas, NV")],
        "wishes": ["compare", "which_first"],
    },
    (
        Written("advice", "Truck driving pays faster; the trade pays better in the long run."),
        finding(
            "Heavy truck drivers around Las Vegas have a median of {tr.p50}. Electricians have {el.p50}. You're at {P.present_pay} now.",
            "tr",
            "el",
        ),
        finding(
            "So driving would be worth about {tr.p50 - P.present_pay} a year to you and wiring about {el.p50 - P.present_pay}, once you're past the beginning.",
            "tr",
            "el",
        ),
        finding(
            "The lowest-paid 10% make up to {tr.p10} driving and up to {el.p10} in electrical work.",
            "tr",
            "el",
        ),
        Written(
            "advice",
            "Two calls this week: one to the apprenticeship office, one to a company that trains drivers. Same question to both: what do you pay in month one?",
        ),
        Written("question", "Could you be away from home for days at a time?"),
    ),
    {"tr": ("Heavy and Tractor-Trailer Truck Drivers", "Las Vegas"), "el": ("Electricians", "Las Vegas")},
)
_PHD = Case(
    "postdoc",
    "en",
    "I'm a biology postdoc in San Diego on 66k, thinking about data science. I know R and some statistics, I have 12 hours a week. My partner thinks I'm throwing ten years away.",
    {
        "facts": [
            fact("current_role", "biologist", "a biology postdoc"),
            fact("location", "San Diego", "in San Diego"),
            fact("present_pay", 66000, "on 66k"),
            fact("hours_per_week", 12, "12 hours a week"),
            {
                "field": "skills",
                "op": "add",
                "value": ["R", "statistics"],
                "quote": "I know R and some statistics",
            },
            fact("target_role", "data scientist", "data science"),
        ],
        "lookups": [
            pay("data scientist", "San Diego, CA"),
            {"tool": "generate_roadmap", "args": {"role": "data scientist"}},
        ],
        "wishes": ["realistic", "feelings", "how_long"],
    },
    (
        Written(
            "feeling",
            "You wouldn't be throwing ten years away. You'd be taking them somewhere else, and it is still allowed to hurt that your partner sees it differently.",
        ),
        finding(
            "In money terms the case is strong: data scientists in San Diego have a median of {ds.p50}, which is {ds.p50 / P.present_pay} times your 66k.",
            "ds",
        ),
        finding("Even someone at the 25th percentile there earns {ds.p25}.", "ds"),
        finding(
            "What's missing is about {road.typical} of study. With 12 hours a week that's roughly {road.typical_2}; allow up to {road.p90}.",
            "road",
        ),
        Written(
            "advice",
            "Redo one figure from your last paper as a small public project: raw data in, a model, one page on what you would do differently. That is closer to the job than a course.",
        ),
        Written(
            "draft",
            "Hi [name],\n\nI'm a biologist in San Diego moving toward data science. I've spent years designing experiments and analysing them in R. Would you have 20 minutes next week to tell me what your first six months on the team looked like?\n\nThank you,\n[your name]",
        ),
        Written("question", "What does your partner fear would be lost?"),
    ),
    {"ds": ("10th percentile", "San Diego"), "road": ("study hours in all", "Data scientist")},
)
_ABOGADA = Case(
    "abogada",
    "es",
    "Soy abogada en México y ahora vivo en Houston. Trabajo de asistente legal, 52.000 al año. ¿Debo convalidar el título o dedicarme a otra cosa?",
    {
        "facts": [
            fact("current_role", "paralegal", "Trabajo de asistente legal"),
            fact("location", "Houston", "en Houston"),
            fact("present_pay", 52000, "52.000 al año"),
        ],
        "lookups": [
            pay("paralegal", "Houston, TX"),
            pay("lawyer", "Houston, TX"),
            pay("compliance officer", "Houston, TX"),
        ],
        "wishes": ["should_i", "compare"],
        "language": "es",
    },
    (
        finding(
            "La diferencia es enorme: los abogados de Houston ganan una mediana de {law.p50} y los asistentes legales {par.p50}.",
            "law",
            "par",
            language="es",
        ),
        finding(
            "Entre las dos cosas hay un camino intermedio: los oficiales de cumplimiento (Compliance Officers) ganan {com.p50} de mediana, {com.p50 - P.present_pay} más que tú ahora.",
            "com",
            language="es",
        ),
        finding(
            "En Houston trabajan {com.employment} personas en cumplimiento y {law.employment} abogados.",
            "com",
            "law",
            language="es",
        ),
        Written(
            "advice",
            "Yo no elegiría todavía. Pide información en una facultad de Derecho de tu ciudad sobre cuánto te reconocerían, y mientras tanto postula a dos puestos de cumplimiento.",
            language="es",
        ),
        Written(
            "feeling",
            "Empezar otra vez con un título que aquí no cuenta igual es frustrante, y no dice nada de lo que vales.",
            language="es",
        ),
        Written("question", "¿Te gusta litigar o te gusta ordenar?", language="es"),
    ),
    {
        "law": ("Lawyers", "Houston"),
        "par": ("Paralegals", "Houston"),
        "com": ("Compliance Officers", "Houston"),
    },
)
_MUTTER = Case(
    "wiedereinstieg",
    "de",
    "Nach 5 Jahren mit den Kindern will ich zurück in die Buchhaltung, in Minneapolis, aber nur 20 Stunden. Was kann ich verlangen?",
    {
        "facts": [
            fact("former_role", "accountant", "zurück in die Buchhaltung"),
            fact("location", "Minneapolis", "in Minneapolis"),
        ],
        "lookups": [pay("bookkeeper", "Minneapolis, MN"), pay("accountant", "Minneapolis, MN")],
        "wishes": ["pay", "ask_for"],
        "language": "de",
    },
    (
        finding(
            "In Minneapolis liegt der Median für Buchhaltungskräfte (Bookkeeping, Accounting, and Auditing Clerks) bei {bk.p50} im Jahr, für Accountants bei {ac.p50}, jeweils in Vollzeit gerechnet.",
            "bk",
            "ac",
            language="de",
        ),
        finding(
            "Mit 20 Stunden wäre es etwa die Hälfte davon. Verlange trotzdem den vollen Satz: Das obere Viertel der Buchhaltungskräfte beginnt bei {bk.p75}.",
            "bk",
            language="de",
        ),
        Written(
            "advice",
            "Nenne keine Spanne, nenne eine Zahl und lass dann eine Pause. Die Lücke erklärst du in einem Satz und ohne Entschuldigung.",
            language="de",
        ),
        Written(
            "draft",
            "Guten Tag,\n\nnach einer Familienzeit steige ich wieder in die Buchhaltung ein und suche eine Stelle mit 20 Stunden pro Woche. Monatsabschlüsse und Abstimmungen waren mein Alltag. Wann könnten wir 15 Minuten telefonieren?\n\nFreundliche Grüße\n[Name]",
            language="de",
        ),
        Written(
            "feeling",
            "Fünf Jahre Familie sind keine leere Zeile, auch wenn der Lebenslauf das behauptet.",
            language="de",
        ),
        Written("question", "Welche Tage in der Woche gehen bei dir gar nicht?", language="de"),
    ),
    {"bk": ("Bookkeeping", "Minneapolis"), "ac": ("Accountants and Auditors", "Minneapolis")},
)
_GRAPHISTE = Case(
    "graphiste",
    "fr",
    "Graphiste à Miami depuis 8 ans, 55 000 par an, j'ai peur que l'IA prenne mon travail. Que montrent les chiffres ?",
    {
        "facts": [
            fact("current_role", "graphic designer", "Graphiste"),
            fact("location", "Miami", "à Miami"),
            fact("years_experience", 8, "depuis 8 ans"),
            fact("present_pay", 55000, "55 000 par an"),
        ],
        "lookups": [market("data analyst"), pay("graphic designer", "Miami, FL")],
        "wishes": ["market", "feelings"],
        "language": "fr",
    },
    (
        Written(
            "feeling",
            "La peur est compréhensible : on vous montre chaque semaine une machine qui dessine en dix secondes.",
            language="fr",
        ),
        finding(
            "À Miami, la médiane des graphistes est de {gd.p50}, et il y a {gd.employment} emplois.",
            "gd",
            language="fr",
        ),
        finding(
            "Dans les offres américaines, celles qui demandent une compétence en IA affichent un salaire plus élevé de {lc.premium} (Lightcast).",
            "lc",
            language="fr",
        ),
        finding(
            "Je n'ai pas de projection pour les graphistes, donc je ne peux pas vous dire si le métier recule.",
            "gd",
            language="fr",
        ),
        Written(
            "advice",
            "Prenez un ancien projet, refaites-le avec un outil d'IA en une journée, et notez tout ce qu'il a raté. Cette liste est votre argument de vente.",
            language="fr",
        ),
        Written(
            "question",
            "Quelle part de vos journées passez-vous à dessiner, et quelle part à écouter ?",
            language="fr",
        ),
    ),
    {"gd": ("10th percentile", "Miami"), "lc": ("Lightcast (2025-07-28)", "")},
)
CASES = (_GUARD, _PHD, _ABOGADA, _MUTTER, _GRAPHISTE)
