"""Reminders: who hears of which task when. Once each, never on a day off, one letter a day."""
