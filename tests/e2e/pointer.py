"""Dragging, by the mouse and by a finger."""

from typing import Any

from playwright.async_api import Locator, expect

from e2e.device import Device

type Point = tuple[float, float]


async def drag(device: Device, what: Locator, to: Locator, *, part: float = 0.5) -> None:
    """By the mouse, with the way between, to a part of the target's height."""
    await hold(device, what, to, part=part)
    await device.page.mouse.up()


async def hold(device: Device, what: Locator, to: Locator, *, part: float = 0.5) -> None:
    """The same, without letting go."""
    mouse = device.page.mouse
    await mouse.move(*await _in(what, 0.5, 0.5))
    await mouse.down()
    await mouse.move(*await _in(to, 0.5, part), steps=8)


async def drop_on(device: Device, to: Locator) -> None:
    """What is held."""
    await device.page.mouse.move(*await _in(to, 0.5, 0.5), steps=4)
    await device.page.mouse.up()


async def drag_by_finger(device: Device, grip: Locator, to: Locator, *, part: float) -> None:
    """From the grip, which is at the beginning of what it belongs to."""
    start, end = await _in(grip, 0.2, 0.5), await _in(to, 0.2, part)
    way = [(start[0], start[1] + (end[1] - start[1]) * step / 8) for step in range(1, 9)]
    session = await device.context.new_cdp_session(device.page)

    async def touch(kind: str, *points: Point) -> None:
        event: dict[str, Any] = {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]}
        await session.send("Input.dispatchTouchEvent", event)

    await touch("touchStart", start)
    for point in way:
        await touch("touchMove", point)
    await touch("touchEnd")


async def rest_on(device: Device, what: Locator) -> None:
    """With a finger, until a list has understood it."""
    x, y = await _in(what, 0.5, 0.5)
    session = await device.context.new_cdp_session(device.page)
    await session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    await expect(device.page.get_by_role("toolbar")).to_be_visible()
    await session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


async def _in(place: Locator, across: float, down: float) -> Point:
    box = await place.bounding_box()
    assert box is not None
    return box["x"] + box["width"] * across, box["y"] + box["height"] * down
