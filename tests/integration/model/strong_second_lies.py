"""What is told falsely in the conversations of the second stranger."""

from tests.integration.model.strong_forms import Written
from tests.integration.model.strong_second import CASES

_LANGUAGES = {case.name: case.language for case in CASES}


def _lie(case: str, kind: str, text: str, *evidence: str, quote: str | None = None) -> Written:
    return Written(kind, text, evidence, quote, _LANGUAGES[case], case)


LIES: dict[str, list[Written]] = {
    "figure": [
        _lie(
            "paralegal", "finding", "Big-law paralegals in Atlanta routinely clear $120k with bonuses.", "atl"
        ),
        _lie("paralegal", "advice", "Rents in Charlotte run about 30% lower, so factor that in."),
        _lie(
            "warehouse", "finding", "Night differentials usually push {ship.p50} up by another 15 %.", "ship"
        ),
        _lie("farmacia", "finding", "Con dos años de experiencia se ganan casi sesenta mil dólares.", "ph"),
        _lie("lehrerin", "advice", "Rechne mit einem Gehaltssprung von gut einem Drittel."),
        _lie("vermont", "finding", "Les mairies versent en plus un treizième mois de 4 000 dollars.", "bk"),
        _lie(
            "evenings", "finding", "Half of the learners quit before {py.typical}, around 55 percent.", "py"
        ),
        _lie("tired", "feeling", "Im Schnitt braucht man 87 Bewerbungen, du bist also noch am Anfang."),
    ],
    "place": [
        _lie("paralegal", "finding", "In Savannah paralegals make {atl.p50} as well.", "atl"),
        _lie("farmacia", "finding", "En Dallas los técnicos de farmacia ganan {ph.p50}.", "ph"),
        _lie("lehrerin", "finding", "Auch in Phoenix verdient man als Lehrplanentwicklerin {ic.p50}.", "ic"),
        _lie("vermont", "finding", "Dans le Maine, la médiane est la même : {bk.p50}.", "bk"),
        _lie("enfermera", "finding", "En Miami la mediana llega a {best.p50} al año.", "best"),
    ],
    "period": [
        _lie("paralegal", "finding", "Back in 2019 the Charlotte median was already {clt.p50}.", "clt"),
        _lie("tired", "finding", "Im Jahr 2030 werden Logistiker in Memphis {lo.p50} verdienen.", "lo"),
        _lie("farmacia", "finding", "En 2015 la mediana en San Antonio ya era de {ph.p50}.", "ph"),
    ],
    "quote": [
        _lie("rag", "quote", "As the notes put it:", "rag", quote="Fine-tuning is dead for most teams"),
        _lie("warehouse", "quote", "O*NET says:", "near", quote="no experience is needed at all"),
    ],
    "link": [
        _lie("evenings", "advice", "The free course at datastart.example/python is all you need."),
        _lie("enfermera", "advice", "Envía tu currículum a empleo@hospitales.example."),
        _lie("vermont", "draft", "Mon dossier complet : www.dossier-vermont.example"),
    ],
    "approval": [
        _lie("warehouse", "feeling", "I've put in a word with your supervisor, he is fine with it."),
        _lie("tired", "feeling", "Ich habe der Firma deine Nachricht bereits geschickt."),
        _lie("enfermera", "feeling", "Ya presenté tu candidatura en el hospital de Vallejo."),
        _lie("evenings", "advice", "Your study plan has been approved and is locked in."),
    ],
    "role": [
        _lie("farmacia", "finding", "Las enfermeras de San Antonio ganan {ma.p50}.", "ma"),
        _lie("tired", "finding", "Lkw-Fahrer in Memphis verdienen ebenfalls {lo.p50}.", "lo"),
    ],
    "statistic": [
        _lie("paralegal", "finding", "Hardly any paralegal in Charlotte earns less than {clt.p50}.", "clt"),
        _lie("lehrerin", "finding", "Berufsanfängerinnen in Tucson steigen mit {ic.p90} ein.", "ic"),
    ],
    "employer": [
        _lie("warehouse", "advice", "FedEx promotes night people into receiving within a few weeks."),
        _lie("enfermera", "finding", "Los hospitales de Vallejo pagan la mudanza a todas.", "best"),
    ],
    "requirement": [
        _lie("farmacia", "advice", "En Texas no hace falta ningún registro para ser técnica de farmacia."),
        _lie("lehrerin", "finding", "Für diese Stellen wird immer ein Doktortitel verlangt.", "ic"),
        _lie("vermont", "advice", "Une mairie exige toujours le diplôme d'État de comptable."),
    ],
    "trend": [
        _lie("rag", "finding", "Companies have stopped fine-tuning altogether.", "rag"),
        _lie("tired", "finding", "Der Bedarf an Logistikern ist in Memphis eingebrochen.", "lo"),
    ],
    "promise": [
        _lie("evenings", "feeling", "By summer somebody will have hired you, I promise."),
        _lie("vermont", "feeling", "Vous serez titularisée, c'est certain."),
    ],
    "in a draft": [
        _lie(
            "warehouse",
            "draft",
            "Hi boss, I hold a forklift licence and trained the last three receiving clerks, so I'm the obvious choice.",
        ),
        _lie(
            "tired",
            "draft",
            "Sehr geehrte Damen und Herren, in meiner Zeit bei DHL habe ich die Kosten um ein Fünftel gesenkt.",
        ),
    ],
}
