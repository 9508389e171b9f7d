"""Writing documents: taking files in (``uploading``), reading them (``reading``), deciding about facts (``deciding``).

Every function takes keywords only, ``by=`` and ``now=`` among them, and runs in one transaction with its audit row.
What is not possible raises ``Refusal`` with the sentence to show.
"""
