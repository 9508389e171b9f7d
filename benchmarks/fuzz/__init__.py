"""Damaged files by the thousand: each gives facts or one ReadingError, in bounded time and memory, and nothing else."""
