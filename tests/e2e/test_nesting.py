"""A task becomes another one's subtask, and comes out again."""

from playwright.async_api import expect

from e2e.device import Device
from e2e.pointer import drag, hold


async def nested(ada: Device, *titles: str) -> None:
    """Tasks each below the one before it."""
    parent: dict[str, str] = {}
    for title in titles:
        parent = {"parent_id": (await ada.account.add(title, **parent))["id"]}


async def test_a_task_dropped_on_another_becomes_its_subtask(ada: Device, adas_phone: Device) -> None:
    await ada.quick_add("Bake a cake", "Buy flour", "Dates")

    await drag(ada, ada.task("Buy flour"), ada.task("Bake a cake"))

    await expect(ada.notice("Moved under “Bake a cake”")).to_be_visible()
    for device in (ada, adas_phone):
        await expect(device.titles).to_have_text(["Bake a cake", "Dates"])
    details = await adas_phone.open("Bake a cake")
    await expect(details.get_by_role("button", name="Buy flour").last).to_be_visible()
    await ada.page.get_by_role("button", name="Undo").click()
    await expect(ada.titles).to_have_text(["Bake a cake", "Buy flour", "Dates"])


async def test_what_would_be_too_deep_is_not_offered(ada: Device) -> None:
    await nested(ada, *(f"Level {depth}" for depth in range(1, 6)))
    await ada.account.add("Above")
    await expect(ada.titles).to_have_text(["Level 1", "Above"])

    await hold(ada, ada.task("Level 1"), ada.task("Above"), part=0.6)

    await expect(ada.page.locator(".list-row[data-drop]")).to_have_attribute("data-drop", "after")
    await ada.page.mouse.up()
    await expect(ada.titles).to_have_text(["Above", "Level 1"])
    await ada.focus("Level 1")
    await ada.page.keyboard.press("Alt+ArrowRight")
    await expect(ada.titles).to_have_text(["Above", "Level 1"])


async def test_subtasks_are_made_ordered_and_brought_out_by_keyboard(ada: Device) -> None:
    press = ada.page.keyboard.press
    await ada.quick_add("Bake a cake", "Buy flour", "Preheat the oven")
    for title in ("Buy flour", "Preheat the oven"):
        await ada.focus(title)
        await press("Alt+ArrowRight")
        await expect(ada.notice("Moved under “Bake a cake”")).to_be_visible()
    await expect(ada.titles).to_have_text(["Bake a cake"])

    details = await ada.open("Bake a cake")
    subtasks = details.locator(".subtask-title")
    await expect(subtasks).to_have_text(["Buy flour", "Preheat the oven"])
    await details.get_by_role("button", name="Preheat the oven").last.focus()
    await press("Alt+ArrowUp")
    await expect(subtasks).to_have_text(["Preheat the oven", "Buy flour"])
    await press("Alt+ArrowLeft")

    await expect(ada.titles).to_have_text(["Bake a cake", "Preheat the oven"])
    await expect(details.get_by_role("button", name="Buy flour").last).to_be_focused()
    await expect(ada.heading("Inbox")).to_be_visible()


async def test_inwards_is_to_the_left_in_arabic(ada: Device) -> None:
    await ada.quick_add("Bake a cake", "Buy flour")
    await ada.page.evaluate("() => localStorage.setItem('todo.language', 'ar')")
    await ada.page.reload()
    await ada.focus("Buy flour")

    await ada.page.keyboard.press("Alt+ArrowRight")
    await expect(ada.titles).to_have_text(["Bake a cake", "Buy flour"])
    await ada.page.keyboard.press("Alt+ArrowLeft")

    await expect(ada.titles).to_have_text(["Bake a cake"])
