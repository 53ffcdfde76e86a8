"""Labels, dates and search: tasks from other sides than where they are."""

from playwright.async_api import expect

from e2e.device import Device


async def test_a_label_gathers_its_tasks(ada: Device) -> None:
    await ada.quick_add("Water the tomatoes @home", "Call the bank @phone", "Sweep the stairs @home")

    await ada.go_to("home")

    await expect(ada.titles).to_have_text(["Water the tomatoes", "Sweep the stairs"])


async def test_a_label_is_renamed_on_its_tasks(ada: Device) -> None:
    await ada.quick_add("Water the tomatoes @home")
    await ada.is_stored("Water the tomatoes", labels=["home"])
    await ada.go_to("home")
    await ada.page.get_by_role("button", name="Edit").click()
    await ada.name_it("house")

    await expect(ada.heading("house")).to_be_visible()
    await expect(ada.task("Water the tomatoes")).to_contain_text("house")
    await ada.is_stored("Water the tomatoes", labels=["house"])


async def test_today_and_upcoming_go_by_the_date(ada: Device) -> None:
    await ada.quick_add("Pay the rent today", "Call the bank tomorrow", "Some day")

    await ada.page.keyboard.press("g")
    await ada.page.keyboard.press("t")
    await expect(ada.heading("Today")).to_be_visible()
    await expect(ada.titles).to_have_text(["Pay the rent"])
    await ada.page.keyboard.press("g")
    await ada.page.keyboard.press("u")
    await expect(ada.heading("Upcoming")).to_be_visible()
    await expect(ada.titles).to_have_text(["Pay the rent", "Call the bank"])


async def test_search_finds_titles_notes_and_labels_without_accents(ada: Device) -> None:
    await ada.account.add("Call the bank", notes="About the crème brûlée")
    await ada.account.add("Water the tomatoes", labels=["creme"])
    await ada.account.add("Sweep the stairs")
    await expect(ada.titles).to_have_count(3)

    await ada.page.keyboard.press("/")
    await expect(ada.page.get_by_role("searchbox")).to_be_focused()
    await ada.page.keyboard.type("CREME")

    await expect(ada.titles).to_have_text(["Call the bank", "Water the tomatoes"])
    await ada.page.get_by_role("searchbox").fill("sweep stairs")
    await expect(ada.titles).to_have_text(["Sweep the stairs"])
    await ada.page.get_by_role("searchbox").fill("nothing of the kind")
    await expect(ada.page.get_by_text("Nothing found")).to_be_visible()
