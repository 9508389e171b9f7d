"""Indicators, their targets, and what was observed."""
