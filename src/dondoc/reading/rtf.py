"""Rich Text Format (.rtf) to :class:`dondoc.text.Text`.

Reads         paragraphs, list marks as Word and LibreOffice write them out, tables with merged cells, footnotes,
              endnotes, text boxes, the shown result of fields; old fonts (.VnTime, VNI-Times) by their names
Leaves alone  headers and footers of the page, hidden and deleted words, pictures, embedded objects
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dondoc.reading.errors import ReadingError
from dondoc.reading.items import Item, tell
from dondoc.reading.oldfonts import OldWords, font_encoding, with_old_words
from dondoc.reading.rtfrows import Row, put_together
from dondoc.reading.rtfwords import SIGNS, SKIPPED, Token, characters, tokens
from dondoc.reading.storyline import Storyline
from dondoc.text import Text

BROKEN = "Tệp .rtf bị hỏng hoặc không có chữ nào đọc được; hãy mở lại bằng Word, lưu thành tệp mới rồi tải lên."
_TOO_DEEP = "Tệp .rtf lồng quá nhiều lớp nên không được mở; hãy mở bằng Word và lưu lại thành .docx."
_DEEPEST = 400
_ENDS = frozenset({"par", "sect", "page", "column", "nestcell", "nestrow"})
_MERGES = frozenset({"clmgf", "clmrg", "clvmgf", "clvmrg"})
_KEPT = frozenset({"shpinst", "shptxt", "listtext", "footnote"})


@dataclass(slots=True)
class _Story:
    """A stream of paragraphs: the body, a note, a text box."""

    kind: str = "body"
    items: list[Item | Row] = field(default_factory=list)
    open: Item = field(default_factory=Item)
    row: Row = field(default_factory=Row)
    cell: list[Item] = field(default_factory=list)
    merges: set[str] = field(default_factory=set)
    mark: str = ""
    in_table: bool = False

    def end_paragraph(self) -> None:
        """Close the open paragraph."""
        item, self.open = self.open, Item()
        item.mark, self.mark = self.mark.strip(), ""
        if item.words.strip():
            (self.cell if self.in_table else self.items).append(item)

    def end_cell(self) -> None:
        """Close the open cell."""
        self.in_table = True
        self.end_paragraph()
        self.row.cells.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        """Close the open row; what follows may state the next one by the same edges."""
        if self.row.cells:
            self.items.append(self.row)
            self.row = Row(list(self.row.edges))

    def finished(self) -> list[Item | Row]:
        """All that was read, a row that the file breaks off included."""
        self.end_paragraph()
        if self.cell:
            self.end_cell()
        self.end_row()
        return self.items


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group; ``into`` is "words", "mark" or "fonts"."""

    story: _Story
    skipped: bool = False
    bold: bool = False
    wide: int = 1
    font: int = -1
    into: str = "words"


def read_rtf(data: bytes) -> Text:
    """Return the text of an .rtf file."""
    reader = _Reader()
    for token in tokens(data.decode("latin-1")):
        reader.take(token)
    items = put_together(reader.body())
    if not items:
        raise ReadingError(BROKEN)
    story = Storyline()
    tell(story, items)
    for name, words in enumerate(reader.notes, 1):
        story.note("footnote", str(name), words)
    return with_old_words(story.text("rtf"), reader.old)


