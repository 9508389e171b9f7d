"""Files that take longer to draft than a page may: the worker drafts them, who asked for one takes it from its page."""
