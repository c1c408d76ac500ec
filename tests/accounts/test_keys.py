"""One key for each purpose, all from the portal's secrets."""

from accounts import keys

OLD, NEW = "old-secret-" * 6, "new-secret-" * 6


def test_each_purpose_and_each_secret_has_a_key_of_its_own():
    made = {keys.derived(purpose, secret) for purpose in ("one", "two") for secret in (OLD, NEW)}
    assert len(made) == 4
    assert {len(key) for key in made} == {keys.LENGTH}
    assert not any(OLD.encode() in key for key in made)


def test_a_digest_is_made_by_the_present_secret_and_found_by_those_before(settings):
    settings.SECRET_KEY = OLD
    before = keys.digest("names", "text")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    assert keys.digests("names", "text") == [keys.digest("names", "text"), before]
    assert keys.digest("names", "text") != before
    assert keys.digest("others", "text") != keys.digest("names", "text")


def test_the_number_of_a_secret_names_it_and_is_the_same_for_every_purpose():
    assert keys.number(OLD) == keys.number(OLD) != keys.number(NEW)
    assert len(keys.number(OLD)) == 8
