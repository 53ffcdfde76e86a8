"""Adding tasks, and writing down what they are about."""

from datetime import UTC, datetime, timedelta

from playwright.async_api import expect

from e2e.device import Device


async def test_one_line_says_project_label_date_and_priority(ada: Device) -> None:
    await ada.account.api("POST", "projects", {"name": "Garden"})
    await expect(ada.sidebar.get_by_role("link", name="Garden")).to_be_visible()

    await ada.page.keyboard.press("q")
    dialog = ada.page.get_by_role("dialog", name="Add task")
    await dialog.get_by_label("Title").fill("Water the tomatoes tomorrow 17:00 #Garden @home !high")
    await expect(dialog.get_by_role("list", name="Understood as").get_by_role("listitem")).to_have_text(
        ["Garden", "Tomorrow 17:00", "High", "home"]
    )
    await ada.page.keyboard.press("Enter")
    await expect(dialog.get_by_role("status")).to_contain_text("Added to Garden")
    await ada.page.keyboard.press("Escape")

    await ada.go_to("Garden")
    await expect(ada.task("Water the tomatoes")).to_contain_text("Tomorrow 17:00")
    await ada.is_stored("Water the tomatoes", priority="high", labels=["home"])


async def test_what_was_not_meant_stays_text_and_a_project_is_made_on_the_way(ada: Device) -> None:
    await ada.page.keyboard.press("q")
    dialog = ada.page.get_by_role("dialog", name="Add task")
    await dialog.get_by_label("Title").fill("Read Monday Blues #Music")
    await dialog.get_by_role("button", name="Not meant: “Monday”").click()
    await dialog.get_by_role("button", name="Create project “Music”").click()
    await expect(dialog.get_by_role("list", name="Understood as").get_by_role("listitem")).to_have_text(["Music"])
    await ada.page.keyboard.press("Enter")
    await ada.page.keyboard.press("Escape")

    await ada.go_to("Music")
    await expect(ada.titles).to_have_text(["Read Monday Blues"])
    await ada.is_stored("Read Monday Blues", due=None)


async def test_notes_that_are_nested_without_end_are_text(ada: Device) -> None:
    await ada.account.add("Riddle", notes=">" * 4000)
    await ada.open("Riddle")

    await expect(ada.details.locator(".markdown")).to_contain_text(">>>>>>>>")
    await expect(ada.heading("Inbox")).to_be_visible()


async def test_a_title_is_edited_in_place(ada: Device) -> None:
    await ada.quick_add("Water the tomatos")

    await ada.task("Water the tomatos").dblclick(delay=120)  # as slowly as people do it
    await ada.page.get_by_role("grid").get_by_label("Title").fill("Water the tomatoes")
    await ada.page.keyboard.press("Enter")

    await expect(ada.titles).to_have_text(["Water the tomatoes"])
    await ada.is_stored("Water the tomatoes")


async def test_escape_leaves_a_title_as_it_was(ada: Device) -> None:
    await ada.quick_add("Water the tomatoes")
    await ada.focus("Water the tomatoes")
    await ada.page.keyboard.press("F2")
    await ada.page.keyboard.type("Nonsense")
    await ada.page.keyboard.press("Escape")

    await expect(ada.titles).to_have_text(["Water the tomatoes"])


async def test_notes_are_markdown_and_a_script_in_them_does_nothing(ada: Device) -> None:
    await ada.quick_add("Read the manual")
    details = await ada.open("Read the manual")
    await details.get_by_role("button", name="Notes, in Markdown").click()
    await details.get_by_label("Notes").fill(
        "**Bold** and [a page](https://example.test/)\n\n- one\n\n"
        "<script>window.hacked = 1</script>\n\n<img src=x onerror='window.hacked = 2'>\n\n"
        "[b](javascript:window.hacked=3)"
    )
    await details.get_by_label("Title", exact=True).click()

    await expect(details.locator("strong")).to_have_text("Bold")
    await expect(details.get_by_role("link", name="a page")).to_have_attribute("href", "https://example.test/")
    await expect(details.locator(".markdown")).to_contain_text("<script>")
    await expect(details.get_by_role("link")).to_have_count(1)
    await expect(details.locator("script, img")).to_have_count(0)
    assert await ada.page.evaluate("() => 'hacked' in window") is False


async def test_a_due_date_has_a_day_a_time_and_a_zone(ada: Device) -> None:
    await ada.quick_add("Call Tokyo")
    details = await ada.open("Call Tokyo")
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date()

    await details.get_by_role("button", name="Due").click()
    await ada.page.get_by_role("dialog").get_by_role("button", name="Tomorrow").click()
    await expect(details.get_by_role("button", name="Due")).to_contain_text("Tomorrow")
    await details.get_by_role("button", name="Due").click()
    dialog = ada.page.get_by_role("dialog", name="Due date")
    await dialog.get_by_label("Time", exact=True).fill("17:30")
    await dialog.get_by_label("Time zone").select_option("Asia/Tokyo")
    await dialog.locator(f'[data-day="{tomorrow}"]').click()
    await dialog.get_by_role("button", name="Done").click()

    await ada.is_stored(
        "Call Tokyo", due={"kind": "zoned", "datetime": f"{tomorrow}T17:30:00", "timezone": "Asia/Tokyo"}
    )


async def test_the_calendar_is_walked_through_by_keys(ada: Device) -> None:
    await ada.quick_add("Buy a present")
    await ada.focus("Buy a present")
    await ada.page.keyboard.press("t")
    dialog = ada.page.get_by_role("dialog", name="Due date")
    await dialog.locator('.day[tabindex="0"]').focus()
    day = await dialog.locator('.day[tabindex="0"]').get_attribute("data-day")
    assert day is not None
    in_a_week = datetime.fromisoformat(day).date() + timedelta(days=8)

    for key in ("ArrowDown", "ArrowRight", "Enter"):
        await ada.page.keyboard.press(key)

    await expect(dialog).to_be_hidden()
    await ada.is_stored("Buy a present", due={"kind": "date", "date": str(in_a_week)})


async def test_a_task_has_subtasks(ada: Device) -> None:
    await ada.quick_add("Bake a cake")
    details = await ada.open("Bake a cake")
    for title in ("Buy flour", "Preheat the oven"):
        await details.get_by_label("Add subtask").fill(title)
        await ada.page.keyboard.press("Enter")
    await details.get_by_role("checkbox", name="Complete “Buy flour”").click()

    await expect(ada.task("Bake a cake").get_by_title("1 of 2 subtasks done")).to_be_visible()
    await details.get_by_role("button", name="Preheat the oven").last.click()
    await expect(ada.details.get_by_role("button", name="Bake a cake")).to_be_visible()
