"""The third stranger in Spanish, German and French."""

from tests.integration.model.strong_forms import Case, Written, fact, finding, pay

_PELUQUERA = Case(
    "peluquera",
    "es",
    "Tengo 52 años, soy peluquera en Phoenix y me duelen las manos. Gano unos 2.600 al mes. ¿Qué otra cosa puedo hacer sin ir a la universidad?",
    {
        "facts": [
            fact("current_role", "hairdresser", "soy peluquera"),
            fact("location", "Phoenix", "en Phoenix"),
            fact("present_pay", 31200, "Gano unos 2.600 al mes"),
        ],
        "lookups": [
            pay("receptionist", "Phoenix, AZ"),
            pay("dental assistant", "Phoenix, AZ"),
            pay("hairdresser", "Phoenix, AZ"),
        ],
        "wishes": ["options", "feelings"],
        "language": "es",
    },
    (
        Written(
            "feeling",
            "Después de tantos años de pie, que las manos protesten no es debilidad. Tiene sentido buscar algo que las cuide.",
            language="es",
        ),
        finding(
            "Hoy ganas {P.present_pay} al año; la mediana de las peluqueras de Phoenix es de {ha.p50}.",
            "ha",
            language="es",
        ),
        finding(
            "Dos ideas, con lo que pagan allí:\n- Recepcionista: {re.p50} de mediana, y hay {re.employment} puestos\n- Asistente dental: {de.p50}",
            "re",
            "de",
            language="es",
        ),
        finding(
            "Como asistente dental ganarías unos {de.p50 - P.present_pay} más que ahora, aunque también se trabaja con las manos.",
            "de",
            language="es",
        ),
        Written(
            "advice",
            "Yo empezaría por lo que ya sabes hacer: calmar a la gente y llevar una agenda llena. Habla con dos clínicas donde tengas clientas y pregunta quién atiende el teléfono.",
            language="es",
        ),
        Written(
            "draft",
            "Hola, [nombre]:\n\nLlevo muchos años atendiendo a clientas y organizando la agenda de mi salón en Phoenix. Busco un puesto de recepción. ¿Podría pasar un día a conocerlos?\n\nGracias,\n[tu nombre]",
            language="es",
        ),
        Written("question", "¿Qué movimientos te duelen más: cortar, lavar o secar?", language="es"),
    ),
    {
        "re": ("Receptionists", "Phoenix"),
        "de": ("Dental Assistants", "Phoenix"),
        "ha": ("Hairdressers", "Phoenix"),
    },
)
_MECHANIKER = Case(
    "mechaniker",
    "de",
    "Ich bin Kfz-Mechaniker in Detroit, 27 Dollar die Stunde, und kann 10 Stunden pro Woche lernen. Wie lange dauert es, bis ich Webentwickler bin, und verdiene ich dann mehr?",
    {
        "facts": [
            fact("current_role", "automotive mechanic", "Kfz-Mechaniker"),
            fact("location", "Detroit", "in Detroit"),
            fact("present_pay", 56160, "27 Dollar die Stunde"),
            fact("hours_per_week", 10, "10 Stunden pro Woche"),
            fact("target_role", "web developer", "Webentwickler"),
        ],
        "lookups": [
            {"tool": "generate_roadmap", "args": {"role": "front-end developer"}},
            pay("web developer", "Detroit, MI"),
        ],
        "wishes": ["how_long", "worth_it"],
        "language": "de",
    },
    (
        finding(
            "Rechne mit rund {road.typical} Lernzeit. Bei 10 Stunden pro Woche sind das etwa {road.typical_2}.",
            "road",
            language="de",
        ),
        finding(
            "Acht von zehn Lernenden wären nach {road.p10} bis {road.p90} fertig.", "road", language="de"
        ),
        finding(
            "Webentwickler im Raum Detroit verdienen im Median {web.p50}; du liegst mit deinen 27 Dollar die Stunde bei {P.present_pay}.",
            "web",
            language="de",
        ),
        finding(
            "Im unteren Viertel wären es höchstens {web.p25}, am Anfang also womöglich weniger als heute.",
            "web",
            language="de",
        ),
        finding(
            "In Detroit gibt es {web.employment} solche Stellen, das ist nicht viel.", "web", language="de"
        ),
        Written(
            "advice",
            "Fang klein an: Bau an zwei Abenden eine Seite für deine Werkstatt, mit Öffnungszeiten und Preisen. Wenn dir nach 20 Stunden noch nicht langweilig ist, mach weiter.",
            language="de",
        ),
        Written(
            "feeling",
            "Wer Fehler in einem Motor findet, findet sie auch im Code. Das meine ich ernst.",
            language="de",
        ),
        Written("question", "Was hat dich aufs Programmieren gebracht?", language="de"),
    ),
    {
        "road": ("study hours in all", "developer"),
        "web": ("Web Developers", "Detroit"),
    },
)
_INFIRMIER = Case(
    "infirmier",
    "fr",
    "Je suis infirmier au Texas et on me parle de la Californie. Est-ce vraiment mieux payé ? Je gagne 78 000.",
    {
        "facts": [
            fact("current_role", "registered nurse", "Je suis infirmier"),
            fact("location", "Texas", "au Texas"),
            fact("present_pay", 78000, "Je gagne 78 000"),
        ],
        "lookups": [pay("registered nurse", "Texas"), pay("registered nurse", "California")],
        "wishes": ["compare"],
        "language": "fr",
    },
    (
        finding(
            "Oui, nettement : la médiane des infirmiers est de {ca.p50} en Californie contre {tx.p50} au Texas, soit {ca.p50 - tx.p50} d'écart.",
            "ca",
            "tx",
            language="fr",
        ),
        finding(
            "Avec vos 78 000, vous êtes {tx.p50 - P.present_pay} sous la médiane texane.", "tx", language="fr"
        ),
        finding(
            "En Californie, même le premier quartile ({ca.p25}) dépasse le troisième quartile texan ({tx.p75}).",
            "ca",
            "tx",
            language="fr",
        ),
        Written(
            "advice",
            "Attention tout de même au logement. Avant de rêver, comparez le loyer d'un deux-pièces dans 3 villes qui vous plaisent, et regardez ce qui reste à la fin du mois.",
            language="fr",
        ),
        Written(
            "feeling",
            "Se demander si l'herbe est plus verte ailleurs, ce n'est pas être infidèle à son équipe.",
            language="fr",
        ),
        Written("question", "Qui laisseriez-vous derrière vous au Texas ?", language="fr"),
    ),
    {"ca": ("Registered Nurses", "California"), "tx": ("Registered Nurses", "Texas")},
)
CASES = (
    _PELUQUERA,
    _MECHANIKER,
    _INFIRMIER,
)
