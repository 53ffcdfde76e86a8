"""Completing, putting in order, moving, deleting: by pointer, by keyboard, one and several."""

import asyncio

from playwright.async_api import Route, expect

from e2e.device import Device
from e2e.pointer import drag

FRUIT = ("Apples", "Bananas", "Cherries")


async def test_completing_can_be_taken_back(ada: Device) -> None:
    await ada.quick_add("Water the tomatoes")

    await ada.page.get_by_role("checkbox", name="Complete “Water the tomatoes”").click()
    await expect(ada.titles).to_have_count(0)
    await expect(ada.notice("Completed 1 task")).to_be_visible()
    await ada.is_stored("Water the tomatoes", status="completed")
    await ada.page.get_by_role("button", name="Undo").click()

    await expect(ada.notice("Undone")).to_be_visible()
    await expect(ada.titles).to_have_text(["Water the tomatoes"])
    await ada.is_stored("Water the tomatoes", status="open")


async def test_what_is_completed_is_shown_when_asked_for(ada: Device) -> None:
    await ada.quick_add("Water the tomatoes")
    await ada.page.get_by_role("checkbox", name="Complete “Water the tomatoes”").click()

    await ada.page.get_by_role("button", name="Show 1 completed task").click()

    await expect(ada.page.get_by_role("checkbox", name="Reopen “Water the tomatoes”")).to_be_checked()


async def test_a_task_is_dragged_to_another_place(ada: Device, adas_phone: Device) -> None:
    await ada.quick_add(*FRUIT)

    await drag(ada, ada.task("Cherries"), ada.task("Apples"), part=0.2)

    await expect(ada.titles).to_have_text(["Cherries", "Apples", "Bananas"])
    await expect(adas_phone.titles).to_have_text(["Cherries", "Apples", "Bananas"])


async def test_a_task_is_dragged_to_a_project(ada: Device) -> None:
    await ada.account.api("POST", "projects", {"name": "Garden"})
    garden = ada.sidebar.get_by_role("link", name="Garden")
    await expect(garden).to_be_visible()
    await ada.quick_add("Water the tomatoes")

    await drag(ada, ada.task("Water the tomatoes"), garden)

    await expect(ada.titles).to_have_count(0)
    await ada.go_to("Garden")
    await expect(ada.titles).to_have_text(["Water the tomatoes"])


async def test_a_project_has_sections_and_tasks_move_between_them(ada: Device, adas_phone: Device) -> None:
    await ada.page.get_by_role("button", name="New project").click()
    await ada.name_it("Garden")
    await ada.go_to("Garden")
    for section in ("Spring", "Autumn"):
        await ada.page.get_by_role("button", name="Add section").click()
        await ada.name_it(section)
        await expect(ada.section(section)).to_be_visible()
    await ada.quick_add("Sow carrots", "Plant garlic")

    await drag(ada, ada.task("Sow carrots"), ada.section("Spring"))
    await expect(ada.titles).to_have_text(["Plant garlic", "Sow carrots"])
    await ada.focus("Plant garlic")
    await ada.page.keyboard.press("m")
    await ada.choose("Garden / Autumn")

    await adas_phone.go_to("Garden")
    rows = adas_phone.page.get_by_role("grid").locator(".task-title, h2")
    await expect(rows).to_have_text(["Spring", "Sow carrots", "Autumn", "Plant garlic"])


