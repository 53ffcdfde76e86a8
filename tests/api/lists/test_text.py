"""Looking for text in the list of tasks."""

from client import Client
from cluster import Cluster
from running import Api, settings_of
from serving import serving
from todo_api.database_url import parse_database_url
from todo_api.migrating import migrate

TITLES = ("Water the TOMATOES", "École", "école", "жук", "Αθήνα", "so 😀", "100% off", "snake_case", "a\\b", "a\\%b")

FOUND: tuple[tuple[str, list[str]], ...] = (
    ("tomato", ["Water the TOMATOES", "notes only"]),
    ("TOMATO", ["Water the TOMATOES", "notes only"]),
    ("r the t", ["Water the TOMATOES"]),
    ("water tomatoes", []),
    ("ÉCOLE", ["École", "école"]),
    ("ЖУК", ["жук"]),
    ("ΑΘΉΝΑ", ["Αθήνα"]),
    ("😀", ["so 😀"]),
    ("%", ["100% off", "a\\%b"]),
    ("0%", ["100% off"]),
    ("1%f", []),
    ("_", ["snake_case"]),
    ("e_c", ["snake_case"]),
    ("w_ter", []),
    ("\\", ["a\\b", "a\\%b"]),
    ("a\\b", ["a\\b"]),
    ("\\%", ["a\\%b"]),
    ("\\\\", []),
    ("' OR true --", []),
    ("\n", ["notes only"]),
    ("second line", ["notes only"]),
)


async def test_text_is_found_as_it_is_but_for_case(ada: Client) -> None:
    for title in TITLES:
        await ada.create_task(title=title)
    await ada.create_task(title="notes only", notes="Tomatoes\nSecond line")

    for text, titles in FOUND:
        assert await ada.titles(text=text) == titles, text


async def test_text_as_long_as_allowed_is_found(ada: Client) -> None:
    task = await ada.create_task(notes="x" * 8_000 + "😀" * 200 + "x" * 8_000)

    assert [found.id for found in await ada.tasks(text="😀" * 200)] == [task.id]


async def test_somebody_elses_text_is_not_found(ada: Client, bob: Client) -> None:
    await bob.create_task(title="secret")
    await ada.create_task()

    assert await ada.tasks(text="secret") == []


async def test_case_is_ignored_whatever_locale_the_database_was_made_in(cluster: Cluster) -> None:
    await cluster.execute("CREATE DATABASE of_c OWNER todo TEMPLATE template0 LOCALE 'C'")
    database = parse_database_url(cluster.direct_url("of_c"))
    await migrate(database)
    settings = settings_of(cluster.url("of_c"))

    async with serving(settings) as url, Api(url, settings, database).http("ada") as http:
        ada = Client(http, "ada")
        for title in ("éb", "Éa", "ÉC"):
            await ada.create_task(title=title)

        assert await ada.titles(text="É") == ["éb", "Éa", "ÉC"]
        assert await ada.titles(sort="title") == ["Éa", "éb", "ÉC"]
    await cluster.drop_database(database)
