"""The content security policy: each device's end asserts that nothing was refused, and this that it would be seen."""

from e2e.conftest import World
from e2e.device import Device


async def test_the_policy_comes_with_the_page(world: World) -> None:
    ada = await world.stranger("Ada")
    answer = await ada.page.goto("/")

    assert answer is not None
    policy = dict(each.split(" ", 1) for each in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"


async def test_a_script_that_is_not_ours_does_not_run_and_is_heard_of(ada: Device) -> None:
    async with ada.page.expect_console_message(lambda message: "script-src" in message.text):
        await ada.page.evaluate(
            "() => document.head.append(Object.assign(document.createElement('script'), {text: 'window.hacked = 1'}))"
        )

    assert await ada.page.evaluate("() => 'hacked' in window") is False
    assert any("script-src" in complaint for complaint in ada.complaints)
    ada.complaints.clear()
