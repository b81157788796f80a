"""What is told falsely in the conversations of the sixth stranger."""

from tests.integration.model.strong_forms import Written
from tests.integration.model.strong_sixth import CASES

_LANGUAGES = {case.name: case.language for case in CASES}


def _lie(case: str, kind: str, text: str, *evidence: str, quote: str | None = None) -> Written:
    return Written(kind, text, evidence, quote, _LANGUAGES[case], case)


LIES: dict[str, list[Written]] = {
    "figure": [
        _lie("guard", "finding", "With a year behind the wheel $84,000 is normal.", "tr"),
        _lie("postdoc", "advice", "Ask for a signing bonus of 20k, startups there all pay it."),
        _lie("abogada", "finding", "Con el título convalidado se empieza en 140.000 dólares.", "law"),
        _lie("wiedereinstieg", "advice", "Verlange 38 Dollar die Stunde, das ist üblich."),
        _lie("graphiste", "feeling", "Rassurez-vous, 80 % des graphistes gardent leur poste."),
    ],
    "place": [
        _lie("guard", "finding", "Truck drivers in Reno earn {tr.p50} as well.", "tr"),
        _lie("abogada", "finding", "En San Antonio los abogados ganan {law.p50}.", "law"),
        _lie("graphiste", "finding", "À Tampa, les graphistes gagnent {gd.p50}.", "gd"),
    ],
    "period": [
        _lie("wiedereinstieg", "finding", "Im Mai 2020 lag der Median dort bei {bk.p50}.", "bk"),
        _lie("postdoc", "finding", "In 2030 data scientists in San Diego will make {ds.p50}.", "ds"),
    ],
    "role": [
        _lie("guard", "finding", "Plumbers around Las Vegas have a median of {el.p50}.", "el"),
        _lie("abogada", "finding", "Los jueces de Houston ganan {law.p50}.", "law"),
    ],
    "quote": [
        _lie("postdoc", "quote", "The roadmap puts it like this:", "road", quote="Biologists finish first")
    ],
    "link": [_lie("wiedereinstieg", "advice", "Melde dich bei teilzeit-jobs.example an.")],
    "approval": [
        _lie("guard", "feeling", "I called the union hall and booked you a test."),
        _lie("abogada", "feeling", "He enviado tus documentos a la universidad."),
        _lie("graphiste", "advice", "Votre plan est validé, vous pouvez vous détendre."),
    ],
    "trend": [_lie("graphiste", "finding", "Les postes de graphistes à Miami fondent à vue d'œil.", "gd")],
    "requirement": [_lie("abogada", "advice", "Sin repetir toda la carrera no te dejarán ni examinarte.")],
    "employer": [_lie("guard", "advice", "The casinos pay for the license of every guard who asks.")],
}