class _Reader:
    """Takes the tokens one by one."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.old: list[OldWords] = []
        self._body = _Story()
        self._state = _State(self._body)
        self._outer: list[_State] = []
        self._fresh = self._star = False
        self._skip = 0
        self._bytes: list[str] = []
        self._fonts: dict[int, tuple[int, str]] = {}
        self._high = 0

    def body(self) -> list[Item | Row]:
        """The paragraphs and rows of the body, after the last token."""
        while self._outer:
            self._close()
        self._flush()
        return self._body.finished()

    def take(self, token: Token) -> None:
        """Read one token."""
        kind, text, number = token
        if kind == "text":
            self._raw(text)
        elif kind == "open":
            self._flush()
            if len(self._outer) >= _DEEPEST:
                raise ReadingError(_TOO_DEEP)
            self._outer.append(self._state)
            self._fresh, self._star, self._skip = True, False, 0
        elif kind == "close":
            self._close()
        elif kind == "star":
            self._star = self._fresh
        elif self._skip and text != "u":
            self._skip -= 1
        elif self._fresh and self._begins(text):
            self._fresh = False
        else:
            self._fresh = False
            self._word(text, number)

    def _raw(self, words: str) -> None:
        if self._skip:
            dropped = min(self._skip, len(words))
            self._skip -= dropped
            words = words[dropped:]
        if words and not self._state.skipped:
            self._bytes.append(words)
        self._fresh = False

    def _flush(self) -> None:
        if self._bytes:
            words, self._bytes = "".join(self._bytes), []
            charset, name = self._fonts.get(self._state.font, (0, ""))
            encoding = font_encoding(name) if self._state.into == "words" else None
            if encoding is None:
                self._put(characters(words, charset))
            else:
                old = OldWords.of(words, *encoding)
                self.old.append(old)
                self._put(old.after)

    def _put(self, words: str) -> None:
        state = self._state
        if state.skipped or not words:
            return
        if state.into == "fonts":
            charset, name = self._fonts.get(state.font, (0, ""))
            self._fonts[state.font] = charset, (name + words)[:100]
        elif state.into == "mark":
            state.story.mark += words
        else:
            state.story.open.add(words, bold=state.bold)

    def _close(self) -> None:
        self._flush()
        self._fresh = self._star = False
        self._skip = 0
        if not self._outer:
            return
        ended, self._state = self._state.story, self._outer.pop()
        if ended is not self._state.story:
            found = ended.finished()
            if ended.kind == "box":
                self._state.story.items.extend(found)
            else:
                place = int(ended.kind)
                self.notes[place] = " ".join(item.words.strip() for item in _flat(found))

    def _begins(self, word: str) -> bool:
        """Begin the group that ``word`` names; whether it names one."""
        star, self._star = self._star, False
        state = self._state
        if word == "footnote" and not state.skipped:
            name = str(len(self.notes) + 1)
            state.story.open.notes.append((len(state.story.open.words), "footnote", name))
            self.notes.append("")
            self._state = replace(state, story=_Story(str(len(self.notes) - 1)), into="words", bold=False)
        elif word == "shptxt" and not state.skipped:
            self._state = replace(state, story=_Story("box"), into="words")
        elif word in ("listtext", "pntext"):
            self._state = replace(state, into="mark")
        elif word == "fonttbl":
            self._state = replace(state, into="fonts")
        elif word in SKIPPED or (star and word not in _KEPT):
            self._state = replace(state, skipped=True)
        else:
            return False
        return True

    def _word(self, word: str, number: int | None) -> None:
        self._flush()
        state, story = self._state, self._state.story
        if word == "u":
            self._unicode(number or 0)
        elif word in SIGNS:
            self._put(SIGNS[word])
        elif word in ("f", "fcharset") and number is not None:
            if word == "f":
                self._state = replace(state, font=number)
            elif state.into == "fonts":
                self._fonts[state.font] = number, self._fonts.get(state.font, (0, ""))[1]
        elif word == "uc":
            self._state = replace(state, wide=max(0, min(number or 0, 20)))
        elif word == "b":
            self._state = replace(state, bold=number != 0)
        elif word in ("v", "deleted"):
            self._state = replace(state, skipped=number != 0)
        elif word == "plain":
            self._state = replace(state, bold=False)
        elif not state.skipped and state.into == "words":  # a mark resets what holds for itself alone
            _lay_out(story, word, number)

    def _unicode(self, number: int) -> None:
        code = number + 0x10000 if number < 0 else number
        self._skip = self._state.wide
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + (self._high - 0xD800 << 10) + code - 0xDC00 if self._high else 0
        self._high = 0
        if 0 < code <= 0x10FFFF:
            self._put(chr(code))


def _lay_out(story: _Story, word: str, number: int | None) -> None:
    """Heed a control word that shapes paragraphs and tables."""
    if word in _ENDS:
        story.end_paragraph()
    elif word == "pard":
        story.in_table = False
    elif word in ("intbl", "itap"):
        story.in_table = number != 0
    elif word == "trowd":
        story.row.edges = []
        story.merges = set()
    elif word in _MERGES:
        story.merges.add(word)
    elif word == "cellx":
        story.row.edges.append((number or 0, frozenset(story.merges)))
        story.merges = set()
    elif word == "cell":
        story.end_cell()
    elif word == "row":
        story.end_row()


def _flat(items: Sequence[Item | Row]) -> list[Item]:
    found: list[Item] = []
    for item in items:
        found.extend([item] if isinstance(item, Item) else [inner for cell in item.cells for inner in cell])
    return found
