"""Which characters of a plan none of this machine's fonts can draw: a PDF shows an empty box for them."""

import unicodedata
from collections.abc import Iterable

_NEVER_MISSING = 0x250  # typst's own font holds all of Latin up to here
_MOST = 400  # of different characters that are tried; each takes about a millisecond
_NAMED = 12
_PAGE = b'#set text(font: "Libertinus Serif")\n#sys.inputs.character'
_DRAWN_WITH_OTHERS = frozenset({"Mn", "Me", "Mc", "Cf", "Cc", "Sk"})


def missing_glyphs(texts: Iterable[str]) -> list[str]:
    """Characters of `texts` that would be boxes, in order of appearance; at most 400 different ones are tried."""
    tried = [character for character in dict.fromkeys("".join(texts)) if _may_be_missing(character)][:_MOST]
    if not tried:
        return []
    import typst

    compiler = typst.Compiler()
    missing = []
    for character in tried:
        try:
            # PDF/A forbids characters without a glyph, so typst refuses to set them.
            compiler.compile(
                input=_PAGE, format="pdf", sys_inputs={"character": character}, pdf_standards="a-2u"
            )
        except typst.TypstError:
            missing.append(character)
    return missing


def _may_be_missing(character: str) -> bool:
    """Marks and joiners have no picture of their own."""
    return (
        ord(character) >= _NEVER_MISSING
        and not character.isspace()
        and unicodedata.category(character) not in _DRAWN_WITH_OTHERS
    )


def glyph_note(missing: list[str]) -> str:
    """One line that says what is not shown, and what to do."""
    named = " ".join(missing[:_NAMED])
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    return (
        f"No font on this machine has {named}{more}: the PDF shows empty boxes there. "
        "Install a font for this script and export again, or export as html."
    )
