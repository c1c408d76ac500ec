"""Compression leaves what is sent whole: streams, conditional answers, files that are compressed in themselves."""

import gzip
from types import SimpleNamespace

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.urls import get_resolver

from portal.middleware import SECRETS, Compression

LONG = "The same words again and again. " * 100


def answered(response, page: str = "home", accepts: str = "gzip"):
    """The response as the middleware sends it to a browser that accepts this."""
    request = RequestFactory().get("/", headers={"Accept-Encoding": accepts})
    request.resolver_match = SimpleNamespace(view_name=page)
    return Compression(lambda _: response)(request)


def test_a_stream_arrives_whole():
    sent = answered(StreamingHttpResponse(iter([LONG, LONG]), content_type="text/csv"))
    assert gzip.decompress(b"".join(sent)).decode() == LONG * 2


def test_a_strong_tag_becomes_a_weak_one_since_the_bytes_differ():
    assert answered(HttpResponse(LONG, headers={"ETag": '"1"'})).headers["ETag"] == 'W/"1"'


def test_a_cache_keeps_both_forms_apart():
    assert "Accept-Encoding" in answered(HttpResponse(LONG)).headers["Vary"]


@pytest.mark.parametrize("kind", ["application/pdf", "application/zip", "image/png"])
def test_files_that_are_compressed_in_themselves_stay_as_they_are(kind):
    assert answered(HttpResponse(LONG, content_type=kind)).content == LONG.encode()


@pytest.mark.parametrize("page", sorted(SECRETS))
def test_pages_with_a_secret_stay_as_they_are_and_exist(page):
    assert "Content-Encoding" not in answered(HttpResponse(LONG), page).headers
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    if ":" in page:
        names = {f"advisor:{name}" for name in get_resolver().namespace_dict["advisor"][1].reverse_dict}
    assert page in names
