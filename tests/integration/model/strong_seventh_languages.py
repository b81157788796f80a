"""What a seventh stranger says in Spanish, German and French."""

from tests.integration.model.strong_forms import Case, fact, pay, teller

es, de, fr = map(teller, ("es", "de", "fr"))

_ENFERMERO = Case(
    "auxiliar",
    "es",
    "Soy auxiliar de enfermería en San Antonio, gano 36.500 al año y tengo dos hijos. Estoy entre estudiar para enfermera o para técnica en radiología. ¿Qué me conviene?",
    {
        "facts": [
            fact("current_role", "nursing assistant", "auxiliar de enfermería"),
            fact("location", "San Antonio", "en San Antonio"),
            fact("present_pay", 36500, "36.500 al año"),
        ],
        "lookups": [
            pay("registered nurse", "San Antonio, TX"),
            pay("radiologic technologist", "San Antonio, TX"),
        ],
        "wishes": ["compare", "which_first"],
        "language": "es",
    },
    (
        es(
            "advice",
            "Por dinero las dos te sacan de donde estás; yo decidiría por el tipo de jornada que aguantas con dos hijos.",
        ),
        es(
            "finding",
            "En San Antonio las enfermeras tituladas (Registered Nurses) ganan {rn.p50} de mediana y los técnicos en radiología {rad.p50}.",
            "rn",
            "rad",
        ),
        es(
            "finding",
            "Es más del doble de lo que ganas: {rn.p50 / P.present_pay} veces en un caso y {rad.p50 / P.present_pay} en el otro.",
            "rn",
            "rad",
        ),
        es(
            "finding",
            "Hay muchas más plazas de enfermera: {rn.employment} frente a {rad.employment} en radiología.",
            "rn",
            "rad",
        ),
        es(
            "advice",
            "Pide a tu supervisora pasar una mañana en radiología antes de matricularte en nada. Una mañana te dirá más que diez folletos.",
        ),
        es(
            "feeling",
            "Pensar en estudiar con dos niños en casa cansa solo de imaginarlo, y aun así lo estás pensando.",
        ),
        es("question", "¿Quién podría quedarse con ellos dos tardes por semana?"),
    ),
    {"rn": ("Registered Nurses", "San Antonio"), "rad": ("Radiologic", "San Antonio")},
)
_KOCH = Case(
    "koch",
    "de",
    "Ich bin Koch in Chicago, 19,50 Dollar die Stunde, und meine Schulter macht das nicht mehr lange mit. Was könnte ich sonst machen, möglichst in der Nähe der Küche?",
    {
        "facts": [
            fact("current_role", "cook", "Ich bin Koch"),
            fact("location", "Chicago", "in Chicago"),
            fact("present_pay", 40560, "19,50 Dollar die Stunde"),
        ],
        "lookups": [
            {"tool": "suggest_roles", "args": {"role": "cook", "location": "Chicago, IL"}},
        ],
        "wishes": ["options"],
        "language": "de",
    },
    (
        de(
            "advice",
            "Am nächsten liegt die Leitung einer Küche oder eines Restaurants: Dein Wissen zählt, und du stehst weniger am Herd.",
        ),
        de(
            "finding",
            "Food Service Managers verdienen in Chicago im Median {fsm.p50}, Küchenchefs (Chefs and Head Cooks) {chef.p50}.",
            "fsm",
            "chef",
        ),
        de(
            "finding",
            "Das sind {fsm.p50 - P.present_pay} und {chef.p50 - P.present_pay} mehr im Jahr, als du jetzt hast.",
            "fsm",
            "chef",
        ),
        de(
            "finding",
            "Ein Viertel der Küchenchefs verdient weniger als {chef.p25}.",
            "chef",
        ),
        de(
            "advice",
            "Lass die Schulter zuerst ansehen. Was du noch heben kannst, entscheidet mehr als jede Liste von Berufen.",
        ),
        de("feeling", "Wenn der Körper vor dem Kopf aufgibt, fühlt sich das ungerecht an. Das ist es auch."),
        de("question", "Hast du schon einmal Dienstpläne oder Bestellungen gemacht?"),
    ),
    {"fsm": ("Food Service Managers", "median less"), "chef": ("Chefs and Head Cooks", "median less")},
)
_COMPTABLE = Case(
    "aide_comptable",
    "fr",
    "Je suis aide-comptable à Boston, 52 000 dollars par an. On me dit que l'IA va remplacer mon poste. Devenir auditrice, ça paie combien et est-ce que ça vaut le coup ?",
    {
        "facts": [
            fact("current_role", "bookkeeper", "aide-comptable"),
            fact("location", "Boston", "à Boston"),
            fact("present_pay", 52000, "52 000 dollars par an"),
        ],
        "lookups": [pay("auditor", "Boston, MA"), pay("bookkeeper", "Boston, MA")],
        "wishes": ["pay", "worth_it", "feelings"],
        "language": "fr",
    },
    (
        fr(
            "finding",
            "Une auditrice à Boston gagne {au.p50} en médiane (Accountants and Auditors), soit {au.p50 - P.present_pay} de plus que vous aujourd'hui.",
            "au",
        ),
        fr(
            "finding",
            "Même le quart le moins bien payé est au-dessus de votre salaire : il s'arrête à {au.p25}.",
            "au",
        ),
        fr(
            "finding",
            "À titre de comparaison, les aides-comptables de Boston ont une médiane de {bk.p50}.",
            "bk",
        ),
        fr(
            "finding",
            "Aucune source que j'ai ne dit combien de postes l'IA remplacera.",
            "bk",
        ),
        fr(
            "advice",
            "Regardez d'abord quelle part de votre semaine est de la saisie. C'est elle qui partira la première, et c'est elle qu'il faut remplacer par du contrôle.",
        ),
        fr(
            "feeling",
            "Entendre tous les jours que son métier va disparaître use, même quand on n'y croit qu'à moitié.",
        ),
        fr("question", "Qu'est-ce que vous faites dans votre semaine qu'une machine ferait mal ?"),
    ),
    {"au": ("Accountants and Auditors", "Boston"), "bk": ("Bookkeeping", "Boston")},
)
CASES = (_ENFERMERO, _KOCH, _COMPTABLE)
