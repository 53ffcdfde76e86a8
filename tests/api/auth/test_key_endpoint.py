"""What an issuer may answer, and what counts as no answer."""

import asyncio
import gzip
from collections.abc import AsyncIterator

import pytest

from api.auth.expecting import problem_with
from api.auth.forging import json_bytes
from api.auth.issuer import Issuer, running_issuer
from api.auth.signing_keys import SigningKey
from todo_api.auth import ClaimRules, IssuerUnavailable, JwksVerifier


@pytest.mark.parametrize("status", ["204 No Content", "403 Forbidden", "404 Not Found", "500 Oops", "503 Busy"])
async def test_any_other_status_than_200_is_a_failure(
    status: str, verifier: JwksVerifier, issuer: Issuer, key: SigningKey
) -> None:
    issuer.status = status

    with pytest.raises(IssuerUnavailable):
        await verifier.verify(key.sign())


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
async def test_a_redirect_is_not_followed(status: str, verifier: JwksVerifier, issuer: Issuer, key: SigningKey) -> None:
    async with running_issuer() as elsewhere:
        elsewhere.publish(key.jwk())
        issuer.status, issuer.headers = status, f"Location: {elsewhere.url}\r\n"

        with pytest.raises(IssuerUnavailable):
            await verifier.verify(key.sign())

        assert elsewhere.requests == 0


async def test_an_answer_of_more_than_64_kib_is_refused(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey
) -> None:
    issuer.body = json_bytes({"keys": [key.jwk()]}).ljust(64 * 1024 + 1)

    with pytest.raises(IssuerUnavailable) as unavailable:
        await verifier.verify(key.sign())

    assert unavailable.value.retry_after_seconds == 1


async def test_an_answer_of_exactly_64_kib_is_read(verifier: JwksVerifier, issuer: Issuer, key: SigningKey) -> None:
    issuer.body = json_bytes({"keys": [key.jwk()]}).ljust(64 * 1024)

    assert await problem_with(key.sign(), verifier) is None


async def test_a_compressed_answer_is_not_unpacked(verifier: JwksVerifier, issuer: Issuer, key: SigningKey) -> None:
    issuer.body = gzip.compress(json_bytes({"keys": [key.jwk()]}))
    issuer.headers = "Content-Encoding: gzip\r\n"

    with pytest.raises(IssuerUnavailable):
        await verifier.verify(key.sign())


@pytest.fixture
async def impatient(issuer: Issuer, rules: ClaimRules) -> AsyncIterator[JwksVerifier]:
    verifier = JwksVerifier(issuer.url, rules, timeout_seconds=0.1)
    yield verifier
    await verifier.close()


async def test_an_issuer_that_never_answers_is_not_waited_for(
    impatient: JwksVerifier, issuer: Issuer, key: SigningKey
) -> None:
    issuer.answering.clear()

    async with asyncio.timeout(1):
        with pytest.raises(IssuerUnavailable):
            await impatient.verify(key.sign())


async def test_an_issuer_that_answers_byte_by_byte_is_not_waited_for(
    impatient: JwksVerifier, issuer: Issuer, key: SigningKey
) -> None:
    issuer.drip_seconds = 0.02

    async with asyncio.timeout(1):
        with pytest.raises(IssuerUnavailable):
            await impatient.verify(key.sign())


@pytest.mark.parametrize("body", [b"", b"<html>busy</html>", b'{"keys":[]}', b"\xff\xfe"])
async def test_an_answer_that_is_no_key_set_is_a_failure(
    body: bytes, verifier: JwksVerifier, issuer: Issuer, key: SigningKey
) -> None:
    issuer.body = body

    with pytest.raises(IssuerUnavailable):
        await verifier.verify(key.sign())


async def test_an_answer_that_is_not_http_is_a_failure(verifier: JwksVerifier, issuer: Issuer, key: SigningKey) -> None:
    issuer.headers = "\0not a header\r\n"

    with pytest.raises(IssuerUnavailable):
        await verifier.verify(key.sign())


@pytest.mark.parametrize("address", ["127.0.0.1:99999", "a..b", "x" * 300, "[", "xn--", "127.0.0.1:1"])
async def test_an_address_that_cannot_exist_is_an_issuer_that_is_down(
    address: str, key: SigningKey, rules: ClaimRules
) -> None:
    verifier = JwksVerifier(f"http://{address}/jwks", rules)

    with pytest.raises(IssuerUnavailable):
        await verifier.verify(key.sign())

    await verifier.close()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/api/auth/jwks",
        "auth.example.test/jwks",
        "file:///etc/passwd",
        "http://",
        "https://[::1",
        "http://256.0.0.1",
        "ftp://a/b",
    ],
)
def test_a_url_that_is_not_http_s_is_refused_at_once(url: str, rules: ClaimRules) -> None:
    with pytest.raises(ValueError, match="The key set's URL"):
        JwksVerifier(url, rules)
