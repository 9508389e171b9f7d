"""Pages under /thong-bao/."""
