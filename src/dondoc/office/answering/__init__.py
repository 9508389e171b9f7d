"""Answers of an agency through a signed link, without an account: one agency, chosen tasks, for a while."""
