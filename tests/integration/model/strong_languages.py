"""Conversations in Spanish, German and French."""

from tests.integration.model.strong_forms import Case, Written, fact, finding, pay

SPANISH = Case(
    "spanish",
    "es",
    "Hola, soy enfermera en Austin y gano 78.000 al año. Tengo dos horas al día. ¿Cuánto gana un desarrollador de software aquí y vale la pena?",
    {
        "facts": [
            fact("current_role", "nurse", "soy enfermera"),
            fact("location", "Austin", "Austin"),
            fact("present_pay", 78000, "gano 78.000 al año"),
            fact("hours_per_week", None, "dos horas al día"),
        ],
        "lookups": [pay("software developer", "Austin, TX"), pay("registered nurse", "Austin, TX")],
        "wishes": ["pay", "worth_it"],
        "language": "es",
    },
    (
        finding(
            "En Austin, los desarrolladores de software ganan una mediana de {dev.p50} (mayo de 2025).",
            "dev",
            language="es",
        ),
        finding(
            "Son {dev.p50 - nurse.p50} más que la mediana de las enfermeras de tu ciudad.",
            "dev",
            "nurse",
            language="es",
        ),
        finding(
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
            fact("current_role", "mechanical engineer", "Maschinenbauingenieur"),
            fact("location", "Boston", "nach Boston"),
            {
                "field": "skills",
                "op": "add",
                "value": ["Python"],
                "quote": "Ich programmiere seit 4 Jahren in Python",
            },
        ],
        "lookups": [pay("data scientist", "Boston, MA"), pay("mechanical engineer", "Boston, MA")],
        "wishes": ["pay"],
        "language": "de",
    },
    (
        finding(
            "In Boston verdienen Data Scientists im Median {ds.p50} im Jahr (Mai 2025).", "ds", language="de"
        ),
        finding(
            "Das sind {ds.p50 - me.p50} mehr, als Maschinenbauingenieure dort im Median bekommen.",
            "ds",
            "me",
            language="de",
        ),
        finding("Ein Zehntel liegt unter {ds.p10}, ein Zehntel über {ds.p90}.", "ds", language="de"),
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
            fact("current_role", "accountant", "je suis comptable"),
            fact("location", "Seattle", "Seattle"),
        ],
        "lookups": [pay("data scientist", "Seattle, WA"), pay("accountant", "Seattle, WA")],
        "wishes": ["pay", "feelings"],
        "language": "fr",
    },
    (
        finding(
            "À Seattle, les data scientists gagnent {ds.p50} par an en médiane (mai 2025).",
            "ds",
            language="fr",
        ),
        finding(
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
