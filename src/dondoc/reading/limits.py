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

MAX_SHEETS = 200
MAX_SHEET_CELLS = 500_000
MAX_SHEET_MERGES = 50_000

ISOLATED_SECONDS = 60.0
ISOLATED_MEGABYTES = 1_024
ISOLATED_TOTAL_SECONDS = 1_800.0  # for a scan that goes on page after page
DRAWING_SECONDS = 20.0

CONVERSION_SECONDS = 60.0  # for LibreOffice or antiword, which are other programs
CONVERSION_MEGABYTES = 4_096

MAX_MEMBERS = 100  # documents in one .zip, e-mail or edXML package

MAX_SCAN_PAGES = 300
MAX_SCAN_PIXELS = 80_000_000
MAX_SHOWN_PIXELS = 12_000_000
SCAN_PAGE_SECONDS = 40.0
