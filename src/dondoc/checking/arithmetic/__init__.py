"""What a relation between figures comes to: intervals, the verdict, the smallest repair, how it is written by hand.

Knows figures and relations, nothing of the words between them; every other room stands on this one.
"""
