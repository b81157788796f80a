"""Conversations of a fifth stranger: tables, quotes in other languages, aims, contractors, places and industries."""

from tests.integration.model.strong_forms import Case, Written, fact, finding, market, pay

_WRITER = Case(
    "writer",
    "en",
    "Technical writer in Austin, 7 years, laid off in March. I'd like to earn at least 90k again. Is staying in the field realistic or should I look at UX design?",
    {
        "facts": [
            fact("former_role", "technical writer", "Technical writer"),
            fact("location", "Austin", "in Austin"),
            fact("years_experience", 7, "7 years"),
            fact("target_salary", 90000, "at least 90k"),
        ],
        "lookups": [
            pay("technical writer", "Austin, TX"),
            pay("web and digital interface designer", "Austin, TX"),
        ],
        "wishes": ["compare", "realistic"],
    },
    (
        Written("feeling", "March is a while ago, and looking for this long wears anyone out. I'm sorry."),
        finding(
            "90k is within reach in your own field: the median technical writer in Austin makes {tw.p50}, and a quarter make over {tw.p75}.",
            "tw",
        ),
        finding(
            "| | Technical writers | Digital interface designers |\n|---|---|---|\n| Median | {tw.p50} | {ux.p50} |\n| Jobs in Austin | {tw.employment} | {ux.employment} |",
            "tw",
            "ux",
        ),
        finding(
            "Interface designers have the higher median by {ux.p50 - tw.p50} a year, yet their bottom quarter ({ux.p25}) overlaps with what writers get.",
            "ux",
            "tw",
        ),
        Written(
            "advice",
            "I'd stay a writer and add one thing: docs that run. Pick an open-source API you like, fix its quickstart, and put before-and-after in your portfolio.",
        ),
        Written(
            "draft",
            "Subject: Quick question about your docs team\n\nHi [name],\n\nI've written developer docs for 7 years and was part of the March layoffs in Austin. Your quickstart got me from zero to a working call in 12 minutes, which is rare. Are you planning to grow the docs team this year?\n\nThanks,\n[your name]",
        ),
        Written(
            "question", "What did you like least about the last job: the tools, the pace, or the product?"
        ),
    ),
    {"tw": ("Technical Writers", "Austin"), "ux": ("Web and Digital Interface Designers", "Austin")},
)
_CONTRACT = Case(
    "freelance",
    "en",
    "A client offers me $70 an hour as a freelance web developer, I'm in Philadelphia and make 88k as an employee. Good deal?",
    {
        "facts": [
            fact("location", "Philadelphia", "in Philadelphia"),
            fact("current_role", "web developer", "web developer"),
            fact("present_pay", 88000, "make 88k"),
            fact("offer", None, "$70 an hour"),
        ],
        "lookups": [pay("web developer", "Philadelphia, PA")],
        "wishes": ["offer", "compare"],
    },
    (
        finding(
            "On paper $70 an hour over a full year of 2,080 hours is {P.offer}, against your 88k. In practice you won't bill every hour.",
        ),
        finding(
            "For context, web developers employed around Philadelphia have a median of {wd.p50}, with the middle half between {wd.p25} and {wd.p75}.",
            "wd",
        ),
        Written(
            "advice",
            "Do the sums with the hours you can actually sell. Take off holidays, sick days, and the hours you spend finding the next client; then take off health insurance and both halves of the payroll tax.",
        ),
        Written(
            "advice",
            "Ask for three things in writing:\n1. A minimum number of hours a month\n2. Payment within 15 days\n3. A month's notice on both sides",
        ),
        Written("question", "How many hours a week has the client promised, and for how long?"),
    ),
    {"wd": ("Web Developers", "Philadelphia")},
)
_NURSEAIDE = Case(
    "aide",
    "en",
    "I'm a nursing assistant in Detroit and burnt out. Would medical records work pay me the same?",
    {
        "facts": [
            fact("current_role", "nursing assistant", "a nursing assistant"),
            fact("location", "Detroit", "in Detroit"),
        ],
        "lookups": [
            pay("medical records specialist", "Detroit, MI"),
            pay("nursing assistant", "Detroit, MI"),
        ],
        "wishes": ["compare", "feelings"],
    },
    (
        Written(
            "feeling",
            "Burnt out after caring for people all day makes sense. Wanting a chair and a quiet room isn't giving up on anybody.",
        ),
        finding(
            "It would pay more, not less: medical records specialists in Detroit earn a median of {mr.p50}, nursing assistants {na.p50}.",
            "mr",
            "na",
        ),
        finding("In other words, records people make {mr.p50 / na.p50} times as much.", "mr", "na"),
        finding(
            "The catch is the number of jobs. For every records job there are several for assistants: {mr.employment} against {na.employment}.",
            "mr",
            "na",
        ),
        Written(
            "advice",
            "Ask the records office of your own hospital first. They know your badge, you know their abbreviations, and a transfer doesn't reset your seniority the way a new employer might.",
        ),
        Written("question", "Which hours would you want, and would part-time do?"),
    ),
    {"mr": ("Medical Records Specialists", "Detroit"), "na": ("Nursing Assistants", "Detroit")},
)
_CARTERO = Case(
    "rag-es",
    "es",
    "Soy programador en Denver y gano 98.000. ¿Qué es eso de RAG y me conviene aprenderlo? ¿Cuánto gana un científico de datos aquí?",
    {
        "facts": [
            fact("current_role", "programmer", "Soy programador"),
            fact("location", "Denver", "en Denver"),
            fact("present_pay", 98000, "gano 98.000"),
        ],
        "lookups": [
            {"tool": "search_documents", "args": {"query": "RAG or fine-tuning"}},
            pay("data scientist", "Denver, CO"),
        ],
        "wishes": ["library", "pay"],
        "language": "es",
    },
    (
        Written(
            "quote",
            "La biblioteca lo explica en inglés, en una línea:",
            ("rag",),
            "RAG gives a model documents to look into when it answers",
            language="es",
        ),
        finding(
            "Es decir, el modelo consulta documentos antes de contestar, y por eso puede mostrar de dónde saca cada cosa.",
            "rag",
            language="es",
        ),
        finding(
            "Los científicos de datos ganan en Denver una mediana de {ds.p50}, o sea, {ds.p50 - P.present_pay} más que tú, y el cuarto mejor pagado pasa de {ds.p75}.",
            "ds",
            language="es",
        ),
        Written(
            "advice",
            "Para ti que ya programas, RAG es la puerta más corta. Móntalo sobre la documentación de tu propio equipo y prepara 20 preguntas cuya respuesta conozcas.",
            language="es",
        ),
        Written("question", "¿Qué lenguaje usas a diario?", language="es"),
    ),
    {"rag": ("RAG or fine-tuning: the difference", ""), "ds": ("10th percentile", "Denver")},
)
_MARKT = Case(
    "städte",
    "de",
    "Wo in den USA werden Softwareentwickler am besten bezahlt, und wo gibt es die meisten Stellen? Ich wohne in Phoenix und verdiene 105.000.",
    {
        "facts": [
            fact("location", "Phoenix", "in Phoenix"),
            fact("present_pay", 105000, "verdiene 105.000"),
        ],
        "lookups": [market("software developer"), pay("software developer", "Phoenix, AZ")],
        "wishes": ["market", "pay"],
        "language": "de",
    },
    (
        finding(
            "Am besten bezahlt wird in San Jose mit einem Median von {best.p50}, danach kommt {best.p50_2} in San Francisco.",
            "best",
            language="de",
        ),
        finding("Die meisten Stellen gibt es im Raum New York: {most.employment}.", "most", language="de"),
        finding(
            "In Phoenix liegt der Median bei {ph.p50}; mit deinen 105.000 bist du also {ph.p50 - P.present_pay} darunter.",
            "ph",
            language="de",
        ),
        finding(
            "Bis 2035 soll die Zahl der Stellen in den USA um {out.growth} wachsen.", "out", language="de"
        ),
        Written(
            "advice",
            "Rechne die Miete gegen, bevor du dich verliebst: Schau dir in zwei Städten je drei Wohnungen an, die du wirklich nehmen würdest.",
            language="de",
        ),
        Written(
            "question",
            "Würdest du für ein höheres Gehalt auch deinen Freundeskreis verlassen?",
            language="de",
        ),
    ),
    {
        "best": ("Places with the highest median nationwide", "Software Developers"),
        "most": ("Places with most jobs nationwide", "Software Developers"),
        "ph": ("10th percentile", "Phoenix"),
        "out": ("projected employment growth: Software developers: 10", ""),
    },
)
_SOUDEUR = Case(
    "soudeur",
    "fr",
    "Soudeur à Seattle, 34 dollars de l'heure. On m'offre un poste d'inspecteur à 79 000 par an. Je perds combien ou je gagne combien ?",
    {
        "facts": [
            fact("current_role", "welder", "Soudeur"),
            fact("location", "Seattle", "à Seattle"),
            fact("present_pay", 70720, "34 dollars de l'heure"),
            fact("offer", 79000, "79 000 par an"),
        ],
        "lookups": [pay("construction and building inspector", "Seattle, WA"), pay("welder", "Seattle, WA")],
        "wishes": ["offer", "compare"],
        "language": "fr",
    },
    (
        finding(
            "Vous gagnez au change : vos 34 dollars de l'heure font {P.present_pay} par an, l'offre est donc supérieure de {P.offer - P.present_pay}, soit environ 12 %.",
            language="fr",
        ),
        finding(
            "Pour un soudeur de Seattle, vous êtes déjà au-dessus de la médiane ({we.p50}).",
            "we",
            language="fr",
        ),
        finding(
            "En revanche, l'offre est basse pour un inspecteur du bâtiment : la médiane à Seattle est de {insp.p50}, et le premier quartile de {insp.p25}.",
            "insp",
            language="fr",
        ),
        Written(
            "advice",
            "Demandez donc plus, calmement : dites que vous connaissez les salaires du métier à Seattle et que vous attendiez une offre plus proche du milieu.",
            language="fr",
        ),
        Written(
            "draft",
            "Bonjour,\n\nJe vous remercie de votre offre à 79 000 dollars. Le poste me plaît beaucoup. Compte tenu de ce que gagnent les inspecteurs à Seattle, pourrions-nous revoir le salaire de base ?\n\nBien à vous,\n[votre nom]",
            language="fr",
        ),
        Written("question", "Qu'est-ce qui vous manquerait de l'atelier ?", language="fr"),
    ),
    {"insp": ("Construction and Building Inspectors", "Seattle"), "we": ("Welders", "Seattle")},
)
CASES = (_WRITER, _CONTRACT, _NURSEAIDE, _CARTERO, _MARKT, _SOUDEUR)
