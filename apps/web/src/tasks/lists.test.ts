import { calendarDate, instant, type Uuid } from "@todo/contract";
import assert from "node:assert/strict";
import { test } from "node:test";

import { Index } from "../store/index.ts";
import { aProject, aSection, aTask, INBOX, stateWith } from "../testing/documents.ts";
import { labelItems, projectItems, searchItems, todayItems, trashItems, upcomingItems, type ListItem } from "./lists.ts";
import * as selecting from "./selection.ts";

const SATURDAY = calendarDate("2026-11-21");
const NOON = new Date(2026, 10, 21, 12, 0);
const on = (date: string) => ({ due: { kind: "date" as const, date: calendarDate(date) } });

function shown(items: readonly ListItem[]): string[] {
  return items.map((item) => (item.kind === "task" ? item.task.title : `— ${item.heading.type}`));
}

test("a project shows its tasks, then its sections with theirs, and completed ones when asked", () => {
  const garden = aProject();
  const section = aSection({ project_id: garden.id });
  const home = { project_id: garden.id };
  const tasks = [
    aTask({ ...home, title: "second", position: "l02" }),
    aTask({ ...home, title: "first", position: "l01" }),
    aTask({ ...home, title: "sown", section_id: section.id }),
    aTask({ ...home, title: "over", status: "completed" }),
    aTask({ ...home, title: "gone", deleted_at: instant(NOON) }),
  ];
  const index = new Index(stateWith({ projects: [garden], sections: [section], tasks }));

  assert.deepEqual(shown(projectItems(index, garden.id, false)), ["first", "second", "— section", "sown", "— completed"]);
  assert.equal(shown(projectItems(index, garden.id, true)).at(-1), "over");
});

test("today has what is late above what is due", () => {
  const tasks = [
    aTask({ title: "today", ...on("2026-11-21") }),
    aTask({ title: "late", ...on("2026-11-01") }),
    aTask({ title: "later", ...on("2026-11-22") }),
    aTask({ title: "done", status: "completed", ...on("2026-11-21") }),
  ];

  assert.deepEqual(shown(todayItems(new Index(stateWith({ tasks })), SATURDAY, NOON)), ["— overdue", "late", "— day", "today"]);
});

test("upcoming has each day of the week, and every later day that has tasks", () => {
  const tasks = [aTask({ title: "far", ...on("2027-01-05") }), aTask({ title: "near", ...on("2026-11-22") })];

  const items = shown(upcomingItems(new Index(stateWith({ tasks })), SATURDAY));

  assert.equal(items.filter((item) => item === "— day").length, 8);
  assert.deepEqual(items.slice(0, 3), ["— day", "— day", "near"]);
  assert.equal(items.at(-1), "far");
});

test("a search finds every word in titles, notes and labels, without accents and capitals", () => {
  const tasks = [
    aTask({ title: "in the notes", notes: "Crème brûlée for two" }),
    aTask({ title: "CREME for coffee" }),
    aTask({ title: "done creme", status: "completed" }),
    aTask({ title: "tea" }),
  ];
  const state = stateWith({ tasks });

  assert.deepEqual(shown(searchItems(state, "creme")), ["CREME for coffee", "in the notes", "done creme"]);
  assert.deepEqual(shown(searchItems(state, "two creme")), ["in the notes"]);
  assert.deepEqual(searchItems(state, "  "), []);
});

test("what is in an archived project is found by a search, behind all else, and in no other list", () => {
  const garden = aProject({ archived: true });
  const home = { project_id: garden.id, labels: ["home"], ...on("2026-11-21") };
  const tasks = [aTask({ ...home, title: "resting rose" }), aTask({ title: "done rose", status: "completed" })];
  const state = stateWith({ projects: [garden], tasks });
  const index = new Index(state);

  assert.deepEqual(shown(searchItems(state, "rose")), ["done rose", "resting rose"]);
  assert.deepEqual([todayItems(index, SATURDAY, NOON), labelItems(state, "home")], [[], []]);
  assert.ok(!shown(upcomingItems(index, SATURDAY)).includes("resting rose"));
  assert.deepEqual([index.openWith("home"), index.openIn(garden.id)], [0, 1]);
  assert.deepEqual(shown(projectItems(index, garden.id, false)), ["resting rose"]);
  assert.deepEqual([index.projects.map(({ id }) => id), index.archived], [[INBOX], [garden]]);
});

test("the trash lists what was deleted, not what went along", () => {
  const at = instant(NOON);
  const parent = aTask({ title: "parent", deleted_at: at });
  const garden = aProject({ deleted_at: at });
  const tasks = [parent, aTask({ title: "child", parent_id: parent.id, deleted_at: at }), aTask({ title: "in project", project_id: garden.id, deleted_at: at })];

  assert.deepEqual(shown(trashItems(stateWith({ projects: [garden], tasks }))), ["parent"]);
});

test("a range grows from where it began, and the focus goes to what takes a place", () => {
  const order = ["a", "b", "c", "d"] as Uuid[];
  const [a, b, c, d] = order as [Uuid, Uuid, Uuid, Uuid];
  const began = selecting.moved(selecting.NOTHING, order, 1, false);
  const grown = selecting.moved(selecting.moved(began, order, 1, true), order, 1, true);

  assert.deepEqual([...grown.chosen], [a, b, c]);
  assert.deepEqual(selecting.targets(grown, order), [a, b, c]);
  assert.deepEqual([...selecting.moved(grown, order, -1, true).chosen], [a, b]);
  assert.equal(selecting.kept({ ...selecting.NOTHING, active: b }, [a, c, d], order).active, c);
  assert.equal(selecting.kept({ ...selecting.NOTHING, active: d }, [a, b], order).active, b);
  assert.deepEqual(selecting.targets(selecting.toggled(selecting.NOTHING, d), order), [d]);
});

test("the inbox is a project like others", () => {
  const items = projectItems(new Index(stateWith({ tasks: [aTask({ title: "here" })] })), INBOX, false);

  assert.deepEqual(shown(items), ["here"]);
});