async def test_everything_works_by_keyboard(ada: Device) -> None:
    await ada.account.api("POST", "projects", {"name": "Garden"})
    await expect(ada.sidebar.get_by_role("link", name="Garden")).to_be_visible()
    press = ada.page.keyboard.press
    await ada.quick_add(*FRUIT, "Dates")

    await ada.focus("Cherries")
    await press("Alt+ArrowUp")
    await expect(ada.titles).to_have_text(["Apples", "Cherries", "Bananas", "Dates"])
    await press("m")
    await ada.choose("Garden")
    await expect(ada.titles).to_have_text(["Apples", "Bananas", "Dates"])
    await ada.focus("Apples")
    await press("e")
    await expect(ada.titles).to_have_text(["Bananas", "Dates"])
    await press("4")
    await press("Delete")
    await expect(ada.titles).to_have_text(["Dates"])
    await press("u")
    await expect(ada.titles).to_have_text(["Bananas", "Dates"])

    await ada.is_stored("Bananas", priority="urgent")
    await ada.is_stored("Apples", status="completed")
    await press("?")
    await expect(ada.page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()


async def test_what_is_focused_is_seen(ada: Device) -> None:
    await ada.quick_add(*FRUIT)
    await ada.focus("Bananas")

    outline = await ada.task("Bananas").evaluate("row => getComputedStyle(row).outlineStyle")

    assert outline != "none"


async def test_several_at_once(ada: Device) -> None:
    await ada.account.api("POST", "projects", {"name": "Garden"})
    await expect(ada.sidebar.get_by_role("link", name="Garden")).to_be_visible()
    await ada.quick_add(*FRUIT, "Dates")
    await ada.focus("Apples")
    await ada.page.keyboard.press("x")
    await ada.task("Bananas").click(modifiers=["Control"])
    tools = ada.page.get_by_role("toolbar", name="2 selected")

    await tools.get_by_role("button", name="Priority…").click()
    await ada.choose("High")
    await tools.get_by_role("button", name="Labels…").click()
    await ada.choose("fruit")
    await ada.page.keyboard.press("Escape")
    await tools.get_by_role("button", name="Move to…").click()
    await ada.choose("Garden")
    await expect(ada.titles).to_have_text(["Cherries", "Dates"])
    await ada.task("Dates").click(modifiers=["Control"])
    await ada.task("Cherries").click(modifiers=["Control"])
    await ada.page.get_by_role("toolbar", name="2 selected").get_by_role("button", name="Delete").click()

    await expect(ada.notice("Moved 2 tasks to the trash")).to_be_visible()
    for title in FRUIT[:2]:
        await ada.is_stored(title, priority="high", labels=["fruit"])


async def test_the_trash_gives_back_and_forgets(ada: Device) -> None:
    await ada.quick_add(*FRUIT)
    for title in FRUIT[:2]:
        await ada.focus(title)
        await ada.page.keyboard.press("Delete")
    await ada.go_to("Trash")

    await ada.page.get_by_role("listitem").filter(has_text="Apples").get_by_role("button", name="Restore").click()
    await expect(ada.titles).to_have_text(["Bananas"])
    await ada.page.get_by_role("button", name="Empty the trash").click()
    await ada.page.get_by_role("dialog").get_by_role("button", name="Delete for good").click()

    await expect(ada.page.get_by_text("The trash is empty")).to_be_visible()
    await expect(ada.notice("connection")).to_have_count(0)
    await ada.go_to("Inbox")
    await expect(ada.titles).to_have_text(["Apples", "Cherries"])


async def test_what_is_restored_is_out_of_the_trash_before_that_is_emptied(ada: Device) -> None:
    await ada.quick_add("Apples", "Bananas")
    for title in ("Apples", "Bananas"):
        await ada.focus(title)
        await ada.page.keyboard.press("Delete")
        await ada.is_trashed(title)
    await ada.go_to("Trash")
    is_confirmed = asyncio.Event()

    async def hold_back(route: Route) -> None:
        await is_confirmed.wait()
        await route.continue_()

    await ada.page.route("**/v1/batch", hold_back)
    await ada.page.get_by_role("listitem").filter(has_text="Apples").get_by_role("button", name="Restore").click()
    await ada.page.get_by_role("button", name="Empty the trash").click()
    await ada.page.get_by_role("dialog").get_by_role("button", name="Delete for good").click()
    is_confirmed.set()

    await expect(ada.page.get_by_text("The trash is empty")).to_be_visible()
    await ada.is_stored("Apples")
    await ada.go_to("Inbox")
    await expect(ada.titles).to_have_text(["Apples"])


async def test_a_deleted_project_comes_back_with_its_tasks(ada: Device) -> None:
    await ada.page.get_by_role("button", name="New project").click()
    await ada.name_it("Garden")
    await ada.go_to("Garden")
    await ada.quick_add("Sow carrots")
    await ada.page.get_by_role("button", name="Project actions").click()
    await ada.page.get_by_role("button", name="Delete project").click()
    await ada.page.get_by_role("dialog").get_by_role("button", name="Delete", exact=True).click()
    await expect(ada.sidebar.get_by_role("link", name="Garden")).to_be_hidden()

    await ada.go_to("Trash")
    await ada.page.get_by_role("button", name="Restore").click()
    await ada.go_to("Garden")

    await expect(ada.titles).to_have_text(["Sow carrots"])
