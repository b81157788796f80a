"""What pays well where somebody lives, for who has told no work: many jobs, and no years in a trade to begin."""

from agent import wording
from agent.coaching import names
from agent.coaching.conditions import wanted
from agent.coaching.lines import Said, asking, line, line_about
from agent.coaching.option_lists import Options, figure_of, period_of, table_of, with_pay
from agent.coaching.requests import options_request
from agent.coaching.view import View
from agent.models import ToolRequest, Wish
from agent.nlu.values.schooling import years_of_school

_SPOKEN = 3  # the table holds the others
_DEGREE = 4  # years of college


def request(wish: Wish, view: View, place: str) -> ToolRequest:
    """The occupations of a place; without a degree told, those that ask for none."""
    schooling = years_of_school(view.dialogue.brings.get("edu", "")) or 0
    no_degree = wish.degree is False or schooling < _DEGREE
    return options_request(None, place, view, no_degree=no_degree, conditions=wanted(wish, view))


def say(found: Options) -> Said:
    """The first of them with their medians, how the first is entered, and the question what they have done; or the honest no."""
    document = found.document
    question = asking("current", "options.what_done", 60)
    if not document.options or document.area is None:
        return Said((line("options.none_of_place"),), question=question)
    place = names.area(document.area)
    named, ids = with_pay(found, document.options[:_SPOKEN])
    about = {"options": named, "place": place, "period": period_of(found)}
    least = found.result.args.get("min_pay")
    told = {"least": wording.money(least)} if isinstance(least, int | float) else {}
    least_or_not = "of_place_least" if told else "of_place"
    key = least_or_not if found.result.args.get("no_degree") else "of_place_any"
    lines = [line_about(f"options.{key}", *ids, about=about, **told)]
    first = document.options[0]
    held = found.holding(figure_of(first.code, "zone"))
    if first.entry and held:
        lines.append(line("options.way_in", held[0].id, people=first.name, entry=first.entry))
    chosen = tuple(next(iter(option.roadmaps), option.name) for option in document.options)
    return Said(tuple(lines), *table_of(found, document.options), question, chosen)
