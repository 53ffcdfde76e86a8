"""axe-core, which knows what keeps people out of a page."""

from pathlib import Path
from typing import Any

from playwright.async_api import Page

from todo_api.embedded.node import NodeProject

ROOT = Path(__file__).parent
_RUN = """
async () => {
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  return (await axe.run()).violations;
}
"""


def source() -> str:
    """The script, installed from npm."""
    project = NodeProject(ROOT)
    project.install()
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()


async def violations(page: Page, axe: str) -> list[str]:
    """What axe-core finds on the page as it is: each rule with the first element that breaks it.

    It is put there by the DevTools protocol, which the page's policy is not asked about.
    """
    await page.evaluate(f"() => {{ if (!('axe' in window)) {{ {axe} }} }}")
    found: list[dict[str, Any]] = await page.evaluate(_RUN)
    return [f"{each['id']}: {each['nodes'][0]['html']} ({each['nodes'][0]['failureSummary']})" for each in found]
