import { calendarDate, instant, newId, type ActivityRead, type FieldChange, type TaskRead, type Uuid } from "@todo/contract";
import assert from "node:assert/strict";
import { test } from "node:test";

import { ar } from "../i18n/ar.ts";
import { en } from "../i18n/en.ts";
import { aProject, aSection, aTask, stateWith } from "../testing/documents.ts";
import { agoInWords } from "./ago.ts";
import { sentencesOf } from "./happened.ts";

type Turns = { readonly [Name in keyof TaskRead]?: readonly [before: TaskRead[Name] | null, after: TaskRead[Name] | null] };

const GARDEN = aProject();
const SPRING = aSection({ project_id: GARDEN.id, name: "Spring" });
const PARENT = aTask({ title: "Plan the garden" });
const STATE = stateWith({ projects: [GARDEN], sections: [SPRING], tasks: [PARENT] });
const NOON = new Date("2026-11-21T12:00:00Z");

function said(op: ActivityRead["op"], turns: Turns = {}, language: "en" | "ar" = "en"): readonly string[] {
  const fields: FieldChange[] = Object.entries(turns).map(([field, [before, after]]) => ({ field, old: before, new: after }));
  const item: ActivityRead = { id: newId(), kind: "task", op, at: instant(NOON), change_id: 7, client: null, fields };
  return sentencesOf(item, { state: STATE, language, t: language === "en" ? en : ar });
}

test("what happened is told in words", () => {
  assert.deepEqual(said("created"), ["Created"]);
  assert.deepEqual(said("completed", { completed_at: [null, instant(NOON)] }), ["Completed"]);
  assert.deepEqual(said("deleted", { deleted_at: [null, instant(NOON)] }, "ar"), ["نُقلت إلى المهملات"]);
});

test("each field that changed has a sentence", () => {
  const deadline = calendarDate("2026-12-24");

  assert.deepEqual(said("updated", { title: ["Water", "Water the tomatoes"] }), ["Renamed from “Water” to “Water the tomatoes”"]);
  assert.deepEqual(said("updated", { notes: ["", "# Often"], priority: ["none", "high"] }), ["Notes changed", "Priority set to High"]);
  assert.deepEqual(said("updated", { due: [null, { kind: "date", date: deadline }] }), ["Due set to Dec 24, 2026"]);
  assert.deepEqual(said("updated", { deadline_date: [deadline, null], duration_minutes: [null, 90] }), [
    "Duration set to 1 hour, 30 minutes",
    "Deadline removed",
  ]);
  assert.deepEqual(said("updated", { priority: ["high", "none"] }), ["Priority removed"]);
});

test("labels are told by what was added and what was taken off", () => {
  assert.deepEqual(said("updated", { labels: [["home", "errand"], ["Errand", "town"]] }), [
    "Labelled town",
    "No longer labelled home",
  ]);
});

test("a move is told by where to", () => {
  const elsewhere = newId();
  const to = (project_id: Uuid): Turns => ({ project_id: [elsewhere, project_id], position: ["l01", "l02"] });

  assert.deepEqual(said("moved", to(GARDEN.id)), ["Moved to Garden"]);
  assert.deepEqual(said("moved", { section_id: [null, SPRING.id] }), ["Moved to Garden / Spring"]);
  assert.deepEqual(said("moved", { section_id: [SPRING.id, null] }), ["Moved to Garden"]);
  assert.deepEqual(said("moved", to(newId())), ["Moved"]);
  assert.deepEqual(said("moved", { parent_id: [null, PARENT.id] }), ["Made a subtask of “Plan the garden”"]);
  assert.deepEqual(said("moved", { parent_id: [PARENT.id, null] }), ["No longer a subtask"]);
  assert.deepEqual(said("moved", { position: ["l01", "l02"] }), ["Put in another order"]);
  assert.deepEqual(said("moved"), ["Moved"]);
});

test("what was undone is told with what the task is again", () => {
  assert.deepEqual(said("undone", { title: ["b", "a"] }), ["Undone", "Renamed from “b” to “a”"]);
  assert.deepEqual(said("undone", { completed_at: [instant(NOON), null] }), ["Undone", "Reopened"]);
  assert.deepEqual(said("restored", { deleted_at: [instant(NOON), null], project_id: [newId(), GARDEN.id] }), [
    "Restored from the trash",
    "Moved to Garden",
  ]);
});

test("what nobody knows yet is told as a change", () => {
  assert.deepEqual(said("archived" as ActivityRead["op"]), ["Changed"]);
});

test("it was now, or so long ago", () => {
  const ago = (seconds: number): string => agoInWords(new Date(NOON.getTime() - seconds * 1000), NOON, "en");

  assert.deepEqual([-5, 59, 300, 7200, 86_400, 1_814_400].map(ago), ["now", "now", "5 minutes ago", "2 hours ago", "yesterday", "3 weeks ago"]);
});
