"""The administrator's pages: people, invitations, rules, days off, the audit."""
