"""Agencies, groups of agencies, and who succeeded whom."""
