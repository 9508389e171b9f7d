"""Text to mentions."""
