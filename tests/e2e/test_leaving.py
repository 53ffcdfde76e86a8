"""Who has left stays away, in every tab and whatever the server knew of it."""

from playwright.async_api import expect

from e2e.device import Device

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


async def _sign_out(device: Device) -> None:
    await device.page.get_by_role("link", name="Settings").click()
    await device.page.get_by_role("button", name="Sign out").click()
    await expect(device.page.get_by_role("heading", name="Welcome back")).to_be_visible()
