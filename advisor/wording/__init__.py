"""Every sentence that goes with a code of the core, translatable and apart from the rules.

``labels`` holds the words of questions, answers, routes, verdicts, stages and dates.
"""
