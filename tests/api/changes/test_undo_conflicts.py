"""What happened later stands in the way of an undo, and is named; and nothing is left that does not fit together."""

from client import Client, address, refusal
from crowd import at_once
from undoing import ask_to_undo, change_of, contents, obstacles, undo


async def test_the_same_field_changed_again_is_in_the_way(ada: Client) -> None:
    task = await ada.create_task()
    first = change_of(await ada.patch(address(task), json={"title": "1", "notes": "1", "due": None}))
    second = change_of(await ada.patch(address(task), json={"title": "2", "notes": "2"}))
    before = await contents(ada)

    response = await ask_to_undo(ada, first)

    assert await obstacles(response) == [
        ("/change_ids/0", f"title, notes of task {task.id} was changed again by change {second}")
    ]
    assert await contents(ada) == before
    assert (await ada.account()).version == second


async def test_another_field_of_the_same_thing_is_not(ada: Client, bob: Client) -> None:
    task = await ada.create_task()
    await bob.create_task()
    title = change_of(await ada.patch(address(task), json={"title": "changed"}))
    for fields in ({"notes": "y"}, {"priority": "high"}, {"due": {"kind": "date", "date": "2026-12-24"}}):
        await ada.patch(address(task), json=fields)
    await ada.complete(task)
    await ada.put(f"{address(task)}/position", json={})

    await undo(ada, title)

    now = await ada.now(task)
    assert (now.title, now.notes, now.priority, now.status) == (task.title, "y", "high", "completed")


async def test_parts_of_a_due_date_are_one_field(ada: Client) -> None:
    task = await ada.create_task(due={"kind": "date", "date": "2026-12-24"})
    first = change_of(await ada.patch(address(task), json={"due": {"kind": "date", "date": "2026-12-25"}}))
    zoned = {"kind": "zoned", "datetime": "2026-12-25T00:00:00", "timezone": "Asia/Tokyo"}
    second = change_of(await ada.patch(address(task), json={"due": zoned}))

    assert await obstacles(await ask_to_undo(ada, first)) == [
        ("/change_ids/0", f"due of task {task.id} was changed again by change {second}")
    ]


async def test_what_was_made_is_kept_by_any_later_change(ada: Client) -> None:
    task = await ada.create_task()
    later = change_of(await ada.patch(address(task), json={"notes": "worth keeping"}))

    assert await obstacles(await ask_to_undo(ada, task.version)) == [
        ("/change_ids/0", f"task {task.id} was changed again by change {later}")
    ]
    await undo(ada, task.version, later)
    assert refusal(await ada.get(address(task))) == (404, "task_not_found")


async def test_each_obstacle_points_to_its_change(ada: Client) -> None:
    tasks = [await ada.create_task() for _ in range(3)]
    first = [change_of(await ada.patch(address(task), json={"title": "1"})) for task in tasks]
    later = [change_of(await ada.patch(address(task), json={"title": "2"})) for task in tasks[:2]]

    found = await obstacles(await ask_to_undo(ada, *first))

    assert sorted(found) == [
        (f"/change_ids/{number}", f"title of task {tasks[number].id} was changed again by change {later[number]}")
        for number in range(2)
    ]


async def test_no_more_obstacles_are_named_than_anybody_reads(ada: Client) -> None:
    project = await ada.create_project()
    tasks = [await ada.create_task(project_id=str(project.id)) for _ in range(51)]
    trashed = change_of(await ada.delete(address(project)))
    for task in tasks:
        await ada.delete(f"/v1/trash/{task.id}")

    assert len(await obstacles(await ask_to_undo(ada, trashed))) == 50


async def test_what_others_are_in_cannot_be_unmade(ada: Client) -> None:
    project = await ada.create_project()
    section = await ada.create_section(project)
    task = await ada.create_task(section_id=str(section.id))
    subtask = await ada.create_task(parent_id=str(task.id))

    found = [await obstacles(await ask_to_undo(ada, made.version)) for made in (project, section, task)]

    fits = "would not fit any more since change"
    assert [sorted(detail for _, detail in each) for each in found] == [
        sorted(
            [
                f"project_id of section {section.id} {fits} {section.version}",
                f"project_id of task {task.id} {fits} {task.version}",
                f"project_id of task {subtask.id} {fits} {subtask.version}",
            ]
        ),
        [
            f"section_id of task {task.id} {fits} {task.version}",
            f"section_id of task {subtask.id} {fits} {subtask.version}",
        ],
        [f"parent_id of task {subtask.id} {fits} {subtask.version}"],
    ]


async def test_nothing_goes_back_to_a_place_that_is_gone(ada: Client) -> None:
    project = await ada.create_project()
    section, task = await ada.create_section(project), await ada.create_task()
    await ada.move(task, section_id=section.id)
    away = change_of(await ada.put(f"{address(task)}/position", json={"project_id": str(project.id)}))
    removed = change_of(await ada.delete(address(section)))
    fits = "would not fit any more since change"
    assert await obstacles(await ask_to_undo(ada, away)) == [
        ("/change_ids/0", f"section_id of task {task.id} {fits} {removed}")
    ]

    parent = await ada.create_task()
    child = await ada.create_task(parent_id=str(parent.id))
    out = change_of(await ada.put(f"{address(child)}/position", json={"project_id": str(child.project_id)}))
    trashed = change_of(await ada.delete(address(parent)))
    assert await obstacles(await ask_to_undo(ada, out)) == [
        ("/change_ids/0", f"parent_id of task {child.id} {fits} {trashed}")
    ]
    purged = change_of(await ada.delete(f"/v1/trash/{parent.id}"))
    assert await obstacles(await ask_to_undo(ada, out)) == [
        ("/change_ids/0", f"parent_id of task {child.id} {fits} {purged}")
    ]


