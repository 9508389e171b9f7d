"""People who sign in, and in which role."""
