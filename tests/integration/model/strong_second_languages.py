"""The second stranger in Spanish, German and French."""

from tests.integration.model.strong_forms import Case, Written, fact, finding, market, pay

_FARMACIA = Case(
    "farmacia",
    "es",
    "Soy asistente médica en San Antonio, gano 18 dólares la hora y me ofrecen entrenarme como técnica de farmacia. ¿Vale la pena el cambio?",
    {
        "facts": [
            fact("current_role", "medical assistant", "Soy asistente médica"),
            fact("location", "San Antonio", "San Antonio"),
            fact("present_pay", 37440, "gano 18 dólares la hora"),
        ],
        "lookups": [
            pay("pharmacy technician", "San Antonio, TX"),
            pay("medical assistant", "San Antonio, TX"),
        ],
        "wishes": ["worth_it"],
        "language": "es",
    },
    (
        Written(
            "advice",
            "Yo diría que sí, siempre que el entrenamiento sea pagado y te lo den por escrito.",
            language="es",
        ),
        finding(
            "Los técnicos de farmacia en San Antonio ganan una mediana de {ph.p50} al año; los asistentes médicos, {ma.p50}. La diferencia es de {ph.p50 - ma.p50} al año.",
            "ph",
            "ma",
            language="es",
        ),
        finding(
            "Con tus 18 dólares la hora estás en {P.present_pay} al año, es decir, cerca del cuartil inferior de tu propia ocupación ({ma.p25}).",
            "ma",
            language="es",
        ),
        finding(
            "Ojo: las técnicas de farmacia que menos ganan (el 10 % inferior) están en {ph.p10}, un poco por debajo de lo que ganas hoy.",
            "ph",
            language="es",
        ),
        finding(
            "Hay menos puestos, eso sí: {ph.employment} frente a {ma.employment} de asistente médica.",
            "ph",
            "ma",
            language="es",
        ),
        Written(
            "feeling",
            "Que te lo ofrezcan a ti dice mucho de cómo trabajas, aunque dé vértigo cambiar.",
            language="es",
        ),
        Written(
            "question",
            "¿Te han dicho cuánto te pagarían durante el entrenamiento y cuánto dura?",
            language="es",
        ),
    ),
    {"ph": ("Pharmacy Technicians", "San Antonio"), "ma": ("Medical Assistants", "San Antonio")},
)
_LEHRERIN = Case(
    "lehrerin",
    "de",
    "Ich unterrichte seit 8 Jahren an einer Grundschule in Tucson und bin ausgebrannt. Was verdienen Leute, die Lehrpläne entwickeln? Ich bekomme 51.000.",
    {
        "facts": [
            fact(
                "current_role", "elementary school teacher", "unterrichte seit 8 Jahren an einer Grundschule"
            ),
            fact("location", "Tucson", "Tucson"),
            fact("years_experience", 8, "seit 8 Jahren"),
            fact("present_pay", 51000, "Ich bekomme 51.000"),
        ],
        "lookups": [
            pay("instructional coordinator", "Tucson, AZ"),
            pay("elementary school teacher", "Tucson, AZ"),
        ],
        "wishes": ["pay", "feelings"],
        "language": "de",
    },
    (
        Written(
            "feeling",
            "Ausgebrannt zu sein nach acht Jahren vor der Klasse ist kein Versagen. Du hast lange viel gegeben.",
            language="de",
        ),
        finding(
            "Wer in Tucson Lehrpläne entwickelt (amtlich: Instructional Coordinators), verdient im Mittel {ic.p50}, also {ic.p50 - P.present_pay} mehr als du jetzt.",
            "ic",
            language="de",
        ),
        finding(
            "Die mittlere Hälfte liegt zwischen {ic.p25} und {ic.p75}; die bestbezahlten zehn Prozent kommen über {ic.p90}.",
            "ic",
            language="de",
        ),
        finding(
            "Mit 51.000 liegst du übrigens schon über dem Median der Grundschullehrkräfte dort ({es.p50}).",
            "es",
            language="de",
        ),
        finding(
            "Die Stellen sind allerdings rar: {ic.employment} in der ganzen Region, gegenüber {es.employment} an Grundschulen.",
            "ic",
            "es",
            language="de",
        ),
        Written(
            "advice",
            "Bevor du kündigst: Frag deine Schulleitung, ob du im nächsten Halbjahr zwei Stunden pro Woche an der Überarbeitung eines Lehrplans mitarbeiten darfst. Das kostet dich nichts und du siehst, ob es dich müde oder wach macht.",
            language="de",
        ),
        Written(
            "question",
            "Was erschöpft dich am meisten: die Kinder, die Eltern oder alles drumherum?",
            language="de",
        ),
    ),
    {"ic": ("Instructional Coordinators", "Tucson"), "es": ("Elementary School Teachers", "Tucson")},
)
_COMPTABLE = Case(
    "vermont",
    "fr",
    "J'habite dans le Vermont, je tiens la comptabilité d'un garage pour 24 dollars de l'heure. On me propose 52 000 par an dans une mairie. J'accepte ?",
    {
        "facts": [
            fact("current_role", "bookkeeper", "je tiens la comptabilité d'un garage"),
            fact("location", "Vermont", "dans le Vermont"),
            fact("present_pay", 49920, "24 dollars de l'heure"),
            fact("offer", 52000, "52 000 par an"),
        ],
        "lookups": [pay("bookkeeper", "Vermont")],
        "wishes": ["offer"],
        "language": "fr",
    },
    (
        finding(
            "Vos 24 dollars de l'heure font {P.present_pay} par an à plein temps ; la mairie vous donnerait donc {P.offer - P.present_pay} de plus.",
            language="fr",
        ),
        finding(
            "Dans le Vermont, la médiane pour ce métier (Bookkeeping, Accounting, and Auditing Clerks) est de {bk.p50} : l'offre reste {bk.p50 - P.offer} en dessous.",
            "bk",
            language="fr",
        ),
        finding("Elle est toutefois au-dessus du premier quartile, qui est à {bk.p25}.", "bk", language="fr"),
        Written(
            "advice",
            "Avant de dire oui, demandez noir sur blanc la retraite, l'assurance maladie et le nombre de jours de congé : dans une mairie, c'est souvent là que se joue la différence.",
            language="fr",
        ),
        Written(
            "draft",
            "Bonjour Madame,\n\nMerci beaucoup pour votre proposition. Le poste m'intéresse vraiment. Avant de vous répondre, pourriez-vous me préciser les avantages sociaux et me dire si le salaire de 52 000 dollars peut être revu après la période d'essai ?\n\nBien cordialement,\n[votre nom]",
            language="fr",
        ),
        Written(
            "question",
            "Qu'est-ce qui vous ferait regretter le garage ?",
            language="fr",
        ),
    ),
    {"bk": ("Bookkeeping", "Vermont")},
)
_ENFERMERA = Case(
    "enfermera",
    "es",
    "¿En qué partes del país hay más trabajo para enfermeras y dónde pagan mejor? Puedo mudarme a donde sea.",
    {
        "lookups": [market("registered nurse")],
        "wishes": ["market"],
        "language": "es",
    },
    (
        finding(
            "Donde más enfermeras trabajan es en la zona de Nueva York, con {most.employment} empleos, seguida de Los Ángeles con {most.employment_2}.",
            "most",
            language="es",
        ),
        finding(
            "Donde mejor pagan es en California: en San José la mediana llega a {best.p50} al año y en Vallejo a {best.p50_2}.",
            "best",
            language="es",
        ),
        finding(
            "En todo Estados Unidos hay {us.employment} puestos, la mayoría en hospitales generales ({ind.employment}).",
            "us",
            "ind",
            language="es",
        ),
        finding(
            "Para tu profesión no tengo ninguna proyección de empleo, así que no puedo decirte cuánto va a crecer.",
            "us",
            language="es",
        ),
        Written(
            "advice",
            "No mires solo el sueldo: en California el alquiler se come buena parte. Haz una lista de tres ciudades y compara lo que te quedaría después de pagar la casa.",
            language="es",
        ),
        Written(
            "question",
            "¿Te importa más ganar más o vivir cerca de alguien?",
            language="es",
        ),
    ),
    {
        "most": ("Places with most jobs nationwide", "Registered Nurses"),
        "best": ("Places with the highest median nationwide", "Registered Nurses"),
        "us": ("Registered Nurses (29-1141) in United States: employment", ""),
        "ind": ("Industries that employ most Registered Nurses", ""),
    },
)
_TIRED = Case(
    "tired",
    "de",
    "Ich habe letzte Woche die dritte Absage als Logistiker in Memphis bekommen. Vielleicht bin ich einfach nicht gut genug. Was verdient man da überhaupt?",
    {
        "facts": [
            fact("target_role", "logistician", "als Logistiker"),
            fact("location", "Memphis", "in Memphis"),
        ],
        "lookups": [pay("logistician", "Memphis, TN")],
        "wishes": ["feelings", "pay"],
        "language": "de",
    },
    (
        Written(
            "feeling",
            "Drei Absagen tun weh, und das darf es auch. Über deine Fähigkeiten sagen sie wenig: Oft stand intern schon jemand fest.",
            language="de",
        ),
        finding(
            "Zum Geld: Logistiker verdienen im Großraum Memphis im Median {lo.p50} im Jahr. Einsteiger dürften eher am unteren Rand liegen; das unterste Zehntel bekommt höchstens {lo.p10}.",
            "lo",
            language="de",
        ),
        finding(
            "Nach oben ist viel Luft: Zwischen dem unteren und dem oberen Zehntel liegen {lo.p90 - lo.p10}.",
            "lo",
            language="de",
        ),
        Written(
            "advice",
            "Bitte bei der letzten Firma um zwei Sätze Rückmeldung. Viele antworten nicht, aber eine ehrliche Antwort ist mehr wert als zehn neue Bewerbungen.",
            language="de",
        ),
        Written(
            "draft",
            "Sehr geehrte Frau [Name],\n\nvielen Dank für Ihre Nachricht. Ich hätte eine kleine Bitte: Könnten Sie mir in ein, zwei Sätzen sagen, woran es gelegen hat? Ich möchte daraus lernen.\n\nMit freundlichen Grüßen\n[Ihr Name]",
            language="de",
        ),
        Written("question", "Kamen die Absagen vor oder nach einem Gespräch?", language="de"),
    ),
    {"lo": ("Logisticians", "Memphis")},
)
CASES = (
    _FARMACIA,
    _LEHRERIN,
    _COMPTABLE,
    _ENFERMERA,
    _TIRED,
)
