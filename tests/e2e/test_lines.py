"""The line that tasks are added by keeps all that comes into it."""

from playwright.async_api import Locator, expect

from e2e import axe
from e2e.device import Device


async def _line(device: Device) -> Locator:
    await device.page.keyboard.press("q")
    return device.page.get_by_role("dialog", name="Add task").get_by_label("Title")


async def _paste(device: Device, text: str) -> None:
    await device.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await device.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    await device.page.keyboard.press("Control+V")


async def test_lines_that_are_pasted_become_as_many_tasks_or_one(ada: Device) -> None:
    line = await _line(ada)
    await _paste(ada, "- Apples today\n- Bananas #Inbox\n\n- Cherries !high")
    dialog = ada.page.get_by_role("dialog", name="Add task")
    await expect(dialog.get_by_role("alert")).to_have_text("These are 3 lines. Add a task for each?")
    assert await axe.violations(ada.page, axe.source()) == []
    await dialog.get_by_role("button", name="Add 3 tasks").click()

    await expect(ada.titles).to_have_text(["Apples", "Bananas", "Cherries"])
    await ada.is_stored("Cherries", priority="high")
    await expect(dialog.get_by_role("status")).to_contain_text("Added 3 tasks")
    await dialog.get_by_role("button", name="Undo").click()
    await expect(ada.titles).to_have_count(0)
    await expect(dialog).to_be_visible()

    await line.focus()
    await _paste(ada, "Apples\nBananas")
    await dialog.get_by_role("button", name="As one task").click()
    await expect(line).to_have_value("Apples Bananas")
    await expect(line).to_be_focused()


async def test_a_line_that_is_too_long_is_told_and_not_cut(ada: Device) -> None:
    line = await _line(ada)
    await _paste(ada, "x" * 700)

    dialog = ada.page.get_by_role("dialog", name="Add task")
    await expect(line).to_have_value("x" * 700)
    await expect(dialog.get_by_role("alert")).to_have_text("700 of 500 letters: too long for a title")
    await expect(dialog.get_by_role("button", name="Add task")).to_be_disabled()
    await line.fill("x" * 500)
    await expect(dialog.get_by_text("500 of 500 letters")).to_be_visible()
    await ada.page.keyboard.press("Enter")
    await ada.is_stored("x" * 500)


async def test_a_selection_to_beyond_the_edge_closes_nothing(ada: Device) -> None:
    line = await _line(ada)
    await line.fill("Water the tomatoes")
    box = await line.bounding_box()
    assert box is not None
    await ada.page.mouse.move(box["x"] + 100, box["y"] + box["height"] / 2)
    await ada.page.mouse.down()
    await ada.page.mouse.move(5, box["y"] + 5, steps=5)
    await ada.page.mouse.up()
    await expect(line).to_have_value("Water the tomatoes")

    await ada.page.mouse.click(5, 5)
    await expect(line).to_be_hidden()


async def test_a_label_is_not_called_like_another_one(ada: Device) -> None:
    await ada.quick_add("Water the tomatoes @garden @home")
    await ada.sidebar.get_by_role("link", name="garden").click()
    await ada.page.get_by_role("button", name="Edit").click()
    dialog = ada.page.get_by_role("dialog", name="Edit")
    await dialog.get_by_role("textbox").fill("HOME")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog.get_by_role("alert")).to_have_text("There already is a label of this name.")

    await dialog.get_by_role("textbox").fill("Garden")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_be_hidden()
    await ada.is_stored("Water the tomatoes", labels=["Garden", "home"])
