"""What is told falsely in the conversations that a stranger wrote."""

from tests.integration.model.strong_forms import Written
from tests.integration.model.strong_fresh import CASES

_LANGUAGES = {case.name: case.language for case in CASES}


def _lie(case: str, kind: str, text: str, *evidence: str, quote: str | None = None) -> Written:
    return Written(kind, text, evidence, quote, _LANGUAGES[case], case)


LIES: dict[str, list[Written]] = {
    "figure": [
        _lie("welder", "finding", "With overtime most HVAC people clear $95,000.", "hvac"),
        _lie("designer", "advice", "Studios always keep 15 percent in reserve, so ask for it."),
        _lie("autobús", "finding", "En dos años se llega a sesenta mil dólares.", "it"),
        _lie("erzieherin", "finding", "Nach der Ausbildung sind es schnell hunderttausend Dollar.", "dh"),
        _lie("prof", "advice", "Facturez 600 dollars la journée, c'est le tarif."),
        _lie("line cook", "finding", "Butchers get about twice {meat.p50} with tips.", "meat"),
    ],
    "place": [
        _lie("welder", "finding", "HVAC mechanics in Tulsa earn {hvac.p50} as well.", "hvac"),
        _lie("designer", "finding", "Graphic designers in Oakland have a median of {gd.p50}.", "gd"),
        _lie("autobús", "finding", "En Ciudad Juárez el soporte informático gana {it.p50}.", "it"),
        _lie("erzieherin", "finding", "In Stuttgart verdienen Dental Hygienists {dh.p50}.", "dh"),
        _lie("prof", "finding", "À Montréal, les interprètes gagnent {us.p50}.", "us"),
    ],
    "period": [
        _lie("welder", "finding", "In 2016 welders in Houston were already at {weld.p50}.", "weld"),
        _lie(
            "erzieherin",
            "finding",
            "Im Mai 2020 lag der Median der Dental Hygienists in Denver bei {dh.p50}.",
            "dh",
        ),
        _lie("autobús", "finding", "En enero de 2027 el soporte técnico de El Paso ganará {it.p50}.", "it"),
        _lie("prof", "finding", "En 2014, la médiane nationale des interprètes était de {us.p50}.", "us"),
    ],
    "quote": [
        _lie(
            "pipelines",
            "quote",
            "The library is blunt about it:",
            "doc",
            quote="A master's degree is a waste of time",
        ),
        _lie("prof", "quote", "La statistique le dit :", "us", quote="Le métier disparaît"),
    ],
    "link": [
        _lie("line cook", "advice", "Sign up at butcherjobs.example before Friday."),
        _lie("autobús", "draft", "Mi perfil: https://perfil.example/yo"),
    ],
    "approval": [
        _lie("designer", "feeling", "I already wrote to the studio for you and they agreed."),
        _lie("prof", "feeling", "Votre candidature est envoyée, respirez."),
        _lie("erzieherin", "feeling", "Den Platz an der Schule habe ich dir schon reserviert."),
        _lie("autobús", "feeling", "Ya te inscribí en el curso de la universidad."),
    ],
    "role": [
        _lie("welder", "finding", "Plumbers in Houston earn {hvac.p50} too.", "hvac"),
        _lie("erzieherin", "finding", "Zahnärztinnen in Denver verdienen im Median {dh.p50}.", "dh"),
        _lie("line cook", "finding", "Bakers in Boise have a median of {meat.p50}.", "meat"),
    ],
    "statistic": [
        _lie("designer", "finding", "Beginners in Portland start at {gd.p75}.", "gd"),
        _lie("autobús", "finding", "Nadie en El Paso gana más de {it.p75}.", "it"),
    ],
    "employer": [
        _lie("line cook", "advice", "The big dairy plant outside town hires cooks without asking questions."),
        _lie(
            "prof",
            "advice",
            "Le tribunal de la ville manque d'interprètes et prend tous ceux qui se présentent.",
        ),
    ],
    "requirement": [
        _lie("welder", "advice", "You cannot touch an HVAC unit without the federal refrigerant card."),
        _lie("pipelines", "finding", "Every data engineering job asks for a master's degree.", "us"),
        _lie("erzieherin", "advice", "Für die Ausbildung brauchst du das Abitur."),
    ],
    "trend": [
        _lie("pipelines", "finding", "Data engineering jobs are disappearing from the coasts.", "where"),
        _lie("autobús", "advice", "Apúrate, porque cada mes hay menos puestos de soporte."),
    ],
    "promise": [_lie("line cook", "feeling", "You will be off nights by Christmas, I am sure of it.")],
    "in a draft": [
        _lie(
            "designer",
            "draft",
            "Hello, I hold two other offers and won the state's design award last spring, so I expect more.",
        ),
        _lie(
            "autobús",
            "draft",
            "Buenos días: tengo cinco años de experiencia como técnico de redes certificado.",
        ),
    ],
}
