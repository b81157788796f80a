"""More conversations with a strong model: two offers, a roadmap, options without a degree, and a plan in German."""

from tests.integration.model.strong_forms import Case, Written, fact, finding, pay

OFFERS = Case(
    "offers",
    "en",
    "I'm an electrician in Denver making 58,000 and have two offers: 34 an hour from a contractor and a salaried 66k at the airport. Which is better?",
    {
        "facts": [
            fact("current_role", "electrician", "an electrician"),
            fact("location", "Denver", "in Denver"),
            fact("present_pay", 58000, "making 58,000"),
            fact("offer", None, "34 an hour"),
            fact("offer", 66000, "a salaried 66k"),
        ],
        "lookups": [pay("electrician", "Denver, CO")],
        "wishes": ["offer", "compare"],
    },
    (
        finding(
            "In Denver, electricians earn a median of {el.p50}; the middle half earn {el.p25} to {el.p75}.",
            "el",
        ),
        finding("The airport's 66k is {P.offer_2 - el.p50} above that median.", "el"),
        finding(
            "Over 2,080 paid hours the contractor's 34 comes to {P.offer}, {P.offer - P.offer_2} more than the airport."
        ),
        Written("feeling", "Having two people want you at once is a good place to stand in."),
        Written(
            "advice",
            "Hourly work counts only the hours you are called for, so ask the contractor how last winter went.",
        ),
        Written(
            "advice",
            "Write down 2 columns: what each pays in a slow month, and what each gives when you are ill.",
        ),
        Written("question", "How many weeks a year could the contractor not promise you?"),
    ),
    {"el": ("Electricians", "Denver")},
)
ROAD = Case(
    "road",
    "en",
    "I'm a barista in Portland, Oregon and could study 10 hours a week. How long until I'm a data engineer?",
    {
        "facts": [
            fact("current_role", "barista", "a barista"),
            fact("location", "Portland, Oregon", "Portland, Oregon"),
            fact("hours_per_week", 10, "10 hours a week"),
            fact("target_role", "data engineer", "data engineer"),
        ],
        "lookups": [{"tool": "generate_roadmap", "args": {"role": "data engineer"}}],
        "wishes": ["realistic"],
    },
    (
        finding("With 10 hours a week the way to data engineer is about {road.typical} of study.", "road"),
        finding("At your pace that is {road.typical_2}, rather {road.p90} if life gets in the way.", "road"),
        finding(
            "The first stretch is Python fundamentals with {py.typical}, then Programming foundations with {base.typical}.",
            "py",
            "base",
        ),
        Written("feeling", "Ten hours beside a week on your feet are a lot, and it is fine to say so."),
        Written("advice", "Put half of it on one free morning and spread the rest over the week."),
        Written(
            "draft",
            "Hi [name],\n\nI run the bar at [cafe] and am teaching myself Python, 10 hours a week. Could I watch your team load data one morning?\n\nThanks\n[your name]",
        ),
        Written("question", "Which shift could you give up first, if it came to that?"),
    ),
    {
        "road": ("study hours in all", "Data engineer"),
        "py": ('"subject": "Python fundamentals"', ""),
        "base": ('"subject": "Programming foundations"', ""),
    },
)
ACCOUNTANT = Case(
    "accountant",
    "es",
    "Soy contadora en Miami y gano 5.200 al mes. ¿Debería pasarme a ciencia de datos? Puedo estudiar 6 horas por semana.",
    {
        "facts": [
            fact("current_role", "accountant", "Soy contadora"),
            fact("location", "Miami", "Miami"),
            fact("present_pay", 62400, "gano 5.200 al mes"),
            fact("hours_per_week", 6, "6 horas por semana"),
        ],
        "lookups": [pay("data scientist", "Miami, FL"), pay("accountant", "Miami, FL")],
        "wishes": ["worth_it"],
        "language": "es",
    },
    (
        finding(
            "Las contadoras de Miami ganan una mediana de {acc.p50}, y quienes trabajan en ciencia de datos {ds.p50} (mayo de 2025).",
            "acc",
            "ds",
            language="es",
        ),
        finding("Entre las dos medianas hay {ds.p50 - acc.p50}.", "ds", "acc", language="es"),
        finding("Uno de cada diez data scientists en Miami gana menos de {ds.p10}.", "ds", language="es"),
        Written("feeling", "Dudar después de tantos años de cuentas es normal.", language="es"),
        Written(
            "advice",
            "Antes de decidir, automatiza un cierre de mes con Python y mira si te divierte.",
            language="es",
        ),
        Written("advice", "Divide tus 6 horas: la mitad para leer, la mitad para construir.", language="es"),
        Written("question", "¿Qué parte de tu trabajo no querrías perder?", language="es"),
    ),
    {"ds": ("Data Scientists", "Miami"), "acc": ("Accountants", "Miami")},
)
NURSE = Case(
    "nurse",
    "de",
    "Ich bin Krankenpflegerin in Chicago, verdiene 41 Dollar die Stunde und überlege, Webentwicklerin zu werden. Lohnt sich das?",
    {
        "facts": [
            fact("current_role", "registered nurse", "Krankenpflegerin"),
            fact("location", "Chicago", "Chicago"),
            fact("present_pay", 85280, "41 Dollar die Stunde"),
            fact("alternatives", ["web developer"], "Webentwicklerin"),
        ],
        "lookups": [pay("web developer", "Chicago, IL"), pay("registered nurse", "Chicago, IL")],
        "wishes": ["worth_it"],
        "language": "de",
    },
    (
        finding(
            "Webentwickler in Chicago verdienen im Median {web.p50}, Pflegekräfte {rn.p50} (Mai 2025).",
            "web",
            "rn",
            language="de",
        ),
        finding("Das obere Viertel der Webentwickler liegt dort über {web.p75}.", "web", language="de"),
        finding("Ein Zehntel verdient weniger als {web.p10}.", "web", language="de"),
        Written(
            "feeling", "Nach Nachtdiensten von etwas anderem zu träumen, ist kein Verrat.", language="de"
        ),
        Written(
            "advice",
            "Behalte eine Schicht, solange du lernst: Der Dienst zahlt, und du bleibst unter Menschen.",
            language="de",
        ),
        Written(
            "advice",
            "1. Such dir eine Seite, die dich auf Station ärgert.\n2. Bau sie nach.\n3. Zeig sie einer Kollegin.",
            language="de",
        ),
        Written("question", "Sind deine 41 Dollar mit Zulagen gerechnet oder ohne?", language="de"),
    ),
    {"web": ("Web Developers", "Chicago"), "rn": ("Registered Nurses", "Chicago")},
)
DRIVER = Case(
    "driver",
    "fr",
    "Je conduis un camion au Texas et je veux autre chose sans diplôme. Quelles sont mes options ?",
    {
        "facts": [
            fact("current_role", "truck driver", "Je conduis un camion"),
            fact("location", "Texas", "au Texas"),
        ],
        "lookups": [
            {
                "tool": "suggest_roles",
                "args": {"role": "truck driver", "location": "Texas", "no_degree": True},
            }
        ],
        "wishes": ["options"],
        "language": "fr",
    },
    (
        finding(
            "Au Texas, un conducteur de camion gagne {drv.p50} par an en médiane (mai 2025).",
            "drv",
            language="fr",
        ),
        finding(
            "Les Locomotive Engineers y gagnent {loco.p50}, soit {loco.difference} de plus.",
            "loco",
            language="fr",
        ),
        finding("Les facteurs (Postal Service Mail Carriers) y sont à {mail.p50}.", "mail", language="fr"),
        Written("feeling", "Vouloir dormir chez soi est une raison suffisante.", language="fr"),
        Written(
            "advice",
            "Parlez cette semaine à une personne de chaque métier, et demandez-lui à quoi ressemble son mardi.",
            language="fr",
        ),
        Written(
            "draft",
            "Bonjour [nom],\n\nje conduis un camion au Texas et je cherche un travail qui me ramène chez moi le soir. Auriez-vous un quart d'heure ?\n\nMerci",
            language="fr",
        ),
        Written("question", "Combien de semaines pourriez-vous rester sans salaire ?", language="fr"),
    ),
    {
        "drv": ("Truck Drivers", '"p50"'),
        "loco": ("Locomotive Engineers", '"p50"'),
        "mail": ("Mail Carriers", '"p50"'),
    },
)
COOK = Case(
    "cook",
    "de",
    "Ich bin Köchin in Seattle, habe 12 Stunden pro Woche und will Softwareentwicklerin werden. Mach mir bitte einen Plan.",
    {
        "facts": [
            fact("current_role", "cook", "Köchin"),
            fact("location", "Seattle", "Seattle"),
            fact("hours_per_week", 12, "12 Stunden pro Woche"),
            fact("target_role", "software developer", "Softwareentwicklerin"),
        ],
        "wants_plan": True,
        "wishes": ["plan"],
        "language": "de",
    },
    (),
    {"dev": ("Software Developers", "Seattle")},
    (
        Written("finding", "Softwareentwickler in Seattle verdienen im Median {dev.p50}.", ("dev",)),
        Written(
            "advice",
            "Du hältst in der Hitze einer Küche den Überblick; erzähl das zuerst.",
            section="standing",
        ),
        Written(
            "advice", "Ein freier Abend pro Woche bleibt frei, sonst hält der Plan nicht.", section="risks"
        ),
    ),
    (
        "Schreib auf, was in eurer Küche jeden Abend von Hand gezählt wird.",
        "Zeig dein erstes kleines Programm einer Kollegin.",
    ),
)
CASES = (OFFERS, ROAD, ACCOUNTANT, NURSE, DRIVER, COOK)
