"""Projects in the trash: they go with everything in them, and come back with what went with them."""

from client import Client, Row, address, refusal
from todo_domain import ProjectRead, SectionRead, TaskRead


async def restore(client: Client, project: ProjectRead) -> ProjectRead:
    response = await client.put(f"{address(project)}/restoration")
    assert response.status_code == 200, response.text
    assert response.headers["etag"] == f'"{response.json()["version"]}"'
    return ProjectRead.model_validate_json(response.content)


async def test_a_project_goes_with_its_sections_and_tasks(ada: Client) -> None:
    project, other = await ada.create_project(), await ada.create_project()
    section = await ada.create_section(project)
    task = await ada.create_task(section_id=str(section.id))
    subtask = await ada.create_task(parent_id=str(task.id))
    completed = await ada.complete(await ada.create_task(project_id=str(project.id)))
    elsewhere = await ada.create_task(project_id=str(other.id))

    response = await ada.delete(address(project))

    trashed, hidden = await ada.now(project), await ada.now(section)
    tasks = [await ada.now(row) for row in (task, subtask, completed)]
    gone: list[ProjectRead | SectionRead | TaskRead] = [trashed, hidden, *tasks]
    assert response.status_code == 204
    assert response.content == b""
    assert response.headers["etag"] == f'"{trashed.version}"'
    assert {row.deleted_at for row in gone} == {trashed.updated_at}
    assert {row.version for row in gone} == {(await ada.account()).version}
    assert tasks[2].completed_at == completed.completed_at
    assert other.id in [listed.id for listed in await ada.projects()]
    assert project.id not in [listed.id for listed in await ada.projects()]
    in_trash = (await ada.get("/v1/projects", params={"trash": "true"})).json()["items"]
    assert [item["id"] for item in in_trash] == [str(project.id)]
    assert (await ada.get("/v1/sections")).json()["items"] == []
    assert await ada.tasks() == [elsewhere]
    assert len(await ada.tasks(trash="true")) == 3


async def test_it_comes_back_as_it_went(ada: Client) -> None:
    project = await ada.create_project(archived=True)
    section = await ada.create_section(project)
    task = await ada.create_task(section_id=str(section.id))
    subtask = await ada.create_task(parent_id=str(task.id))
    await ada.trash(project)

    restored = await restore(ada, project)

    stamps = {"version": restored.version, "updated_at": restored.updated_at}
    assert restored.version == project.version + 5
    rows: tuple[Row, ...] = (project, section, task, subtask)
    for row in rows:
        assert await ada.now(row) == row.model_copy(update=stamps)


async def test_what_was_in_the_trash_before_stays_there(ada: Client) -> None:
    project = await ada.create_project()
    kept = await ada.create_task(title="kept", project_id=str(project.id))
    for title, parent in (("earlier", None), ("below", kept)):
        place = {"project_id": str(project.id)} if parent is None else {"parent_id": str(parent.id)}
        await ada.trash(await ada.create_task(title=title, **place))
    await ada.trash(project)

    await restore(ada, project)

    assert await ada.titles() == ["kept"]
    assert sorted(await ada.titles(trash="true")) == ["below", "earlier"]


async def test_a_task_can_leave_a_trashed_project_and_stays_out_of_it(ada: Client) -> None:
    project = await ada.create_project()
    section = await ada.create_section(project)
    task = await ada.create_task(section_id=str(section.id))
    await ada.trash(project)

    rescued = await ada.restore(task)
    await restore(ada, project)

    inbox_id = (await ada.account()).inbox_id
    assert (rescued.project_id, rescued.section_id, rescued.deleted_at) == (inbox_id, None, None)
    assert await ada.now(task) == rescued


async def test_doing_it_twice_is_doing_it_once(ada: Client) -> None:
    project = await ada.create_project()

    trashed = [await ada.delete(address(project)) for _ in range(2)]
    restored = [await ada.put(f"{address(project)}/restoration") for _ in range(2)]

    assert [response.status_code for response in (*trashed, *restored)] == [204, 204, 200, 200]
    assert trashed[0].headers["etag"] == trashed[1].headers["etag"]
    assert restored[0].headers["etag"] == restored[1].headers["etag"]
    assert restored[0].content == restored[1].content
    assert (await ada.account()).version == project.version + 2


async def test_nothing_in_it_can_be_changed_and_nothing_put_into_it(ada: Client) -> None:
    project = await ada.create_project()
    section = await ada.create_section(project)
    task = await ada.create_task(section_id=str(section.id))
    outside = await ada.create_task()
    await ada.trash(project)
    before = (await ada.account()).version
    in_project, in_section, below = {"project_id": str(project.id)}, {"section_id": str(section.id)}, str(task.id)

    for response in (
        await ada.patch(address(project), json={"name": "Kitchen"}),
        await ada.patch(address(section), json={"name": "Herbs"}),
        await ada.delete(address(section)),
        await ada.put(f"{address(section)}/position", json={}),
        await ada.patch(address(task), json={"title": "changed"}),
        await ada.put(f"{address(task)}/completion"),
    ):
        assert refusal(response) == (409, "in_trash")
    for response, code in (
        (await ada.post("/v1/tasks", json={"title": "new", **in_project}), "project_not_found"),
        (await ada.post("/v1/tasks", json={"title": "new", **in_section}), "section_not_found"),
        (await ada.post("/v1/tasks", json={"title": "new", "parent_id": below}), "task_not_found"),
        (await ada.post("/v1/sections", json={"name": "new", **in_project}), "project_not_found"),
        (await ada.put(f"{address(outside)}/position", json=in_project), "project_not_found"),
        (await ada.put(f"{address(outside)}/position", json=in_section), "section_not_found"),
    ):
        assert refusal(response) == (404, code)
    assert (await ada.account()).version == before


async def test_emptying_the_trash_takes_all_of_it_for_good(ada: Client) -> None:
    project = await ada.create_project()
    section = await ada.create_section(project)
    task = await ada.create_task(section_id=str(section.id))
    await ada.create_task(parent_id=str(task.id))
    rescued = await ada.create_task(project_id=str(project.id))
    await ada.trash(project)
    rescued = await ada.restore(rescued)

    response = await ada.delete("/v1/trash")

    assert response.status_code == 204
    for row in (project, section, task):
        assert (await ada.get(address(row))).status_code == 404
    assert (await ada.put(f"{address(project)}/restoration")).status_code == 404
    assert await ada.tasks() == [rescued]
    assert await ada.tasks(trash="true") == []


async def test_nobody_else_reaches_it(ada: Client, bob: Client) -> None:
    project, his = await ada.create_project(), await bob.create_project()
    task: TaskRead = await ada.create_task(project_id=str(project.id))

    assert refusal(await bob.delete(address(project))) == (404, "project_not_found")
    await ada.trash(project)
    assert refusal(await bob.put(f"{address(project)}/restoration")) == (404, "project_not_found")
    await bob.delete("/v1/trash")

    await restore(ada, project)
    assert await ada.tasks() == [await ada.now(task)]
    assert await bob.now(his) == his
