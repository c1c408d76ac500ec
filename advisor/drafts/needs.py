"""The sources that outlines of submissions cite."""

from advisor.editions import needs

from .outlines import SOURCES

needs.register("drafts", sources=SOURCES)
