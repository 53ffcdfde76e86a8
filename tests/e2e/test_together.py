"""Two devices of one person, and two people who have nothing to do with each other."""

from playwright.async_api import expect

from e2e.conftest import World
from e2e.device import Device
from e2e.pointer import rest_on

PHONE_WIDTH, PHONE_HEIGHT = 390, 844


async def test_another_device_sees_it_live(ada: Device, adas_phone: Device) -> None:
    await ada.quick_add("Water the tomatoes")
    await expect(adas_phone.titles).to_have_text(["Water the tomatoes"])

    await adas_phone.task("Water the tomatoes").dblclick()
    await adas_phone.page.get_by_role("grid").get_by_label("Title").fill("Water the cucumbers")
    await adas_phone.page.keyboard.press("Enter")
    await expect(ada.titles).to_have_text(["Water the cucumbers"])

    await ada.page.get_by_role("checkbox", name="Complete “Water the cucumbers”").click()
    await expect(adas_phone.titles).to_have_count(0)


async def test_nobody_sees_what_is_somebody_elses(ada: Device, bob: Device) -> None:
    project = await ada.account.api("POST", "projects", {"name": "Adas garden"})
    secret = await ada.account.add("A secret", project_id=project["id"], notes="Nobody may know")

    for path in (f"/inbox?task={secret['id']}", f"/project/{project['id']}", f"/project/{secret['id']}"):
        await bob.page.goto(path)
        await expect(bob.page.get_by_text("There is nothing here.")).to_be_visible()
    await bob.page.goto("/search?q=secret")
    await expect(bob.page.get_by_text("Nothing found")).to_be_visible()
    assert "secret" not in (await bob.page.content()).replace("q=secret", "").replace('value="secret"', "")

    await ada.page.goto(f"/project/{project['id']}?task={secret['id']}")
    await expect(ada.details.get_by_text("Nobody may know")).to_be_visible()


async def test_somebody_else_at_the_same_device_finds_nothing(world: World, ada: Device) -> None:
    await ada.quick_add("A secret")
    await ada.is_stored("A secret")
    bob = await world.newcomer("Bob")
    await ada.context.clear_cookies()
    await ada.context.add_cookies(await bob.context.cookies())  # type: ignore[arg-type]  # what it gives, it takes

    await ada.page.reload()

    await expect(ada.sidebar.get_by_text("Bob")).to_be_visible()
    await expect(ada.page.get_by_text("Your inbox is clear")).to_be_visible()
    await expect(ada.titles).to_have_count(0)


async def test_a_phone_has_all_of_it(world: World, ada: Device) -> None:
    phone = await world.another_of(ada, width=PHONE_WIDTH, height=PHONE_HEIGHT)

    await phone.page.get_by_role("button", name="Add task").last.click()
    await phone.page.get_by_role("dialog").get_by_label("Title").fill("Water the tomatoes today")
    await phone.page.keyboard.press("Enter")
    await phone.page.keyboard.press("Escape")
    await phone.page.get_by_role("button", name="Menu").click()
    await phone.page.get_by_role("dialog").get_by_role("link", name="Today").click()

    await expect(phone.titles).to_have_text(["Water the tomatoes"])
    await phone.open("Water the tomatoes")
    overflow = await phone.page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    assert overflow == 0, "nothing has to be scrolled sideways"


async def test_a_finger_that_rests_selects_and_the_next_taps_do_too(world: World, ada: Device) -> None:
    await ada.quick_add("Apples", "Bananas", "Cherries")
    phone = await world.another_of(ada, width=PHONE_WIDTH, height=PHONE_HEIGHT, touch=True)

    await rest_on(phone, phone.task("Apples"))
    await phone.task("Cherries").tap()
    await phone.page.get_by_role("toolbar", name="2 selected").get_by_role("button", name="Delete").click()

    await expect(phone.titles).to_have_text(["Bananas"])
    await expect(phone.details).to_be_hidden()
