"""All of one task: what it takes, what happened to it, and the panel that shows it, by keyboard too."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.async_api import Locator, expect

from e2e.device import Device

TITLE = "Renew the passport"


def day(days: int) -> str:
    """So many days from today, by the devices' clock."""
    return str(datetime.now(ZoneInfo("Europe/Berlin")).date() + timedelta(days=days))


async def choose(device: Device, name: str, wish: str) -> None:
    """A day in the panel, by the buttons around the calendar."""
    await device.details.get_by_role("button", name=name).click()
    await device.page.get_by_role("dialog", name=name).get_by_role("button", name=wish).click()


def fact(device: Device, name: str) -> Locator:
    """Of the row, by what it is called for those who hear it."""
    return device.task(TITLE).locator(".fact").filter(has=device.page.get_by_text(name, exact=True))


async def test_start_deadline_and_duration(ada: Device, adas_phone: Device) -> None:
    await ada.quick_add(TITLE)
    await ada.open(TITLE)

    await choose(ada, "Start", "Tomorrow")
    await choose(ada, "Deadline", "Tomorrow")
    await ada.details.get_by_role("button", name="Duration").click()
    await ada.choose("1:30")

    await expect(ada.details.get_by_role("button", name="Duration")).to_contain_text("1 hour, 30 minutes")
    await expect(fact(adas_phone, "Start")).to_contain_text("Tomorrow")
    await expect(fact(adas_phone, "Deadline")).to_contain_text("1 day left")
    await expect(fact(adas_phone, "Duration")).to_contain_text("1h 30m")
    await ada.is_stored(TITLE, start_date=day(1), deadline_date=day(1), duration_minutes=90)

    await choose(ada, "Start", "Today")
    await expect(fact(adas_phone, "Start")).to_have_count(0)  # it has begun
    await choose(ada, "Deadline", "Remove date")
    await ada.details.get_by_role("button", name="Duration").click()
    await ada.choose("No duration")

    await expect(adas_phone.task(TITLE).locator(".fact")).to_have_count(0)
    await ada.is_stored(TITLE, deadline_date=None, duration_minutes=None)


async def test_a_deadline_that_is_over_is_seen(ada: Device) -> None:
    task = await ada.account.add(TITLE, deadline_date=day(-2))

    await expect(fact(ada, "Deadline")).to_contain_text("2 days late")
    color = "fact => getComputedStyle(fact).color"
    late = await fact(ada, "Deadline").evaluate(color)
    await ada.account.api("PATCH", f"tasks/{task['id']}", {"deadline_date": day(2)})
    await expect(fact(ada, "Deadline")).to_contain_text("2 days left")

    assert await fact(ada, "Deadline").evaluate(color) != late


async def test_history_tells_what_happened_while_it_happens(ada: Device, adas_phone: Device) -> None:
    await ada.quick_add("Renew the pasport")
    details = await ada.open("Renew the pasport")
    await details.get_by_role("button", name="History").click()
    happened = details.locator(".history-item p")
    await expect(happened).to_have_text(["Created"])

    await details.get_by_label("Title", exact=True).fill(TITLE)
    await ada.page.keyboard.press("Enter")
    await expect(happened).to_have_text(["Renamed from “Renew the pasport” to “Renew the passport”", "Created"])
    await adas_phone.page.get_by_role("checkbox", name=f"Complete “{TITLE}”").click()

    await expect(happened.first).to_have_text("Completed")
    await expect(details.locator(".history-item").first).to_contain_text("Todo")
    await ada.context.set_offline(offline=True)
    await ada.page.reload()
    await ada.details.get_by_role("button", name="History").click()
    await expect(ada.details.get_by_text("The history takes a connection.")).to_be_visible()
    await ada.context.set_offline(offline=False)
    await expect(ada.details.locator(".history-item")).to_have_count(3)


async def test_a_long_history_comes_in_pages(ada: Device) -> None:
    task = await ada.account.add("Step 0")
    for number in range(1, 25):
        await ada.account.api("PATCH", f"tasks/{task['id']}", {"title": f"Step {number}"})
    details = await ada.open("Step 24")
    await ada.page.route("**/activity*", lambda route: route.fulfill(status=500))
    await details.get_by_role("button", name="History").click()
    await expect(details.get_by_text("The history could not be read.")).to_be_visible()
    await ada.page.unroute("**/activity*")
    await details.get_by_role("button", name="Try again").click()
    happened = details.locator(".history-item")
    await expect(happened).to_have_count(20)

    await details.get_by_role("button", name="Show more").press("Enter")

    await expect(happened).to_have_count(25)
    await expect(happened.last).to_contain_text("Created")
    await expect(details.get_by_role("button", name="Show more")).to_be_hidden()
    await ada.page.keyboard.press("Escape")
    await expect(details).to_be_hidden()


async def test_the_keyboard_loses_its_place_nowhere(ada: Device) -> None:
    press = ada.page.keyboard.press
    await ada.quick_add(TITLE, "Water the tomatoes")
    await ada.focus(TITLE)
    await press("Enter")
    deadline = ada.details.get_by_role("button", name="Deadline")

    for keys in ((), ("Escape",), ("Tab", "Enter")):
        await deadline.press("Enter") if keys else await deadline.focus()
        for key in keys:
            await press(key)
        await expect(deadline).to_be_focused()
    await expect(deadline).to_contain_text("Tomorrow")
    await ada.details.get_by_role("button", name="Duration").press("Enter")
    await press("ArrowUp")
    await expect(ada.page.get_by_role("option", name="8 hours")).to_be_in_viewport()
    await press("Enter")
    await expect(ada.details.get_by_role("button", name="Duration")).to_contain_text("8 hours")
    await ada.details.get_by_role("button", name="Notes, in Markdown").press("Enter")
    await ada.page.keyboard.type("Form 7b")
    await press("Escape")
    await expect(ada.details.get_by_role("button", name="Edit")).to_be_focused()
    await ada.details.get_by_label("Add subtask").fill("Take a picture")
    await press("Escape")
    await expect(ada.details.get_by_label("Add subtask")).to_have_value("")
    await press("Escape")
    await expect(ada.task(TITLE)).to_be_focused()

    await press("Enter")
    await ada.details.get_by_role("button", name="Delete").press("Enter")
    await expect(ada.titles).to_have_text(["Water the tomatoes"])
    await expect(ada.page.get_by_role("main")).to_be_focused()


async def test_many_labels_leave_the_title_its_place(ada: Device) -> None:
    labels = [f"label number {number} with many words" for number in range(8)]
    await ada.account.add(TITLE, labels=labels)
    await expect(ada.task(TITLE).locator(".fact")).to_have_count(8)

    row, title = await ada.task(TITLE).bounding_box(), await ada.titles.bounding_box()

    assert row is not None
    assert title is not None
    assert title["width"] > row["width"] / 4
