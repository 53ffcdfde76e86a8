"""Server-sent events, however they are cut into pieces."""

import pytest

from todo_client.events import Event, EventDecoder

STREAMS = {
    "one": (b"event: changes\nid: a\ndata: {}\n\n", [Event("changes", "{}", "a")]),
    "two": (b"data: 1\n\ndata: 2\n\n", [Event("message", "1", ""), Event("message", "2", "")]),
    "crlf": (b"event: a\r\ndata: 1\r\n\r\ndata: 2\r\n\r\n", [Event("a", "1", ""), Event("message", "2", "")]),
    "cr": (b"event: a\rdata: 1\r\rdata: 2\r\r", [Event("a", "1", ""), Event("message", "2", "")]),
    "mixed": (b"data: 1\r\ndata: 2\rdata: 3\n\r\n", [Event("message", "1\n2\n3", "")]),
    "many lines": (b"data: {\ndata\ndata: }\n\n", [Event("message", "{\n\n}", "")]),
    "byte order mark": (b"\xef\xbb\xbfdata: 1\n\n", [Event("message", "1", "")]),
    "a second byte order mark": (b"\xef\xbb\xbfdata: 1\n\xef\xbb\xbfdata: 2\n\n", [Event("message", "1", "")]),
    "comments": (b": \n\n:\n\ndata: 1\n: beat\ndata: 2\n\n: \n\n", [Event("message", "1\n2", "")]),
    "the id stays": (b"id: a\ndata: 1\n\ndata: 2\n\n", [Event("message", "1", "a"), Event("message", "2", "a")]),
    "an id alone": (b"id: a\n\ndata: 2\n\n", [Event("message", "2", "a")]),
    "an id that is none": (b"id: a\0\ndata: 1\n\n", [Event("message", "1", "")]),
    "a name without data": (b"event: a\n\ndata: 1\n\n", [Event("message", "1", "")]),
    "one space only": (b"data:  1\ndata:2\n\n", [Event("message", " 1\n2", "")]),
    "retry and unknown fields": (b"retry: 1000\n\nmood: good\ndata: 1\n\n", [Event("message", "1", "")]),
    "other scripts": ("data: Gärten 🍅\u2028\x85\n\n".encode(), [Event("message", "Gärten 🍅\u2028\x85", "")]),
    "not UTF-8": (b"data: \xff\n\n", [Event("message", "\ufffd", "")]),
    "unfinished": (b"data: 1\n\ndata: 2\n", [Event("message", "1", "")]),
    "nothing": (b"", []),
}


def decoded(*chunks: bytes) -> list[Event]:
    decoder = EventDecoder()
    return [event for chunk in chunks for event in decoder.feed(chunk)]


@pytest.mark.parametrize(("stream", "events"), STREAMS.values(), ids=STREAMS)
def test_events_are_read_wherever_the_stream_is_cut(stream: bytes, events: list[Event]) -> None:
    assert decoded(stream) == events
    assert decoded(*(bytes([byte]) for byte in stream)) == events
    for cut in range(len(stream)):
        assert decoded(stream[:cut], b"", stream[cut:]) == events


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"], ids=["lf", "cr", "crlf"])
def test_an_event_is_there_as_soon_as_its_last_byte_is(end: bytes) -> None:
    decoder = EventDecoder()

    assert list(decoder.feed(b"data: 1" + end + end)) == [Event("message", "1", "")]
    assert list(decoder.feed(b"data: 2" + end + end)) == [Event("message", "2", "")]
