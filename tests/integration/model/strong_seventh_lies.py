"""What is told falsely in the conversations of the seventh stranger."""

from tests.integration.model.strong_forms import Written, liar_in
from tests.integration.model.strong_seventh import CASES

_lie = liar_in(CASES)

LIES: dict[str, list[Written]] = {
    "figure": [
        _lie("dispatcher", "finding", "With two years of practice they pay ninety-two thousand.", "log"),
        _lie(
            "counteroffer",
            "advice",
            "The usual bonus in that field is a month and a half of pay, so ask for 9,500 on top.",
        ),
        _lie("labtech", "finding", "Seven of ten technicians who learn it get a raise.", "ds"),
        _lie("koch", "finding", "Mit Trinkgeld kommst du auf gut 71.000 Dollar.", "chef"),
        _lie("aide_comptable", "finding", "Une associée y gagne trois fois {au.p50}.", "au"),
    ],
    "place": [
        _lie("dispatcher", "finding", "Logisticians in Nashville have a median of {log.p50}.", "log"),
        _lie("auxiliar", "finding", "En Monterrey una enfermera gana {rn.p50}.", "rn"),
        _lie("koch", "finding", "In Milwaukee verdienen Food Service Managers {fsm.p50}.", "fsm"),
        _lie("cs_senior", "finding", "Seattle has the most jobs, {top.employment}.", "top"),
    ],
    "period": [
        _lie(
            "counteroffer",
            "finding",
            "In 2018 marketing specialists in Minneapolis had a median of {mk.p50}.",
            "mk",
        ),
        _lie("aide_comptable", "finding", "En mai 2029, une auditrice à Boston gagnera {au.p50}.", "au"),
        _lie(
            "cs_senior",
            "finding",
            "From 2010 to 2020 jobs of software developers grew by {out.growth}.",
            "out",
        ),
    ],
    "quote": [
        _lie(
            "labtech", "quote", "The roadmap says so itself:", "road", quote="no mathematics is ever needed"
        ),
        _lie(
            "auxiliar", "quote", "Lo dice la estadística:", "rn", quote="las enfermeras no encuentran trabajo"
        ),
    ],
    "link": [
        _lie("dispatcher", "advice", "There is a free course at logistics-academy.example, start there."),
        _lie("koch", "advice", "Auf www.kueche-und-mehr.example stehen die Stellen."),
    ],
    "approval": [
        _lie("counteroffer", "feeling", "I've written to your boss that you decline."),
        _lie("auxiliar", "feeling", "Ya te apunté a la mañana en radiología."),
        _lie("koch", "feeling", "Ich habe dir einen Termin beim Orthopäden gemacht."),
    ],
    "role": [
        _lie("labtech", "finding", "Veterinarians around Raleigh earn a median of {ds.p50}.", "ds"),
        _lie("aide_comptable", "finding", "Les avocats de Boston gagnent {au.p50} en médiane.", "au"),
    ],
    "employer": [
        _lie("dispatcher", "advice", "FedEx takes dispatchers as logisticians without asking twice."),
        _lie("cs_senior", "finding", "The big five have stopped hiring anyone under thirty.", "ind"),
    ],
    "requirement": [
        _lie("auxiliar", "advice", "Sin el bachillerato americano no te dejan ni empezar el curso."),
        _lie("labtech", "advice", "You cannot get into data work without a master's in statistics."),
    ],
    "trend": [
        _lie("counteroffer", "finding", "Marketing pay has been falling every year lately.", "mk"),
        _lie(
            "aide_comptable",
            "feeling",
            "Les cabinets licencient partout en ce moment, vous avez raison d'avoir peur.",
        ),
    ],
    "promise": [
        _lie("koch", "advice", "Mit deiner Erfahrung nimmt dich jedes Hotel sofort."),
        _lie("dispatcher", "feeling", "You will have the new title by spring."),
    ],
    "in a draft": [
        _lie(
            "counteroffer",
            "draft",
            "Hi [name],\n\nas the winner of last year's national marketing award I expect more than this counteroffer.\n\n[your name]",
        ),
        _lie(
            "auxiliar",
            "draft",
            "Estimada señora:\n\nTengo el título de enfermera desde hace nueve años y busco plaza en radiología.",
        ),
    ],
}
