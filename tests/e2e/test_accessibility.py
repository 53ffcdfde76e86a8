"""No view has anything of which axe-core says that it keeps people out."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import expect

from e2e import axe
from e2e.account import Account
from e2e.conftest import World
from e2e.device import Device, Screen

VIEWS = ("inbox", "today", "upcoming", "search?q=the", "label?name=home", "archived", "trash", "settings")


@pytest.fixture(scope="session")
def script() -> str:
    return axe.source()


@pytest.fixture
async def busy(world: World) -> AsyncIterator[Account]:
    """Somebody with a believable week of tasks."""
    account = Account.called("Ada", world.origin)
    await account.sign_up()
    await account.live_a_week()
    yield account
    await account.http.aclose()


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param(Screen(), id="wide and light"),
        pytest.param(Screen(color_scheme="dark"), id="wide and dark"),
        pytest.param(Screen(width=390, height=844), id="a phone"),
    ],
)
async def test_the_views_shut_nobody_out(world: World, busy: Account, script: str, screen: Screen) -> None:
    found: dict[str, list[str]] = {}
    device = await world.device_of(busy, **screen)
    for path in ("sign-in", "sign-up", "forgot-password", "reset-password#email=ada%40example.test&token=x"):
        await device.page.goto(f"/{path}")
        await expect(device.page.get_by_role("button")).to_be_visible()
        found[path] = await axe.violations(device.page, script)
    await device.enter()
    archived = await busy.api("POST", "projects", {"name": "The old flat", "archived": True})
    garden = (await busy.api("GET", "projects"))["items"][1]
    for path in (*VIEWS, f"project/{garden['id']}", f"project/{archived['id']}"):
        await device.page.goto(f"/{path}")
        await device.is_up_to_date()
        await expect(device.page.get_by_role("heading", level=1)).to_be_visible()
        found[path] = await axe.violations(device.page, script)

    assert {path: said for path, said in found.items() if said} == {}


async def test_dialogs_and_details_shut_nobody_out(world: World, busy: Account, script: str) -> None:
    device = await world.device_of(busy)
    await device.enter()
    found: dict[str, list[str]] = {}
    await device.go_to("Website launch")
    await device.open("Write the front page")
    found["details"] = await axe.violations(device.page, script)
    await device.details.get_by_role("button", name="History").click()
    await expect(device.details.get_by_text("Created")).to_be_visible()
    found["history"] = await axe.violations(device.page, script)
    for name in ("Due", "Priority", "Labels", "Project", "Duration", "Start", "Deadline"):
        await device.details.get_by_role("button", name=name).first.click()
        await expect(device.page.get_by_role("dialog")).to_be_visible()
        found[name] = await axe.violations(device.page, script)
        await device.page.keyboard.press("Escape")
    await device.focus("Write the front page")
    await device.page.keyboard.press("x")
    found["several"] = await axe.violations(device.page, script)
    for key in ("q", "?"):
        await device.page.keyboard.press(key)
        await expect(device.page.get_by_role("dialog")).to_be_visible()
        found[key] = await axe.violations(device.page, script)
        await device.page.keyboard.press("Escape")

    assert {what: said for what, said in found.items() if said} == {}


async def test_arabic_shuts_nobody_out(ada: Device, script: str) -> None:
    await ada.page.get_by_role("link", name="Settings").click()
    await ada.page.get_by_role("button", name="Change password").click()
    await expect(ada.page.get_by_role("dialog")).to_be_visible()
    assert await axe.violations(ada.page, script) == []
    await ada.page.keyboard.press("Escape")
    await ada.page.get_by_label("Language").select_option("العربية")
    await expect(ada.page.locator("html")).to_have_attribute("dir", "rtl")

    assert await axe.violations(ada.page, script) == []


async def test_what_shuts_people_out_would_be_found(ada: Device, script: str) -> None:
    await ada.page.evaluate("() => document.querySelector('main').append(document.createElement('button'))")

    (found,) = await axe.violations(ada.page, script)

    assert found.startswith("button-name: <button></button>")
