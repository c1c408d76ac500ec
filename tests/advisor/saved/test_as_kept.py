"""What was kept is shown in its own words, also where its slugs are no longer known."""

import json

from advisor.saved.as_kept import as_kept

ROUTE = {
    "rank": 1,
    "route": "upr",
    "verdict": "good",
    "score": {"low": 40, "value": 50, "high": 60},
    "gates": [{"gate": "one-country", "result": "pass", "text": "You name one.", "source": "s"}],
    "factors": [{"factor": "base", "points": 12, "text": "Open to all.", "source": "s"}],
    "actions": [
        {
            "action": "upr-submission",
            "text": "Write.",
            "by": "2026-07-17",
            "country": "MMR",
            "mandates": [],
            "treaty": None,
        }
    ],
    "dates": [{"date": None, "code": "upr-review", "country": "MMR", "status": "unknown", "source": "s"}],
    "stages": [],
    "mandates": [],
}
KEPT = {
    "routes": [ROUTE],
    "sequence": [{"first": "upr", "then": "x", "why": "First the one, then the other."}],
    "pointers": [{"pointer": "emergency", "text": "Call.", "source": "s"}],
}


def test_every_sentence_is_the_kept_one():
    shown = as_kept(json.dumps(KEPT))
    (route,) = shown.routes
    assert (route.rank, str(route.name), route.score, route.low, route.high) == (
        *(1, "Universal Periodic Review (UPR)"),
        *(50, 40, 60),
    )
    assert route.actions[0].text == "Write."
    assert route.actions[0].day == "17 July 2026"
    assert route.gates[0].text.endswith("You name one.")
    assert (route.factors[0].label, route.factors[0].text) == ("+12", "Open to all.")
    assert (route.dates[0].text, route.dates[0].day) == ("MMR", "")
    assert shown.sequence[0].text == "First the one, then the other."
    assert shown.doors[0].text == "Call."


def test_what_the_first_schema_did_not_say_is_not_made_up():
    (route,) = as_kept(json.dumps(KEPT)).routes
    assert (route.because, route.against, route.warnings, route.committees) == ((), (), (), ())


def test_the_second_schema_shows_why_what_to_know_and_which_committee():
    second = ROUTE | {
        "because": ["You want a finding."],
        "against": ["Remedies are left."],
        "warnings": [{"warning": "state-learns-name", "text": "The State learns it.", "source": "s"}],
        "committees": [
            {"treaty": "cat", "country": "MMR", "verdict": "good", "by": "2027-01-02", "text": "It fits best."}
        ],
        "dates": [ROUTE["dates"][0] | {"end": None, "time": None, "zone": None}],
    }
    (route,) = as_kept(json.dumps(KEPT | {"schema": 2, "routes": [second]})).routes
    assert [line.text for line in (*route.because, *route.against, *route.warnings)] == [
        "You want a finding.",
        "Remedies are left.",
        "The State learns it.",
    ]
    (committee,) = route.committees
    assert (committee.label, committee.text, committee.day) == (
        "CAT – MMR",
        "Fits well. It fits best.",
        "2 January 2027",
    )


def test_a_slug_without_words_today_is_shown_as_it_is():
    route = ROUTE | {
        "route": "petition-by-pigeon",
        "verdict": "superb",
        "gates": [ROUTE["gates"][0] | {"gate": "stamped-paper"}],
    }
    shown = as_kept(json.dumps(KEPT | {"routes": [route]})).routes[0]
    assert (shown.name, shown.verdict, shown.gates[0].label) == ("petition-by-pigeon", "superb", "stamped-paper")
