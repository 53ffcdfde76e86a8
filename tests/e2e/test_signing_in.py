"""Coming, going, and coming back."""

from playwright.async_api import expect

from e2e.conftest import World
from e2e.device import Device


async def test_from_signing_up_to_the_first_task(world: World) -> None:
    ada = await world.stranger("Ada")
    await ada.page.goto("/")
    await ada.page.get_by_role("link", name="Create account").click()
    await ada.fill_in(name="Ada", email=ada.account.email)
    await ada.page.get_by_role("button", name="Create account").click()
    await expect(ada.page.get_by_text("Your inbox is clear")).to_be_visible()

    await ada.quick_add("Water the tomatoes")

    await expect(ada.titles).to_have_text(["Water the tomatoes"])
    await ada.account.sign_in()
    assert list(await ada.account.tasks()) == ["Water the tomatoes"]


async def test_one_gets_to_where_one_wanted_to_go(ada: Device) -> None:
    task = await ada.account.add("Water the tomatoes")
    await ada.page.get_by_role("link", name="Settings").click()
    await ada.page.get_by_role("button", name="Sign out").click()
    await expect(ada.page.get_by_role("heading", name="Welcome back")).to_be_visible()

    await ada.page.goto(f"/upcoming?task={task['id']}")
    await ada.fill_in(email=ada.account.email)
    await ada.page.get_by_role("button", name="Sign in").click()

    await expect(ada.heading("Upcoming")).to_be_visible()
    await expect(ada.details.get_by_label("Title", exact=True)).to_have_value("Water the tomatoes")


async def test_one_gets_to_no_place_of_a_strangers_link(ada: Device) -> None:
    await ada.page.goto("/sign-in?to=//example.test/inbox")

    await expect(ada.heading("Inbox")).to_be_visible()
    assert ada.page.url == f"{ada.account.origin}/inbox"


async def test_a_name_of_blanks_is_none(world: World) -> None:
    ada = await world.stranger("Ada")
    await ada.page.goto("/sign-up")
    await ada.fill_in(name="  ", email=ada.account.email)
    await ada.page.get_by_role("button", name="Create account").click()

    await expect(ada.page.get_by_role("alert")).to_have_text("Enter a name that can be seen.")


async def test_the_address_of_an_account_is_taken(world: World, ada: Device) -> None:
    bob = await world.stranger("Bob")
    await bob.page.goto("/sign-up")
    await bob.fill_in(name="Bob", email=ada.account.email)
    await bob.page.get_by_role("button", name="Create account").click()

    await expect(bob.page.get_by_role("alert")).to_have_text(
        "There is already an account with this e-mail. Sign in instead?"
    )


async def test_who_signs_out_leaves_nothing_behind(ada: Device) -> None:
    await ada.quick_add("A secret")
    await ada.page.get_by_role("link", name="Settings").click()
    await ada.page.get_by_role("button", name="Sign out").click()
    await expect(ada.page.get_by_role("heading", name="Welcome back")).to_be_visible()

    kept = await ada.page.evaluate(
        "async () => [(await indexedDB.databases()).length, localStorage.getItem('todo.person')]"
    )
    assert kept == [0, None]

    await ada.fill_in(email=ada.account.email)
    await ada.page.get_by_role("button", name="Sign in").click()
    await expect(ada.titles).to_have_text(["A secret"])


async def test_a_token_is_never_stored(ada: Device) -> None:
    await ada.quick_add("Water the tomatoes")

    stored = await ada.page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")

    assert "eyJ" not in stored
    assert ada.account.email in stored, "who is here is remembered, so that there was something to look through"


async def test_an_ended_session_is_begun_again_and_nothing_is_lost(ada: Device, adas_phone: Device) -> None:
    await ada.can_start_offline()
    await ada.context.set_offline(True)
    await ada.quick_add("Written on the train")
    await ada.context.clear_cookies()
    await ada.page.reload()
    await ada.context.set_offline(False)

    again = ada.page.get_by_role("dialog", name="Your session has ended.")
    await expect(again).to_be_visible()
    await expect(ada.titles).to_have_text(["Written on the train"])
    await ada.fill_in()
    await again.get_by_role("button", name="Sign in").click()

    await expect(again).to_be_hidden()
    await expect(adas_phone.titles).to_have_text(["Written on the train"])
    await ada.is_up_to_date()
