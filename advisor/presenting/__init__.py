"""Advice as people see it: codes in words, facts with their sources, in the order in which they are needed. Decides nothing."""
