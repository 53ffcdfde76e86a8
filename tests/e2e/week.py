"""A believable week: what an account looks like that is in use."""

from datetime import UTC, datetime, timedelta
from typing import Any

from e2e.account import Account

NOTES = """We have **two weeks** in July.

- trains are cheapest three months ahead
- ask Mira about the [hut](https://example.test/hut)

> Not again a place without a lake.
"""
_PROJECTS = [
    ("Garden", "#3f9142", {"Beds": ["Sow carrots and radishes", "Mulch the roses"], "Shed": ["Sharpen the spade"]}),
    (
        "Move to the new office",
        "#4361d8",
        {"Before": ["Order boxes", "Tell the post office"], "After": ["Hang the lamps"]},
    ),
    ("Reading", "#8e4ec6", {"": ["The Name of the Rose", "A Pattern Language"]}),
]
_LABELS = {"home": "#0f9b8e", "phone": "#e8710a", "errand": "#d6409f"}
_INBOX: list[dict[str, Any]] = [
    {"title": "Plan the summer holidays", "notes": NOTES, "priority": "medium", "labels": ["home"]},
    {"title": "Pay the rent", "days": 0, "priority": "urgent"},
    {"title": "Call the dentist", "days": 0, "time": "10:30", "labels": ["phone"]},
    {"title": "Water the tomatoes", "days": 0, "time": "18:00", "labels": ["home"]},
    {"title": "Return the library books", "days": -2, "labels": ["errand"], "priority": "high"},
    {"title": "Buy a birthday present for Noor", "days": 1, "labels": ["errand"]},
    {"title": "Talk with the team in Tokyo", "days": 2, "time": "09:00", "zone": "Asia/Tokyo", "priority": "high"},
    {"title": "Renew the passport", "days": 4},
    {"title": "Dinner with Mira and Jonas", "days": 5, "time": "19:30"},
    {"title": "Write to Grandmother"},
]
_STEPS = {"Find a hut by a lake": True, "Compare the trains": True, "Ask for the days off": False, "Book": False}


async def fill(account: Account) -> None:
    """Projects with sections, labels, subtasks, dates around today, something done, something in the trash."""
    for name, color in _LABELS.items():
        await account.api("POST", "labels", {"name": name, "color": color})
    for name, color, sections in _PROJECTS:
        project = await account.api("POST", "projects", {"name": name, "color": color})
        for section, titles in sections.items():
            place = {"project_id": project["id"]}
            if section:
                made = await account.api("POST", "sections", {**place, "name": section})
                place = {"section_id": made["id"]}
            for title in titles:
                await account.add(title, **place)
    made = [await account.add(**_fields(**task)) for task in _INBOX]
    for title, done in _STEPS.items():
        step = await account.add(title, parent_id=made[0]["id"])
        if done:
            await account.api("PUT", f"tasks/{step['id']}/completion")
    for title, method, path in (("Mend the bicycle", "PUT", "/completion"), ("An old idea", "DELETE", "")):
        task = await account.add(title)
        await account.api(method, f"tasks/{task['id']}{path}")


def _fields(
    *, days: int | None = None, time: str | None = None, zone: str | None = None, **rest: object
) -> dict[str, Any]:
    if days is None:
        return rest
    day = datetime.now(UTC).date() + timedelta(days=days)
    if time is None:
        return {**rest, "due": {"kind": "date", "date": str(day)}}
    kind = {"kind": "floating"} if zone is None else {"kind": "zoned", "timezone": zone}
    return {**rest, "due": {**kind, "datetime": f"{day}T{time}:00"}}
