"""What a figure measures: the phrase of its sentence, title or list that a statistician would write as the row."""
