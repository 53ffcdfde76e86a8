"""A browser of one's own, and what people do in it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Literal, Self, TypedDict, Unpack

from playwright.async_api import Browser, BrowserContext, Locator, Page, expect

from e2e.account import PASSWORD, Account

PATIENCE_MS = 20_000
"""How long anything may take; on an idle machine nothing takes a second."""
_LISTENS = """
addEventListener("securitypolicyviolation", (event) => {
  console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


class Screen(TypedDict, total=False):
    """A wide and light one, unless it says otherwise."""

    width: int
    height: int
    scale: float
    color_scheme: Literal["light", "dark"]
    touch: bool


@dataclass
class Device:
    """A page in a context that shares nothing with others; what it complains about is kept."""

    context: BrowserContext
    page: Page
    account: Account
    complaints: list[str] = field(default_factory=list)

    @classmethod
    @asynccontextmanager
    async def of(
        cls,
        account: Account,
        browser: Browser,
        **screen: Unpack[Screen],
    ) -> AsyncIterator[Self]:
        """A device that ends without a violation of the page's policy and without an error that nobody caught."""
        context = await browser.new_context(
            base_url=account.origin,
            viewport={"width": screen.get("width", 1280), "height": screen.get("height", 800)},
            color_scheme=screen.get("color_scheme", "light"),
            device_scale_factor=screen.get("scale", 1),
            has_touch=screen.get("touch", False),
            is_mobile=screen.get("touch", False),
            locale="en-GB",
            timezone_id="Europe/Berlin",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_MS)
        await context.add_init_script(_LISTENS)
        device = cls(context, await context.new_page(), account)
        device.page.on("console", lambda message: device._hear(message.text))
        device.page.on("pageerror", lambda error: device.complaints.append(str(error)))
        try:
            yield device
            assert device.complaints == []
        finally:
            await context.close()

    async def enter(self, path: str = "/inbox") -> None:
        """Signed in, as a device is that was here before; forms are for the tests of signing in."""
        origin = self.account.origin
        answer = await self.context.request.post(
            f"{origin}/api/auth/sign-in/email",
            headers={"Origin": origin},
            data={"email": self.account.email, "password": PASSWORD},
        )
        assert answer.ok, await answer.text()
        await self.page.goto(path)
        await self.is_up_to_date()

    async def fill_in(self, *, name: str | None = None, email: str | None = None) -> None:
        """The form that signs in or up."""
        if name is not None:
            await self.page.get_by_label("Name").fill(name)
        if email is not None:
            await self.page.get_by_label("E-mail").fill(email)
        await self.page.get_by_label("Password").fill(PASSWORD)

    async def go_to(self, place: str) -> None:
        """By the sidebar."""
        await self.sidebar.get_by_role("link", name=place).click()
        await expect(self.heading(place)).to_be_visible()

    async def quick_add(self, *lines: str) -> None:
        """From anywhere, one after the other."""
        await self.page.keyboard.press("q")
        dialog = self.page.get_by_role("dialog", name="Add task")
        for line in lines:
            await dialog.get_by_label("Title").fill(line)
            await self.page.keyboard.press("Enter")
            await expect(dialog.get_by_label("Title")).to_have_value("")
        await self.page.keyboard.press("Escape")
        await expect(dialog).to_be_hidden()

    async def open(self, title: str) -> Locator:
        """The details of a task."""
        await self.task(title).click()
        await expect(self.details.get_by_label("Title", exact=True)).to_have_value(title)
        return self.details

    async def choose(self, *texts: str) -> None:
        """By typing, in the list to choose from that is open."""
        for text in texts:
            await self.page.get_by_role("combobox").fill(text)
            await self.page.keyboard.press("Enter")

    async def name_it(self, name: str) -> None:
        """In the dialog that asks for a name."""
        dialog = self.page.get_by_role("dialog")
        await dialog.get_by_role("textbox").fill(name)
        await dialog.get_by_role("button", name="Save").click()
        await expect(dialog).to_be_hidden()

    async def focus(self, title: str) -> None:
        """By the keyboard alone, from wherever it is."""
        row, key = self.task(title), "Home"
        for _ in range(60):
            if await row.evaluate("row => row === document.activeElement"):
                return
            if await self.page.evaluate("() => document.activeElement?.classList.contains('task')"):
                await self.page.keyboard.press(key)
                key = "ArrowDown"
            else:
                await self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {title!r}")

    async def can_start_offline(self) -> None:
        """Its service worker has what it needs."""
        await self.page.evaluate("async () => { await navigator.serviceWorker.ready; }")

    async def is_stored(self, title: str, **fields: object) -> None:
        """The server comes to have it so."""
        found: dict[str, object] | None = None
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_MS / 1000):
                while found != fields:
                    task = (await self.account.tasks()).get(title)
                    found = None if task is None else {name: task[name] for name in fields}
        assert found == fields

    async def is_trashed(self, title: str) -> None:
        """The server comes to have it in the trash."""
        async with asyncio.timeout(PATIENCE_MS / 1000):
            while title in await self.account.tasks():
                pass  # the way to the server and back is the pause

    async def is_up_to_date(self) -> None:
        """By the mark in the sidebar, which a phone keeps in a drawer."""
        await expect(self.page.locator(".status").filter(has_text="Up to date")).to_be_attached()

    def task(self, title: str) -> Locator:
        return self.page.locator(".task").filter(has=self.page.get_by_text(title, exact=True))

    def heading(self, text: str) -> Locator:
        return self.page.get_by_role("heading", level=1, name=text, exact=True)

    def notice(self, text: str) -> Locator:
        return self.page.locator(".notice").filter(has_text=text)

    def section(self, name: str) -> Locator:
        return self.page.locator(".heading").filter(has=self.page.get_by_role("heading", name=name))

    @property
    def titles(self) -> Locator:
        """Of the list, in its order."""
        return self.page.locator(".task-title")

    @property
    def sidebar(self) -> Locator:
        return self.page.get_by_role("navigation", name="Navigation")

    @property
    def details(self) -> Locator:
        return self.page.get_by_role("complementary", name="Task details")

    def _hear(self, said: str) -> None:
        if "policy" in said.lower():
            self.complaints.append(said)
