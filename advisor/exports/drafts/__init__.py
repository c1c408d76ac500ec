"""Drafts of submissions: what each holds (`outlines`), what the scenario already says of it (`filling`), and the files to take away
(`files`). Nothing here is ever sent."""
