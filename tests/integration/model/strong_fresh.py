"""Conversations that a stranger wrote over other work: trades, options, an offer placed among wages, a table, a passage."""

from tests.integration.model.strong_forms import Case, Written, fact, finding, market, pay

_WELDER = Case(
    "welder",
    "en",
    "Fourteen years of welding in Houston at 29 an hour and my knees are done. My cousin keeps telling me to go into HVAC. Better money or just another way to ruin my back?",
    {
        "facts": [
            fact("current_role", "welder", "welding in Houston"),
            fact("location", "Houston", "Houston"),
            fact("years_experience", 14, "Fourteen years of welding"),
            fact("present_pay", 60320, "at 29 an hour"),
        ],
        "lookups": [pay("HVAC technician", "Houston, TX"), pay("welder", "Houston, TX")],
        "wishes": ["compare", "worth_it"],
    },
    (
        finding(
            "Not better money: HVAC mechanics in the Houston area earn a median of {hvac.p50} a year.", "hvac"
        ),
        finding(
            "Welders there are at {weld.p50}, so the two are {hvac.p50 - weld.p50} apart.", "hvac", "weld"
        ),
        finding(
            "At 29 an hour you already make {P.present_pay - weld.p50} a year more than the median welder in Houston.",
            "weld",
        ),
        finding(
            "The top tenth in HVAC gets past {hvac.p90}, the top tenth in welding past {weld.p90}.",
            "hvac",
            "weld",
        ),
        Written(
            "feeling",
            "Fourteen years on concrete floors leave marks, and wanting out before something gives is good sense, not weakness.",
        ),
        Written(
            "advice",
            "Before you trade one sore back for another, spend a Saturday riding along with your cousin and count how often you kneel.",
        ),
        Written(
            "question",
            "Would you take a desk and a lower hourly rate for a year if it led to inspecting other people's welds?",
        ),
    ),
    {"hvac": ("Heating, Air Conditioning", "Houston"), "weld": ("Welders, Cutters", "Houston")},
)
_DESIGNER = Case(
    "designer",
    "en",
    "A studio in Portland offered me 58k as a graphic designer, my first real job after the degree. Take it or push?",
    {
        "facts": [fact("offer", 58000, "offered me 58k"), fact("location", "Portland", "Portland")],
        "lookups": [
            {
                "tool": "lookup_salary",
                "args": {"role": "graphic designer", "location": "Portland, OR", "pay": 58000},
            }
        ],
        "wishes": ["offer"],
    },
    (
        Written("advice", "Push once, kindly, and then take it."),
        finding(
            "58k puts you at about the {given.estimate} percentile of graphic designers in the Portland area.",
            "given",
        ),
        finding("A quarter of them earn less than {gd.p25} and half earn less than {gd.p50}.", "gd"),
        finding(
            "| | a year |\n|---|---|\n| lowest tenth | {gd.p10} |\n| median | {gd.p50} |\n| highest tenth | {gd.p90} |",
            "gd",
        ),
        Written(
            "draft",
            "Hello [name],\n\nThank you for the offer, I would love to start my career with you. Is there room to come up from 58k, or to look at pay again after six months?\n\nBest,\n[your name]",
        ),
        Written(
            "question",
            "Is there anything besides money, such as a mentor or a day at home, that would make you say yes on the spot?",
        ),
    ),
    {"gd": ("10th percentile", "Portland"), "given": ("estimated percentile", "Portland")},
)
_COOK = Case(
    "line cook",
    "en",
    "line cook in boise, nights and weekends gone. what else could i do with this, no college",
    {
        "facts": [fact("current_role", "line cook", "line cook"), fact("location", "Boise", "boise")],
        "lookups": [
            {
                "tool": "suggest_roles",
                "args": {"role": "line cook", "location": "Boise, ID", "no_degree": True},
            }
        ],
        "wishes": ["options"],
    },
    (
        finding("Restaurant cooks in Boise City, ID have a median of {cook.p50}.", "cook"),
        finding(
            "Butchers and meat cutters there earn {meat.p50}, which is {meat.difference} more.",
            "meat",
            "cook",
        ),
        finding("There are {meat.employment} such jobs around Boise.", "meat"),
        Written(
            "advice",
            "Ask the meat counter of a grocery store what their early shift looks like; mornings would give you your evenings back.",
        ),
        Written(
            "feeling",
            "Missing every birthday and every Friday wears people down, and you are allowed to want your nights.",
        ),
        Written("question", "Is it the hours you want to leave, or the kitchen?"),
    ),
    {"cook": ("Cooks, Restaurant", "Boise"), "meat": ("Butchers", "Boise")},
)
_DRIVER = Case(
    "autobús",
    "es",
    "Manejo un autobús en El Paso y gano 41 mil al año. Me gusta arreglar computadoras. ¿Cuánto ganan los de soporte técnico aquí y hay trabajo?",
    {
        "facts": [
            fact("current_role", "bus driver", "Manejo un autobús"),
            fact("location", "El Paso", "El Paso"),
            fact("present_pay", 41000, "gano 41 mil al año"),
        ],
        "lookups": [pay("computer user support specialist", "El Paso, TX"), pay("bus driver", "El Paso, TX")],
        "wishes": ["pay", "market"],
        "language": "es",
    },
    (
        finding(
            "En El Paso, los especialistas de soporte informático tienen un salario mediano de {it.p50}, {it.p50 - P.present_pay} por encima de tus 41 mil.",
            "it",
            language="es",
        ),
        finding("La mitad del medio gana entre {it.p25} y {it.p75}.", "it", language="es"),
        finding("En la zona hay {it.employment} puestos de este tipo.", "it", language="es"),
        Written(
            "feeling",
            "Después de tantas horas al volante es lógico que quieras un trabajo donde arregles cosas.",
            language="es",
        ),
        Written(
            "advice",
            "Ofrece a tu sindicato arreglar las computadoras de la oficina un sábado y apunta cada problema que resuelves.",
            language="es",
        ),
        Written(
            "draft",
            "Buenos días, [nombre]:\n\nSoy conductor de autobús en El Paso y desde hace tiempo arreglo computadoras para compañeros y vecinos. ¿Podría pasar una mañana con su equipo de soporte?\n\nGracias,\n[tu nombre]",
            language="es",
        ),
        Written("question", "¿Qué es lo último que arreglaste, y cómo supiste qué fallaba?", language="es"),
    ),
    {"it": ("Computer User Support", "El Paso"), "bus": ("Bus Drivers", "El Paso")},
)
_TEACHER = Case(
    "erzieherin",
    "de",
    "Ich bin Erzieherin in Denver, verdiene 38.000 im Jahr und überlege, Dentalhygienikerin zu werden. Lohnt sich das oder bin ich mit 36 zu alt?",
    {
        "facts": [
            fact("current_role", "preschool teacher", "Ich bin Erzieherin"),
            fact("location", "Denver", "Denver"),
            fact("present_pay", 38000, "verdiene 38.000 im Jahr"),
        ],
        "lookups": [pay("dental hygienist", "Denver, CO"), pay("preschool teacher", "Denver, CO")],
        "wishes": ["worth_it", "pay"],
        "language": "de",
    },
    (
        finding(
            "Beim Geld ja: Dental Hygienists in Denver verdienen im Median {dh.p50}.", "dh", language="de"
        ),
        finding("Das ist das {dh.p50 / P.present_pay}-Fache deiner 38.000.", "dh", language="de"),
        finding("Selbst das unterste Zehntel liegt mit {dh.p10} noch darüber.", "dh", language="de"),
        finding(
            "Vorschullehrkräfte (Preschool Teachers) kommen dort im Median auf {pt.p50}.", "pt", language="de"
        ),
        Written(
            "feeling",
            "Mit 36 noch einmal die Schulbank zu drücken, macht vielen Angst, und du weißt besser als die meisten, wie man lernt.",
            language="de",
        ),
        Written(
            "advice",
            "Verbring einen Vormittag in einer Praxis, bevor du dich irgendwo anmeldest, und frag am Ende, was dort am meisten nervt.",
            language="de",
        ),
        Written(
            "question",
            "Wie viel müsste neben der Ausbildung hereinkommen, damit es zu Hause reicht?",
            language="de",
        ),
    ),
    {"dh": ("Dental Hygienists", "Denver"), "pt": ("Preschool Teachers", "Denver")},
)
_PROF = Case(
    "prof",
    "fr",
    "Je donne des cours de français à Baton Rouge et j'aimerais devenir interprète. Est-ce qu'on en vit ?",
    {
        "facts": [
            fact("current_role", "French teacher", "des cours de français"),
            fact("location", "Baton Rouge", "Baton Rouge"),
        ],
        "lookups": [pay("interpreter", "Louisiana"), pay("interpreter", "United States")],
        "wishes": ["pay", "realistic"],
        "language": "fr",
    },
    (
        finding(
            "En Louisiane, la médiane des interprètes et traducteurs (Interpreters and Translators) est de {la.p50}.",
            "la",
            language="fr",
        ),
        finding(
            "Au niveau national elle est de {us.p50}, soit {us.p50 - la.p50} de plus.",
            "us",
            "la",
            language="fr",
        ),
        finding("Dans tout le pays, un sur dix gagne plus de {us.p90}.", "us", language="fr"),
        Written(
            "advice",
            "Proposez deux heures par semaine à une clinique ou à un tribunal de votre ville et tenez un carnet des mots qui vous ont manqué.",
            language="fr",
        ),
        Written(
            "feeling",
            "Passer de la salle de classe à la cabine, c'est quitter un public qu'on connaît, et cela peut intimider.",
            language="fr",
        ),
        Written(
            "question",
            "Quelle langue parlez-vous aussi bien que le français, et dans quel domaine ?",
            language="fr",
        ),
    ),
    {"la": ("Interpreters", "Louisiana"), "us": ("Interpreters", "United States")},
)
_ENGINEER = Case(
    "pipelines",
    "en",
    "Where in the country are the data engineering jobs, and is a portfolio enough without a master's?",
    {
        "lookups": [
            market("data engineer"),
            {"tool": "search_documents", "args": {"query": "Do AI engineers need a master's degree?"}},
        ],
        "wishes": ["market", "requirements"],
    },
    (
        finding(
            "Database architects, one of the occupations that stand in for data engineers, are most numerous in the New York area with {where.employment} jobs, before Washington with {where.employment_2}.",
            "where",
        ),
        finding("The nation has {us.employment} of them.", "us"),
        Written(
            "advice",
            "Put one pipeline online that anybody can rerun, with a page on what broke and how you noticed.",
        ),
        Written("question", "Could you move, or does it have to be remote?"),
    ),
    {
        "where": ("Places with most jobs", "Database Architects"),
        "us": ("Database Architects (15-1243) in United States: employment", ""),
    },
)
CASES = (_WELDER, _DESIGNER, _COOK, _DRIVER, _TEACHER, _PROF, _ENGINEER)
