"""Parts and the whole that they make, in prose, lists, brackets and footnotes, and how sure the words are of it."""
