"""By how much a figure rose or fell, against a change or an earlier figure that the text tells."""
