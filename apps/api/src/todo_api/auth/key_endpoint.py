"""One polite, bounded request for the issuer's keys."""

import asyncio

import httpx2

from todo_api.auth.key_set import KeySet

MAX_BYTES = 64 * 1024
TIMEOUT_SECONDS = 2.0


class KeysNotFetched(Exception):
    """The issuer gave no usable key set this time; the message says why, for the log."""


class UnusableAnswer(Exception):
    """What the issuer answered instead of a key set of reasonable size."""


class KeyEndpoint:
    """The URL at which the issuer publishes its keys."""

    def __init__(self, url: str, timeout_seconds: float) -> None:
        """Raise ValueError for something that is not an absolute HTTP URL."""
        self._url = _http_url(url)
        self._timeout_seconds = timeout_seconds
        # A redirect would let whoever can plant one choose our keys. A compressed answer could unpack to gigabytes, so
        # that none is asked for and the body is read as it comes. httpx2's own timeout starts again with every read:
        # fetch() limits the whole exchange instead.
        self._client = httpx2.AsyncClient(
            follow_redirects=False,
            headers={"Accept": "application/json", "Accept-Encoding": "identity"},
            timeout=None,
        )

    async def fetch(self) -> KeySet:
        """Raise KeysNotFetched, and nothing else, when the issuer is down, slow, verbose or wrong."""
        try:
            async with asyncio.timeout(self._timeout_seconds):
                document = await self._document()
            return KeySet.parse(document)
        except TimeoutError as error:
            raise KeysNotFetched(f"no answer within {self._timeout_seconds} seconds") from error
        except Exception as error:
            # Between us and the issuer are httpx2, anyio, TLS, sockets and the resolver, and not all of what they raise
            # has a common type (anyio wraps a socket's OverflowError in an ExceptionGroup). None of it may cost a
            # request more than the fetch itself.
            raise KeysNotFetched(f"{type(error).__name__}: {error}") from error

    async def close(self) -> None:
        await self._client.aclose()

    async def _document(self) -> bytes:
        document = bytearray()
        async with self._client.stream("GET", self._url) as response:
            if response.status_code != httpx2.codes.OK:
                raise UnusableAnswer(f"status {response.status_code}")
            async for chunk in response.aiter_raw():
                document += chunk
                if len(document) > MAX_BYTES:
                    raise UnusableAnswer(f"more than {MAX_BYTES} bytes")
        return bytes(document)


def _http_url(url: str) -> httpx2.URL:
    try:
        parsed = httpx2.URL(url)
    except httpx2.InvalidURL as error:
        raise ValueError("The key set's URL cannot be read.") from error
    if parsed.scheme not in {"http", "https"} or not parsed.host:
        raise ValueError("The key set's URL must be an absolute http or https URL.")
    return parsed
