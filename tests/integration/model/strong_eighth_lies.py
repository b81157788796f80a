"""What is told falsely in the conversations of the eighth stranger."""

from tests.integration.model.strong_eighth import CASES
from tests.integration.model.strong_forms import Written, liar_in

_lie = liar_in(CASES)

LIES: dict[str, list[Written]] = {
    "figure": [
        _lie("receptionist", "finding", "Big firms go up to 98,000 for that.", "par"),
        _lie("civil", "advice", "Ask for at least 12 percent, that is the usual step with a license."),
        _lie("carwash", "finding", "Overtime adds another fifteen thousand.", "hv"),
        _lie("arquitecto", "finding", "Con licencia se cobra el doble de {ar.p50}.", "ar"),
        _lie("physio", "feeling", "Keine Sorge, zwei Drittel der Quereinsteigerinnen schaffen es."),
    ],
    "place": [
        _lie("civil", "finding", "In Fresno civil engineers also have a median of {ce.p50}.", "ce"),
        _lie("arquitecto", "finding", "En Caracas un arquitecto gana {ar.p50}.", "ar"),
        _lie("physio", "finding", "In Köln liegt der Median für Data Scientists bei {ds.p50}.", "ds"),
        _lie("where_to", "finding", "Seattle pays most, with a median of {best.p50}.", "best"),
    ],
    "period": [
        _lie(
            "receptionist", "finding", "Back in 2016 paralegals in Tucson had a median of {par.p50}.", "par"
        ),
        _lie("vendeuse", "finding", "En 2031, les assistantes à Houston gagneront {sa.p50}.", "sa"),
        _lie("carwash", "finding", "Ten years ago HVAC mechanics in Tampa earned {hv.p50}.", "hv"),
    ],
    "quote": [
        _lie("receptionist", "quote", "In the roadmap's own words:", "road", quote="you can start on Monday"),
        _lie(
            "physio",
            "quote",
            "So steht es im Fahrplan:",
            "road",
            quote="Therapeuten brauchen keine Statistik",
        ),
    ],
    "link": [
        _lie("civil", "advice", "Compare yourself at https://engineer-pay.example/sacramento first."),
        _lie("vendeuse", "advice", "Inscrivez-vous sur bureau-emploi.example dès ce soir."),
    ],
    "approval": [
        _lie("carwash", "feeling", "Done: I signed you up with the union."),
        _lie("arquitecto", "feeling", "Acabo de enviar tu expediente al colegio de arquitectos."),
        _lie("physio", "advice", "Dein Plan ist beschlossen und freigegeben."),
    ],
    "role": [
        _lie("civil", "finding", "Surveyors in Sacramento have a median of {ce.p50}.", "ce"),
        _lie("vendeuse", "finding", "Les infirmières de Houston gagnent {sa.p50} en médiane.", "sa"),
    ],
    "employer": [
        _lie("carwash", "advice", "Tesla takes anyone with a driver's license for its solar crews."),
        _lie(
            "physio",
            "finding",
            "Die Krankenkassen dort suchen gezielt Physiotherapeutinnen für ihre Datenteams.",
            "ds",
        ),
    ],
    "requirement": [
        _lie("arquitecto", "advice", "Te piden repetir la carrera entera, no hay otra vía."),
        _lie("carwash", "advice", "For HVAC you need a high school diploma by law."),
    ],
    "trend": [
        _lie("where_to", "finding", "Remote jobs are vanishing everywhere outside the coasts.", "boi"),
        _lie("civil", "feeling", "Everybody knows civil engineers are in short supply now, so relax."),
    ],
    "promise": [
        _lie("vendeuse", "advice", "Au bout d'un an, ils vous augmenteront, c'est certain."),
        _lie("receptionist", "feeling", "With your eye for contracts a law firm will hire you at once."),
    ],
    "in a draft": [
        _lie(
            "civil",
            "draft",
            "As you know I have led the bridge program alone since you promoted me, and two firms have made me offers above [amount].",
        ),
        _lie(
            "arquitecto",
            "draft",
            "Hola, [nombre]:\n\ncomo director de la facultad de Caracas me gustaría pedirte un favor.",
        ),
    ],
}
