"""A password that is forgotten, and one that is changed."""

from urllib.parse import urlencode

from playwright.async_api import expect

from e2e.account import PASSWORD
from e2e.conftest import World
from e2e.device import Device
from letterbox import Letterbox, link_in

NEW = "a new battery for the horse"
WRONG = "That e-mail and password do not belong together."


async def test_a_forgotten_password_is_chosen_anew_by_the_link_of_a_letter(
    world: World, ada: Device, letterbox: Letterbox
) -> None:
    await ada.quick_add("Water the tomatoes")
    await ada.is_stored("Water the tomatoes")
    phone = await world.device_of(ada.account, width=390, height=844)
    await phone.page.goto("/sign-in")
    await phone.page.get_by_role("link", name="Forgot your password?").press("Enter")
    await expect(phone.page.get_by_role("heading", name="Forgot your password?")).to_be_visible()
    await phone.page.get_by_label("E-mail").fill(ada.account.email)
    await phone.page.keyboard.press("Enter")
    await expect(phone.page.get_by_role("status")).to_contain_text("If there is an account with this address")

    link = link_in(await letterbox.letter_to(ada.account.email))
    await phone.page.goto(link)
    await expect(phone.page.get_by_label("E-mail")).to_have_value(ada.account.email)
    await phone.page.get_by_label("New password").fill(NEW)
    await phone.page.keyboard.press("Enter")

    await expect(phone.titles).to_have_text(["Water the tomatoes"])
    await ada.page.reload()
    again = ada.page.get_by_role("dialog", name="Your session has ended.")
    await again.get_by_label("Password").fill(NEW)
    await again.get_by_role("button", name="Sign in").click()
    await ada.is_up_to_date()


async def test_a_link_that_is_spent_offers_another_one(world: World, letterbox: Letterbox) -> None:
    ada = await world.stranger("Ada+Todo")
    email = ada.account.email
    await ada.account.sign_up()
    await ada.page.goto(f"/reset-password#{urlencode({'email': email, 'token': 'spent'})}")
    await ada.page.get_by_label("New password").fill(NEW)
    await ada.page.get_by_role("button", name="Save password").click()
    await expect(ada.page.get_by_role("heading", name="This link is spent")).to_be_visible()
    await expect(ada.page.get_by_label("E-mail")).to_have_value(email)
    await ada.page.get_by_role("button", name="Send the link").click()

    await ada.page.goto(link_in(await letterbox.letter_to(email)))
    await expect(ada.page.get_by_label("E-mail")).to_have_value(email)
    await ada.page.get_by_label("New password").fill(NEW)
    await ada.page.get_by_role("button", name="Save password").click()

    await expect(ada.page.get_by_text("Your inbox is clear")).to_be_visible()


async def test_where_no_letters_are_sent_none_is_offered(world: World) -> None:
    ada = await world.stranger("Ada")
    await ada.context.route("**/api/auth/offers", lambda route: route.fulfill(json={"passwordReset": False}))
    async with ada.page.expect_response("**/api/auth/offers"):
        await ada.page.goto("/sign-in")
    await ada.page.wait_for_load_state("networkidle")

    await expect(ada.page.get_by_role("button", name="Sign in")).to_be_visible()
    await expect(ada.page.get_by_role("link", name="Forgot your password?")).to_have_count(0)


async def test_a_letter_is_in_the_language_of_the_app(ada: Device, letterbox: Letterbox) -> None:
    await ada.page.get_by_role("link", name="Settings").click()
    await ada.page.get_by_label("Language").select_option("العربية")
    await expect(ada.page.locator("html")).to_have_attribute("dir", "rtl")
    await ada.page.goto("/forgot-password")
    await ada.page.get_by_label("البريد الإلكتروني").fill(ada.account.email)
    await ada.page.keyboard.press("Enter")

    assert (await letterbox.letter_to(ada.account.email))["Subject"] == "اختيار كلمة مرور جديدة"


async def test_a_password_is_changed_by_who_knows_it(ada: Device, adas_phone: Device) -> None:
    await ada.page.get_by_role("link", name="Settings").click()
    await ada.page.get_by_role("button", name="Change password").click()
    dialog = ada.page.get_by_role("dialog", name="Change password")
    await dialog.get_by_label("New password").fill(NEW)
    await dialog.get_by_label("Current password").fill("not the password")
    await dialog.get_by_role("button", name="Save password").click()
    await expect(dialog.get_by_role("alert")).to_have_text("That is not your password.")

    await dialog.get_by_label("Current password").fill(PASSWORD)
    await dialog.get_by_role("button", name="Save password").click()

    await expect(ada.notice("Your password is changed")).to_be_visible()
    await adas_phone.page.reload()
    again = adas_phone.page.get_by_role("dialog", name="Your session has ended.")
    await adas_phone.fill_in()
    await again.get_by_role("button", name="Sign in").click()
    await expect(again.get_by_role("alert")).to_have_text(WRONG)
    await again.get_by_label("Password").fill(NEW)
    await again.get_by_role("button", name="Sign in").click()
    await expect(again).to_be_hidden()
