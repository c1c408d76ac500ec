"""Advice to take away: as a PDF, and as pictures. Exports are given frozen advice and work nothing out anew."""
