"""Nothing that is typed is lost, and none of it does what it was not typed for."""

import asyncio

from playwright.async_api import Route, expect

from e2e.conftest import World
from e2e.device import Device


async def _slow(device: Device) -> asyncio.Event:
    """What the page does not load at once comes when the event is set."""
    is_there = asyncio.Event()
    first = await (await device.context.request.get("/inbox")).text()

    async def hold_back(route: Route) -> None:
        if route.request.url.rsplit("/", 1)[-1] not in first:
            await is_there.wait()
        await route.continue_()

    await device.page.route("**/sw.js", lambda route: route.abort())
    await device.page.route("**/assets/*.js", hold_back)
    return is_there


async def test_keys_are_text_before_what_understands_them_is_loaded(world: World) -> None:
    ada = await world.stranger("Ada")
    await ada.account.sign_up()
    await ada.account.add("Water the tomatoes")
    is_there = await _slow(ada)
    await ada.enter()
    await ada.focus("Water the tomatoes")

    for line in ("explain budget tomorrow", "x-ray !high"):
        await ada.page.keyboard.press("q")
        await ada.page.keyboard.type(line)
        await expect(ada.page.get_by_role("dialog").get_by_label("Title")).to_have_value(line)
        await ada.page.keyboard.press("Enter")
        await ada.page.keyboard.press("Escape")
    is_there.set()

    await expect(ada.titles).to_have_text(["Water the tomatoes", "explain budget", "x-ray"])
    await ada.is_stored("x-ray", priority="high")


async def test_keys_reach_no_list_behind_a_dialog_that_is_loading(world: World) -> None:
    ada = await world.stranger("Ada")
    await ada.account.sign_up()
    await ada.account.add("Water the tomatoes")
    is_there = await _slow(ada)
    await ada.enter()
    await ada.focus("Water the tomatoes")

    await ada.page.keyboard.press("l")
    await ada.page.keyboard.type("exe")
    is_there.set()
    await ada.choose("garden")

    await ada.is_stored("Water the tomatoes", labels=["garden"], status="open")
