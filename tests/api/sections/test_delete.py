"""Deleting sections: their tasks stay in the project."""

from client import Client, address, refusal


async def test_its_tasks_stay_in_the_project(ada: Client) -> None:
    project = await ada.create_project()
    section, other = await ada.create_section(project), await ada.create_section(project)
    task = await ada.create_task(section_id=str(section.id))
    subtask = await ada.create_task(parent_id=str(task.id))
    completed = await ada.complete(await ada.create_task(section_id=str(section.id)))
    elsewhere = await ada.create_task(section_id=str(other.id))

    response = await ada.delete(address(section))

    account = await ada.account()
    assert (response.status_code, response.content) == (204, b"")
    assert refusal(await ada.get(address(section))) == (404, "section_not_found")
    assert refusal(await ada.delete(address(section))) == (404, "section_not_found")
    for before in (task, subtask, completed):
        now = await ada.now(before)
        assert now.updated_at > before.updated_at
        assert now == before.model_copy(
            update={"section_id": None, "version": account.version, "updated_at": now.updated_at}
        )
    assert await ada.now(elsewhere) == elsewhere
    assert (await ada.now(other)).version == other.version


async def test_its_tasks_in_the_trash_come_back_to_the_project(ada: Client) -> None:
    project = await ada.create_project()
    section = await ada.create_section(project)
    task = await ada.create_task(section_id=str(section.id))
    await ada.trash(task)

    await ada.delete(address(section))

    assert (await ada.now(task)).section_id is None
    restored = await ada.restore(task)
    assert (restored.project_id, restored.section_id, restored.deleted_at) == (project.id, None, None)


async def test_its_tasks_keep_their_order_and_there_is_room_between_them(ada: Client) -> None:
    project = await ada.create_project()
    first = await ada.create_task(title="first", project_id=str(project.id))
    section = await ada.create_section(project)
    inside = await ada.create_task(title="inside", section_id=str(section.id))
    await ada.create_task(title="last", project_id=str(project.id))
    moved = await ada.create_task(title="moved", project_id=str(project.id))
    await ada.move(moved, after=first.id)

    await ada.delete(address(section))

    between = await ada.create_task(title="between", project_id=str(project.id))
    await ada.move(between, before=inside.id)
    assert await ada.titles(project_id=project.id, sort="order") == ["first", "moved", "between", "inside", "last"]
    await ada.move(between, after=inside.id)
    assert await ada.titles(project_id=project.id, sort="order") == ["first", "moved", "inside", "between", "last"]


async def test_a_deleted_section_does_not_come_back_with_its_project(ada: Client) -> None:
    project = await ada.create_project()
    section = await ada.create_section(project)
    await ada.delete(address(section))
    await ada.trash(project)

    await ada.put(f"{address(project)}/restoration")

    assert refusal(await ada.get(address(section))) == (404, "section_not_found")


async def test_nobody_else_can_delete_it(ada: Client, bob: Client) -> None:
    section = await ada.create_section(await ada.create_project())
    task = await ada.create_task(section_id=str(section.id))

    assert refusal(await bob.delete(address(section))) == (404, "section_not_found")

    assert await ada.now(section) == section
    assert await ada.now(task) == task
