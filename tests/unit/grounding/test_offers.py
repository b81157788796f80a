"""What the person was offered, as figures that a text may name."""

import pytest

from agent.grounding.own import person_evidence
from agent.grounding.reckoning import Unsupported
from agent.grounding.references import figure_names, fill
from agent.models import Amount, Offer, Profile


def test_the_figures_of_an_offer_keep_their_names_when_another_one_is_told() -> None:
    base = Amount(low=90000, period="year", text="90k")
    acme = Offer(employer="Acme", amounts=[base, Amount(low=5000, kind="signon", text="5k to sign")])
    away = Offer(place="St. Louis", amounts=[base.model_copy(update={"low": 83000})])
    alone, both = person_evidence(Profile(), [acme]), person_evidence(Profile(), [away, acme])
    assert [*figure_names(alone)] == ["offer_acme", "offer_acme_signon"]
    assert [*figure_names(both)] == ["offer_st_louis", "offer_acme", "offer_acme_signon"]
    assert fill("That is {P.offer}.", [alone]).text == "That is $90,000 a year."
    with pytest.raises(Unsupported):
        fill("That is {P.offer}.", [both])
