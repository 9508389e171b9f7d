"""What is left, over, more or less: one figure as the difference of two others."""
