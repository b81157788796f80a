"""Replies are markdown: made HTML here, without anything that a reply could load or run."""

import re
from collections.abc import Collection
from functools import cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

_CITES = re.compile(r"\[(E\d+(?:, E\d+)*)\]")


def as_html(text: str, cited: Collection[str] = (), at: str = "") -> Markup:
    """The text as HTML; numbers of evidence in `cited` become links to the ids that begin with `at`."""
    html = _renderer().render(text).replace("<th></th>", "<td></td>")  # an empty cell is no heading
    return linked(Markup(html), cited, at)  # noqa: S704 - html=False escapes all that was typed


def linked(html: Markup, cited: Collection[str], at: str) -> Markup:
    """`html` with links from the numbers of evidence to where it stands."""

    def link(found: re.Match[str]) -> str:
        names = (
            f'<a href="#{escape(at)}{name}">{name}</a>' if name in cited else name
            for name in found[1].split(", ")
        )
        return f'<span class="cite">[{", ".join(names)}]</span>'

    return Markup(_CITES.sub(link, html))  # noqa: S704 - only links of ours are added


@cache
def _renderer() -> MarkdownIt:
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")

    def link(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
        tokens[index].attrJoin("rel", "noreferrer")
        tokens[index].attrJoin("target", "_blank")
        return str(self.renderToken(tokens, index, options, env))

    renderer.add_render_rule("link_open", link)
    return renderer
