"""The real thing, and people before it."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Unpack

import pytest
from playwright.async_api import Browser, expect

from e2e.account import Account
from e2e.app import running_app
from e2e.chromium import PROGRAM, running_chromium
from e2e.device import PATIENCE_MS, Device, Screen
from letterbox import Letterbox


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if PROGRAM is None:
        for item in items:
            if item.path.is_relative_to(__file__.removesuffix("conftest.py")):
                item.add_marker(pytest.mark.skip(reason="there is no Chromium: apt-get install chromium"))


@pytest.fixture(scope="session")
async def letterbox() -> AsyncIterator[Letterbox]:
    """Where everybody's mail arrives."""
    async with Letterbox() as letterbox:
        yield letterbox


@pytest.fixture(scope="session")
def origin(letterbox: Letterbox) -> Iterator[str]:
    """Of a `todo up` that all tests of this process share."""
    with running_app(**letterbox.settings) as origin:
        yield origin


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    async with running_chromium() as browser:
        yield browser


@dataclass(frozen=True)
class World:
    """People arrive, and get themselves devices."""

    origin: str
    browser: Browser
    stack: AsyncExitStack

    async def stranger(self, name: str, **screen: Unpack[Screen]) -> Device:
        """Somebody without an account, whose browser shows nothing yet."""
        account = Account.called(name, self.origin)
        self.stack.push_async_callback(account.http.aclose)
        return await self.device_of(account, **screen)

    async def device_of(self, account: Account, **screen: Unpack[Screen]) -> Device:
        """One that has never been here."""
        return await self.stack.enter_async_context(Device.of(account, self.browser, **screen))

    async def newcomer(self, name: str) -> Device:
        """Somebody who has just signed up, before an empty inbox."""
        device = await self.stranger(name)
        await device.account.sign_up()
        await device.enter()
        return device

    async def another_of(self, device: Device, **screen: Unpack[Screen]) -> Device:
        """The same person at another device, before the inbox."""
        other = await self.device_of(device.account, **screen)
        await other.enter()
        return other


@pytest.fixture
async def world(origin: str, browser: Browser) -> AsyncIterator[World]:
    async with AsyncExitStack() as stack:
        yield World(origin, browser, stack)


@pytest.fixture
async def ada(world: World) -> Device:
    return await world.newcomer("Ada")


@pytest.fixture
async def bob(world: World) -> Device:
    return await world.newcomer("Bob")


@pytest.fixture
async def adas_phone(world: World, ada: Device) -> Device:
    return await world.another_of(ada)
