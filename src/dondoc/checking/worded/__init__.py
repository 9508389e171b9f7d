"""Words that claim something of figures beside them: a half, the highest, an average of these, so many of them."""

from dondoc.checking.worded import averages_of, fewer_named, halves, higher, highest, of_these

WORDED = (halves.find, higher.find, highest.find, averages_of.find, of_these.find, fewer_named.find)
