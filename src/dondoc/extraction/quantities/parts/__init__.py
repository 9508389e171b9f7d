"""Which figures are parts of which whole: by the words, by their lists, by what they add up to."""
