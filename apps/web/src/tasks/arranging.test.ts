import { calendarDate, type TaskRead, type Uuid } from "@todo/contract";
import assert from "node:assert/strict";
import { test } from "node:test";

import { Index } from "../store/index.ts";
import { aProject, aSection, aTask, stateWith } from "../testing/documents.ts";
import { sectionDrop, taskDrop } from "./drops.ts";
import { projectItems, upcomingItems } from "./lists.ts";
import { fitUnder } from "./nesting.ts";
import { indent, moveTo, outdent, reorder } from "./reordering.ts";

const garden = aProject();
const home = { project_id: garden.id };
const [spring, autumn] = [aSection({ ...home, position: "l01" }), aSection({ ...home, position: "l02" })];
const top = aTask({ ...home, title: "top" });
const [sow, plant] = ["sow", "plant"].map((title, at) => aTask({ ...home, section_id: spring.id, title, position: `l0${at}` })) as [TaskRead, TaskRead];
const rake = aTask({ ...home, section_id: autumn.id, title: "rake" });
const state = stateWith({ projects: [garden], sections: [spring, autumn], tasks: [top, sow, plant, rake] });
/** top, — spring, sow, plant, — autumn, rake */
const items = projectItems(new Index(state), garden.id, false);
const always = (): boolean => true;

/** Tasks each below the one before it. */
function chain(length: number): TaskRead[] {
  const tasks: TaskRead[] = [];
  for (let depth = 0; depth < length; depth += 1) tasks.push(aTask({ parent_id: tasks.at(-1)?.id ?? null }));
  return tasks;
}

function byId(...tasks: readonly TaskRead[]): ReadonlyMap<Uuid, TaskRead> {
  return new Map(tasks.map((task) => [task.id, task]));
}

test("a task is moved up and down, also from one section to the next", () => {
  assert.deepEqual(reorder(items, [top.id], 1), { section_id: spring.id, before: sow.id });
  assert.deepEqual(reorder(items, [sow.id], -1), { ...home, after: top.id });
  assert.equal(reorder(items, [top.id], -1), undefined);
  assert.deepEqual(moveTo(items, 0, "into", [rake.id]), { parent_id: top.id });
  assert.equal(moveTo(items, 0, "after", [top.id]), undefined);
});

test("out of the first section a task comes to the top, also when nothing is there", () => {
  const alone = projectItems(new Index(stateWith({ projects: [garden], sections: [spring], tasks: [sow] })), garden.id, false);

  assert.deepEqual(reorder(alone, [sow.id], -1), home);
});

test("the edges of a row mean beside it, and its middle below it", () => {
  const effects = [0.1, 0.5, 0.9].map((part) => taskDrop(items, 2, part, [rake.id], always));

  assert.deepEqual(effects.map((drop) => drop?.edge), ["before", "into", "after"]);
  assert.deepEqual(effects[1]?.effect, { type: "move", move: { parent_id: sow.id } });
  assert.equal(taskDrop(items, 2, 0.45, [rake.id], () => false)?.edge, "before");
  assert.equal(taskDrop(items, 2, 0.55, [rake.id], () => false)?.edge, "after");
});

test("nothing is offered where a task is already", () => {
  assert.equal(taskDrop(items, 3, 0.1, [sow.id], always), undefined);
  assert.equal(taskDrop(items, 2, 0.9, [plant.id], always), undefined);
  assert.equal(taskDrop(items, 2, 0.5, [sow.id], always), undefined);
  assert.equal(taskDrop(items, 3, 0.9, [sow.id], always)?.edge, "after");
});

test("a heading's upper edge is the end of what is above it", () => {
  assert.deepEqual(taskDrop(items, 4, 0.1, [top.id], always)?.effect, { type: "move", move: { section_id: spring.id, after: plant.id } });
  assert.deepEqual(taskDrop(items, 4, 0.5, [top.id], always)?.effect, { type: "move", move: { section_id: autumn.id, before: rake.id } });
});

test("where days give the order, a day is what a task is dropped on", () => {
  const day = calendarDate("2026-11-21");
  const task = aTask({ due: { kind: "date", date: day } });
  const days = upcomingItems(new Index(stateWith({ tasks: [task] })), day);

  assert.deepEqual([0, 1].map((index) => taskDrop(days, index, 0.5, [top.id], always)?.effect), [{ type: "day", day }, { type: "day", day }]);
});

test("a section goes where another one is, wherever in that it is dropped", () => {
  assert.deepEqual(sectionDrop(items, autumn.id, 3), { index: 1, edge: "before", effect: { type: "arrange", step: { place: { before: spring.id }, to: 1, of: 2 } } });
  assert.deepEqual(sectionDrop(items, spring.id, 4), { index: 5, edge: "after", effect: { type: "arrange", step: { place: { after: autumn.id }, to: 2, of: 2 } } });
  assert.deepEqual(sectionDrop(items, autumn.id, 0)?.effect, sectionDrop(items, autumn.id, 1)?.effect);
  assert.equal(sectionDrop(items, spring.id, 2), undefined);
});

test("what is nested is five deep at most, with all that is below it, and never below itself", () => {
  const [deep, low] = [chain(3), chain(2)];
  const tasks = byId(...deep, ...low);
  const [root, middle, leaf] = deep as [TaskRead, TaskRead, TaskRead];
  const [other] = low as [TaskRead, TaskRead];

  assert.equal(fitUnder(tasks, leaf.id, [other.id]), true);
  assert.equal(fitUnder(byId(...tasks.values(), aTask({ parent_id: low[1]?.id ?? null })), leaf.id, [other.id]), false);
  assert.equal(fitUnder(tasks, middle.id, [root.id]), false);
  assert.equal(fitUnder(tasks, leaf.id, [leaf.id]), false);
});

test("a task is made a subtask of the one above it, and brought out behind it again", () => {
  const nested = { ...plant, parent_id: sow.id };

  assert.deepEqual(indent(items, state.tasks, [plant.id]), { parent_id: sow.id });
  assert.equal(indent(items, state.tasks, [sow.id]), undefined, "there is a heading above it");
  assert.equal(indent(items, state.tasks, [top.id]), undefined);
  assert.deepEqual(outdent(byId(sow, nested), [nested.id]), { ids: [nested.id], move: { section_id: spring.id, after: sow.id } });
  assert.equal(outdent(state.tasks, [sow.id]), undefined);
});

test("a task that is too deep for it is not made a subtask", () => {
  const [first, ...below] = chain(5) as [TaskRead, ...TaskRead[]];
  const root = { ...first, position: "l02" };
  const above = aTask({ position: "l01" });
  const full = stateWith({ tasks: [above, root, ...below] });

  assert.equal(indent(projectItems(new Index(full), root.project_id, false), full.tasks, [root.id]), undefined);
});
