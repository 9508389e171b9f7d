"""Plain text and Markdown to :class:`dondoc.text.Text`.

Joins what a page break or a wrapped line cut in two, moves footnotes behind the body, takes footnote marks and
Markdown stars out. Source offsets are characters of the decoded file as it is.
"""

from dondoc.reading.cleaning import clean
from dondoc.reading.columns import read_columns
from dondoc.reading.encoding import damage, legacy_encoding
from dondoc.reading.flow import assemble
from dondoc.reading.letters import with_letters
from dondoc.reading.lines import find_lines, join_lines
from dondoc.reading.noise import drop_noise
from dondoc.reading.piped import with_piped_tables
from dondoc.text import Text


def read_plain(source: str) -> Text:
    """Return ``source`` as a text. Any string gives one."""
    legacy = legacy_encoding(source)
    cleaned = clean(source, legacy=legacy)
    paragraphs, dropped = drop_noise(join_lines(read_columns(find_lines(cleaned.text)), cleaned.emphasis))
    broken = damage(source)
    warnings = (broken,) if broken else ()
    text = assemble(cleaned, paragraphs, source, form="text", dropped=dropped, warnings=warnings)
    text = with_piped_tables(text)
    return text if legacy is None else with_letters(text, legacy)
