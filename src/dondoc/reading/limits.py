"""Every limit of reading, named once. Beyond one, a file is refused with a sentence that says which."""

MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_TEXT_CHARACTERS = 20_000_000

MAX_ARCHIVE_ENTRIES = 2_000
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_PART_BYTES = 64 * 1024 * 1024
MAX_UNPACK_RATIO = 200
RATIO_FREE_BYTES = 4 * 1024 * 1024  # small parts of white space compress well beyond any ratio, and hurt nobody

MAX_PDF_PAGES = 1_000
MAX_PDF_CHARACTERS_PER_PAGE = 100_000

ISOLATED_SECONDS = 60.0
ISOLATED_MEGABYTES = 1_024
