"""What links for sharing and codes keep of a person."""

from accounts import privacy
from advisor import clock

from . import guests, links

privacy.register(
    "guests’ answers",
    move=guests.forget,
    tidy=lambda: guests.tidy(clock.today()),
    retention=guests.RETENTION,
)
privacy.register("shared links", export=links.export, tidy=links.tidy, retention=links.RETENTION)
