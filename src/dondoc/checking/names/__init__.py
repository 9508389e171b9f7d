"""How alike figures are by what they are called: units, names, whether they add up or shut each other out."""
