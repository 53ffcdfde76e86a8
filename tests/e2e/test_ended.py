"""A session that ends while somebody is here, in one of several tabs or with the account."""

from playwright.async_api import Page, expect

from e2e.account import PASSWORD
from e2e.device import Device


async def test_an_ended_session_is_told_in_all_tabs_and_begun_again_in_one(ada: Device) -> None:
    await ada.context.clear_cookies()
    await ada.page.reload()
    here = ada.page.get_by_role("dialog", name="Your session has ended.")
    await expect(here).to_be_visible()
    other = await ada.context.new_page()
    await other.goto("/today")
    there = other.get_by_role("dialog", name="Your session has ended.")
    await expect(there).to_be_visible()

    await ada.page.keyboard.press("Escape")
    await ada.page.keyboard.press("Escape")
    await expect(here).to_be_hidden()
    await ada.quick_add("Written meanwhile")
    await expect(ada.sidebar.get_by_text("Signed out. 1 change waits to be sent")).to_be_visible()
    await ada.sidebar.get_by_role("button", name="Sign in").click()
    await expect(here).to_be_visible()

    await _sign_in(other)
    await expect(there).to_be_hidden()
    await expect(here).to_be_hidden()
    await ada.is_stored("Written meanwhile")
    await ada.is_up_to_date()


async def test_a_deleted_account_takes_nothing_more_on_another_device(ada: Device, adas_phone: Device) -> None:
    await ada.quick_add("Water the tomatoes")
    await expect(adas_phone.titles).to_have_text(["Water the tomatoes"])
    await ada.page.get_by_role("link", name="Settings").click()
    await ada.page.get_by_role("button", name="Delete account").click()
    await ada.page.get_by_role("dialog").get_by_label("password").fill(PASSWORD)
    await ada.page.get_by_role("button", name="Delete everything").click()
    await expect(ada.page.get_by_role("heading", name="Welcome back")).to_be_visible()

    gone = adas_phone.page.get_by_role("dialog", name="Your account seems to be gone.")
    await expect(gone).to_be_visible()
    await adas_phone.page.keyboard.press("Escape")
    await adas_phone.quick_add("Too late")
    await expect(adas_phone.sidebar.get_by_text("Signed out. 1 change waits to be sent")).to_be_visible()
    await adas_phone.sidebar.get_by_role("button", name="Sign in").click()
    await _sign_in(adas_phone.page)
    await expect(gone.get_by_role("alert")).to_have_text("That e-mail and password do not belong together.")
    await gone.get_by_role("button", name="Sign out anyway").click()
    await expect(adas_phone.page.get_by_role("heading", name="Welcome back")).to_be_visible()
    assert await adas_phone.page.evaluate("() => indexedDB.databases()") == []


async def _sign_in(page: Page) -> None:
    """Again."""
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("dialog").get_by_role("button", name="Sign in").click()
