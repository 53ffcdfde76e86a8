"""What the API did not take is still there, in words that help."""

from playwright.async_api import expect

from e2e import axe
from e2e.device import Device


async def test_words_that_were_refused_are_read_and_sent_after_a_restoration(ada: Device) -> None:
    task = await ada.account.add("Apples")
    details = await ada.open("Apples")
    await ada.context.set_offline(True)
    await expect(ada.sidebar.get_by_text("Offline")).to_be_visible()
    await details.get_by_role("button", name="Notes, in Markdown").click()
    await details.get_by_label("Notes", exact=True).fill("Two kilos\nof the red ones")
    await ada.account.api("DELETE", f"tasks/{task['id']}")
    await ada.context.set_offline(False)

    await expect(details.get_by_text("This task is in the trash.")).to_be_visible()
    await expect(details.get_by_label("Title", exact=True)).to_be_disabled()
    assert await axe.violations(ada.page, axe.source()) == []
    await ada.page.get_by_role("button", name="1 change was refused").click()
    dialog = ada.page.get_by_role("dialog", name="1 change was refused")
    await expect(dialog.get_by_role("definition")).to_have_text("Two kilos\nof the red ones")
    await expect(dialog).to_contain_text("is in the trash")
    await expect(dialog.get_by_role("button", name="Try again")).to_be_hidden()
    assert await axe.violations(ada.page, axe.source()) == []
    await dialog.get_by_role("button", name="Restore the task").click()

    await ada.is_stored("Apples", notes="Two kilos\nof the red ones")
    await expect(details.get_by_label("Title", exact=True)).to_be_enabled()
    await expect(details.locator(".markdown")).to_contain_text("Two kilos")


async def test_words_for_what_is_gone_can_be_copied_and_not_tried_again(ada: Device) -> None:
    task = await ada.account.add("Apples")
    await expect(ada.titles).to_have_text(["Apples"])
    await ada.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await ada.context.set_offline(True)
    await ada.focus("Apples")
    await ada.page.keyboard.press("F2")
    await ada.page.keyboard.type("Bananas")
    await ada.page.keyboard.press("Enter")
    await ada.account.api("DELETE", f"tasks/{task['id']}")
    await ada.account.api("DELETE", f"trash/{task['id']}")
    await ada.context.set_offline(False)

    await ada.page.get_by_role("button", name="1 change was refused").click()
    dialog = ada.page.get_by_role("dialog", name="1 change was refused")
    await expect(dialog).to_contain_text("deleted for good")
    await dialog.get_by_role("button", name="Copy").click()
    await expect(dialog.get_by_role("button", name="Copied")).to_be_visible()
    assert await ada.page.evaluate("() => navigator.clipboard.readText()") == "Bananas"
    await expect(dialog.get_by_role("button", name="Try again")).to_be_hidden()


async def test_no_sixth_level_is_offered(ada: Device) -> None:
    parent: str | None = None
    for level in range(1, 6):
        task = await ada.account.add(f"Level {level}", parent_id=parent)
        parent = task["id"]
    await ada.page.goto(f"/inbox?task={task['parent_id']}")
    await ada.details.get_by_role("button", name="Level 5").last.click()

    await expect(ada.details.get_by_label("Title", exact=True)).to_have_value("Level 5")
    await expect(ada.details.get_by_label("Add subtask")).to_have_count(0)
    await ada.details.get_by_role("button", name="Level 4").click()
    await expect(ada.details.get_by_label("Add subtask")).to_be_visible()
