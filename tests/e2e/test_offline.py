"""Without a network, and back; and what the API did not take."""

from playwright.async_api import expect

from e2e.device import Device


async def test_what_is_written_offline_is_kept_and_sent(ada: Device, adas_phone: Device) -> None:
    await ada.quick_add("Apples", "Bananas")
    await expect(adas_phone.titles).to_have_text(["Apples", "Bananas"])
    await ada.can_start_offline()
    await ada.context.set_offline(True)
    await expect(ada.sidebar.get_by_text("Offline")).to_be_visible()

    await ada.quick_add("Cherries")
    await ada.focus("Cherries")
    await ada.page.keyboard.press("Alt+ArrowUp")
    await ada.page.get_by_role("checkbox", name="Complete “Apples”").click()
    await expect(ada.titles).to_have_text(["Cherries", "Bananas"])
    await expect(ada.sidebar.get_by_text("3 changes wait to be sent")).to_be_visible()

    await ada.page.reload()
    await expect(ada.titles).to_have_text(["Cherries", "Bananas"])
    await expect(ada.sidebar.get_by_text("3 changes wait to be sent")).to_be_visible()
    await expect(adas_phone.titles).to_have_text(["Apples", "Bananas"])

    await ada.context.set_offline(False)
    await ada.is_up_to_date()
    await expect(adas_phone.titles).to_have_text(["Cherries", "Bananas"])


async def test_what_is_done_offline_can_be_taken_back_offline(ada: Device) -> None:
    await ada.quick_add("Apples")
    await ada.is_stored("Apples")
    await ada.context.set_offline(True)
    await expect(ada.sidebar.get_by_text("Offline")).to_be_visible()

    await ada.page.get_by_role("checkbox", name="Complete “Apples”").click()
    await expect(ada.titles).to_have_count(0)
    await ada.page.get_by_role("button", name="Undo").click()

    await expect(ada.titles).to_have_text(["Apples"])
    await ada.context.set_offline(False)
    await ada.is_up_to_date()
    await ada.is_stored("Apples", status="open")


async def test_what_takes_a_connection_says_so(ada: Device) -> None:
    task = await ada.account.add("Apples")
    await ada.account.api("DELETE", f"tasks/{task['id']}")
    await ada.page.goto("/trash")
    await expect(ada.page.get_by_text("Apples")).to_be_visible()
    await ada.context.set_offline(True)
    await ada.page.get_by_role("button", name="Empty the trash").click()
    await ada.page.get_by_role("dialog").get_by_role("button", name="Delete for good").click()
    await expect(ada.notice("This takes a connection.")).to_be_visible()
    await ada.page.get_by_role("link", name="Settings").click()
    await expect(ada.notice("This takes a connection.")).to_be_hidden()
    await ada.page.get_by_label("Your time zone").select_option("UTC")
    await expect(ada.notice("This takes a connection.")).to_be_visible()


async def test_a_refused_write_is_marked_and_let_go(ada: Device) -> None:
    await _edited_while_it_was_deleted(ada)

    await ada.page.get_by_role("button", name="1 change was refused").click()
    dialog = ada.page.get_by_role("dialog", name="1 change was refused")
    await expect(dialog).to_contain_text("Change task")
    await expect(dialog).to_contain_text("Bananas")
    await dialog.get_by_role("button", name="Discard").click()

    await expect(ada.page.get_by_role("button", name="1 change was refused")).to_be_hidden()
    await expect(ada.titles).to_have_count(0)
    await ada.page.reload()
    await ada.is_up_to_date()
    await expect(ada.sidebar.get_by_text("refused")).to_be_hidden()


async def test_a_refused_write_is_tried_again(ada: Device) -> None:
    task = await _edited_while_it_was_deleted(ada)
    await ada.account.api("PUT", f"tasks/{task}/restoration")

    await ada.page.get_by_role("button", name="1 change was refused").click()
    await ada.page.get_by_role("button", name="Try again").click()

    await expect(ada.titles).to_have_text(["Bananas"])
    await ada.is_stored("Bananas")


async def _edited_while_it_was_deleted(ada: Device) -> str:
    """The task that was called Apples, and was to be called Bananas."""
    task = await ada.account.add("Apples")
    await expect(ada.titles).to_have_text(["Apples"])
    await ada.context.set_offline(True)
    await expect(ada.sidebar.get_by_text("Offline")).to_be_visible()
    await ada.focus("Apples")
    await ada.page.keyboard.press("F2")
    await ada.page.keyboard.type("Bananas")
    await ada.page.keyboard.press("Enter")
    await expect(ada.titles).to_have_text(["Bananas"])
    await ada.account.api("DELETE", f"tasks/{task['id']}")
    await ada.context.set_offline(False)
    await expect(ada.page.get_by_role("button", name="1 change was refused")).to_be_visible()
    return str(task["id"])
