"""The server is gone, and the API goes on."""

from auth_server.conftest import Site


async def test_the_api_goes_on_with_the_keys_that_it_knows(site: Site) -> None:
    person = await site.person()
    first, second = await person.token(), await person.token()
    assert (await person.ask(first)).status_code == 200

    assert site.auth.stop() == 0

    assert [(await person.ask(token)).status_code for token in (first, second)] == [200, 200]
