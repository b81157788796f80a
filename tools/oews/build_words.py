"""Write which rarer English words are never mended to a job: `python -m tools.oews.build_words DICTIONARY`.

Reads the dictionary of pyspellchecker (`en.json.gz`: words with how often they occur), writes
`seeds/tables/rarer_words.csv`: of its words only those within a typing error of a title or saying of one word.
"""

import gzip
import json
import sys
from pathlib import Path

from tools.oews.sayings import all_sayings
from tools.oews.spelling import english_words, near_words
from tools.oews.titles import known_titles
from tools.oews.wording import title_key

_TABLE = Path(__file__).parents[2] / "seeds" / "tables" / "rarer_words.csv"


def rarer_words(dictionary: Path) -> list[str]:
    """Words of a dictionary, in the singular, that a typing error parts from work told in one word."""
    keys = known_titles() | {title_key(saying.words) for saying in all_sayings()}
    jobs = frozenset(key for key in keys if " " not in key)
    words = {title_key(word) for word in json.loads(gzip.decompress(dictionary.read_bytes()))}
    return sorted(word for word in words - english_words() if near_words(word, jobs))


if __name__ == "__main__":
    _TABLE.write_text("\n".join(["word", *rarer_words(Path(sys.argv[1]))]) + "\n", encoding="utf-8")
