"""Who has left stays away, in every tab and whatever the server knew of it."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from playwright.async_api import Page, expect

from e2e.conftest import World
from e2e.device import PATIENCE_MS, Device

KEPT = "async () => (await indexedDB.databases()).map(({ name }) => name)"


async def test_who_signs_out_without_a_network_is_not_let_in_again(ada: Device) -> None:
    await ada.quick_add("A secret")
    await ada.is_stored("A secret")
    await ada.can_start_offline()
    await ada.context.set_offline(True)
    await _sign_out(ada)
    assert await ada.page.evaluate(KEPT) == []

    await ada.context.route("**/api/auth/sign-out", lambda route: route.fulfill(status=502))
    await ada.context.set_offline(False)
    await ada.page.goto("/inbox")
    await expect(ada.page.get_by_role("heading", name="Welcome back")).to_be_visible()
    assert len(await ada.context.cookies()) == 1, "the old one, which would let them in"
    await ada.fill_in(email=ada.account.email)
    await ada.page.get_by_role("button", name="Sign in").click()
    await expect(ada.page.get_by_role("alert")).to_contain_text("The server cannot be reached")

    await ada.context.unroute("**/api/auth/sign-out")
    async with ada.page.expect_response("**/api/auth/sign-out") as told:
        await ada.page.reload()
    assert (await told.value).ok
    await expect(ada.page.get_by_role("heading", name="Welcome back")).to_be_visible()
    assert await ada.context.cookies() == []

    await ada.fill_in(email=ada.account.email)
    await ada.page.get_by_role("button", name="Sign in").click()
    await expect(ada.titles).to_have_text(["A secret"])


async def test_every_tab_follows_the_person_of_this_browser(world: World, ada: Device) -> None:
    await ada.quick_add("A secret of Ada's")
    await ada.is_stored("A secret of Ada's")
    adas = await ada.page.evaluate(KEPT)
    other = await ada.context.new_page()
    await other.goto("/search?q=secret")
    await expect(other.get_by_text("A secret of Ada's")).to_be_visible()

    bob = Device(ada.context, ada.page, (await world.stranger("Bob")).account)
    await bob.account.sign_up()
    await bob.enter()
    for page in (bob.page, other):
        await expect(page.get_by_text("Your inbox is clear")).to_be_visible()
        await expect(page.locator(".sidebar-person")).to_have_text("Bob")
    await _keeps(other, lambda names: len(names) == 1 and names != adas)

    await _sign_out(bob)
    await expect(other.get_by_role("heading", name="Welcome back")).to_be_visible()
    await _keeps(other, lambda names: names == [])
    await other.evaluate("() => void indexedDB.open('todo.of-a-tab-that-was-closed-too-early')")
    await _keeps(other, lambda names: len(names) == 1)
    await other.reload()
    await _keeps(other, lambda names: names == [])

    await ada.fill_in(email=ada.account.email)
    await ada.page.get_by_role("button", name="Sign in").click()
    for page in (ada.page, other):
        await expect(page.locator(".task-title")).to_have_text(["A secret of Ada's"])


async def _keeps(page: Page, what: Callable[[list[str]], bool]) -> None:
    """Comes to keep such databases."""
    names: list[str] | None = None
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_MS / 1000):
            while names is None or not what(names):
                names = await page.evaluate(KEPT)
    assert names is not None
    assert what(names), names


async def _sign_out(device: Device) -> None:
    await device.page.get_by_role("link", name="Settings").click()
    await device.page.get_by_role("button", name="Sign out").click()
    await expect(device.page.get_by_role("heading", name="Welcome back")).to_be_visible()
