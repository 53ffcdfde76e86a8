"""Projects that rest, and the order of projects and sections: by mouse, by finger, by keyboard."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.async_api import Locator, expect

from e2e.conftest import World
from e2e.device import Device
from e2e.pointer import drag, drag_by_finger, drop_on, hold


async def projects_of(ada: Device, *names: str) -> dict[str, str]:
    """Their ids."""
    made = {name: (await ada.account.api("POST", "projects", {"name": name}))["id"] for name in names}
    await expect(ada.sidebar.get_by_role("link", name=names[-1])).to_be_visible()
    return made


def projects(device: Device) -> Locator:
    """The names in the sidebar, in their order."""
    return device.sidebar.locator("[data-ordered] .entry-text")


def rows(device: Device) -> Locator:
    """Headings and titles, in their order."""
    return device.page.get_by_role("grid").locator(".task-title, h2")


async def garden_of(ada: Device, **sections: list[str]) -> None:
    """A project with sections and their tasks, before one's eyes."""
    garden = (await projects_of(ada, "Garden"))["Garden"]
    for name, titles in sections.items():
        section = await ada.account.api("POST", "sections", {"project_id": garden, "name": name})
        for title in titles:
            await ada.account.add(title, section_id=section["id"])
    await ada.go_to("Garden")


async def test_a_project_is_archived_looked_into_and_brought_back(ada: Device, adas_phone: Device) -> None:
    garden = (await projects_of(ada, "Garden"))["Garden"]
    today = datetime.now(ZoneInfo("Europe/Berlin")).date()
    await ada.account.add("Sow carrots", project_id=garden, due={"kind": "date", "date": str(today)})
    await adas_phone.go_to("Today")
    await expect(adas_phone.titles).to_have_text(["Sow carrots"])

    await ada.go_to("Garden")
    await ada.page.get_by_role("button", name="Project actions").click()
    await ada.page.get_by_role("button", name="Archive project").click()
    await expect(ada.page.get_by_text("This project is archived.")).to_be_visible()
    await expect(ada.titles).to_have_text(["Sow carrots"])
    for device in (ada, adas_phone):
        await expect(projects(device)).to_have_count(0)
    await expect(adas_phone.titles).to_have_count(0)

    await adas_phone.go_to("Archived")
    await expect(adas_phone.page.get_by_role("link", name="Garden")).to_be_visible()
    await adas_phone.page.get_by_role("button", name="Bring back").click()
    await expect(adas_phone.page.get_by_text("Nothing is archived")).to_be_visible()
    await expect(ada.page.get_by_text("This project is archived.")).to_be_hidden()
    await adas_phone.go_to("Today")
    await expect(adas_phone.titles).to_have_text(["Sow carrots"])


async def test_archiving_can_be_taken_back(ada: Device) -> None:
    await garden_of(ada)
    await ada.page.get_by_role("button", name="Project actions").click()
    await ada.page.get_by_role("button", name="Archive project").click()
    await expect(projects(ada)).to_have_count(0)

    await ada.page.get_by_role("button", name="Undo").click()

    await expect(projects(ada)).to_have_text(["Garden"])


async def test_projects_are_put_in_order_by_mouse_and_by_keyboard(ada: Device, adas_phone: Device) -> None:
    await projects_of(ada, "Garden", "Office", "Reading")
    link = ada.sidebar.get_by_role("link", name="Reading")

    await drag(ada, link, ada.sidebar.get_by_role("link", name="Garden"), part=0.2)
    await expect(projects(ada)).to_have_text(["Reading", "Garden", "Office"])
    await expect(ada.heading("Inbox")).to_be_visible()
    await link.focus()
    await ada.page.keyboard.press("Alt+ArrowDown")

    await expect(ada.notice("Moved to place 2 of 3")).to_be_visible()
    await expect(link).to_be_focused()
    await expect(projects(adas_phone)).to_have_text(["Garden", "Reading", "Office"])


async def test_a_drag_is_given_up_with_escape(ada: Device) -> None:
    await projects_of(ada, "Garden", "Office")
    garden, office = (ada.sidebar.get_by_role("link", name=name) for name in ("Garden", "Office"))

    await hold(ada, office, garden, part=0.2)
    await expect(ada.sidebar.locator("[data-drop=before]")).to_have_count(1)
    await expect(ada.page.locator(".drag-chip")).to_have_text("Office")
    await ada.page.keyboard.press("Escape")
    await expect(ada.page.locator(".drag-chip")).to_have_count(0)
    await drop_on(ada, office)

    await expect(ada.sidebar.locator("[data-drop]")).to_have_count(0)
    await expect(projects(ada)).to_have_text(["Garden", "Office"])
    await expect(ada.heading("Inbox")).to_be_visible()


