"""What is told falsely in the conversations of the fourth stranger: shares bent, study made short, offers made up."""

from tests.integration.model.strong_forms import Written
from tests.integration.model.strong_fourth import CASES

_LANGUAGES = {case.name: case.language for case in CASES}


def _lie(case: str, kind: str, text: str, *evidence: str, quote: str | None = None) -> Written:
    return Written(kind, text, evidence, quote, _LANGUAGES[case], case)


LIES: dict[str, list[Written]] = {
    "figure": [
        _lie("büro", "finding", "Das Angebot von {P.offer} ist ein Plus von 40 Prozent."),
        _lie("register", "finding", "Tellers get {tel.p50}, and 70 % of them are trained for free.", "tel"),
        _lie("switch", "finding", "Bootcamps cut {road.typical} to 120 hours.", "road"),
        _lie("raise", "advice", "Ask for $31, most practices have that much room."),
        _lie("cajero", "finding", "Con horas extra se pasa de 95.000 dólares.", "hv"),
        _lie("boulanger", "advice", "Comptez 2 000 euros par mois dès le début."),
    ],
    "place": [
        _lie("register", "finding", "Tellers in Toledo earn {tel.p50} as well.", "tel"),
        _lie("switch", "finding", "In Raleigh, {li.count} postings ask for AI skills.", "li"),
        _lie("büro", "finding", "In Atlanta sind es {us.p50}, landesweit {at.p50}.", "us", "at"),
        _lie("cajero", "finding", "En Milwaukee los técnicos ganan {hv.p50}.", "hv"),
        _lie("boulanger", "finding", "À Paris, un boulanger gagne {bk.p50}.", "bk"),
    ],
    "period": [
        _lie("switch", "finding", "By 2028 data scientists will have grown by {ds_out.growth}.", "ds_out"),
        _lie("raise", "finding", "Back in 2018 dental assistants there already earned {da.p50}.", "da"),
    ],
    "quote": [_lie("switch", "quote", "The roadmap says:", "road", quote="Anybody can do it in a summer")],
    "link": [
        _lie("register", "draft", "Apply here: bankjobs.example/teller"),
        _lie("boulanger", "advice", "Inscrivez-vous sur www.data-facile.example."),
    ],
    "approval": [
        _lie("raise", "feeling", "I talked to your boss and she agreed."),
        _lie("büro", "feeling", "Ich habe die Zusage für dich schon abgeschickt."),
        _lie("cajero", "feeling", "Ya te inscribí en el taller."),
    ],
    "role": [
        _lie("register", "finding", "Loan officers in Cleveland earn {tel.p50}.", "tel"),
        _lie("boulanger", "finding", "Les pâtissiers et les cuisiniers de Boston gagnent {bk.p50}.", "bk"),
    ],
    "requirement": [
        _lie("switch", "advice", "Without a PhD no team will look at you."),
        _lie("cajero", "advice", "En Illinois basta con el carné de conducir para ese oficio."),
    ],
    "employer": [_lie("register", "finding", "The big banks hire every cashier who asks.", "tel")],
    "promise": [_lie("raise", "feeling", "She will say yes, that much is sure.")],
    "in a draft": [
        _lie(
            "raise",
            "draft",
            "I have an offer from another practice at a much higher rate, so please match it.",
        ),
    ],
}
