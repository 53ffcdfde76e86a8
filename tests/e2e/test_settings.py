"""How it looks, in which language, and what becomes of the data."""

import json
from pathlib import Path

from playwright.async_api import expect

from e2e.account import PASSWORD
from e2e.conftest import World
from e2e.device import Device

BACKGROUND = (
    "() => getComputedStyle(document.documentElement).backgroundColor.match(/[\\d.]+/g).slice(0, 3).map(Number)"
)


async def test_arabic_goes_from_right_to_left(ada: Device) -> None:
    await ada.quick_add("Water the tomatoes")
    await ada.page.get_by_role("link", name="Settings").click()
    await ada.page.get_by_label("Language").select_option("العربية")

    await expect(ada.page.locator("html")).to_have_attribute("dir", "rtl")
    await expect(ada.page.locator("html")).to_have_attribute("lang", "ar")
    await ada.page.goto("/inbox")
    await expect(ada.titles).to_have_text(["Water the tomatoes"])
    sidebar, main = await ada.page.locator(".sidebar").bounding_box(), await ada.page.locator("main").bounding_box()
    assert sidebar is not None
    assert main is not None
    assert sidebar["x"] >= main["x"] + main["width"] - 1, "the sidebar is on the right"


async def test_dark_is_chosen_and_kept(ada: Device) -> None:
    assert min(await ada.page.evaluate(BACKGROUND)) > 200

    await ada.page.get_by_role("link", name="Settings").click()
    await ada.page.get_by_role("radio", name="Dark").check()
    assert max(await ada.page.evaluate(BACKGROUND)) < 60

    await ada.page.reload()
    await expect(ada.heading("Settings")).to_be_visible()
    assert max(await ada.page.evaluate(BACKGROUND)) < 60


async def test_who_has_a_dark_system_has_a_dark_app(world: World, ada: Device) -> None:
    other = await world.another_of(ada, color_scheme="dark")

    assert max(await other.page.evaluate(BACKGROUND)) < 60


async def test_everything_is_exported(ada: Device, tmp_path: Path) -> None:
    await ada.quick_add("Water the tomatoes @home")
    await ada.is_stored("Water the tomatoes")
    await ada.page.get_by_role("link", name="Settings").click()

    async with ada.page.expect_download() as download:
        await ada.page.get_by_role("button", name="Export everything").click()
    file = tmp_path / "export.jsonl"
    await (await download.value).save_as(file)

    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert "Water the tomatoes" in [line["data"].get("title") for line in lines if isinstance(line.get("data"), dict)]


async def test_an_account_is_deleted_when_its_password_is_given(ada: Device) -> None:
    await ada.quick_add("Water the tomatoes")
    await ada.is_stored("Water the tomatoes")
    await ada.page.get_by_role("link", name="Settings").click()
    await ada.page.get_by_role("button", name="Delete account").click()
    dialog = ada.page.get_by_role("dialog", name="Delete account")
    await dialog.get_by_label("password").fill("not the password")
    await dialog.get_by_role("button", name="Delete everything").click()
    await expect(dialog.get_by_role("alert")).to_have_text("That is not your password.")

    await dialog.get_by_label("password").fill(PASSWORD)
    await dialog.get_by_role("button", name="Delete everything").click()
    await expect(ada.page.get_by_role("heading", name="Welcome back")).to_be_visible()

    assert await ada.account.tasks() == {}, "what a token that is still good can see"
    await ada.fill_in(email=ada.account.email)
    await ada.page.get_by_role("button", name="Sign in").click()
    await expect(ada.page.get_by_role("alert")).to_have_text("That e-mail and password do not belong together.")
