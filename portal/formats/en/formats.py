"""Days and moments on the editors' side, where rows are compared and typed: as they are typed, with the zone. Sentences that people read
have formats of their own (`mechanisms/words.py`)."""

DATE_FORMAT = SHORT_DATE_FORMAT = "Y-m-d"
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "Y-m-d H:i (e)"
YEAR_MONTH_FORMAT = "Y-m"
