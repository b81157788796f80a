"""What is told falsely in the conversations of the fifth stranger: tables with columns swapped, terms and rates made up."""

from tests.integration.model.strong_fifth import CASES
from tests.integration.model.strong_forms import Written

_LANGUAGES = {case.name: case.language for case in CASES}


def _lie(case: str, kind: str, text: str, *evidence: str, quote: str | None = None) -> Written:
    return Written(kind, text, evidence, quote, _LANGUAGES[case], case)


LIES: dict[str, list[Written]] = {
    "figure": [
        _lie("freelance", "advice", "Self-employment tax takes 31% of it, so plan for that."),
        _lie("writer", "advice", "Recruiters answer 8% of cold messages."),
        _lie("aide", "finding", "With overtime assistants reach $58,000.", "na"),
        _lie("städte", "finding", "Berufseinsteiger bekommen in Phoenix schon 118.000 Dollar.", "ph"),
        _lie("soudeur", "advice", "Demandez 95 000, c'est ce que tout le monde obtient."),
    ],
    "place": [
        _lie("freelance", "finding", "Web developers in Pittsburgh earn {wd.p50} too.", "wd"),
        _lie("städte", "finding", "In Phoenix sind es {best.p50}, in San Jose {ph.p50}.", "best", "ph"),
        _lie("soudeur", "finding", "À Portland, un soudeur gagne {we.p50}.", "we"),
        _lie("rag-es", "finding", "En Boulder los científicos de datos ganan {ds.p50}.", "ds"),
    ],
    "role": [
        _lie(
            "writer",
            "finding",
            "| Pay | Technical writers | Digital interface designers |\n|---|---|---|\n| Median | {ux.p50} | {tw.p50} |",
            "tw",
            "ux",
        ),
        _lie("aide", "finding", "Pharmacists in Detroit earn {mr.p50}.", "mr"),
    ],
    "period": [
        _lie("writer", "finding", "In 2021 the median in Austin was {tw.p50} as well.", "tw"),
        _lie("städte", "finding", "Bis 2030 werden die Stellen um {out.growth} wachsen.", "out"),
    ],
    "quote": [_lie("rag-es", "quote", "Dice la biblioteca:", "rag", quote="Everybody must learn RAG now")],
    "link": [
        _lie("writer", "draft", "My portfolio is at https://writer-portfolio.example/docs."),
        _lie("soudeur", "advice", "Regardez sur inspecteurs.example avant de répondre."),
    ],
    "approval": [
        _lie("aide", "feeling", "I have already registered you with the records office."),
        _lie("soudeur", "feeling", "J'ai prévenu l'entreprise que vous acceptez."),
        _lie("städte", "feeling", "Ich habe dich in San Jose schon beworben und die Unterlagen verschickt."),
    ],
    "employer": [_lie("aide", "advice", "Every hospital in town moves burnt-out aides into records.")],
    "trend": [_lie("writer", "finding", "Technical writing jobs in Austin are vanishing.", "tw")],
    "requirement": [_lie("soudeur", "advice", "Il vous faudra la licence fédérale d'inspecteur.")],
}
