"""Nothing that is typed is lost, and none of it does what it was not typed for."""

import asyncio

from playwright.async_api import Locator, Route, expect

from e2e import axe
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


async def _with_a_slow_network(world: World) -> tuple[Device, asyncio.Event]:
    """Somebody before a task, which has the focus, and the event that brings the rest of the page."""
    ada = await world.stranger("Ada")
    await ada.account.sign_up()
    await ada.account.add("Water the tomatoes")
    is_there = await _slow(ada)
    await ada.enter()
    await ada.focus("Water the tomatoes")
    return ada, is_there


async def test_keys_are_text_before_what_understands_them_is_loaded(world: World) -> None:
    ada, is_there = await _with_a_slow_network(world)

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
    ada, is_there = await _with_a_slow_network(world)

    await ada.page.keyboard.press("l")
    await ada.page.keyboard.type("exe")
    is_there.set()
    await ada.choose("garden")

    await ada.is_stored("Water the tomatoes", labels=["garden"], status="open")


async def _notes(device: Device, title: str) -> Locator:
    """The field of a task that has none yet."""
    details = await device.open(title)
    await details.get_by_role("button", name="Notes, in Markdown").click()
    return details.get_by_label("Notes", exact=True)


async def test_what_is_being_typed_outlives_its_field(ada: Device) -> None:
    """A reload, going back and another task take no focus from a field before it is gone."""
    await ada.quick_add("Apples", "Bananas", "Cherries")

    await (await _notes(ada, "Apples")).press_sequentially("Two kilos")
    await ada.page.reload()
    await expect(ada.details).to_contain_text("Two kilos")
    await ada.is_stored("Apples", notes="Two kilos")

    await (await _notes(ada, "Bananas")).press_sequentially("Not too ripe")
    await ada.page.go_back()
    await expect(ada.details.get_by_label("Title", exact=True)).to_have_value("Apples")
    await ada.is_stored("Bananas", notes="Not too ripe")

    title = (await ada.open("Bananas")).get_by_label("Title", exact=True)
    await title.fill("Ripe bananas")
    await ada.page.go_back()
    await ada.is_stored("Ripe bananas", notes="Not too ripe")

    await ada.focus("Cherries")
    await ada.page.keyboard.press("F2")
    await ada.page.keyboard.type("Sour cherries")
    await ada.page.reload()
    await ada.is_stored("Sour cherries")


async def test_notes_are_saved_at_a_pause_and_once(ada: Device, adas_phone: Device) -> None:
    await ada.quick_add("Apples")
    await (await _notes(ada, "Apples")).press_sequentially("Two kilos of the red ones", delay=20)

    await ada.is_stored("Apples", notes="Two kilos of the red ones")
    task = (await ada.account.tasks())["Apples"]
    history = (await ada.account.api("GET", f"tasks/{task['id']}/activity"))["items"]
    assert len(history) == 2, "made and written once"
    await expect(adas_phone.task("Apples").get_by_title("Has notes")).to_be_visible()


async def test_notes_that_others_change_meanwhile_are_nobodys_to_lose(ada: Device) -> None:
    task = await ada.account.add("Apples", notes="Two kilos")
    await ada.open("Apples")
    notes = ada.details.get_by_label("Notes", exact=True)
    await ada.details.get_by_role("button", name="Edit").click()
    await notes.fill("Two kilos, red")
    await ada.account.api("PATCH", f"tasks/{task['id']}", {"notes": "Three kilos"})
    await expect(ada.details.get_by_role("alert")).to_contain_text("changed elsewhere")
    await expect(ada.details.get_by_role("blockquote")).to_have_text("Three kilos")
    assert await axe.violations(ada.page, axe.source()) == []
    await ada.details.get_by_label("Title", exact=True).click()
    await expect(notes).to_have_value("Two kilos, red")
    await ada.is_stored("Apples", notes="Three kilos")
    await ada.details.get_by_role("button", name="Keep mine").click()
    await expect(ada.details.get_by_role("alert")).to_be_hidden()
    await ada.is_stored("Apples", notes="Two kilos, red")

    await notes.fill("Two kilos, green")
    await ada.account.api("PATCH", f"tasks/{task['id']}", {"notes": "No apples"})
    await ada.details.get_by_role("button", name="Take these").click()
    await expect(ada.details.locator(".markdown")).to_have_text("No apples")
    await ada.is_stored("Apples", notes="No apples")

    await ada.details.get_by_role("button", name="Edit").click()
    await notes.fill("No apples, pears")
    await ada.account.api("PATCH", f"tasks/{task['id']}", {"notes": "Plums"})
    await expect(ada.details.get_by_role("alert")).to_be_visible()
    await ada.details.get_by_role("button", name="Close").click()
    await expect(ada.notice("both texts are kept")).to_be_visible()
    await ada.is_stored("Apples", notes="Plums\n\n---\n\nNo apples, pears")
