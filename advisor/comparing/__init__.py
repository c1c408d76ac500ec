"""What differs between two advices, between two editions, and which changed fact brought a difference about.

Pure: takes advices, contents of editions and days; reads no table and no clock. The rule lab and living advice both build on it.
"""