async def test_a_finger_drags_by_the_grip(world: World, ada: Device) -> None:
    await garden_of(ada, Spring=["Sow carrots", "Mulch the roses"])
    await projects_of(ada, "Office")
    phone = await world.another_of(ada, width=390, height=844, touch=True)
    menu = phone.page.get_by_role("button", name="Menu")
    await menu.click()
    office, garden = (phone.sidebar.get_by_role("link", name=name) for name in ("Office", "Garden"))

    await drag_by_finger(phone, office.locator("[data-grip]"), garden, part=0.2)
    await expect(projects(phone)).to_have_text(["Office", "Garden"])
    await garden.click()
    await drag_by_finger(
        phone, phone.task("Mulch the roses").locator("[data-grip]"), phone.task("Sow carrots"), part=0.1
    )

    await expect(phone.titles).to_have_text(["Mulch the roses", "Sow carrots"])
    await expect(projects(ada)).to_have_text(["Office", "Garden"])


async def test_a_task_is_dragged_to_another_day(ada: Device) -> None:
    today = datetime.now(ZoneInfo("Europe/Berlin")).date()
    await ada.account.add("Sow carrots", due={"kind": "floating", "datetime": f"{today}T10:30:00"})
    await ada.go_to("Upcoming")

    await drag(ada, ada.task("Sow carrots"), ada.section("Tomorrow"))

    tomorrow = today + timedelta(days=1)
    await ada.is_stored("Sow carrots", due={"kind": "floating", "datetime": f"{tomorrow}T10:30:00"})


async def test_sections_are_put_in_order_by_mouse_and_by_keyboard(ada: Device, adas_phone: Device) -> None:
    await garden_of(ada, Spring=["Sow carrots"], Autumn=["Plant garlic"], Winter=[])
    await adas_phone.go_to("Garden")

    await drag(ada, ada.section("Autumn"), ada.task("Sow carrots"))
    await expect(rows(ada)).to_have_text(["Autumn", "Plant garlic", "Spring", "Sow carrots", "Winter"])
    await ada.page.get_by_role("button", name="Actions for section “Autumn”").focus()
    for _ in range(2):
        await ada.page.keyboard.press("Alt+ArrowDown")

    await expect(ada.notice("Moved to place 3 of 3")).to_be_visible()
    await expect(ada.page.get_by_role("button", name="Actions for section “Autumn”")).to_be_focused()
    await expect(rows(adas_phone)).to_have_text(["Spring", "Sow carrots", "Winter", "Autumn", "Plant garlic"])


async def test_keys_on_a_headings_buttons_are_theirs(ada: Device) -> None:
    await garden_of(ada, Spring=["Sow carrots"])
    await ada.focus("Sow carrots")
    await ada.page.get_by_role("button", name="Actions for section “Spring”").focus()

    await ada.page.keyboard.press("Space")

    await expect(ada.page.get_by_role("dialog", name="Actions for section “Spring”")).to_be_visible()
    await expect(ada.titles).to_have_text(["Sow carrots"])


async def test_adding_fills_in_the_label_or_the_section_that_one_looks_at(ada: Device) -> None:
    await ada.account.api("POST", "labels", {"name": "home"})
    await ada.go_to("home")
    await ada.quick_add("Water the tomatoes")
    await expect(ada.titles).to_have_text(["Water the tomatoes"])
    await ada.is_stored("Water the tomatoes", labels=["home"])

    await garden_of(ada, Spring=[])
    await ada.page.get_by_role("button", name="Add task to section “Spring”").click()
    dialog = ada.page.get_by_role("dialog", name="Add task")
    await expect(dialog.get_by_role("listitem")).to_have_text(["Garden / Spring"])
    await dialog.get_by_label("Title").fill("Sow carrots")
    await ada.page.keyboard.press("Enter")
    await ada.page.keyboard.press("Escape")

    await expect(rows(ada)).to_have_text(["Spring", "Sow carrots"])


async def test_a_long_line_is_seen_as_a_whole(world: World, ada: Device) -> None:
    phone = await world.another_of(ada, width=390, height=844)
    await phone.page.get_by_role("main").get_by_role("button", name="Add task").click()
    line = phone.page.get_by_role("dialog").get_by_label("Title")

    await line.fill("Ask the neighbours whether they would water the tomatoes while we are at the lake")

    assert await line.evaluate(
        "field => [field.scrollWidth - field.clientWidth, field.scrollHeight - field.clientHeight]"
    ) == [0, 0]
    await phone.page.keyboard.press("Enter")
    await expect(line).to_have_value("")
