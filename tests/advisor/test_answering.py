"""Names of files that go out."""

import pytest

from advisor.answering import attachment


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("dates.ics", 'attachment; filename="dates.ics"'),
        ("a – b.txt", "attachment; filename=\"a - b.txt\"; filename*=UTF-8''a%20%E2%80%93%20b.txt"),
        ("Türkiye.txt", "attachment; filename=\"Turkiye.txt\"; filename*=UTF-8''T%C3%BCrkiye.txt"),
        ("人权.odt", "attachment; filename=\"file.odt\"; filename*=UTF-8''%E4%BA%BA%E6%9D%83.odt"),
        ('a"b/c\\d\r\ne.txt', 'attachment; filename="a b c d e.txt"'),
    ],
)
def test_a_name_goes_out_in_letters_that_every_program_takes_and_as_it_is(name, header):
    assert attachment(b"", name=name, content_type="text/plain")["Content-Disposition"] == header
