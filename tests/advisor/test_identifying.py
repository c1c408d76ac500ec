"""What looks as if it named a person is found, and what does not is left alone. That the browser finds the same: `tests/journeys`."""

import pytest

from advisor.identifying import Kind, Place, found, pointed

FOUND = {
    "Write to sita.rai@example.org.": [("email", "sita.rai@example.org")],
    "напишите: анна@пример.рф": [("email", "анна@пример.рф")],
    "Call +977 98-41234567 at night": [("phone", "+977 98-41234567")],
    "00 44 20 7946 0958": [("phone", "00 44 20 7946 0958")],
    "tel (030) 1234567": [("phone", "(030) 1234567")],
    "٠٩٨٧٦٥٤٣٢١": [("number", "٠٩٨٧٦٥٤٣٢١")],
    "her number is 9841234567": [("number", "9841234567")],
    "card 42101-1234567-1": [("number", "42101-1234567-1")],
    "Aadhaar 1234 5678 9012": [("number", "1234 5678 9012")],
    "passport PA0123456": [("number", "PA0123456")],
    "DNI 12345678Z": [("number", "12345678Z")],
    "Ms Sita Rai was taken.": [("name", "Ms Sita Rai")],
    "On 3 May, Dr. Amina Yusuf, who": [("name", "Dr. Amina Yusuf")],
    "M. Jean-Pierre Dupont et Mme Éva Nagy": [("name", "M. Jean-Pierre Dupont"), ("name", "Mme Éva Nagy")],
    "la Sra. María Pérez": [("name", "Sra. María Pérez")],
    "г-жа Анна Петрова была": [("name", "г-жа Анна Петрова")],
    "السيدة ليلى حسن": [("name", "السيدة ليلى حسن")],
    "张伟先生被带走": [("name", "张伟先生")],
    "Ms Rai and again Ms Rai": [("name", "Ms Rai")],
    "Mr Rai +977 9841234567": [("name", "Mr Rai"), ("phone", "+977 9841234567")],
    "Mr. President, Madam Chair, Mr. Vice-President": [],
    "Monsieur le Président, Señor Presidente": [],
    "السيد الرئيس": [],
    "主席先生": [],
    "这位女士": [],
    "ms sita rai": [],
    "On 2026-11-24 and 24.11.2026, in 2019-2023": [],
    "2019 2020 2021 2022": [],
    "A/HRC/RES/5/1, CCPR/C/123/D/2345/2014, application no. 12345678/19": [],
    "articles 9 10 12 14 19 21": [],
    "12 000 000 000 people, 1.234.567.890 dollars, 3,000,000": [],
    "https://www.ohchr.org/en/documents/123456789 hrc-wg-eid@un.org urgent-action@ohchr.org": [],
    "paragraphs 12-14, 16 and 108; GE.26-12345": [],
    "[Name withheld here: to be added by the authors]": [],
    "": [],
}
"""Texts, and what is found in them. The browser is asked for the same."""


@pytest.mark.parametrize(("text", "expected"), FOUND.items(), ids=lambda value: repr(value)[:24])
def test_found(text, expected):
    assert [(hit.kind.value, hit.text) for hit in found(text)] == expected


def test_the_organisations_own_name_may_stand_there():
    assert found("The Dr Denis Mukwege Foundation", ["Dr Denis Mukwege Foundation"]) == ()


def test_no_name_of_a_state_a_committee_or_an_expert_is_taken_for_a_person(frozen):
    names = [state.name for state in frozen.states.values()]
    names += [name for treaty in frozen.treaties.values() for name in (treaty.name, treaty.committee)]
    names += [mandate.full_title for mandate in frozen.mandates]
    assert found("\n".join(names)) == ()


def test_only_what_is_new_is_pointed_out_with_its_place():
    places = [
        Place("Note", "id_note", "Ms Sita Rai, +977 9841234567", "Ms Sita Rai"),
        Place("Title", "id_title", "The river", ""),
    ]
    (one,) = pointed(places, (), "")
    assert (one.label, one.anchor) == ("Note", "id_note")
    assert one.question == "This looks like a telephone number: “+977 9841234567”. Is it meant to be here?"


def test_what_was_pointed_out_is_kept_when_it_is_sent_again_and_more_is_asked_about():
    places = [Place("Note", "id_note", "Ms Sita Rai")]
    assert pointed(places, (), "1") == ()
    assert len(pointed([Place("Note", "id_note", "Ms Sita Rai and Mr Ram Rai")], (), "1")) == 2


def test_long_texts_take_no_time():
    for text in ("1 " * 50_000, "a" * 100_000, "Ms " * 30_000, "A@" * 50_000, "12-34 " * 20_000, "Mr Aa Bb " * 10_000):
        assert all(hit.kind in Kind for hit in found(text))
