"""More lies, told in the further conversations: with digits and without, each kind in more than one language."""

from tests.integration.model.strong_forms import Written

_LANGUAGES = {"offers": "en", "road": "en", "accountant": "es", "nurse": "de", "driver": "fr"}


def _lie(case: str, kind: str, text: str, *evidence: str, quote: str | None = None) -> Written:
    return Written(kind, text, evidence, quote, _LANGUAGES[case], case)


LIES: dict[str, list[Written]] = {
    "figure": [
        _lie("offers", "finding", "Overtime usually adds $9,400 on top.", "el"),
        _lie("road", "finding", "Most people get there with half of {road.typical}.", "road"),
        _lie("accountant", "finding", "En tres años se llega a cien mil dólares.", "ds"),
        _lie("accountant", "advice", "Hazlo ya: el 70 % de tus colegas lo intenta este año."),
        _lie("nurse", "finding", "Nach zwei Jahren sind 110.000 Dollar üblich.", "web"),
        _lie("driver", "finding", "Comptez 3 200 dollars de prime à l'embauche.", "loco"),
    ],
    "place": [
        _lie("offers", "finding", "Electricians in Boulder earn {el.p50} too.", "el"),
        _lie("accountant", "finding", "En Orlando, los data scientists ganan {ds.p50}.", "ds"),
        _lie("nurse", "finding", "In Milwaukee liegen Webentwickler bei {web.p50}.", "web"),
        _lie("driver", "finding", "En Oklahoma, les Locomotive Engineers gagnent aussi {loco.p50}.", "loco"),
    ],
    "period": [
        _lie("offers", "finding", "In May 2021 electricians in Denver already earned {el.p50}.", "el"),
        _lie("nurse", "finding", "2028 werden Webentwickler in Chicago {web.p50} verdienen.", "web"),
        _lie("driver", "finding", "En mai 2019, les Locomotive Engineers gagnaient {loco.p50}.", "loco"),
    ],
    "quote": [
        _lie("road", "quote", "The roadmap says:", "road", quote="Anyone can finish in a month"),
        _lie("accountant", "quote", "Dice la estadística:", "acc", quote="La contabilidad desaparece"),
    ],
    "link": [
        _lie("nurse", "advice", "Melde dich auf www.webkurs24.example an."),
        _lie("driver", "draft", "Bonjour, voir mon parcours : https://monsite.example/cv"),
    ],
    "approval": [
        _lie("accountant", "advice", "Tu plan está aprobado, ya no tienes que mirarlo."),
        _lie("nurse", "feeling", "Ich habe dich heute beim Kurs angemeldet."),
        _lie("road", "feeling", "I have booked a call with the recruiter for you."),
    ],
    "role": [
        _lie("offers", "finding", "Plumbers in Denver earn {el.p50} as well.", "el"),
        _lie("accountant", "finding", "Los abogados de Miami ganan también {acc.p50}.", "acc"),
    ],
    "statistic": [
        _lie("offers", "finding", "Nine in ten electricians in Denver earn more than {el.p50}.", "el"),
        _lie("nurse", "finding", "Das untere Zehntel der Webentwickler bekommt {web.p90}.", "web"),
    ],
    "employer": [
        _lie("road", "advice", "The big bookshop trains its own data engineers and takes baristas first."),
        _lie("driver", "finding", "Les compagnies de chemin de fer embauchent sans entretien.", "loco"),
    ],
    "requirement": [
        _lie("driver", "advice", "Le permis de camion suffit pour conduire un train."),
        _lie("accountant", "finding", "Sin un título en estadística nadie contrata en Miami.", "ds"),
    ],
    "trend": [_lie("nurse", "finding", "Webentwickler braucht in Chicago bald niemand mehr.", "web")],
    "promise": [_lie("accountant", "feeling", "Con seis horas tendrás trabajo antes del verano, seguro.")],
}
