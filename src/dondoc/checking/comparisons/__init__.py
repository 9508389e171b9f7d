"""Figures set beside each other without arithmetic: the same one stated twice, a part above its whole."""
