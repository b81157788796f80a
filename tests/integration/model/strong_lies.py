"""What a strong model may say falsely, by kind and language: what it gets wrong, makes up or is talked into."""

from tests.integration.model.strong_eighth_lies import LIES as EIGHTH
from tests.integration.model.strong_fifth_lies import LIES as FIFTH
from tests.integration.model.strong_forms import Written
from tests.integration.model.strong_fourth_lies import LIES as FOURTH
from tests.integration.model.strong_fresh_lies import LIES as FRESH
from tests.integration.model.strong_more_lies import LIES as MORE
from tests.integration.model.strong_second_lies import LIES as SECOND
from tests.integration.model.strong_seventh_lies import LIES as SEVENTH
from tests.integration.model.strong_sixth_lies import LIES as SIXTH
from tests.integration.model.strong_third_lies import LIES as THIRD


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
for _stranger in (MORE, FRESH, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH):
    for _kind, _more in _stranger.items():
        LIES.setdefault(_kind, []).extend(_more)
