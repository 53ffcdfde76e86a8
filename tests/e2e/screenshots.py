"""Pictures of the main views, for the README: `uv run --directory tests python -m e2e.screenshots`."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from playwright.async_api import Browser, expect

from e2e.account import Account
from e2e.app import running_app
from e2e.chromium import running_chromium
from e2e.device import PATIENCE_MS, Device, Screen

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
_SCREENS = {
    "wide-light": Screen(),
    "wide-dark": Screen(color_scheme="dark"),
    "phone-light": Screen(width=390, height=844),
    "phone-dark": Screen(width=390, height=844, color_scheme="dark"),
}


async def _inbox(device: Device) -> None:
    await device.page.goto("/inbox")


async def _today(device: Device) -> None:
    await device.page.goto("/today")


async def _upcoming(device: Device) -> None:
    await device.page.goto("/upcoming")


async def _project(device: Device) -> None:
    projects = (await device.account.api("GET", "projects"))["items"]
    (launch,) = (project["id"] for project in projects if project["name"] == "Website launch")
    await device.page.goto(f"/project/{launch}")


async def _details(device: Device) -> None:
    await _project(device)
    await device.open("Write the front page")
    await expect(device.details.locator(".markdown blockquote")).to_be_visible()


async def _quick_add(device: Device) -> None:
    await device.page.goto("/inbox")
    await device.is_up_to_date()
    await device.page.keyboard.press("q")
    line = "Water the tomatoes tomorrow 17:00 #Garden @home !high"
    await device.page.get_by_role("dialog").get_by_label("Title").fill(line)


_VIEWS: dict[str, Callable[[Device], Awaitable[None]]] = {
    "inbox": _inbox,
    "today": _today,
    "upcoming": _upcoming,
    "project": _project,
    "details": _details,
    "quick-add": _quick_add,
}


async def _take(account: Account, browser: Browser) -> None:
    for name, screen in _SCREENS.items():
        async with Device.of(account, browser, **screen) as device:
            await device.page.clock.set_fixed_time(datetime.now(UTC).replace(hour=7, minute=15))
            await device.enter()
            for view, show in _VIEWS.items():
                await show(device)
                await device.is_up_to_date()
                await device.page.evaluate("() => document.fonts.ready.then(() => undefined)")
                await device.page.screenshot(path=FOLDER / f"{view}-{name}.png", animations="disabled")


async def _main() -> None:
    expect.set_options(timeout=PATIENCE_MS)
    with running_app() as origin:
        account = Account.called("Ada", origin)
        async with account.http, running_chromium() as browser:
            await account.sign_up()
            await account.live_a_week()
            await _take(account, browser)


if __name__ == "__main__":
    asyncio.run(_main())
