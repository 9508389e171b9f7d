"""Writing tasks, one file a kind of act. Every act is one transaction with its audit row in it, and names ``by``."""