async def test_nothing_comes_back_to_life_in_the_trash(ada: Client) -> None:
    project = await ada.create_project()
    section, task = await ada.create_section(project), await ada.create_task(project_id=str(project.id))
    discarded = change_of(await ada.delete(address(task)))
    removed = change_of(await ada.delete(address(section)))
    trashed = change_of(await ada.delete(address(project)))

    found = [await obstacles(await ask_to_undo(ada, change)) for change in (discarded, removed)]

    fits = f"would not fit any more since change {trashed}"
    assert found == [
        [("/change_ids/0", f"project_id of task {task.id} {fits}")],
        [("/change_ids/0", f"project_id of section {section.id} {fits}")],
    ]
    await undo(ada, discarded, removed, trashed)
    assert await ada.titles(project_id=str(project.id)) == [task.title]


async def test_a_task_does_not_go_below_a_parent_that_has_moved_or_stands_too_deep(ada: Client) -> None:
    project = await ada.create_project()
    parent, child = await ada.create_task(), await ada.create_task()
    grandchild = await ada.create_task(parent_id=str(child.id))
    await ada.move(child, parent_id=parent.id)
    out = change_of(await ada.put(f"{address(child)}/position", json={"project_id": str(child.project_id)}))
    moved = change_of(await ada.put(f"{address(parent)}/position", json={"project_id": str(project.id)}))
    fits = f"would not fit any more since change {moved}"

    assert await obstacles(await ask_to_undo(ada, out)) == [
        ("/change_ids/0", f"parent_id of task {child.id} {fits}"),
    ]

    line = await ada.nested(4)
    await undo(ada, moved)
    deeper = change_of(await ada.put(f"{address(parent)}/position", json={"parent_id": str(line[3].id)}))
    refused = await obstacles(await ask_to_undo(ada, out))
    assert {pointer for pointer, _ in refused} == {"/change_ids/0"}
    assert str(deeper) in refused[0][1]
    assert (await ada.now(grandchild)).parent_id == child.id


async def test_no_task_has_a_label_that_there_is_not(ada: Client) -> None:
    task, other = await ada.create_task(labels=["new"]), await ada.create_task(labels=["NEW"])
    fits = "would not fit any more since change"
    assert await obstacles(await ask_to_undo(ada, task.version)) == [
        ("/change_ids/0", f"labels of task {other.id} {fits} {other.version}")
    ]

    cleared = change_of(await ada.patch(address(other), json={"labels": []}))
    await ada.delete(address((await ada.labels())["new"]))
    ((pointer, detail),) = await obstacles(await ask_to_undo(ada, cleared))
    assert pointer == "/change_ids/0"
    assert detail.startswith(f"labels of task {other.id} would not fit any more")


async def test_no_two_labels_have_one_name(ada: Client) -> None:
    label = await ada.create_label(name="errand")
    renamed = change_of(await ada.patch(address(label), json={"name": "town"}))
    other = await ada.create_label(name="Errand")

    assert await obstacles(await ask_to_undo(ada, renamed)) == [
        ("/change_ids/0", f"name of label {label.id} would not fit any more since change {other.version}")
    ]


async def test_of_many_changes_all_are_undone_or_none(ada: Client) -> None:
    tasks = [await ada.create_task() for _ in range(3)]
    changes = [change_of(await ada.patch(address(task), json={"title": "1"})) for task in tasks]
    await ada.patch(address(tasks[1]), json={"title": "2"})
    before = await contents(ada)

    assert refusal(await ask_to_undo(ada, *changes)) == (409, "undo_conflict")
    assert await contents(ada) == before
    await undo(ada, changes[0], changes[2])


async def test_of_eight_who_undo_the_same_one_does(ada: Client) -> None:
    task = await ada.create_task()
    change = change_of(await ada.patch(address(task), json={"title": "changed"}))

    responses = await at_once(lambda _: ask_to_undo(ada, change))

    assert sorted(response.status_code for response in responses) == [200] + [409] * 7
    assert (await ada.account()).version == change + 1
    assert (await ada.now(task)).title == task.title


async def test_eight_who_undo_and_write_leave_what_each_of_them_did(ada: Client) -> None:
    tasks = [await ada.create_task() for _ in range(8)]
    changes = [change_of(await ada.patch(address(task), json={"title": "changed"})) for task in tasks]

    async def one(number: int) -> None:
        await undo(ada, changes[number])
        await ada.patch(address(tasks[number]), json={"notes": "kept"})

    await at_once(one)

    assert [(now.title, now.notes) for now in [await ada.now(task) for task in tasks]] == [
        (task.title, "kept") for task in tasks
    ]
    assert (await ada.account()).version == changes[-1] + 16
