"""How long the questionnaire is: for each example of what people come with, the questions asked, the pages, and the words read."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django

django.setup()

from advisor import clock
from advisor.editions import store
from tests.advisor.questions import walked

if __name__ == "__main__":
    print(walked.table(store.published(), clock.today()))
