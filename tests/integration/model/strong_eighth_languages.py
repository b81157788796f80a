"""What an eighth stranger says in Spanish, German and French."""

from tests.integration.model.strong_forms import Case, fact, pay, teller

es, de, fr = map(teller, ("es", "de", "fr"))

_CONTABLE = Case(
    "arquitecto",
    "es",
    "Arquitecto de Caracas, en Orlando desde hace dos años, trabajo de dibujante por 27 la hora. Tengo 6 horas a la semana. ¿Vale la pena sacar la licencia de aquí o me paso a BIM / software?",
    {
        "facts": [
            fact("current_role", "architectural drafter", "trabajo de dibujante"),
            fact("former_role", "architect", "Arquitecto de Caracas"),
            fact("location", "Orlando", "en Orlando"),
            fact("present_pay", 56160, "27 la hora"),
            fact("hours_per_week", 6, "6 horas a la semana"),
        ],
        "lookups": [
            pay("architect", "Orlando, FL"),
            pay("architectural drafter", "Orlando, FL"),
            pay("software developer", "Orlando, FL"),
        ],
        "wishes": ["worth_it", "compare"],
        "language": "es",
    },
    (
        es(
            "advice",
            "Yo iría por la licencia, pero paso a paso: es lo único de las dos cosas que ya sabes hacer.",
        ),
        es(
            "finding",
            "En Orlando los arquitectos (Architects) ganan {ar.p50} de mediana y los dibujantes {dr.p50}.",
            "ar",
            "dr",
        ),
        es(
            "finding",
            "Respecto a tus 27 la hora son {ar.p50 - P.present_pay} más al año.",
            "ar",
        ),
        es(
            "finding",
            "Los desarrolladores de software están más arriba todavía, en {dev.p50}, pero ahí empezarías de cero.",
            "dev",
        ),
        es("feeling", "Volver a ser principiante después de haber firmado planos duele más que no saber."),
        es(
            "advice",
            "Esta semana escribe a tres arquitectos que se hayan licenciado aquí viniendo de fuera y hazles una sola pregunta: qué harían distinto.",
        ),
        es(
            "draft",
            "Hola, [nombre]:\n\nSoy arquitecto de Caracas y trabajo como dibujante en Orlando. Estoy pensando en sacar la licencia. ¿Podría llamarte 15 minutos para preguntarte qué harías distinto?\n\nGracias,\n[tu nombre]",
        ),
    ),
    {
        "ar": ("Architects, Except", "Orlando"),
        "dr": ("Drafters", "Orlando"),
        "dev": ("Software Developers", "Orlando"),
    },
)
_LEHRERIN = Case(
    "physio",
    "de",
    "Ich bin Physiotherapeutin in Portland (Oregon), 88.000 im Jahr, und brenne aus. Eine Freundin sagt, ich soll in die Datenanalyse. 9 Stunden die Woche hätte ich. Ist das realistisch bis nächsten Herbst?",
    {
        "facts": [
            fact("current_role", "physical therapist", "Physiotherapeutin"),
            fact("location", "Portland, Oregon", "Portland (Oregon)"),
            fact("present_pay", 88000, "88.000 im Jahr"),
            fact("hours_per_week", 9, "9 Stunden die Woche"),
            fact("target_role", "data analyst", "Datenanalyse"),
        ],
        "lookups": [
            {"tool": "generate_roadmap", "args": {"role": "data analyst"}},
            pay("data analyst", "Portland, OR"),
        ],
        "wishes": ["realistic", "feelings"],
        "language": "de",
    },
    (
        de(
            "feeling",
            "Ausgebrannt zu sein ist kein guter Ratgeber für einen Berufswechsel, aber ein guter Grund, jetzt etwas zu ändern.",
        ),
        de(
            "finding",
            "Das Lernen selbst passt hinein: rund {road.typical}, bei deinen neun Stunden etwa {road.typical_2}.",
            "road",
        ),
        de(
            "finding",
            "Data Scientists in Portland verdienen im Median {ds.p50}, das ist das {ds.p50 / P.present_pay}-Fache deines jetzigen Gehalts.",
            "ds",
        ),
        de("finding", "Das untere Zehntel liegt allerdings bei {ds.p10}, also unter dem, was du hast.", "ds"),
        de(
            "advice",
            "Bevor du lernst, nimm dir zwei Wochen frei oder kürze einen Tag. Mit leerem Akku wird auch SQL zur Last.",
        ),
        de("question", "Was genau macht dich müde: die Patienten, die Dokumentation oder der Takt?"),
    ),
    {"road": ("study hours in all", "Data analyst"), "ds": ("10th percentile", "Portland")},
)
_VENDEUR = Case(
    "vendeuse",
    "fr",
    "Vendeuse à Houston depuis 6 ans, 15,50 $ de l'heure. On me propose un poste d'assistante administrative à 41 000. J'accepte ? J'ai peur de m'ennuyer derrière un bureau.",
    {
        "facts": [
            fact("current_role", "retail salesperson", "Vendeuse"),
            fact("location", "Houston", "à Houston"),
            fact("years_experience", 6, "depuis 6 ans"),
            fact("present_pay", 32240, "15,50 $ de l'heure"),
            fact("offer", 41000, "à 41 000"),
        ],
        "lookups": [pay("administrative assistant", "Houston, TX")],
        "wishes": ["offer", "feelings"],
        "language": "fr",
    },
    (
        fr("advice", "Oui, à votre place j'accepterais, avec une question posée avant de signer."),
        fr(
            "finding",
            "À Houston, les assistantes administratives (Secretaries and Administrative Assistants) gagnent {sa.p50} en médiane ; l'offre est donc dans la moyenne basse.",
            "sa",
        ),
        fr("finding", "Par rapport à aujourd'hui, vous gagneriez {P.offer - P.present_pay} de plus.", "sa"),
        fr(
            "advice",
            "Demandez à passer une demi-journée dans le bureau avant de répondre. L'ennui se sent en deux heures.",
        ),
        fr(
            "feeling",
            "Avoir peur de s'ennuyer, ce n'est pas être difficile : six ans debout parmi les gens, ça manque quand ça s'arrête.",
        ),
        fr(
            "question",
            "Qui vous remplacerait quand il y a du monde au magasin : est-ce que quelqu'un vous retiendrait ?",
        ),
    ),
    {"sa": ("Secretaries and Administrative Assistants", "Houston")},
)
CASES = (_CONTABLE, _LEHRERIN, _VENDEUR)
