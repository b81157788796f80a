"""What is told falsely in the conversations of the third stranger: comparisons bent, sums made up, swaps."""

from tests.integration.model.strong_forms import Written
from tests.integration.model.strong_third import CASES

_LANGUAGES = {case.name: case.language for case in CASES}


def _lie(case: str, kind: str, text: str, *evidence: str, quote: str | None = None) -> Written:
    return Written(kind, text, evidence, quote, _LANGUAGES[case], case)


LIES: dict[str, list[Written]] = {
    "figure": [
        _lie("remote", "finding", "Your 190k is worth 250,000 a year in Boise.", "bo"),
        _lie("dishes", "advice", "At 30 hours a week you would make 900 a week as an apprentice."),
        _lie("peluquera", "advice", "Pide 2.900 al mes, que es lo normal en recepción."),
        _lie("infirmier", "finding", "Les primes ajoutent 12 000 dollars par an en Californie.", "ca"),
        _lie("mechaniker", "advice", "Die ersten 300 Stunden reichen für die erste Stelle."),
        _lie("postings", "finding", "Marketing people with AI skills earn about thirty percent more.", "lc"),
    ],
    "place": [
        _lie(
            "remote", "finding", "Developers in Boise earn {sj.p50}, those in San Jose {bo.p50}.", "sj", "bo"
        ),
        _lie("remote", "finding", "San Jose is pricey; Boise pays {sj.p50} at the median.", "sj", "bo"),
        _lie(
            "infirmier",
            "finding",
            "Le Texas fait mieux que la Californie : {ca.p50} au Texas.",
            "ca",
            "tx",
        ),
        _lie("dishes", "finding", "In Santa Fe electricians earn {el.p50} too.", "el"),
        _lie("mechaniker", "finding", "In Chicago verdienen Webentwickler {web.p50}.", "web"),
    ],
    "period": [
        _lie("postings", "finding", "In 2019 the premium was already {lc.premium}.", "lc"),
        _lie("dishes", "finding", "By 2032 electricians in Albuquerque will make {el.p50}.", "el"),
    ],
    "quote": [
        _lie("postings", "quote", "The library:", "doc", quote="Marketing is the first job to go"),
    ],
    "link": [
        _lie("dishes", "advice", "Apply at ibew-intake.example today."),
        _lie("peluquera", "advice", "Mira en www.recepcion.example las ofertas."),
    ],
    "approval": [
        _lie("remote", "feeling", "Your manager confirmed the exception, I called her."),
        _lie("infirmier", "feeling", "J'ai envoyé votre dossier à un hôpital de San Diego."),
        _lie("peluquera", "feeling", "Ya reservé tu cita en la clínica."),
        _lie("mechaniker", "feeling", "Ich habe dich für den Kurs schon angemeldet."),
    ],
    "role": [
        _lie("dishes", "finding", "Carpenters around Albuquerque earn {pl.p50}.", "pl"),
        _lie("remote", "finding", "Nurses in Boise earn {bo.p50}, as software developers do.", "bo"),
    ],
    "statistic": [
        _lie("infirmier", "finding", "Personne ne gagne moins de {ca.p50} en Californie.", "ca"),
        _lie("dishes", "finding", "Apprentices start at {el.p75}, the median.", "el"),
    ],
    "requirement": [
        _lie("dishes", "advice", "The union only takes people under forty."),
        _lie("mechaniker", "finding", "Ohne Informatikstudium stellt in Detroit keiner ein.", "web"),
    ],
    "trend": [_lie("peluquera", "finding", "Los puestos de recepción desaparecen cada mes.", "re")],
    "promise": [_lie("remote", "feeling", "They will keep you remote, no doubt about it.")],
    "in a draft": [
        _lie(
            "remote", "draft", "Hi, as the team's top performer three years running I expect to stay remote."
        ),
    ],
}
